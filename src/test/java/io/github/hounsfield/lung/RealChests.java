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
package io.github.hounsfield.lung;

import io.github.hounsfield.RealData;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.VolumeGeometry;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.volume.DicomVolume;
import io.github.hounsfield.volume.VolumeLoader;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** CT series of the real data, as the lung package takes them. */
final class RealChests {

	private RealChests() {}

	/** One series. */
	record Chest(String name, RandomAccessibleInterval<? extends RealType<?>> stored, SliceTransforms transforms,
		PatientGrid grid)
	{}

	/** @return the CT series of a folder of the real data; skips the test where they are absent */
	static List<Chest> in(final String folder) throws IOException {
		final SeriesListing listing = new SeriesScanner().scan(List.of(RealData.folder().resolve("series").resolve(folder)),
			ScanOptions.DEFAULT);
		final List<Chest> chests = new ArrayList<>();
		for (final Series series : listing.series()) {
			final DicomVolume volume = VolumeLoader.load(series, Workers.all());
			final VolumeGeometry geometry = volume.geometry();
			chests.add(new Chest(folder + " " + chests.size(), volume.stored(), volume.transforms(), new PatientGrid(volume
				.width(), volume.height(), volume.planeCount(), geometry.spacingXMm(), geometry.spacingYMm(), geometry
					.spacingZMm(), 1, 1)));
		}
		return chests;
	}
}
