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
package io.github.hounsfield.intensity;

import java.util.List;
import java.util.function.IntFunction;

/**
 * How the stored values of each slice of an image become HU, and which of them are padding. A slice is a plane of
 * dimensions 0 and 1; slices are counted from 0 along dimension 2, then 3 and so on, dimension 2 fastest.
 * <p>
 * Several threads call the functions at once, a few times for each slice. The functions must allow that, and give equal
 * answers to equal questions.
 *
 * @param transform slice index to Modality LUT; never null
 * @param padding slice index to what is padding in that slice; never null
 */
public record SliceTransforms(IntFunction<? extends ModalityTransform> transform,
	IntFunction<? extends Padding> padding)
{

	/** An image that is in HU already, without padding. */
	public static final SliceTransforms IDENTITY = of(ModalityTransform.identity());

	/** One transform for all slices, no padding. */
	public static SliceTransforms of(final ModalityTransform transform) {
		return of(transform, Padding.NONE);
	}

	/** One transform and one padding for all slices. */
	public static SliceTransforms of(final ModalityTransform transform, final Padding padding) {
		return new SliceTransforms(slice -> transform, slice -> padding);
	}

	/**
	 * One transform for each slice, no padding.
	 *
	 * @param transforms by slice index; converting a slice beyond the last one is an {@link IntensityException}
	 */
	public static SliceTransforms of(final List<? extends ModalityTransform> transforms) {
		final List<ModalityTransform> all = List.copyOf(transforms);
		return new SliceTransforms(slice -> {
			if (slice >= all.size()) throw new IntensityException("no rescale; there are only those of " + all
				.size() + " slices", slice);
			return all.get(slice);
		}, slice -> Padding.NONE);
	}

	/** These transforms with one padding for all slices. */
	public SliceTransforms withPadding(final Padding everySlice) {
		return new SliceTransforms(transform, slice -> everySlice);
	}

	/** These transforms with a padding for each slice. */
	public SliceTransforms withPadding(final IntFunction<? extends Padding> eachSlice) {
		return new SliceTransforms(transform, eachSlice);
	}
}
