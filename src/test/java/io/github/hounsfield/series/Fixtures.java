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

import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.series.scan.InstanceReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From fixtures in memory to series. */
final class Fixtures {

	private Fixtures() {}

	/** Files named "1.dcm", "2.dcm" and so on in the order given. */
	static List<Series> group(final DicomFixture... files) {
		return group(Arrays.asList(files));
	}

	static List<Series> group(final List<DicomFixture> files) {
		final List<Instance> instances = new ArrayList<>();
		for (int i = 0; i < files.size(); i++)
			instances.add(instance(files.get(i), (i + 1) + ".dcm"));
		return new SeriesListing(new SeriesGrouper(List.of()).group(instances), List.of()).series();
	}

	static Series one(final DicomFixture... files) {
		return one(Arrays.asList(files));
	}

	static Series one(final List<DicomFixture> files) {
		final List<Series> series = group(files);
		if (series.size() != 1) throw new AssertionError("found " + series.size() + " series: " + series);
		return series.get(0);
	}

	static Instance instance(final DicomFixture file, final String name) {
		final ScannedFile scanned = read(file.file(), name);
		if (scanned instanceof Instance instance) return instance;
		throw new AssertionError(scanned.toString());
	}

	static ScannedFile read(final byte[] file, final String name) {
		return new InstanceReader(DicomReaders.chosen(), syntax -> Optional.empty()).read(DicomSource.of(name, file), name);
	}

	/** Why a file is no image. */
	static SkippedFile skipped(final byte[] file, final String name) {
		return (SkippedFile) read(file, name);
	}

	/** Whether a finding says that measurements may be wrong. */
	static boolean hasWarnings(final SeriesReport report) {
		return report.findings().stream().anyMatch(finding -> finding.kind().isWarning());
	}

	/** Names of all frames in order. */
	static List<String> names(final Series series) {
		return series.frames().stream().map(Frame::name).toList();
	}

	/** Instance Numbers of all frames in order. */
	static List<Integer> numbers(final Series series) {
		return series.frames().stream().map(frame -> frame.instance().instanceNumber().orElse(-1)).toList();
	}
}
