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
import io.github.hounsfield.intensity.Padding;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which stored values a header declares as padding (PS3.3 C.7.5.1.1.2). Whole numbers have Pixel Padding Value
 * (0028,0120) and Pixel Padding Range Limit (0028,0121); each is one whole number (VR US or SS, VM 1). Floating point
 * pixels have the attributes of their own type, (0028,0122) to (0028,0125).
 */
public final class PaddingRule {

	private PaddingRule() {}

	/**
	 * @return {@link Padding#NONE} if nothing is declared; doubles are rounded to float, as pixels are
	 * @throws AttributeException where a value is a fraction, or there are several, or Bits Allocated is missing
	 * @throws IntensityException where Bits Allocated cannot be used
	 */
	public static Padding of(final Attributes header) {
		final Optional<StoredBits> bits = StoredBits.of(header);
		if (bits.isPresent() && bits.get().floatingPoint()) {
			final Padding single = floatingPoint(header, Tag.FloatPixelPaddingValue, Tag.FloatPixelPaddingRangeLimit);
			return single.isNone() ? floatingPoint(header, Tag.DoubleFloatPixelPaddingValue,
				Tag.DoubleFloatPixelPaddingRangeLimit) : single;
		}
		final Optional<Long> value = header.wholeNumber(Tag.PixelPaddingValue);
		if (value.isEmpty()) return Padding.NONE;
		if (bits.isEmpty()) throw header.problem(Tag.PixelPaddingValue, "is " + value.get(),
			"BitsAllocated beside it, to read it with");
		final long limit = header.wholeNumber(Tag.PixelPaddingRangeLimit).orElse(value.get());
		return Padding.ofPixelPaddingRange(value.get(), limit, bits.get().allocated(), bits.get().signed());
	}

	private static Padding floatingPoint(final Attributes header, final int valueTag, final int limitTag) {
		final OptionalDouble value = header.number(valueTag);
		if (value.isEmpty()) return Padding.NONE;
		final OptionalDouble limit = header.number(limitTag);
		return limit.isEmpty() ? Padding.ofValue((float) value.getAsDouble()) : Padding.ofRange((float) value.getAsDouble(),
			(float) limit.getAsDouble());
	}
}
