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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Real files of many kinds, each instance once, with the hash of its stored values as other tools read them. */
final class RealFiles {

	/**
	 * One file.
	 *
	 * @param hash expected of its stored values
	 */
	record One(Path path, String study, String series, String instance, String hash) {}

	/** By SOP Instance UID. */
	final Map<String, One> all = new LinkedHashMap<>();

	/** @param folders those of the real data, or single files */
	static RealFiles of(final List<String> folders) throws IOException {
		final RealFiles files = new RealFiles();
		final Map<String, Object> expected = new TreeMap<>(Json.object(RealData.expected(), "files"));
		for (final String name : expected.keySet()) {
			if (folders.stream().noneMatch(name::startsWith)) continue;
			final Map<String, Object> one = Json.object(expected, name);
			if (!Boolean.TRUE.equals(one.get("exact")) || one.get("sha256_stored") == null) continue;
			files.add(RealData.folder().resolve(name), (String) one.get("sha256_stored"));
		}
		return files;
	}

	private void add(final Path path, final String hash) throws IOException {
		final DataSet header = DicomReaders.chosen().read(DicomSource.of(path)).dataSet();
		final String instance = header.requireString(Tag.SOPInstanceUID);
		all.putIfAbsent(instance, new One(path, header.requireString(Tag.StudyInstanceUID), header.requireString(
			Tag.SeriesInstanceUID), instance, hash));
	}

	List<Path> paths() {
		return all.values().stream().map(One::path).toList();
	}

	/** What must not be read in any message: names, IDs, whole UIDs. */
	Set<String> secrets() throws IOException {
		final Set<String> secrets = new TreeSet<>();
		for (final One one : all.values()) {
			final DataSet header = DicomReaders.chosen().read(DicomSource.of(one.path)).dataSet();
			for (final int tag : new int[] { Tag.PatientName, Tag.PatientID, Tag.AccessionNumber, Tag.StudyInstanceUID,
				Tag.SeriesInstanceUID, Tag.SOPInstanceUID })
				header.string(tag).filter(text -> text.length() > 3).ifPresent(secrets::add);
		}
		return secrets;
	}

	List<String> studies() {
		return all.values().stream().map(One::study).distinct().sorted().toList();
	}

	long instances(final String series) {
		return all.values().stream().filter(one -> one.series.equals(series)).count();
	}
}
