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

import io.github.hounsfield.attributes.VoiLutRule;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.VoiTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The windows that an image's own header proposes (PS3.3 C.11.2), then its VOI LUTs. */
public final class ImageWindows {

	/**
	 * @param name explanation of the header, or W and L; each window of a slice has another
	 * @param usable values after the Modality LUT to grey levels; empty where the standard does not allow the window
	 * @param problem why it is not allowed
	 */
	public record Named(String name, Optional<VoiTransform> usable, String problem) {

		/** @throws ImageException where the window is not usable; says why */
		public VoiTransform transform() {
			return usable.orElseThrow(() -> new ImageException("window " + name + " of the header: " + problem));
		}
	}

	private ImageWindows() {}

	/**
	 * @param slice index of the slice, from 0
	 * @return the slice's windows in the order of its header, none where it has none
	 */
	public static List<Named> of(final ImageValues values, final int slice) {
		final List<Named> windows = new ArrayList<>();
		for (final VoiLutRule.Suggestion suggestion : values.windows(slice)) {
			final String plain = suggestion.levels().isEmpty() ? "VOI LUT" : suggestion.levels();
			final String name = suggestion.explanation().isEmpty() ? plain : suggestion.explanation();
			windows.add(new Named(unique(windows, name, suggestion.levels().isEmpty() ? "table" : plain), suggestion.transform(),
				suggestion.problem().map(Problem::toString).orElse("")));
		}
		return windows;
	}

	/** @param more what tells a window from another one of the same name */
	private static String unique(final List<Named> windows, final String name, final String more) {
		String unique = name;
		for (int n = windows.size() + 1; isTaken(windows, unique); n++)
			unique = unique.equals(name) && !more.equals(name) ? name + " (" + more + ")" : name + " (" + n + ")";
		return unique;
	}

	private static boolean isTaken(final List<Named> windows, final String name) {
		return windows.stream().anyMatch(window -> window.name().equals(name));
	}
}
