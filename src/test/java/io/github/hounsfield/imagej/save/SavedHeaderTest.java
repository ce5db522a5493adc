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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a saved series says of patient, source, itself, and of what it has not kept. Also tests {@code SourceHeader},
 * {@code CopiedAttributes} and {@code SourceReferences}.
 */
class SavedHeaderTest extends SavedFiles {

	@Test
	void textBeyondAsciiIsDeclared() throws IOException {
		final DicomFixture slice = Slices.ct(0).text(0x00080005, "CS", "ISO_IR 100").put(0x00100010, "PN", "M\u00FCller^J"
			.getBytes(StandardCharsets.ISO_8859_1));
		final DataSet made = saved(open(slice, Slices.ct(1)), 1);
		assertEquals("ISO_IR 192", text(made, 0x00080005));
		assertEquals("M\u00FCller^J", text(made, 0x00100010));
	}

	@Test
	void anAnonymousSeriesNamesNoOne() throws IOException {
		final DicomFixture[] slices = new DicomFixture[2];
		for (int z = 0; z < 2; z++)
			slices[z] = Slices.ct(z).text(0x00100010, "PN", "Doe^Jane").text(0x00100020, "LO", "ID-4711").text(0x00080080, "LO",
				"St. Elsewhere");
		save(open(slices), SaveOptions.of("of Jane", "7", "").withAnonymize(true));
		for (int i = 1; i <= 2; i++) {
			final DataSet made = file(i);
			assertEquals("YES", text(made, 0x00120062));
			final String bytes = new String(Files.readAllBytes(folder.resolve("saved/IM-0000" + i + ".dcm")),
				StandardCharsets.ISO_8859_1);
			for (final String secret : List.of("Doe", "Jane", "ID-4711", "Elsewhere", "1.2.3.4"))
				assertFalse(bytes.contains(secret), secret);
		}
		assertEquals(text(file(1), 0x0020000E), text(file(2), 0x0020000E));
		assertEquals(2, again().getNSlices());
	}

	@Test
	void anImageOpenedAnonymouslyIsAStudyOfItsOwn() throws IOException {
		final ImageSave.Saved saved = save(Slices.open(Slices.ANONYMOUS, folder, Slices.ct(0), Slices.ct(1)), SavedSeries
			.options());
		assertTrue(text(file(1), 0x0020000D).startsWith("2.25."));
		assertEquals(text(file(1), 0x0020000D), text(file(2), 0x0020000D));
		assertFalse(file(1).has(0x00082112));
		assertTrue(saved.notes().stream().anyMatch(note -> note.contains("a study of its own")), saved.notes().toString());
	}

	@Test
	void keysStandInTheFiles() throws IOException {
		save(three(), SaveOptions.of("My series", "77", "by hand"));
		assertEquals("My series", text(file(1), 0x0008103E));
		assertEquals("77", text(file(1), 0x00200011));
		assertEquals("by hand", text(file(1), 0x00082111));
		final String number = assertThrows(ImageException.class, () -> SaveOptions.of("", "1.5", ""))
			.getMessage();
		assertTrue(number.contains("number is '1.5'"), number);
		final String description = assertThrows(ImageException.class, () -> save(three(),
			SaveOptions.of("x".repeat(65), "", "").withOverwrite(true))).getMessage();
		assertTrue(description.contains("65 characters"), description);
	}

	@Test
	void whatIsNotKeptIsNamed() throws IOException {
		final List<String> notes = save(open(Slices.ct(0).text(0x00204000, "LT", "Jane").sequence(0x00081140,
			new DicomFixture().uid(0x00081150, "1.2")), Slices.ct(1)), SavedSeries.options()).notes();
		final String lost = notes.stream().filter(note -> note.startsWith("not kept")).findFirst().orElseThrow();
		assertTrue(lost.contains("ReferencedImageSequence, ImageComments"), lost);
		assertFalse(String.join("", notes).contains("Jane"));
	}

	@Test
	void lossyStaysLossy() throws IOException {
		final DataSet made = saved(open(Slices.ct(0).text(0x00282110, "CS", "01").text(0x00282112, "DS", "12.5").text(
			0x00282114, "CS", "ISO_10918_1"), Slices.ct(1)), 1);
		assertEquals("01", text(made, 0x00282110));
		assertEquals("12.5", text(made, 0x00282112));
		assertEquals("ISO_10918_1", text(made, 0x00282114));
		assertFalse(file(2).has(0x00282110));
	}
}
