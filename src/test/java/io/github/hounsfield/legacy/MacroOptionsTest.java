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
package io.github.hounsfield.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Macro;
import io.github.hounsfield.host.MacroText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroOptionsTest {

	/** Options as the README's macros give them, and what each key holds. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
		"path=[/data/CT 1/series] series=largest recursive=true virtual=false anonymize=false | " +
			"path;series;recursive;virtual;anonymize | /data/CT 1/series;largest;true;false;false",
		"output=[32-bit float] padding=[Air (-1000 HU)] | " +
			"output;padding | 32-bit float;Air (-1000 HU)",
		"output=[16-bit signed] padding=[Zero before rescale] slope=1 intercept=-1024 force=true | " +
			"output;padding;slope;intercept;force | 16-bit signed;Zero before rescale;1;-1024;true",
		"preset=[Lung (W 1500, L -600)] function=LINEAR mode=[Display range] | " +
			"preset;function;mode | Lung (W 1500, L -600);LINEAR;Display range",
		"preset=Custom width=1500 center=-600 function=LINEAR_EXACT mode=[8-bit image] | " +
			"preset;width;center;function;mode | Custom;1500;-600;LINEAR_EXACT;8-bit image",
		"cascade=frontalface_alt scale=1.1 neighbors=3 minsize=30 maxsize=0 all=false manager=false | " +
			"cascade;scale;neighbors;minsize;maxsize;all;manager | frontalface_alt;1.1;3;30;0;false;false",
		"  file=[C:/a b/[old] x.xml]   virtual | " +
			"file;virtual | C:/a b/[old] x.xml;''",
		"a='two words' b=[] c==x d=x=[y | " +
			"a;b;c;d | two words;'';=x;x=[y" })
	void readsKeysAndValues(final String options, final String keys, final String values) throws Exception {
		final MacroOptions read = MacroOptions.parse(options + " ");
		final Map<String, String> expected = new LinkedHashMap<>();
		final String[] texts = values.split(";");
		for (int i = 0; i < texts.length; i++) expected.put(keys.split(";")[i], texts[i].replace("''", ""));
		final Map<String, String> actual = new LinkedHashMap<>();
		for (final String key : read.keys()) actual.put(key, read.get(key));
		assertEquals(expected, actual);
		assertEquals(List.copyOf(expected.keySet()), List.copyOf(read.keys()));
	}

	@Test
	void aKeyAloneIsAFlag() throws Exception {
		final MacroOptions read = MacroOptions.parse("virtual path=x");
		assertTrue(read.isFlag("virtual"));
		assertEquals(false, read.isFlag("path"));
		assertEquals(null, read.get("series"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "path=[/a b", "path=[a[b] ", "path='a b", "width=1 width=2", "virtual virtual=true" })
	void refusesWhatIsNotClosedOrGivenTwice(final String options) {
		final String message = assertThrows(CommandFailedException.class, () -> MacroOptions.parse(options)).getMessage();
		assertTrue(message.startsWith(options.split("[= ]")[0] + ": "), message);
	}

	@Test
	void namesAnUnknownKeyAndTheKnownOnes() throws Exception {
		final MacroOptions options = MacroOptions.parse("path=/my scans width=1");
		final String message = assertThrows(CommandFailedException.class, () -> options.requireOnly(List.of("path",
			"width"))).getMessage();
		assertEquals("Unknown parameter 'scans': this command has path, width; a value with spaces stands in [brackets], " +
			"one with a bracket that has no partner in 'single quotes'.", message);
	}

	/** What is quoted is read again, by this class and by ImageJ itself, as Fiji does. */
	@Test
	void quotedValuesAreReadAgain() throws Exception {
		final Random random = new Random(20260101);
		final String alphabet = "ab /\\=[]().,-'é";
		int tried = 0;
		for (int n = 0; n < 20_000; n++) {
			final StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(12); i > 0; i--) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
			final String value = text.toString();
			if (!isBalanced(value) && value.indexOf('\'') >= 0) continue;
			tried++;
			final String options = "before=1 key=" + MacroText.quote(value) + " after=2 ";
			assertEquals(value, MacroOptions.parse(options).get("key"), options);
			assertEquals("2", MacroOptions.parse(options).get("after"), options);
			assertEquals(value, Macro.getValue(options, "key", null), options);
		}
		assertTrue(tried > 10_000, "tried " + tried);
	}

	private static boolean isBalanced(final String value) {
		int depth = 0;
		for (final char c : value.toCharArray()) {
			if (c == '[') depth++;
			if (c == ']' && --depth < 0) return false;
		}
		return depth == 0;
	}
}
