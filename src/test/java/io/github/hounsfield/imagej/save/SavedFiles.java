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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images of slices of 4 x 3 pixels of 0.5 x 0.7 mm from (-10, 20, 0) on, 2 mm apart, and what was saved of them; pixel
 * i of slice z is 1000 z + i, or 1024 less in HU.
 */
abstract class SavedFiles {

	static final Workers WORKERS = Workers.threads(2);

	@TempDir
	Path folder;

	ImagePlus open(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	ImagePlus three() throws IOException {
		return open(Slices.ct(0), Slices.ct(1), Slices.ct(2));
	}

	static ImagePlus hu(final ImagePlus image, final HuConversion.Output output, final PaddingMode padding) {
		return HuConversion.to(output, padding).convert(image, WORKERS);
	}

	ImageSave.Saved save(final ImagePlus image, final SaveOptions options) throws IOException {
		return new ImageSave(image, options).write(folder.resolve("saved").toString(), WORKERS);
	}

	DataSet saved(final ImagePlus image, final int number) throws IOException {
		save(image, SaveOptions.of("", "", "").withOverwrite(true));
		return file(number);
	}

	DataSet file(final int number) throws IOException {
		return new Part10Reader().read(DicomSource.of(folder.resolve("saved").resolve("IM-0000" + number +
			".dcm"))).dataSet();
	}

	ImagePlus again() throws IOException {
		return SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(folder.resolve("saved"))).series().get(0)).image();
	}

	static String text(final DataSet dataSet, final int tag) throws IOException {
		return String.join("\\", dataSet.strings(tag));
	}
}
