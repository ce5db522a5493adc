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
package io.github.hounsfield.command;

import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.lung.DensityOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns parameters of macros and dialogs into options of lungs. */
final class LungChoice {

	static final String REMOVE = "remove";
	static final String KEEP = "keep";

	private LungChoice() {}

	static boolean removes(final String airways) {
		if (!List.of(REMOVE, KEEP).contains(airways)) throw new ImageException("airways is '" + airways +
			"'", "one of 'remove', 'keep'");
		return REMOVE.equals(airways);
	}

	static DensityOptions density(final boolean sides, final String thresholds, final String percentiles,
		final boolean thirds, final boolean clusters, final String reference)
	{
		final Optional<Double> ml = Inputs.number("reference", reference);
		return DensityOptions.DEFAULT.withSides(sides).withThresholds(numbers("thresholds", thresholds, "-950,-910"))
			.withPercentiles(numbers("percentiles", percentiles, "15")).withThirds(thirds).withClusters(clusters)
			.withReferenceMl(ml.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
	}

	/** Numbers with commas between, at least one. */
	private static List<Double> numbers(final String parameter, final String text, final String example) {
		if (text == null || text.isBlank()) throw new ImageException(parameter + " is empty", "numbers with commas " +
			"between, such as " + example);
		final List<Double> numbers = new ArrayList<>();
		for (final String part : text.split(",", -1))
			numbers.add(Inputs.number(parameter, part).orElseThrow(() -> new ImageException(parameter + " is '" + text +
				"'", "numbers with commas between, such as " + example)));
		return numbers;
	}
}
