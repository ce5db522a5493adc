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
package io.github.hounsfield.volume;

import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From fixtures to volumes, by way of files. */
final class Volumes {

	private Volumes() {}

	static Series series(final Path folder, final List<DicomFixture> files) throws IOException {
		final Path place = Files.createTempDirectory(folder, "series");
		for (int i = 0; i < files.size(); i++)
			Files.write(place.resolve((i + 1) + ".dcm"), files.get(i).file());
		return new SeriesScanner().scan(List.of(place), ScanOptions.DEFAULT).resolve("largest").get(0);
	}

	static DicomVolume load(final Path folder, final List<DicomFixture> files) throws IOException {
		return VolumeLoader.load(series(folder, files), Workers.threads(2));
	}

	/** Stored value of a pixel. */
	static double at(final DicomVolume volume, final int x, final int y, final int plane) throws IOException {
		return volume.plane(plane).valueAt(y * volume.width() + x);
	}
}
