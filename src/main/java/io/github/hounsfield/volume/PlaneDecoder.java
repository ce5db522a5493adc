/*-
 * #%L
 * Hounsfield: medical CT in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Hounsfield developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.hounsfield.volume;

import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.attributes.DataSetAttributes;
import io.github.hounsfield.attributes.ModalityLutRule;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.pixel.FrameReader;
import io.github.hounsfield.pixel.PixelFormat;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Decodes one frame into a plane of the volume's type. Immutable, safe for several threads. */
final class PlaneDecoder {

	/** A float holds whole numbers exactly up to here. */
	private static final double EXACT = 1 << 24;

	/** So many values become floats at once. So no plane of doubles is needed. */
	private static final int PART = 2048;

	private final PlaneType type;

	PlaneDecoder(final PlaneType type) {
		this.type = type;
	}

	PlaneType type() {
		return type;
	}

	/** The type that holds the values of all formats exactly. Only whole numbers of more than 24 bits are rounded. */
	static PlaneType commonType(final Collection<PixelFormat> formats) {
		final Set<PlaneType> types = EnumSet.noneOf(PlaneType.class);
		boolean fitsOffset = true;
		for (final PixelFormat format : formats) {
			types.add(typeOf(format));
			fitsOffset &= format.signed() || format.bitsStored() < 16;
		}
		if (types.size() == 1) return types.iterator().next();
		if (types.contains(PlaneType.RGB)) return PlaneType.RGB;
		if (types.contains(PlaneType.FLOAT32)) return PlaneType.FLOAT32;
		if (types.contains(PlaneType.OFFSET16)) return fitsOffset ? PlaneType.OFFSET16 : PlaneType.FLOAT32;
		return types.contains(PlaneType.UINT16) ? PlaneType.UINT16 : PlaneType.UINT8;
	}

	private static PlaneType typeOf(final PixelFormat format) {
		if (format.isColour()) return PlaneType.RGB;
		return switch (format.type()) {
			case BIT -> PlaneType.MASK;
			case UINT8 -> PlaneType.UINT8;
			case UINT16 -> PlaneType.UINT16;
			case INT8, INT16 -> PlaneType.OFFSET16;
			default -> PlaneType.FLOAT32;
		};
	}

	/** Whether the values of a frame are multiplied by Dose Grid Scaling, because no 32-bit type of ImageJ keeps one. */
	static boolean isScaledDose(final PixelFormat format, final DataSet dataSet) {
		final boolean wide = format.type() == PlaneType.INT32 || format.type() == PlaneType.UINT32;
		return wide && dataSet.has(Tag.DoseGridScaling);
	}

	/**
	 * @param frame index in the file
	 * @param rounded is run if rounding to float changed a value
	 * @return a new plane
	 * @throws DicomException where the frame cannot be decoded; names file, tag and reason
	 */
	Plane decode(final FrameReader reader, final int frame, final DataSet dataSet, final Runnable rounded)
		throws IOException
	{
		if (type == PlaneType.FLOAT32) return floats(reader, frame, dataSet, rounded);
		final PixelFormat format = reader.format();
		final Plane plane = Plane.allocate(type, format.pixelsPerFrame());
		switch (type) {
			case RGB -> reader.readRgb(frame, plane.ints(), 0);
			case UINT8 -> reader.read(frame, plane.bytes(), 0);
			case MASK -> {
				final byte[] bytes = plane.bytes();
				reader.read(frame, bytes, 0);
				for (int i = 0; i < bytes.length; i++)
					bytes[i] = (byte) -bytes[i];
			}
			case UINT16, OFFSET16 -> {
				if (format.type() == PlaneType.UINT16 || format.type() == PlaneType.INT16) reader.read(frame, plane.shorts(), 0,
					type.offset());
				else widen(reader, frame, plane.shorts());
			}
			default -> throw new IllegalStateException("no volume has planes of " + type);
		}
		return plane;
	}

	private void widen(final FrameReader reader, final int frame, final short[] plane) throws IOException {
		final byte[] bytes = new byte[plane.length];
		reader.read(frame, bytes, 0);
		final int mask = reader.format().type() == PlaneType.INT8 ? -1 : 0xFF;
		final int offset = type.offset();
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) ((bytes[i] & mask) + offset);
	}

	private static Plane floats(final FrameReader reader, final int frame, final DataSet dataSet,
		final Runnable rounded) throws IOException
	{
		final PixelFormat format = reader.format();
		final Plane plane = Plane.allocate(PlaneType.FLOAT32, format.pixelsPerFrame());
		final float[] floats = plane.floats();
		if (format.type() == PlaneType.FLOAT32) {
			reader.read(frame, floats, 0);
			return plane;
		}
		final Plane stored = reader.newPlane();
		reader.read(frame, stored);
		final boolean real = format.type() == PlaneType.FLOAT64;
		final double scale = isScaledDose(format, dataSet) ? doseGridScaling(dataSet) : 1;
		final double[] values = new double[Math.min(PART, floats.length)];
		boolean lost = false;
		for (int done = 0; done < floats.length; done += values.length) {
			final int n = Math.min(values.length, floats.length - done);
			stored.load(done, values, n);
			for (int i = 0; i < n; i++) {
				final float value = (float) (values[i] * scale);
				floats[done + i] = value;
				lost |= real ? Float.isInfinite(value) && !Double.isInfinite(values[i])
					: scale == 1 && Math.abs(values[i]) > EXACT && value != values[i];
			}
		}
		if (lost) rounded.run();
		return plane;
	}

	private static double doseGridScaling(final DataSet dataSet) throws DicomException {
		try {
			return ModalityLutRule.doseGridScaling(DataSetAttributes.of(dataSet));
		}
		catch (final AttributeException e) {
			throw new DicomException(e.problem(), e);
		}
	}
}
