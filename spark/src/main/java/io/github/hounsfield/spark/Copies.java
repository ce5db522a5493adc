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
package io.github.hounsfield.spark;

import io.github.hounsfield.deidentify.Deidentifier;
import io.github.hounsfield.deidentify.DeidentifyOptions;
import io.github.hounsfield.deidentify.FolderDeidentification;
import io.github.hounsfield.deidentify.FolderDeidentification.Request;
import io.github.hounsfield.deidentify.FolderDeidentification.Summary;
import io.github.hounsfield.deidentify.KeyFile;
import io.github.hounsfield.deidentify.PixelPolicy;
import io.github.hounsfield.deidentify.Pseudonyms;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.spark.Failure.PlainException;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Copies a series' files without the patient's name, with the default options of De-identify DICOM. */
final class Copies {

	private Copies() {}

	/**
	 * @return files that were copied, all of the series
	 * @throws PlainException where one of them was not
	 */
	static long write(final Series series, final Path study, final int item, final Path results, final Workers workers)
		throws PlainException
	{
		if (!Files.isDirectory(study)) throw new PlainException(
			"its copies cannot be made: the study is one file; unpack a zip into a folder");
		final Set<Path> files = new HashSet<>();
		for (final Frame frame : series.frames())
			files.add(Path.of(frame.instance().file().source().name()));
		try {
			final Pseudonyms pseudonyms = new Pseudonyms(KeyFile.open(results.resolve(ResultsFolder.KEY)));
			final Path reports = Files.createDirectories(results.resolve("deidentified-reports"));
			final Request request = new Request(study, results.resolve("deidentified"), reports.resolve(String.format(
				"item-%06d.csv", item)), PixelPolicy.CHECK);
			final Summary summary = new FolderDeidentification(new Deidentifier(DeidentifyOptions.BASIC, pseudonyms),
				pseudonyms).run(request, files::contains, workers);
			if (summary.copied() < files.size()) throw new PlainException("copies of " + (files.size() - summary.copied()) +
				" of its " + files.size() + " files were not made, " + summary.refused() +
				" of them as a name may be burned into their pixels; its report says why");
			return summary.copied();
		}
		catch (final IOException e) {
			throw new PlainException("its copies cannot be made (" + e.getClass().getSimpleName() + ")");
		}
	}
}
