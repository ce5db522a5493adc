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
package io.github.hounsfield.imagej;

import ij.ImagePlus;
import io.github.hounsfield.command.Hints;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small CT slices of 4 x 3 pixels for tests, written to disk and opened as the commands do. */
public final class Slices {

	public static final SeriesOpener VIRTUAL = SeriesOpener.DEFAULT.withVirtual(true);
	public static final SeriesOpener ANONYMOUS = SeriesOpener.DEFAULT.withAnonymize(true);

	private Slices() {}

	/** What a user reads of a refused image: the reason, and what an action says that helps. */
	public static String said(final Exception e) {
		final String hint = Hints.of(e, false);
		return hint.isEmpty() ? e.getMessage() : e.getMessage() + "; " + hint;
	}

	/** A slice 2 mm above the one before, with intercept -1024, an unsigned ramp from 1000 times its number. */
	public static DicomFixture ct(final int z) {
		final short[] pixels = new short[12];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (1000 * z + i);
		return DicomFixture.slice("1.2.3.4", z + 1, "-10\\20\\" + 2 * z).pixels(pixels).text(0x00281052, "DS", "-1024").text(
			0x00281053, "DS", "1").text(0x00281054, "LO", "HU");
	}

	public static ImagePlus open(final SeriesOpener opener, final Path folder, final DicomFixture... slices)
		throws IOException
	{
		return open(opener, folder, List.of(slices));
	}

	/** Files named 1, 2 and so on. */
	public static ImagePlus open(final SeriesOpener opener, final Path folder, final List<DicomFixture> slices)
		throws IOException
	{
		return opener.open(series(folder, slices)).image();
	}

	public static Series series(final Path folder, final List<DicomFixture> slices) throws IOException {
		final Path files = Files.createTempDirectory(folder, "slices");
		for (int i = 0; i < slices.size(); i++)
			Files.write(files.resolve(Integer.toString(i + 1)), slices.get(i).file());
		return SeriesOpener.DEFAULT.scan(List.of(files)).series().get(0);
	}
}
