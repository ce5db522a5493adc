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

package io.github.hounsfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proves that a problem's text has all values, and that a neutral one has no name of a file, whatever that is. */
class WordingTest {

	private static final int WINDOW_CENTER = 0x00281050;

	@Test
	void namesFileElementByteFoundAndExpected() {
		final Problem problem = Problem.in("a/1").tag(WINDOW_CENTER).at(812).found("found").quote("\"wide\"").expected(
			"a number");
		assertEquals("a/1: (0028,1050) WindowCenter at byte 812: found \"wide\"; expected a number", problem.toString());
		assertEquals("(0028,1050) WindowCenter at byte 812: found \"wide\"; expected a number", Wording.NAMED.reason(
			problem));
	}

	@Test
	void aNeutralTextHasTheSliceInPlaceOfTheFileAndNothingTheFileSays() {
		final Problem problem = Problem.in("a/1").tag(WINDOW_CENTER).at(812).found("found").quote("\"wide\"").expected(
			"a number");
		assertEquals("slice 3: (0028,1050) WindowCenter at byte 812: found something else; expected a number", Wording
			.neutral(Map.of("a/1", "slice 3")).text(new DicomException(problem)));
		assertEquals("a file: byte 1: cut", Wording.NEUTRAL.text(DicomException.at("Doe", 1, "cut", "")));
	}

	/** With files named 1, 2, 3, replacing names in the text made (7FE0,00slice 10) of this. */
	@Test
	void namesThatStandInTheTextChangeNothingOfIt() {
		final DicomException e = DicomException.of("1", 0x7FE00010, 1010, "frame 1 of 1: found 10 bits", "");
		assertEquals("slice 1: (7FE0,0010) PixelData at byte 1010: frame 1 of 1: found 10 bits", Wording.neutral(Map.of("1",
			"slice 1", "0", "slice 2")).text(e));
	}

	@Test
	void anElementAboutThePatientIsNeverQuoted() {
		final Problem problem = Problem.in("a").tag(0x00101010).found("found").quote("Doe").expected("an age");
		assertFalse(problem.toString().contains("Doe"), problem.toString());
	}

	@Test
	void javasOwnExceptionsAreToldByTheirKind() {
		final IOException denied = new AccessDeniedException("/doe/1");
		assertEquals("/doe/1: access denied", Wording.NAMED.text(denied));
		assertEquals("access denied", Wording.NEUTRAL.text(denied));
		assertEquals("no such file or folder", Wording.NEUTRAL.text(new UncheckedIOException(new NoSuchFileException(
			"/doe/1"))));
		assertEquals("cannot be read or written (IOException)", Wording.NEUTRAL.text(new IOException("/doe/1 is broken")));
		assertEquals("/doe/1 is broken", Wording.NAMED.text(new IOException("/doe/1 is broken")));
	}

	/** Whoever makes an exception of mere text may have put a name into it. */
	@Test
	void aTextThatIsNoValueIsNotRepeated() {
		final DicomException e = new DicomException("/doe/1: broken");
		assertEquals("/doe/1: broken", e.getMessage());
		assertEquals("cannot be used", Wording.NEUTRAL.text(e));
	}
}
