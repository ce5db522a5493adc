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
package io.github.hounsfield.series;

import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding.Place;
import java.util.List;
import java.util.Optional;

/** Whether the images that make one slice of a hyperstack really lie at one place. */
final class PositionAgreement {

	private PositionAgreement() {}

	/** @param arrangement of frames with planes */
	static Optional<Finding> find(final OrderedFrames arrangement) {
		final int sizeC = arrangement.channels().size();
		final int perTime = arrangement.frames().size() / arrangement.times().size();
		double furthest = Tolerances.LINE_MM;
		Finding finding = null;
		for (int i = 0; i < arrangement.frames().size(); i++) {
			final int z = i % perTime / sizeC;
			final Frame first = arrangement.frames().get(z * sizeC);
			final Frame other = arrangement.frames().get(i);
			final double apart = other.plane().orElseThrow().position().minus(first.plane().orElseThrow().position()).length();
			if (apart <= furthest) continue;
			furthest = apart;
			finding = new Finding(Kind.SHIFTED, List.of(Findings.place(first, z), new Place(other.name(), 0,
				"another channel or time of it")), apart, Tolerances.LINE_MM, List.of(), "");
		}
		return Optional.ofNullable(finding);
	}
}
