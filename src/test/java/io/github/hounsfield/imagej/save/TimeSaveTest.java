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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Hyperstacks of several times are saved as one series that opens as the same hyperstack, by hand arithmetic. Also
 * tests {@code TimeSteps}.
 */
class TimeSaveTest extends SavedFiles {

	private static final int TIMES = 2;
	private static final int DEPTH = 3;

	/** Pixel i of slice z at time t is 1000 z + 100 t + i; acquired at 10:00:00 and a minute later. */
	private static DicomFixture slice(final int time, final int z) {
		final short[] pixels = new short[12];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (1000 * z + 100 * time + i);
		return DicomFixture.slice("1.2.3.4", time * DEPTH + z + 1, "-10\\20\\" + 2 * z).pixels(pixels).text(0x00281052, "DS",
			"-1024").text(0x00281053, "DS", "1").text(0x00281054, "LO", "HU");
	}

	private static DicomFixture acquired(final int time, final int z) {
		return slice(time, z).text(0x00080032, "TM", "100" + time + "00");
	}

	private ImagePlus timed() throws IOException {
		final ImagePlus image = open(acquired(0, 0), acquired(0, 1), acquired(0, 2), acquired(1, 0), acquired(1, 1),
			acquired(1, 2));
		assertEquals(TIMES, image.getNFrames());
		return image;
	}

	@Test
	void timesGoOneAfterTheOtherIntoOneSeries() throws IOException {
		final ImageSave.Saved saved = save(timed(), SavedSeries.options());
		for (int number = 1; number <= TIMES * DEPTH; number++) {
			final DataSet made = file(number);
			final int time = (number - 1) / DEPTH;
			final int z = (number - 1) % DEPTH;
			assertEquals("" + number, text(made, 0x00200013));
			assertEquals("" + (time + 1), text(made, 0x00200100));
			assertEquals("2", text(made, 0x00200105));
			assertEquals("100" + time + "00", text(made, 0x00080032));
			assertEquals("-10\\20\\" + 2 * z, text(made, 0x00200032));
			assertEquals("1.2.3.4." + number, text(made.firstItem(0x00082112), 0x00081155));
			assertEquals(1000 * z + 100 * time, made.bytes(0x7FE00010)[0] & 0xFF | (made.bytes(0x7FE00010)[1] & 0xFF) << 8);
			assertEquals(text(file(1), 0x0020000E), text(made, 0x0020000E));
			assertEquals("2", text(made, 0x00180088), "mm between slices");
		}
		assertTrue(saved.notes().stream().anyMatch(note -> note.startsWith("2 times in one series")), saved.notes()
			.toString());
	}

	private static DicomFixture pet(final int time, final int z, final String type) {
		return slice(time, z).uid(0x00080016, "1.2.840.10008.5.1.4.1.1.128").text(0x00080060, "CS", "PT").without(0x00281052)
			.text(0x00281052, "DS", "0").text(0x00541000, "CS", type).shorts(0x00540101, 20).text(0x00541001, "CS", "BQML").text(
				0x00541300, "DS", "" + 60000 * time);
	}

	@Test
	void aDynamicPetCountsItsOwnTimes() throws IOException {
		final ImagePlus image = open(pet(0, 0, "DYNAMIC\\IMAGE"), pet(0, 1, "DYNAMIC\\IMAGE"), pet(0, 2, "DYNAMIC\\IMAGE"),
			pet(1, 0, "DYNAMIC\\IMAGE"), pet(1, 1, "DYNAMIC\\IMAGE"), pet(1, 2, "DYNAMIC\\IMAGE"));
		assertEquals(TIMES, image.getNFrames());
		save(image, SavedSeries.options());
		for (int number = 1; number <= TIMES * DEPTH; number++) {
			final DataSet made = file(number);
			assertEquals(2, made.integers(0x00540101)[0], "Number of Time Slices, 20 in the source");
			assertEquals(3, made.integers(0x00540081)[0]);
			assertEquals(number, made.integers(0x00541330)[0]);
			assertEquals("" + 60000 * ((number - 1) / DEPTH), text(made, 0x00541300));
		}
	}

	@Test
	void theSameHyperstackComesBack() throws IOException {
		final ImagePlus hu = hu(timed(), HuConversion.Output.FLOAT, PaddingMode.KEEP);
		for (final boolean anonymize : new boolean[] { false, true }) {
			save(hu, SaveOptions.of("", "", "").withOverwrite(true).withAnonymize(anonymize));
			final ImagePlus again = hu(again(), HuConversion.Output.FLOAT, PaddingMode.KEEP);
			assertEquals(DEPTH, again.getNSlices());
			assertEquals(TIMES, again.getNFrames());
			for (int time = 0; time < TIMES; time++)
				for (int z = 0; z < DEPTH; z++)
					for (int i = 0; i < 12; i++)
						assertEquals(1000 * z + 100 * time + i - 1024, again.getStack().getProcessor(again.getStackIndex(1, z + 1,
							time + 1)).getf(i));
		}
	}

	@Test
	void timesThatAreAGuessAreRefused() throws IOException {
		final ImagePlus image = open(slice(0, 0), slice(0, 1), slice(0, 2), slice(1, 0), slice(1, 1), slice(1, 2));
		assertEquals(TIMES, image.getNFrames(), "by Instance Number");
		final String said = assertThrows(ImageException.class, () -> save(image, SavedSeries.options())).getMessage();
		assertTrue(said.contains("times 1 and 2") && said.contains("TemporalPositionIdentifier"), said);
		assertFalse(Files.exists(folder.resolve("saved")));
	}

	@Test
	void aMaskOfSeveralTimesIsRefused() throws IOException {
		final ImagePlus image = timed();
		final ImageStack stack = new ImageStack(4, 3);
		for (int n = 1; n <= TIMES * DEPTH; n++)
			stack.addSlice(image.getStack().getSliceLabel(n), new ByteProcessor(4, 3, new byte[] { -1, 0, 0, 0, 0, 0, 0, 0, 0,
				0, 0, 0 }));
		image.setStack(stack, 1, DEPTH, TIMES);
		image.getCalibration().disableDensityCalibration();
		final String said = assertThrows(ImageException.class, () -> save(image, SavedSeries.options())).getMessage();
		assertTrue(said.contains("mask of 2 times"), said);
		assertFalse(Files.exists(folder.resolve("saved")));
	}
}
