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
package io.github.hounsfield.imagej.pixels;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.Padding;

/** What a header's text declares as padding (PS3.3 C.7.5.1.1.2). */
final class HeaderPadding {

	private static final int[][] FLOATING_POINT = { { Tag.FloatPixelPaddingValue, Tag.FloatPixelPaddingRangeLimit }, {
		Tag.DoubleFloatPixelPaddingValue, Tag.DoubleFloatPixelPaddingRangeLimit } };

	private HeaderPadding() {}

	/** @throws ImageException where the value cannot be read */
	static Padding of(final HeaderText header) {
		final double[] value = header.numbers(Tag.PixelPaddingValue);
		final double[] bits = header.numbers(Tag.BitsAllocated);
		final boolean floats = bits.length > 0 && bits[0] >= 32 && !header.has(Tag.PixelRepresentation);
		if (value.length == 0 || floats) return floatingPoint(header);
		if (bits.length == 0) throw new ImageException("a PixelPaddingValue, but no BitsAllocated to read it with");
		final double[] limit = header.numbers(Tag.PixelPaddingRangeLimit);
		return Padding.ofPixelPaddingRange((long) value[0], (long) (limit.length == 0 ? value : limit)[0], (int) bits[0],
			header.isSigned());
	}

	/** Rounded to float, as the pixels of an image are. */
	private static Padding floatingPoint(final HeaderText header) {
		for (final int[] pair : FLOATING_POINT) {
			final double[] value = header.numbers(pair[0]);
			if (value.length == 0) continue;
			final double[] limit = header.numbers(pair[1]);
			return limit.length == 0 ? Padding.ofValue((float) value[0]) : Padding.ofRange((float) value[0],
				(float) limit[0]);
		}
		return Padding.NONE;
	}
}
