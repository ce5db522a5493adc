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

/**
 * Maps a stored value of one slice to HU, and replaces padding.
 *
 * @param transform the slice's Modality LUT
 * @param padding what is padding in the slice
 * @param mode what padding becomes
 */
record SliceFunction(ModalityTransform transform, Padding padding, PaddingMode mode) {

	static SliceFunction of(final SliceTransforms transforms, final int slice, final PaddingMode mode) {
		return new SliceFunction(transforms.transform().apply(slice), transforms.padding().apply(slice), mode);
	}

	double hu(final double stored) {
		return mode != PaddingMode.KEEP && padding.contains(stored) ? replacement() : transform.apply(stored);
	}

	/** Replaces each of the first stored values by its {@link #hu}. */
	void hu(final double[] values, final int length) {
		if (mode == PaddingMode.KEEP || padding.isNone()) {
			transform.apply(values, length);
			return;
		}
		final double replacement = replacement();
		for (int i = 0; i < length; i++)
			values[i] = padding.contains(values[i]) ? replacement : transform.apply(values[i]);
	}

	/** What padding becomes, in any mode but KEEP. */
	double replacement() {
		return switch (mode) {
			case AIR -> PaddingMode.AIR_HU;
			case ZERO_BEFORE_RESCALE -> transform.apply(0);
			case NAN -> Double.NaN;
			case KEEP -> throw new IllegalStateException("padding that is kept has no replacement");
		};
	}
}
