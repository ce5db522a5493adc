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
import io.github.hounsfield.derived.Quantization;
import io.github.hounsfield.derived.Scaling;
import io.github.hounsfield.derived.StoredFormat;
import io.github.hounsfield.derived.StoredPlane;
import io.github.hounsfield.derived.ValueRange;
import io.github.hounsfield.dicom.ParameterException;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.work.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Values of 32 bits, stored in 16 with one slope and intercept for all slices. */
final class RoundedValues implements SavedPixels {

	private final ImageKind kind;
	private final IntFunction<float[]> values;
	private final String photometric;
	private final ValueRange[] ranges;
	private final Quantization quantization;
	private final Scaling scaling;
	private final String unit;

	/**
	 * Looks at all values once.
	 *
	 * @param values of each slice, in their unit
	 * @param unit Rescale Type, empty where it is not known
	 * @throws ImageException where a value is infinite
	 */
	RoundedValues(final ImageKind kind, final int count, final IntFunction<float[]> values, final String photometric,
		final String unit, final Workers workers)
	{
		this.kind = kind;
		this.values = values;
		this.photometric = photometric;
		this.unit = unit;
		ranges = new ValueRange[count];
		workers.run(count, () -> slice -> ranges[slice] = range(slice));
		ValueRange all = ValueRange.EMPTY;
		for (final ValueRange range : ranges)
			all = all.and(range);
		if (all.isEmpty()) throw new ImageException("the image holds no value but NaN, so that nothing is to be saved");
		quantization = Quantization.of(all, kind == ImageKind.PET);
		scaling = new Scaling(quantization.slope(), quantization.intercept(), unit);
	}

	private ValueRange range(final int slice) {
		try {
			return ValueRange.of(values.apply(slice));
		}
		catch (final ParameterException e) {
			throw new ImageException("slice " + (slice + 1) + " in the order of the series: " + e.problem().found(), e
				.problem().expected());
		}
	}

	/** The step between two values that can be told apart; 0 where every value comes back exactly. */
	double step() {
		return quantization.isExact() ? 0 : quantization.slope();
	}

	@Override
	public ImageKind kind() {
		return kind;
	}

	@Override
	public StoredFormat format() {
		return quantization.format(photometric);
	}

	@Override
	public Optional<Scaling> scaling(final int slice) {
		return Optional.of(scaling);
	}

	@Override
	public StoredPlane plane(final int slice, final byte[] bytes) {
		return quantization.store(values.apply(slice), ranges[slice], bytes);
	}

	@Override
	public List<String> notes() {
		final String named = unit.isEmpty() ? "" : " " + unit;
		final String how = quantization.isExact() ? "stored exactly" : "rounded to steps of " + (float) quantization
			.slope() + named;
		return List.of("values are " + how + ", with slope " + quantization.slope() + " and intercept " + quantization
			.intercept() + (quantization.padding().isPresent() ? "; NaN is Pixel Padding Value " + quantization.padding()
				.getAsInt() : ""));
	}
}
