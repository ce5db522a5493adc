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
import java.util.List;

/** Makes findings about frames at known places. */
final class Findings {

	private Findings() {}

	static Finding of(final Kind kind, final Frame frame, final int z, final double found, final double expected,
		final String detail)
	{
		return new Finding(kind, List.of(frame.name()), List.of(slice(z)), found, expected, detail);
	}

	static Finding of(final Kind kind, final List<Frame> slices, final int first, final int second, final double found,
		final double expected)
	{
		return new Finding(kind, List.of(slices.get(first).name(), slices.get(second).name()), List.of(slice(first), slice(
			second)), found, expected, "");
	}

	/** Of files that are in no series. */
	static Finding of(final Kind kind, final List<String> names, final String detail) {
		return new Finding(kind, names, names.stream().map(name -> "a file").toList(), Double.NaN, Double.NaN, detail);
	}

	/** What a slice is called where its file's name must not be said; counted from 1. */
	static String slice(final int z) {
		return "slice " + (z + 1);
	}
}
