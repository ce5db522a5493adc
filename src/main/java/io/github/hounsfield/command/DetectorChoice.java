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

import io.github.hounsfield.haar.CascadeReader;
import io.github.hounsfield.haar.DetectionParameters;
import io.github.hounsfield.haar.FaceDetector;
import io.github.hounsfield.haar.ShippedCascade;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.imagej.pixels.ImageException;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search for faces by the parameters of an action. Detect Faces and Blur Detected Faces both declare these parameters
 * on purpose. SciJava lists a superclass's parameters first. So a common superclass would put the search first in
 * Blur's dialog, and change the order of recorded keys.
 *
 * @param cascade name of a shipped one
 * @param file another cascade in its place; null or blank for none
 * @param scale ratio of a window size to the one before, 1.01 to 10
 * @param neighbors windows that must agree, 0 to 1000
 * @param minsize smallest face in pixels; 0 for no limit
 * @param maxsize largest face in pixels; 0 for no limit
 */
record DetectorChoice(String cascade, File file, double scale, int neighbors, int minsize, int maxsize) {

	/** Also what a dialog records beside another file. */
	static final String DEFAULT = "frontalface_alt";

	private static final double LARGEST_SCALE = 10;

	/**
	 * Refuses a cascade that another file makes idle.
	 *
	 * @param given keys of the macro or script
	 */
	static void requireNoneIdle(final Set<String> given, final String cascade, final File file) {
		final boolean idle = given.contains("cascade") && !DEFAULT.equals(cascade) && Inputs.isGiven(file);
		if (idle) throw new ImageException("cascade is '" + cascade + "', but file names another one; give one of the two");
	}

	/**
	 * @throws ImageException where a parameter is not allowed; names it, what was given and what is allowed
	 * @throws IOException where the file cannot be read or is no cascade of Haar features
	 */
	FaceDetector detector() throws IOException {
		if (!Inputs.isGiven(file)) return shipped().detector(parameters());
		if (!file.isFile()) throw new ImageException("file is '" + file + "'; there is no such file");
		return new FaceDetector(CascadeReader.read(file.toPath()), parameters());
	}

	/** What is looked for, as boxes are named after it. */
	String name() {
		final String source = Inputs.isGiven(file) ? file.getName().replaceFirst("(?i)^haarcascade_", "").replaceFirst(
			"(?i)\\.xml$", "")
			: cascade;
		if (source.startsWith("frontalface")) return "Face";
		if (source.startsWith("profileface")) return "Profile";
		if (source.startsWith("eye") || source.contains("eye_")) return "Eye";
		final String words = source.replace('_', ' ').strip();
		return words.isEmpty() ? "Box" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private ShippedCascade shipped() {
		for (final ShippedCascade shipped : ShippedCascade.values())
			if (name(shipped).equals(cascade)) return shipped;
		throw new ImageException("cascade is '" + cascade + "'", "one of " + Arrays.stream(ShippedCascade.values()).map(
			DetectorChoice::name).collect(Collectors.joining(", ")));
	}

	private static String name(final ShippedCascade shipped) {
		return shipped.name().toLowerCase(Locale.ROOT);
	}

	private DetectionParameters parameters() {
		Inputs.inRange("scale", scale, 1.01, LARGEST_SCALE);
		Inputs.inRange("neighbors", neighbors, 0, 1000);
		Inputs.inRange("minsize", minsize, 0, Integer.MAX_VALUE);
		Inputs.inRange("maxsize", maxsize, 0, Integer.MAX_VALUE);
		if (maxsize > 0 && maxsize < minsize) throw new ImageException("maxsize is " + maxsize + ", less than minsize " +
			minsize);
		return new DetectionParameters(scale, neighbors, minsize, minsize, maxsize, maxsize);
	}
}
