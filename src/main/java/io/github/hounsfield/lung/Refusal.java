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
package io.github.hounsfield.lung;

import java.util.ArrayList;
import java.util.List;

/** Says why no lung was found: what there was, and why no component was lung. */
final class Refusal {

	/** At most so many components are named. */
	private static final int NAMED = 5;

	private final InnerAir air;
	private final Components components;
	private final List<Candidate> candidates;
	private final PatientGrid grid;
	private final LungMaskOptions options;
	private final String biggest;

	/** @param biggest the component that comes nearest to the minimum, if none reaches it */
	Refusal(final InnerAir air, final Components components, final List<Candidate> candidates, final PatientGrid grid,
		final LungMaskOptions options, final String biggest)
	{
		this.air = air;
		this.components = components;
		this.candidates = candidates;
		this.grid = grid;
		this.options = options;
		this.biggest = biggest;
	}

	LungException exception() {
		final String threshold = Text.number(options.threshold()) + " HU";
		final String range = "the volume goes from " + Text.number(air.least()) + " to " + Text.number(air.greatest()) +
			" HU";
		if (air.under() == 0) return new LungException("no lung: no voxel is under " + threshold + "; " + range,
			"a chest in HU");
		if (air.greatest() < options.threshold()) return new LungException("no lung: every voxel is under " + threshold +
			", so there is no body around; " + range, "a chest in HU");
		if (components.count() == 0) return new LungException("no lung: all that is under " + threshold +
			" is connected with the border of its slice", "lungs with the whole chest around them");
		final double minimum = options.minimumMl(grid.lengthMm());
		if (candidates.isEmpty()) return new LungException("no lung: of " + Text.count(components.count(), "component") +
			" under " + threshold + " inside the body none has " + Text.number(minimum) + " ml; the biggest: " + biggest,
			LungException.Remedy.LOWER_MINIMUM);
		return new LungException("no lung: " + ofNoDensity(threshold, minimum), candidates.stream().anyMatch(
			Candidate::isDoubtful) ? LungException.Remedy.TAKE_DOUBTFUL : LungException.Remedy.NONE);
	}

	private String ofNoDensity(final String threshold, final double minimum) {
		final List<String> reasons = new ArrayList<>();
		for (final Candidate candidate : candidates.subList(0, Math.min(NAMED, candidates.size())))
			reasons.add(candidate.toString());
		return Text.count(candidates.size(), "component") + " of " + Text.number(minimum) +
			" ml or more under " + threshold + " inside the body, and none has a core over " + Text.number(
				Candidate.THINNEST_LUNG) + " up to " + Text.number(Candidate.DENSEST_LUNG) + " HU: " + String.join("; ",
					reasons) + (candidates.size() > NAMED ? "; and others" : "");
	}
}
