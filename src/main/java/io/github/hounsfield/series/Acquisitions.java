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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds slices of two acquisitions that lie between each other. Two volumes, offset by half a spacing, look like one of
 * half the spacing. Only Acquisition Number (0020,0012) tells.
 */
final class Acquisitions {

	/** The places of the first and the last slice, from 0. */
	private record Extent(int first, int last) {

		boolean overlaps(final Extent other) {
			return first < other.last && other.first < last;
		}
	}

	private Acquisitions() {}

	/** @param slices of one channel and time, in order */
	static Optional<Finding> find(final List<Frame> slices) {
		final TreeMap<FrameAttribute.Value, Extent> extents = new TreeMap<>();
		for (int i = 0; i < slices.size(); i++) {
			final FrameAttribute.Value number = FrameAttribute.ACQUISITION_NUMBER.of(slices.get(i));
			if (number == null) return Optional.empty();
			final Extent before = extents.get(number);
			extents.put(number, new Extent(before == null ? i : before.first, i));
		}
		if (extents.size() < 2) return Optional.empty();
		final List<Extent> sorted = new ArrayList<>(extents.values());
		sorted.sort((a, b) -> Integer.compare(a.first, b.first));
		Extent furthest = null;
		for (final Extent one : sorted) {
			if (furthest != null && furthest.overlaps(one)) return Optional.of(Findings.of(Kind.INTERLEAVED, slices,
				furthest.first, one.first, extents.size(), Double.NaN));
			if (furthest == null || one.last > furthest.last) furthest = one;
		}
		return Optional.empty();
	}
}
