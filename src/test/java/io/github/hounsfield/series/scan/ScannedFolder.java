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
package io.github.hounsfield.series.scan;

import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Files of small series in a folder, and what a scan finds there. */
abstract class ScannedFolder {

	@TempDir
	Path folder;

	static byte[] directory(final String... fileIds) {
		final List<DicomFixture> records = new ArrayList<>();
		for (final String id : fileIds)
			records.add(new DicomFixture().text(0x00041430, "CS", "IMAGE").text(0x00041500, "CS", id));
		return new DicomFixture().sequence(0x00041220, records.toArray(DicomFixture[]::new)).file();
	}

	void write(final String name, final byte[] bytes) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.write(file, bytes);
	}

	static SeriesListing scan(final Path path) throws IOException {
		return scan(path, ScanOptions.DEFAULT);
	}

	static SeriesListing scan(final Path path, final ScanOptions options) throws IOException {
		return new SeriesScanner().scan(List.of(path), options);
	}

	static List<String> keys(final SeriesListing listing) {
		return listing.series().stream().map(Series::key).toList();
	}
}
