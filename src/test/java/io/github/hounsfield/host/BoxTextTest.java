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
package io.github.hounsfield.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** No line of a box is longer than 72 characters, no word is lost, and what is cut off is said to be in the log. */
class BoxTextTest {

	@Test
	void breaksBetweenWordsAndLongWordsBehindSeparators() {
		final String path = "/data/studies/" + "a".repeat(40) + "/" + "b".repeat(60) + "/" + "c".repeat(90);
		final String text = "No file is there: " + path + " and nothing else, which is said in a sentence that goes on.";
		final String wrapped = BoxText.wrap(text);
		assertTrue(wrapped.lines().allMatch(line -> line.length() <= 72), wrapped);
		assertEquals(text.replace(" ", ""), wrapped.replaceAll("[ \n]", ""));
		assertTrue(wrapped.contains("/" + "a".repeat(40) + "/\n"), wrapped);
	}

	@Test
	void keepsShortTextsAndLineBreaks() {
		assertEquals("one\ntwo  three", BoxText.wrap("one\ntwo  three"));
		assertEquals("one", BoxText.ofLogged("one"));
	}

	@Test
	void leavesTheRestToTheLog() {
		final String[] lines = BoxText.ofLogged("a file; ".repeat(400)).split("\n");
		assertEquals(17, lines.length);
		assertTrue(lines[15].endsWith(" ..."), lines[15]);
		assertEquals("The Log window has all of it.", lines[16]);
	}
}
