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
package io.github.hounsfield.imagej.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A virtual series says in ImageJ's log what is not right in the pixel data of a slice, when the slice is read: once,
 * not without end, and without names where it is anonymized ({@link LateFindings}).
 */
class LateFindingsTest {

	private static final int SLICES = 9;

	@TempDir
	private Path folder;

	@Test
	void aSliceIsSaidWhenItIsRead() {
		final ImagePlus image = virtual(false);
		assertEquals("", logged(() -> image.getStack().getProcessor(1)));
		final String log = logged(() -> image.getStack().getProcessor(2));
		assertTrue(log.contains("Warning PIXEL_DATA: ") && log.contains("Jane 2.dcm") && log.contains("40 bytes"), log);
		assertEquals("", logged(() -> image.getStack().getProcessor(2)), "once");
	}

	@Test
	void manyAreNotListedWithoutEnd() {
		final List<String> lines = logged(() -> {
			final ImagePlus image = virtual(false);
			for (int slice = 1; slice <= SLICES; slice++)
				image.getStack().getProcessor(slice);
		}).lines().toList();
		assertEquals(SeriesReport.SPELLED_OUT + 1, lines.size(), lines::toString);
		assertTrue(lines.get(SeriesReport.SPELLED_OUT).contains("more of this kind"), lines::toString);
	}

	@Test
	void anAnonymizedSeriesNamesItsSlice() {
		final ImagePlus image = virtual(true);
		final String log = logged(() -> image.getStack().getProcessor(2));
		assertTrue(log.contains("slice 2"), log);
		assertFalse(log.contains("Jane") || log.contains(".dcm"), log);
	}

	/** All slices but the first have 40 bytes of pixels where their header says 32 or fewer. */
	private ImagePlus virtual(final boolean anonymize) {
		try {
			return opened(anonymize);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private ImagePlus opened(final boolean anonymize) throws IOException {
		for (int i = 1; i <= SLICES; i++) {
			final DicomFixture file = DicomFixture.slice("9", i, "0\\0\\" + i);
			Files.write(folder.resolve("Jane " + i + ".dcm"), (i == 1 ? file : file.pixels(new short[20])).file());
		}
		final SeriesOpener opener = SeriesOpener.DEFAULT.withVirtual(true).withAnonymize(anonymize);
		final Series series = opener.scan(List.of(folder)).series().get(0);
		return opener.open(series).image();
	}

	/** Without a window ImageJ's log is the standard output. */
	private static String logged(final Runnable work) {
		final PrintStream before = System.out;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
		try {
			work.run();
		}
		finally {
			System.setOut(before);
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}
}
