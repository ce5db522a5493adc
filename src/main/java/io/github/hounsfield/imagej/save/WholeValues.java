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
package io.github.hounsfield.imagej.save;

import io.github.hounsfield.derived.ImageKind;
import io.github.hounsfield.derived.Scaling;
import io.github.hounsfield.derived.SourceHeader;
import io.github.hounsfield.derived.StoredFormat;
import io.github.hounsfield.derived.StoredPlane;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whole numbers of 8 or 16 bits, unchanged: stored values with the source's rescale, or whole HU. They are stored in 16
 * bits, which CT, MR and PET must allocate (PS3.3 C.8.2.1, C.8.3.1, C.8.9.4).
 */
final class WholeValues implements SavedPixels {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** The signs of four values. */
	private static final long SIGNS = 0x8000_8000_8000_8000L;

	private static final int BITS = 16;
	private static final int RANGE = 1 << BITS;

	private final ImageKind kind;
	private final SourceSlices slices;
	private final SlicePixels pixels;
	private final PlaneType type;
	private final List<Optional<Scaling>> scalings;
	private final StoredFormat format;
	private final List<String> notes = new ArrayList<>();

	/**
	 * @param scalings of each slice
	 * @param stored whether the values are those of the source's files, with its padding
	 */
	WholeValues(final ImageKind kind, final SourceSlices slices, final SlicePixels pixels, final PlaneType type,
		final List<Optional<Scaling>> scalings, final boolean stored)
	{
		this.kind = kind;
		this.slices = slices;
		this.pixels = pixels;
		this.type = type;
		this.scalings = scalings;
		final OptionalInt padding = stored ? common(Tag.PixelPaddingValue) : OptionalInt.empty();
		final OptionalInt limit = padding.isPresent() ? common(Tag.PixelPaddingRangeLimit) : OptionalInt.empty();
		format = new StoredFormat(BITS, BITS, type == PlaneType.OFFSET16, padding, limit, photometric(slices.header(0)));
		notes.add(0, stored ? "stored values are those of the source" : "values are whole and stored exactly");
	}

	static String photometric(final SourceHeader header) {
		return header.text(Tag.PhotometricInterpretation).filter("MONOCHROME1"::equals).orElse(StoredFormat.MONOCHROME2);
	}

	/** A value of padding that all slices have, with the sign that the pixels have. */
	private OptionalInt common(final int tag) {
		final Optional<Double> first = slices.header(0).number(tag);
		for (int slice = 1; slice < slices.size(); slice++)
			if (!first.equals(slices.header(slice).number(tag))) {
				notes.add("Pixel Padding Value is left out, for the slices differ in it");
				return OptionalInt.empty();
			}
		if (first.isEmpty()) return OptionalInt.empty();
		final int value = first.get().intValue();
		final boolean signed = type == PlaneType.OFFSET16;
		final int turned = signed && value > Short.MAX_VALUE ? value - RANGE : !signed && value < 0 ? value + RANGE : value;
		return turned >= (signed ? Short.MIN_VALUE : 0) && turned <= (signed ? Short.MAX_VALUE : RANGE - 1) ? OptionalInt.of(
			turned) : OptionalInt.empty();
	}

	@Override
	public ImageKind kind() {
		return kind;
	}

	@Override
	public StoredFormat format() {
		return format;
	}

	@Override
	public Optional<Scaling> scaling(final int slice) {
		return scalings.get(slice);
	}

	@Override
	public List<String> notes() {
		return notes;
	}

	@Override
	public StoredPlane plane(final int slice, final byte[] bytes) {
		final Plane plane = pixels.plane(slices.stackIndex(slice, 0));
		final short[] shorts = plane.type().bits() == 8 ? widened(plane.bytes()) : plane.shorts();
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(shorts);
		if (format.isSigned()) flipSigns(bytes);
		return StoredPlane.of(bytes, format);
	}

	private static short[] widened(final byte[] bytes) {
		final short[] shorts = new short[bytes.length];
		for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) (bytes[i] & 0xFF);
		return shorts;
	}

	/** From offset binary to two's complement: the highest bit of each value is turned over. */
	private static void flipSigns(final byte[] bytes) {
		final int whole = bytes.length / Long.BYTES * Long.BYTES;
		for (int i = 0; i < whole; i += Long.BYTES)
			LONGS.set(bytes, i, (long) LONGS.get(bytes, i) ^ SIGNS);
		for (int i = whole + 1; i < bytes.length; i += 2)
			bytes[i] ^= (byte) 0x80;
	}
}
