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

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding.Place;
import io.github.hounsfield.series.SkippedFile.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assigns files that were left out to the series whose slices they may be. A file that tells its series belongs to it.
 * Otherwise series in its folder and series with files of like names are candidates. Those that are both come first.
 * Among these, series with a gap at the file's place come first. Immutable.
 */
final class SkippedSlices {

	private final List<SkippedFile> skipped;

	SkippedSlices(final List<SkippedFile> skipped) {
		this.skipped = new ArrayList<>(skipped);
		Collections.sort(this.skipped);
	}

	/** The series with what may be missing of them. */
	List<Series> report(final List<Series> series) {
		if (skipped.isEmpty()) return series;
		final List<Candidate> candidates = series.stream().map(Candidate::new).toList();
		for (int i = 0; i < skipped.size(); i++) {
			final SkippedFile file = skipped.get(i);
			for (final Candidate candidate : candidates(file, candidates))
				candidate.lost.add(finding(file, i + 1, candidate));
		}
		return candidates.stream().map(one -> one.lost.isEmpty() ? one.series : one.series.withFindings(one.lost)).toList();
	}

	private static Finding finding(final SkippedFile file, final int number, final Candidate candidate) {
		final List<Problem> reasons = new ArrayList<>(List.of(Problem.of(file.reason().label())));
		file.problem().ifPresent(reasons::add);
		final String detail = !file.seriesInstanceUid().isEmpty() ? "" : candidate.gap(file).map(
			gap -> "it may be the one missing between slice " + gap.slices().get(0) + " and slice " + gap.slices().get(1))
			.orElse("it may be a slice of this series");
		return new Finding(Kind.SKIPPED, List.of(new Place(file.name(), 0, SkippedFile.standIn(number))), Double.NaN,
			Double.NaN, reasons, detail);
	}

	private static List<Candidate> candidates(final SkippedFile file, final List<Candidate> all) {
		if (!file.seriesInstanceUid().isEmpty()) return all.stream().filter(one -> one.series.seriesInstanceUid().equals(
			file.seriesInstanceUid())).sorted(Comparator.comparingInt(one -> one.series.part())).limit(1).toList();
		if (file.reason() == Reason.CLOSED_FOLDER) return orElse(all.stream().filter(one -> one.isUnder(file.folder()))
			.toList(), all);
		if (file.reason() != Reason.NOT_DICOM && !file.reason().isLoss()) return List.of();
		final List<Candidate> beside = all.stream().filter(one -> one.folders.contains(file.folder())).toList();
		final List<Candidate> alike = all.stream().filter(one -> one.shapes.contains(shape(file.name()))).toList();
		if (alike.isEmpty() && (!file.reason().isLoss() || isHidden(file))) return List.of();
		final List<Candidate> likely = orElse(orElse(beside.stream().filter(alike::contains).toList(), alike), beside);
		final List<Candidate> gaps = likely.stream().filter(one -> one.gap(file).isPresent()).toList();
		return orElse(gaps, likely);
	}

	private static List<Candidate> orElse(final List<Candidate> first, final List<Candidate> second) {
		return first.isEmpty() ? second : first;
	}

	private static boolean isHidden(final SkippedFile file) {
		return file.name().substring(file.folder().length()).matches("[/\\\\]?\\..*");
	}

	/** A name with all numbers alike. */
	private static String shape(final String name) {
		return name.replaceAll("[0-9]+", "0");
	}

	/** A series, and what it may lack. */
	private static final class Candidate {

		private final Series series;
		private final Set<String> folders = new HashSet<>();
		private final Set<String> shapes = new HashSet<>();
		private final List<Finding> lost = new ArrayList<>();

		Candidate(final Series series) {
			this.series = series;
			for (final Frame frame : series.frames()) {
				folders.add(SkippedFile.folder(frame.instance().name()));
				shapes.add(shape(frame.instance().name()));
			}
		}

		boolean isUnder(final String folder) {
			return folders.stream().anyMatch(one -> folder.isEmpty() || one.equals(folder) || one.startsWith(folder) && "/\\"
				.indexOf(one.charAt(folder.length())) >= 0);
		}

		/** The gap into which the name falls, in the order of counting people. */
		Optional<Finding> gap(final SkippedFile file) {
			return series.report().findings(Kind.GAP).stream().filter(gap -> isBetween(file.name(), gap.files().get(0), gap
				.files().get(1))).findFirst();
		}

		private static boolean isBetween(final String name, final String first, final String second) {
			final int below = NaturalOrder.INSTANCE.compare(first, name);
			final int above = NaturalOrder.INSTANCE.compare(name, second);
			return below < 0 && above < 0 || below > 0 && above > 0;
		}
	}
}
