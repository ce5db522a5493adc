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

import ij.measure.Calibration;

/**
 * This suite's line at the end of a header text. It says what the pixels are, and goes with the header into copies,
 * substacks and TIFF files.
 */
public enum ValueMeaning {
	/** Stored values, before the Modality LUT. */
	STORED("stored values"),
	/** The same in an image whose 16-bit pixels are stored values + 32768, ImageJ's form of signed values. */
	STORED_WITH_OFFSET("stored values + 32768"),
	/** The same in an image that was opened as 32-bit, and not made so by Image > Type > 32-bit. */
	STORED_IN_32_BITS("stored values in 32 bits"),
	/** Hounsfield units, after it. */
	HU("HU"),
	/** Grey levels of a window. */
	WINDOWED("windowed grey levels"),
	/** Hounsfield units scaled for a network. */
	NORMALIZED("normalized"),
	/** Labels of a mask, which say where something is. */
	LABELS("labels of a mask");

	private static final String KEY = "Hounsfield  Pixel values: ";

	private static final String BEGIN = "Hounsfield  Pixel ";

	/**
	 * A further line in the Info of an image whose slices differ in rescale or padding. It says that the header serves
	 * the first slice alone.
	 */
	private static final String FIRST_SLICE_ONLY = "Hounsfield  Other slices: rescale and padding are in their labels\n";

	private static final String CALIBRATION = "Hounsfield ";

	private final String text;

	ValueMeaning(final String text) {
		this.text = text;
	}

	/** The header's text, its line set to this meaning; it serves all slices then. */
	public String mark(final String header) {
		final String bare = withoutPixels(header).replace(FIRST_SLICE_ONLY, "");
		return bare + (bare.isEmpty() || bare.endsWith("\n") ? "" : "\n") + KEY + text + "\n";
	}

	/** Without the lines that say something of pixels: the meaning, {@link PixelDigest} and {@link PlaceDigest}. */
	private static String withoutPixels(final String header) {
		final StringBuilder others = new StringBuilder();
		int from = 0;
		for (int at = header.indexOf(BEGIN); at >= 0; at = header.indexOf(BEGIN, Math.max(from, at + 1))) {
			if (at > 0 && header.charAt(at - 1) != '\n') continue;
			others.append(header, from, at);
			final int end = header.indexOf('\n', at);
			from = end < 0 ? header.length() : end + 1;
		}
		return from == 0 ? header : others.append(header, from, header.length()).toString();
	}

	/** A marked header's text that says to serve the first slice alone. */
	public static String markFirstSliceOnly(final String header) {
		return header + FIRST_SLICE_ONLY;
	}

	/** Whether a header's text serves the first slice alone. */
	public static boolean isFirstSliceOnly(final String header) {
		return header.contains(FIRST_SLICE_ONLY);
	}

	/** Marks a calibration too. It goes with pixels where headers do not: into projections and reslices. */
	public void mark(final Calibration calibration) {
		calibration.info = CALIBRATION + text;
	}

	/** @return the meaning that a calibration is marked with, or null where it is not */
	static ValueMeaning of(final Calibration calibration) {
		for (final ValueMeaning meaning : values())
			if ((CALIBRATION + meaning.text).equals(calibration.info)) return meaning;
		return null;
	}

	/** Whether the values are stored values of the file, in any type. */
	boolean isStored() {
		return this == STORED || this == STORED_WITH_OFFSET || this == STORED_IN_32_BITS;
	}

	/** What the pixels of an image are, null standing for an image that says nothing. */
	public static String describe(final ValueMeaning meaning) {
		return meaning == null ? "values of another reader" : meaning.text;
	}

	/** @return the meaning that a header's text names, or null where it names none */
	public static ValueMeaning of(final String header) {
		if (header == null) return null;
		for (final ValueMeaning meaning : values())
			if (header.contains(KEY + meaning.text + "\n")) return meaning;
		return null;
	}
}
