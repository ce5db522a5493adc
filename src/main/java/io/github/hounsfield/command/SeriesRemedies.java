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

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.host.ByPerson;
import io.github.hounsfield.host.MacroText;
import io.github.hounsfield.host.Outputs;
import io.github.hounsfield.imagej.open.FindingsText;
import io.github.hounsfield.imagej.open.FindingsWindow;
import io.github.hounsfield.imagej.open.FindingsWindow.Remedy;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Finding.Kind;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Help for a series with warnings: buttons beside its image that run an action of the menu, as a macro would.
 *
 * @param label of the action that opened the series
 * @param options of that action, by key, as they would open this series alone
 * @param list options of List DICOM Series for the same files; empty where it cannot list them
 */
record SeriesRemedies(String label, Map<String, String> options, Map<String, String> list) {

	static final String STRAIGHTEN = "Straighten";
	static final String EVEN_SPACING = "Even spacing";
	static final String LEFT_OUT = "Show left-out files";

	private static final Set<Kind> UNEVEN = EnumSet.of(Kind.UNEVEN_SPACING, Kind.GAP);

	/** Shows the window beside the image if there are warnings. Call it only if a person looks on. */
	void show(final ImagePlus image, final List<Finding> findings, final Wording wording) {
		if (!FindingsText.isNeeded(findings) || Interpreter.isBatchMode()) return;
		FindingsWindow.showWith(image, FindingsText.html(image.getTitle() + ", " + image.getStackSize() + (image
			.getStackSize() == 1 ? " slice" : " slices"), findings, wording, kind -> guide(kind, findings).effect(),
			kind -> advice(guide(kind, findings))), remedies(findings, new WeakReference<>(image)));
	}

	/** What a kind means for this image: a gap that interpolated slices fill does not shorten the volume any more. */
	private static FindingGuide guide(final Kind kind, final List<Finding> findings) {
		final boolean isFilled = kind == Kind.GAP && has(findings, EnumSet.of(Kind.RESAMPLED));
		return isFilled ? FindingGuide.FILLED_GAP : FindingGuide.of(kind);
	}

	/** Opens the series again, as the image that warns is shown. */
	private void again(final String key, final String value, final WeakReference<ImagePlus> image) {
		final Set<Integer> open = open();
		ByPerson.run(label, with(key, value), () -> {
			final ImagePlus before = image.get();
			final Set<Integer> opened = open();
			opened.removeAll(open);
			// the active image may be another one by now
			if (before != null && opened.size() == 1) Outputs.alike(WindowManager.getImage(opened.iterator().next()), before);
		});
	}

	/** The IDs of the images that have a window. */
	private static Set<Integer> open() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? new HashSet<>() : IntStream.of(ids).boxed().collect(Collectors.toCollection(HashSet::new));
	}

	private List<Remedy> remedies(final List<Finding> findings, final WeakReference<ImagePlus> image) {
		final List<Remedy> remedies = new ArrayList<>();
		if (has(findings, EnumSet.of(Kind.TILT))) remedies.add(new Remedy(STRAIGHTEN,
			"Opens the series again with its slices shifted upright", () -> again("untilt", "true",
				image)));
		if (has(findings, UNEVEN) && !has(findings, EnumSet.of(Kind.RESAMPLED))) remedies.add(new Remedy(EVEN_SPACING,
			"Opens the series again with its slices interpolated onto an even grid", () -> again("resample",
				OpenDicomSeries.EVEN, image)));
		if (has(findings, EnumSet.of(Kind.SKIPPED)) && !list.isEmpty()) remedies.add(new Remedy(LEFT_OUT,
			"Lists the series and the files that are in none, with reasons", () -> ByPerson.run("List DICOM Series", MacroText
				.options(list))));
		return remedies;
	}

	private String with(final String key, final String value) {
		final Map<String, String> changed = new LinkedHashMap<>(options);
		changed.put(key, value);
		return MacroText.options(changed);
	}

	private static boolean has(final List<Finding> findings, final Set<Kind> kinds) {
		return findings.stream().anyMatch(finding -> kinds.contains(finding.kind()));
	}

	/** Advice as a person reads it who sees the buttons. */
	private static String advice(final FindingGuide guide) {
		final String advice = guide.advice();
		return FindingGuide.NOTHING.equals(advice) ? "" : advice.replace(FindingGuide.UNTILT, "the button " + STRAIGHTEN)
			.replace(FindingGuide.EVEN, "the button " + EVEN_SPACING).replace("`slope` and `intercept`", "Slope and Intercept");
	}
}
