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
package io.github.hounsfield.imagej.pixels;

import ij.ImagePlus;
import java.util.List;

/**
 * What this suite did to an image, a line of its own for each step in the image's Info, where copies and TIFF files
 * keep it. Steps name numbers and methods, never a patient or a file.
 */
public final class ImageSteps {

	private static final String KEY = "Hounsfield  Step: ";

	private ImageSteps() {}

	/** Adds a step at the end. */
	public static void add(final ImagePlus image, final String step) {
		final String info = image.getInfoProperty();
		final String before = info == null ? "" : info;
		image.setProperty("Info", before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + KEY + step + "\n");
	}

	/** All steps, the first one first. */
	public static List<String> of(final ImagePlus image) {
		final String info = image.getInfoProperty();
		return info == null ? List.of() : info.lines().filter(line -> line.startsWith(KEY)).map(line -> line.substring(KEY
			.length())).toList();
	}
}
