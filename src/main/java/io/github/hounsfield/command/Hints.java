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

import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.series.NoSuchSeriesException;
import io.github.hounsfield.volume.NotEnoughMemoryException;
import java.util.Map;

/** What helps, in terms of the menu and of the actions' keys: the only place that knows both. */
public final class Hints {

	private Hints() {}

	/** What stands in a macro, and what a person sees in its place. */
	private static final Map<String, String> LABELS = Map.of("with force=true", "with 'Convert what is not CT' ticked",
		"with virtual=true", "with 'Virtual stack' ticked", "output=[16-bit signed]", "Output: 16-bit signed",
		"mode=[8-bit image]", "Mode: 8-bit image", "with untilt=true", "with 'Straighten a tilted gantry' ticked",
		"with resample=even", "with Resample: even", "with slope and intercept by hand",
		"with Slope and Intercept typed in");

	/**
	 * @param dialog whether a person reads it, who knows labels, and not a macro's author, who knows keys
	 * @return a clause without full stop, empty where nothing helps
	 */
	public static String of(final Exception problem, final boolean dialog) {
		String text = of(problem);
		if (dialog) for (final Map.Entry<String, String> label : LABELS.entrySet())
			text = text.replace(label.getKey(), label.getValue());
		return text;
	}

	/** @return a clause with the keys of macros, without full stop, empty where nothing helps */
	public static String of(final Exception problem) {
		if (problem instanceof NotEnoughMemoryException)
			return "open it with virtual=true, or give Java more memory (Edit > Options > Memory & Threads)";
		if (problem instanceof NoSuchSeriesException none) return none.isOfNoSeries()
			? "choose the folder that holds the DICOM files of the slices" : "";
		return problem instanceof ImageException image ? of(image.remedy()) : "";
	}

	private static String of(final Remedy remedy) {
		return switch (remedy) {
			case NONE -> "";
			case TAKE_HALF_THE_MEMORY -> "run Convert to HU with output=[16-bit signed], which takes half of it, or open the " +
				"series with virtual=true, of which a virtual stack comes";
			case OPEN_VIRTUAL -> "open the series with virtual=true, or give Java more memory (Edit > Options > Memory & " +
				"Threads)";
			case CONVERT_BY_HAND -> "run Convert to HU with slope and intercept by hand";
			case CONVERT_BY_HAND_OR_FORCE -> "run Convert to HU with slope and intercept by hand, or with force=true";
			case FORCE -> "Convert to HU with force=true converts it all the same";
			case CONVERT_BEFORE -> "run Convert to HU before such steps";
			case CONVERT_SOURCE_BEFORE -> "run Convert to HU on that image before";
			case CONVERT_SOURCE -> "run Convert to HU on the image that it was made from";
			case CONVERT_EACH -> "run Convert to HU on each of them before";
			case CONVERT_TO_16_BIT -> "run Convert to HU with output=[16-bit signed] instead";
			case OPEN_WITH_THIS_READER -> "open the file with Open DICOM Series";
			case OPEN_WITH_THIS_READER_OR_BY_HAND -> "if it is of a DICOM file, open the file with Open DICOM Series; " +
				"otherwise run Convert to HU with slope and intercept by hand and force=true";
			case OPEN_WITH_THIS_READER_OR_CONVERT_SOURCE -> "run Convert to HU on the image that it was made from; if it " +
				"is of a " +
				"DICOM file, open the file with Open DICOM Series";
			case OPEN_AGAIN -> "open the series again";
			case OPEN_AGAIN_AND_CONVERT_BEFORE -> "open the series again and run Convert to HU before such steps";
			case USE_SOURCE -> "use the image it was made from";
			case CONVERT_OR_8_BIT -> "run Convert to HU first, or use mode=[8-bit image]";
			case CONVERT_THIS -> "run Convert to HU before";
			case OPEN_UPRIGHT -> "open the series with untilt=true before";
			case OPEN_FOLLOWED -> "Open DICOM Series makes images whose crops can be followed";
			case OPEN_EVEN -> "open the series with resample=even, or keep slices at equal distances only";
		};
	}
}
