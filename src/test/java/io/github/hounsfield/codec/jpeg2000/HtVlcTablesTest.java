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
package io.github.hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HtVlcTablesTest {

	/** What T.814 says of every entry of its tables: known bits are bits of significant samples. */
	@Test
	void entriesAreOfOneMind() {
		for (final char[] table : new char[][] { HtVlcTables.FIRST_ROW, HtVlcTables.OTHER_ROWS }) {
			assertEquals(1024, table.length);
			for (int i = 0; i < table.length; i++) {
				final int entry = table[i];
				final int rho = entry >> 4 & 15;
				final int known = entry >> 8 & 15;
				final int ones = entry >> 12;
				assertTrue((entry & 7) > 0 && (known & ~rho) == 0 && (ones & ~known) == 0, "entry " + i);
				assertTrue((entry & 8) != 0 || known == 0, "known bits without an offset in entry " + i);
				assertTrue(i >= 128 || rho != 0, "the first context has no empty quads in its code");
			}
		}
	}

	/** An entry of length n must stand wherever the next n bits are its word, and nowhere else. */
	@Test
	void codesAreComplete() {
		for (final char[] table : new char[][] { HtVlcTables.FIRST_ROW, HtVlcTables.OTHER_ROWS }) {
			for (int context = 0; context < 8; context++) {
				final char[] code = Arrays.copyOfRange(table, context << 7, context + 1 << 7);
				for (int i = 0; i < code.length; i++)
					for (int j = 0; j < code.length; j++)
						if ((i & (1 << (code[i] & 7)) - 1) == (j & (1 << (code[i] & 7)) - 1)) assertEquals(code[i], code[j]);
			}
		}
	}
}
