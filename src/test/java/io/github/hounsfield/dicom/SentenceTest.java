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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that clauses become sentences, and that files, keys and labels at their beginning keep their spelling. */
class SentenceTest {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = '|', value = { //
		"the mask is empty                   | The mask is empty.", //
		"slice 3: found 2 bytes; expected 4  | Slice 3: found 2 bytes; expected 4.", //
		"a file: byte 1: cut                 | A file: byte 1: cut.", //
		"otherwise, open the file            | Otherwise, open the file.", //
		"de-identify it                      | De-identify it.", //
		"The mask is empty.                  | The mask is empty.", //
		"Why?                                | Why?", //
		"'Threshold (HU)' is -50             | 'Threshold (HU)' is -50.", //
		"names one of 'a', 'b.'              | Names one of 'a', 'b.'", //
		"(0028,1050) WindowCenter is missing | (0028,1050) WindowCenter is missing.", //
		"force=true converts it all the same | force=true converts it all the same.", //
		"path: there is no such file         | path: there is no such file.", //
		"localhost: no answer                | localhost: no answer.", //
		"chest/im1: cut                      | chest/im1: cut.", //
		"im1.dcm: cut                        | im1.dcm: cut.", //
		"2 slices are missing                | 2 slices are missing.", //
		"\"\"                                | \"\"" })
	void aClauseIsASentence(final String clause, final String sentence) {
		assertEquals(sentence, Sentence.of(clause));
		assertEquals(sentence, Sentence.of(sentence), "a sentence stays what it is");
	}

	@Test
	void aNameThatIsKnownKeepsItsSpelling() {
		assertEquals("threshold is 5.", Sentence.of("threshold is 5", List.of("", "threshold")));
		assertEquals("Thresholds are 5.", Sentence.of("thresholds are 5", List.of("threshold")));
		assertEquals("my scan/1: cut.", Sentence.of("my scan/1: cut", List.of("my scan/1")));
	}
}
