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
package io.github.hounsfield.host;

import ij.ImagePlus;
import ij.gui.HistogramWindow;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.imagej.pixels.ImageException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of parameters that a macro may have filled with anything. */
public final class Inputs {

	private Inputs() {}

	/** Whether a file or folder was given at all. */
	public static boolean isGiven(final File file) {
		return file != null && !file.getPath().isBlank();
	}

	/** What is said where no image is open, and an action works on one. */
	public static String noImage(final String label) {
		return "No image is open, and " + label + " works on one. Open one with Plugins > Hounsfield > Open DICOM Series " +
			"or Open Sample, or with File > Open";
	}

	/**
	 * What is said where the image is a plot: HU Histogram leaves its own in front, as ImageJ's Histogram does.
	 *
	 * @return empty where it is none, or null
	 */
	public static Optional<String> plot(final ImagePlus image, final String label) {
		final boolean isPlot = image != null && (image.getProperty(Plot.PROPERTY_KEY) != null || image
			.getWindow() instanceof PlotWindow || image.getWindow() instanceof HistogramWindow);
		if (!isPlot) return Optional.empty();
		return Optional.of("'" + image.getTitle() + "' is a plot, and " + label + " works on an image. " + (DomainCommand
			.isDialog() ? "Click on the window of the image first." : "Select the image first, by selectImage."));
	}

	/** @return empty where the text is blank; otherwise the number in it */
	public static Optional<Double> number(final String parameter, final String text) {
		if (text == null || text.isBlank()) return Optional.empty();
		try {
			final double number = Double.parseDouble(text.trim());
			if (Double.isFinite(number)) return Optional.of(number);
		}
		catch (final NumberFormatException e) {
			// said below, with the parameter's name
		}
		throw new ImageException(parameter + " is '" + text + "'", "a number");
	}

	public static double inRange(final String parameter, final double value, final double min, final double max) {
		if (value >= min && value <= max) return value;
		throw new ImageException(parameter + " is " + value, min + " to " + max);
	}

	public static int inRange(final String parameter, final int value, final int min, final int max) {
		if (value >= min && value <= max) return value;
		throw new ImageException(parameter + " is " + value, min + " to " + max);
	}

	/** @throws ImageException where there is no such file or folder; names parameter and path */
	public static void existing(final String parameter, final File path) {
		if (path == null || path.getPath().isBlank()) throw new ImageException(parameter +
			" is missing", "a folder or a file");
		if (!path.exists()) throw new ImageException(Problem.of(parameter + ": there is no such folder or file").quote("'" +
			path + "'" + FileNames.hint(path)));
	}

	/**
	 * @param more further folders or files, divided by semicolons; may be blank
	 * @return all of them
	 * @throws ImageException where one is not there; names parameter and path
	 */
	public static List<Path> existing(final File path, final String more) {
		existing("path", path);
		final List<Path> all = new ArrayList<>(List.of(path.toPath()));
		for (final String one : more == null ? new String[0] : more.split(";")) {
			if (one.isBlank()) continue;
			final File file = FileNames.of(one);
			existing("more", file);
			all.add(file.toPath());
		}
		return all;
	}
}
