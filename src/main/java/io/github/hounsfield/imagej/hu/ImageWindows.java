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

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.VoiLut;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The windows that an image's own header proposes (PS3.3 C.11.2): each of several, then its VOI LUT. */
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
	 * @throws ImageException where centers and widths do not go together
	 */
	public static List<Named> of(final ImageValues values, final int slice) {
		final HeaderText header = values.header(slice);
		final double[] centers = header.numbers(Tag.WindowCenter);
		final double[] widths = header.numbers(Tag.WindowWidth);
		if (centers.length != widths.length) throw new ImageException("slice " + (slice + 1) + " has " + centers.length +
			" values of WindowCenter, but " + widths.length + " of WindowWidth");
		final VoiLutFunction function = VoiLutFunction.ofDefinedTerm(header.value(Tag.VOILUTFunction).orElse(null));
		final String[] names = header.value(Tag.WindowCenterWidthExplanation).orElse("").split("\\\\");
		// of several windows, ImageJ's own reader leaves the first out, and not its name
		final int first = values.isOfAnotherReader() && names.length == centers.length + 1 ? 1 : 0;
		final List<Named> windows = new ArrayList<>();
		for (int i = 0; i < centers.length; i++) {
			final double center = centers[i];
			final double width = widths[i];
			final String name = first + i < names.length ? names[first + i].trim() : "";
			final String levels = "W " + number(width) + ", L " + number(center);
			add(windows, name.isEmpty() ? levels : name, levels, () -> new Window(center, width, function));
		}
		try {
			for (final VoiLut table : header.voiLuts(values.mapsSigned(slice)))
				add(windows, table.explanation().isEmpty() ? "VOI LUT" : table.explanation(), "table", () -> table);
		}
		catch (final ImageException | IntensityException e) {
			windows.add(new Named("VOI LUT", Optional.empty(), e.getMessage()));
		}
		return windows;
	}

	/** @param more what tells a window from another one of the same name */
	private static void add(final List<Named> windows, final String name, final String more,
		final Supplier<VoiTransform> transform)
	{
		String unique = name;
		for (int n = windows.size() + 1; isTaken(windows, unique); n++)
			unique = unique.equals(name) && !more.equals(name) ? name + " (" + more + ")" : name + " (" + n + ")";
		try {
			windows.add(new Named(unique, Optional.of(transform.get()), ""));
		}
		catch (final IntensityException e) {
			windows.add(new Named(unique, Optional.empty(), e.getMessage()));
		}
	}

	private static boolean isTaken(final List<Named> windows, final String name) {
		return windows.stream().anyMatch(window -> window.name().equals(name));
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}
}
