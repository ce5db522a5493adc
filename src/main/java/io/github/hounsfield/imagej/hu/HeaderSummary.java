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
package io.github.hounsfield.imagej.hu;

import ij.ImagePlus;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the header of the slice that is shown says of its values, for the dialog of a conversion. */
public final class HeaderSummary {

	private HeaderSummary() {}

	/**
	 * @return slope and intercept, what is padding, and what each choice makes of it; sentences without the last full stop
	 */
	public static String of(final ImagePlus image) {
		final List<String> said = new ArrayList<>();
		try {
			final ImageValues values = ImageValues.of(image);
			final int slice = image.getCurrentSlice() - 1;
			final ModalityTransform transform = values.transform(slice);
			said.add(transform instanceof Rescale rescale ? "slope " + number(rescale.slope()) + ", intercept " + number(rescale
				.intercept()) : "a lookup table gives HU");
			final var plane = new SlicePixels(image, values).unchecked().plane(slice);
			said.add(padding(values.padding(slice, plane, transform), plane.values(), transform));
			values.requireHu().ifPresent(said::add);
		}
		catch (final ImageException | IntensityException e) {
			said.add(e.getMessage());
		}
		return said.get(0) + said.stream().skip(1).map(sentence -> ". " + Character.toUpperCase(sentence.charAt(0)) + sentence
			.substring(1)).collect(Collectors.joining());
	}

	private static String padding(final Padding padding, final double[] stored, final ModalityTransform transform) {
		final long count = Arrays.stream(stored).filter(padding::contains).count();
		if (padding.isNone() || count == 0) return "This slice has no padding";
		final double kept = Arrays.stream(stored).filter(padding::contains).findFirst().orElseThrow();
		return "Padding is " + padding.ranges().stream().map(HeaderSummary::range).collect(Collectors.joining(" and ")) +
			" (" + count + (count == 1 ? " pixel" : " pixels") + " of this slice): Air makes it " + number(
				PaddingMode.AIR_HU) + " HU, Zero before rescale " + number(transform.apply(0)) + " HU, Keep " + number(transform
					.apply(kept)) + " HU";
	}

	private static String range(final Padding.Range range) {
		return range.min() == range.max() ? "the stored value " + number(range.min()) : "stored values from " + number(range
			.min()) + " to " + number(range.max());
	}

	private static String number(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
	}
}
