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

/** Makes findings about frames at known places. */
final class Findings {

	private Findings() {}

	static Finding of(final Kind kind, final Frame frame, final int z, final double found, final double expected,
		final String detail)
	{
		return new Finding(kind, List.of(place(frame, z)), found, expected, List.of(), detail);
	}

	static Finding of(final Kind kind, final List<Frame> slices, final int first, final int second, final double found,
		final double expected)
	{
		return new Finding(kind, List.of(place(slices.get(first), first), place(slices.get(second), second)), found,
			expected, List.of(), "");
	}

	/** A finding about files whose slices are not known yet. */
	static Finding of(final Kind kind, final List<String> names, final String detail) {
		return Finding.of(kind, names.stream().map(Place::of).toList(), detail);
	}

	/** @param z index of the slice, from 0 */
	static Place place(final Frame frame, final int z) {
		return Place.of(frame.name(), z + 1);
	}
}
