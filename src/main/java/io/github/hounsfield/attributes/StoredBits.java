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
package io.github.hounsfield.attributes;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import java.util.Optional;

/**
 * Which stored values a header allows: Bits Allocated (0028,0100), Bits Stored (0028,0101) and Pixel Representation
 * (0028,0103), PS3.3 C.7.6.3.1. Floating point pixels have neither of the last two (PS3.3 C.7.6.24 and C.7.6.25).
 *
 * @param allocated bits of a sample in the file, 1 to 64
 * @param stored how many of these bits hold the value, 1 to allocated
 * @param signed whether whole numbers are in two's complement
 * @param floatingPoint whether values are floats or doubles
 */
public record StoredBits(int allocated, int stored, boolean signed, boolean floatingPoint) {

	/** A float needs at least so many bits. */
	private static final int LEAST_FLOAT_BITS = 32;

	/** @throws IntensityException where a number is outside its range */
	public StoredBits {
		if (allocated < 1 || allocated > 64) throw new IntensityException("BitsAllocated (0028,0100) is " + allocated,
			"1 to 64");
		if (stored < 1 || stored > allocated) throw new IntensityException("BitsStored (0028,0101) is " + stored,
			"1 to BitsAllocated, " + allocated);
	}

	/**
	 * @return empty where the header does not name Bits Allocated
	 * @throws AttributeException where a value is no whole number
	 */
	public static Optional<StoredBits> of(final Attributes header) {
		final Optional<Long> allocated = header.wholeNumber(Tag.BitsAllocated);
		if (allocated.isEmpty()) return Optional.empty();
		final boolean floatingPoint = allocated.get() >= LEAST_FLOAT_BITS && (header.has(Tag.FloatPixelData) || header.has(
			Tag.DoubleFloatPixelData) || !header.has(Tag.PixelRepresentation));
		final long stored = floatingPoint ? allocated.get() : header.wholeNumber(Tag.BitsStored).orElse(allocated.get());
		return Optional.of(new StoredBits(small(allocated.get()), small(stored), !floatingPoint && isSigned(header),
			floatingPoint));
	}

	/** Whether Pixel Representation (0028,0103) is 1: stored values have a sign. */
	public static boolean isSigned(final Attributes header) {
		return header.wholeNumber(Tag.PixelRepresentation).orElse(0L) == 1;
	}

	/** The least stored value. */
	public double min() {
		if (floatingPoint) return Double.NEGATIVE_INFINITY;
		return signed ? -Math.pow(2, stored - 1) : 0;
	}

	/** The greatest stored value. */
	public double max() {
		if (floatingPoint) return Double.POSITIVE_INFINITY;
		return Math.pow(2, signed ? stored - 1 : stored) - 1;
	}

	private static int small(final long bits) {
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, bits));
	}
}
