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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Descriptions without what may identify (Clean Descriptors Option, PS3.15 section E.3.5): a word stays only if it is a
 * known word of anatomy or technique. A number stays only if it is short and alone. So no name, address, number or date
 * can stay. Some descriptions lose all words.
 */
final class KnownWords {

	private static final Set<String> WORDS = read();

	private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}.]+");
	private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(\\.\\d{1,3})?");
	private static final Pattern MEASURE = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?(mm|cm|kv|kvp|mas|ma|ms|ml|sl|pct)");

	/** Reconstruction kernels: B40f, I30f, Br40d, FC13, H31s. */
	private static final Pattern KERNEL = Pattern.compile("(b|h|i|t|u|br|hr|bv|qr|fc|j)\\d{2}[dfhms]?");

	/** One word, for "w" alone would say the opposite. */
	private static final Pattern WITHOUT = Pattern.compile("\\bw/o\\b", Pattern.CASE_INSENSITIVE);

	private KnownWords() {}

	/** @return null where nothing is left */
	static Element clean(final DataSet dataSet, final Element element) throws IOException {
		if (element.isEmpty() || !element.items().isEmpty()) return null;
		final List<String> values = new ArrayList<>();
		for (final String value : Texts.values(element))
			values.add(clean(value));
		final String text = String.join("\\", values);
		return text.replace("\\", "").isEmpty() ? null : Replacement.text(element.tag(), text);
	}

	static String clean(final String text) {
		final List<String> kept = new ArrayList<>();
		final Matcher token = TOKEN.matcher(WITHOUT.matcher(text).replaceAll("wo"));
		boolean afterNumber = false;
		while (token.find()) {
			final String word = token.group();
			final boolean number = Character.isDigit(word.charAt(0));
			// Of numbers side by side, which may be a date, none stays.
			if (number && afterNumber && !kept.isEmpty() && isNumber(kept.get(kept.size() - 1))) kept.remove(kept.size() - 1);
			if (!(number && afterNumber) && isKnown(word.toLowerCase(Locale.ROOT))) kept.add(word);
			afterNumber = number;
		}
		return String.join(" ", kept);
	}

	private static boolean isNumber(final String word) {
		return Character.isDigit(word.charAt(0));
	}

	private static boolean isKnown(final String word) {
		return WORDS.contains(word) || NUMBER.matcher(word).matches() || MEASURE.matcher(word).matches() || KERNEL.matcher(
			word).matches();
	}

	private static Set<String> read() {
		final Set<String> words = new HashSet<>();
		try (InputStream in = KnownWords.class.getResourceAsStream("known-words.txt");
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)))
		{
			for (String line = reader.readLine(); line != null; line = reader.readLine())
				if (!line.startsWith("#")) words.addAll(List.of(line.split(" ")));
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the known words in the jar cannot be read", e);
		}
		return words;
	}
}
