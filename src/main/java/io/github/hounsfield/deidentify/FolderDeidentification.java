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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.deidentify.FileOutcome.Status;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns a folder of DICOM files into a folder of de-identified copies, and a report. A copy gets its final name when it
 * is whole. A run that was ended can be repeated, and leaves copies with equal bytes alone. The same input, key and
 * options give the same bytes, for any number of threads.
 */
public final class FolderDeidentification {

	/** Name of the report in the output folder, where no other place is asked for. */
	public static final String REPORT = "deidentification.csv";

	/**
	 * @param source a folder with all below it, or one file
	 * @param folder of the copies, made where it is absent; neither inside the source nor around it
	 * @param report a CSV file, or null for {@value FolderDeidentification#REPORT} in the folder
	 * @param policy for files in whose pixels a name may stand
	 */
	public record Request(Path source, Path folder, Path report, PixelPolicy policy) {}

	/**
	 * What a run did.
	 *
	 * @param files all that were found
	 * @param copied files with a copy
	 * @param refused files whose pixels may hold a name, refused
	 * @param leftOut files whose pixels may hold a name, left out as asked for
	 * @param notCopied files that are no DICOM, not whole, or of a kind that is never copied
	 * @param patients new Patient IDs
	 * @param faces copies in which a face may be seen
	 * @param burnedIn copies whose pixels may hold a name
	 * @param report where it stands
	 */
	public record Summary(int files, int copied, int refused, int leftOut, int notCopied, int patients, int faces,
		int burnedIn, Path report)
	{}

	private final Deidentifier deidentifier;
	private final Pseudonyms pseudonyms;

	public FolderDeidentification(final Deidentifier deidentifier, final Pseudonyms pseudonyms) {
		this.deidentifier = deidentifier;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * @param workers threads, progress and cancel; a cancel leaves whole copies and no report
	 * @throws OutputFailedException where a copy or the report cannot be written
	 * @throws java.util.concurrent.CancellationException where it was canceled
	 * @throws IOException where the source cannot be listed, or the folders are within each other
	 */
	public Summary run(final Request request, final Workers workers) throws IOException {
		return run(request, file -> true, workers);
	}

	/**
	 * The same for some of the files, such as those of one series. The copies equal those of a run on all files.
	 *
	 * @param wanted says whether a file is copied; its path begins with the source
	 */
	public Summary run(final Request request, final Predicate<Path> wanted, final Workers workers) throws IOException {
		Overlap.check(request.source(), request.folder());
		final Path report = request.report() == null ? request.folder().resolve(REPORT) : request.report();
		ReportFile.requireReplaceable(report);
		final List<SourceFiles.Entry> entries = SourceFiles.list(request.source()).stream().filter(entry -> wanted.test(entry
			.path())).toList();
		try {
			Files.createDirectories(request.folder());
		}
		catch (final IOException e) {
			throw new OutputFailedException(request.folder().toString(), "the output folder cannot be made:", e);
		}
		final FileCopier copier = new FileCopier(deidentifier, pseudonyms, request.policy(), request.folder());
		final FileOutcome[] outcomes = new FileOutcome[entries.size()];
		workers.each(entries, (index, entry) -> outcomes[index] = entry.problem() != null ? FileOutcome.without(index + 1,
			Status.NOT_COPIED, entry.problem()) : copier.copy(index + 1, entry.path(), entry.relative()));
		noteRepeated(outcomes);
		ReportFile.write(report, outcomes);
		return summary(outcomes, report);
	}

	/** Copies both of two files with one SOP Instance UID, with a note on the second. */
	private static void noteRepeated(final FileOutcome[] outcomes) {
		final Map<String, Integer> first = new HashMap<>();
		for (int i = 0; i < outcomes.length; i++) {
			final FileOutcome outcome = outcomes[i];
			if (outcome.instance().isEmpty()) continue;
			final Integer earlier = first.putIfAbsent(outcome.instance(), outcome.number());
			if (earlier != null) outcomes[i] = outcome.withNote("it has the SOP Instance UID of file " + earlier);
		}
	}

	private static Summary summary(final FileOutcome[] outcomes, final Path report) {
		final int[] counts = new int[Status.values().length];
		final Set<String> patients = new HashSet<>();
		int faces = 0;
		int burnedIn = 0;
		for (final FileOutcome outcome : outcomes) {
			counts[outcome.status().ordinal()]++;
			if (outcome.status() != Status.COPIED) continue;
			patients.add(outcome.patient());
			if (outcome.face()) faces++;
			if (outcome.note().startsWith("copied with its pixels")) burnedIn++;
		}
		return new Summary(outcomes.length, counts[Status.COPIED.ordinal()], counts[Status.REFUSED.ordinal()],
			counts[Status.LEFT_OUT.ordinal()], counts[Status.NOT_COPIED.ordinal()], patients.size(), faces, burnedIn, report);
	}
}
