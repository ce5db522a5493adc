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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Saves a series of small files, in a JVM that may be killed: a folder, how many files, how long to wait after each.
 */
public final class FolderSession {

	private static final int PIXELS = 64 * 1024;

	private FolderSession() {}

	public static void main(final String[] arguments) throws Exception {
		System.out.println("begins");
		try {
			save(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Workers.threads(2));
			System.out.println("saved");
		}
		catch (final DerivedException e) {
			System.out.println("refused: " + e.getMessage());
		}
	}

	static void save(final Path folder, final int files, final int wait, final Workers workers) throws IOException {
		try (SeriesFolder series = SeriesFolder.open(folder, true)) {
			series.write(files, () -> i -> {
				try {
					Thread.sleep(wait);
				}
				catch (final InterruptedException e) {
					throw new IllegalStateException(e);
				}
				return dataSet(i);
			}, workers);
			series.commit();
		}
	}

	static DataSet dataSet(final int index) {
		final DataSet.Builder made = new DataSet.Builder("", CharacterSet.DEFAULT);
		made.add(Elements.text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2"));
		made.add(Elements.text(Tag.SOPInstanceUID, "1.2.3." + (index + 1)));
		made.add(PixelBytes.element(16, new byte[PIXELS]));
		return made.build();
	}
}
