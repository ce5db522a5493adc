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
import io.github.hounsfield.plane.PlaneType;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** One frame into a plane of the type that a volume has. Immutable, safe for several threads. */
final class PlaneDecoder {

	/** A float holds whole numbers exactly up to here. */
	private static final double EXACT = 1 << 24;

	private final PlaneType type;

	PlaneDecoder(final PlaneType type) {
		this.type = type;
	}

	PlaneType type() {
		return type;
	}

	/** The one type that holds the values of all formats exactly, but for whole numbers of more than 24 bits. */
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

	/** A plane of its own, with whether rounding to float changed a value. */
	record Decoded(Object plane, boolean rounded) {}

	/** @throws DicomException where the frame cannot be decoded; names file, tag and reason */
	Decoded decode(final FrameReader reader, final int frame, final DataSet dataSet) throws IOException {
		final PixelFormat format = reader.format();
		final int size = format.pixelsPerFrame();
		switch (type) {
			case RGB -> {
				final int[] plane = new int[size];
				reader.readRgb(frame, plane, 0);
				return new Decoded(plane, false);
			}
			case UINT8, MASK -> {
				final byte[] plane = new byte[size];
				reader.read(frame, plane, 0);
				if (type == PlaneType.MASK) for (int i = 0; i < size; i++)
					plane[i] = (byte) -plane[i];
				return new Decoded(plane, false);
			}
			case UINT16, OFFSET16 -> {
				final short[] plane = new short[size];
				if (format.type() == PlaneType.UINT16 || format.type() == PlaneType.INT16) reader.read(frame, plane, 0,
					type.offset());
				else widen(reader, frame, plane);
				return new Decoded(plane, false);
			}
			default -> {
				return floats(reader, frame, dataSet);
			}
		}
	}

	private void widen(final FrameReader reader, final int frame, final short[] plane) throws IOException {
		final byte[] bytes = new byte[plane.length];
		reader.read(frame, bytes, 0);
		final int mask = reader.format().type() == PlaneType.INT8 ? -1 : 0xFF;
		final int offset = type.offset();
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) ((bytes[i] & mask) + offset);
	}

	private static Decoded floats(final FrameReader reader, final int frame, final DataSet dataSet)
		throws IOException
	{
		final PixelFormat format = reader.format();
		final float[] plane = new float[format.pixelsPerFrame()];
		if (format.type() == PlaneType.FLOAT32) {
			reader.read(frame, plane, 0);
			return new Decoded(plane, false);
		}
		boolean rounded = false;
		final Object stored = reader.newPlane();
		reader.read(frame, stored);
		if (stored instanceof double[] doubles) for (int i = 0; i < plane.length; i++) {
			plane[i] = (float) doubles[i];
			rounded |= Float.isInfinite(plane[i]) && !Double.isInfinite(doubles[i]);
		}
		else {
			final double scale = isScaledDose(format, dataSet) ? doseGridScaling(dataSet) : 1;
			for (int i = 0; i < plane.length; i++) {
				final double value = wholeNumber(stored, i, format.type());
				plane[i] = (float) (value * scale);
				rounded |= scale == 1 && Math.abs(value) > EXACT && plane[i] != value;
			}
		}
		return new Decoded(plane, rounded);
	}

	private static double wholeNumber(final Object stored, final int i, final PlaneType type) {
		if (stored instanceof int[] ints) return type == PlaneType.UINT32 ? ints[i] & 0xFFFFFFFFL : ints[i];
		if (stored instanceof short[] shorts) return type == PlaneType.UINT16 ? shorts[i] & 0xFFFF : shorts[i];
		return type == PlaneType.INT8 ? ((byte[]) stored)[i] : ((byte[]) stored)[i] & 0xFF;
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
