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
package io.github.hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that any name comes back from a file of items, and that a cut line is no line. */
class CsvTest {

	@Test
	void anyNameComesBack() throws PlanException {
		final List<String> cells = List.of("", "a \"b\"", "c,d", "e\nf", "=1+1", "\"");
		assertEquals(List.of(cells, cells), Csv.parse(Csv.line(cells) + Csv.line(cells), "items.csv"));
	}

	@Test
	void everyCutLineIsLeftOut() throws PlanException {
		final String line = Csv.line(List.of("1", "a\"\nb", "x"));
		for (int end = 0; end < line.length(); end++)
			assertEquals(List.of(), Csv.parse(line.substring(0, end), "items.csv"), "cut at " + end);
	}

	@Test
	void whatAnotherProgramWroteIsRefused() {
		assertThrows(PlanException.class, () -> Csv.parse("item,study\n", "items.csv"));
		assertThrows(PlanException.class, () -> Csv.parse("\"item\";\"study\"\n", "items.csv"));
	}
}
