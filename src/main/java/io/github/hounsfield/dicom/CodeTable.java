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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One set of coded characters that ISO 2022 brings into the lower (G0) or upper (G1) half of the bytes, with its number
 * in the international register and its escape sequence (PS3.3 tables C.12-2 to C.12-4, PS3.5 table 6.2-1).
 */
enum CodeTable {
	ASCII("6", "(B", 1, "US-ASCII"),
	/** ISO IR 14: ASCII with yen and overline. */
	ROMAJI("14", "(J", 1, null),
	/** ISO IR 13: half-width katakana. */
	KATAKANA("13", ")I", 1, null),
	LATIN_1("100", "-A", 1, "ISO-8859-1"),
	LATIN_2("101", "-B", 1, "ISO-8859-2"),
	LATIN_3("109", "-C", 1, "ISO-8859-3"),
	LATIN_4("110", "-D", 1, "ISO-8859-4"),
	CYRILLIC("144", "-L", 1, "ISO-8859-5"),
	ARABIC("127", "-G", 1, "ISO-8859-6"),
	GREEK("126", "-F", 1, "ISO-8859-7"),
	HEBREW("138", "-H", 1, "ISO-8859-8"),
	LATIN_5("148", "-M", 1, "ISO-8859-9"),
	LATIN_9("203", "-b", 1, "ISO-8859-15"),
	THAI("166", "-T", 1, "TIS-620"),
	/** JIS X 0208, in the lower half. */
	KANJI("87", "$B", 2, "EUC-JP"),
	/** JIS X 0212, in the lower half. */
	SUPPLEMENTARY_KANJI("159", "$(D", 2, "EUC-JP"),
	/** KS X 1001, in the upper half. */
	HANGUL("149", "$)C", 2, "EUC-KR"),
	/** GB 2312, in the upper half. */
	SIMPLIFIED_HANZI("58", "$)A", 2, "GB2312");

	private final String number;
	private final byte[] escape;
	private final int bytes;
	private final String charset;

	CodeTable(final String number, final String escape, final int bytes, final String charset) {
		this.number = number;
		this.escape = escape.getBytes(StandardCharsets.US_ASCII);
		this.bytes = bytes;
		this.charset = charset;
	}

	/** Bytes of a character. */
	int bytes() {
		return bytes;
	}

	/** Whether it takes the lower half. */
	boolean isLow() {
		return this == ASCII || this == ROMAJI || this == KANJI || this == SUPPLEMENTARY_KANJI;
	}

	/** Bytes of the sequence that brings it in, without the escape character. */
	int escapeLength() {
		return escape.length;
	}

	/** @return null where no set has this number */
	static CodeTable ofNumber(final String number) {
		for (final CodeTable table : values())
			if (table.number.equals(number)) return table;
		return null;
	}

	/** @return the set whose sequence stands behind the escape character, or null */
	static CodeTable ofEscape(final byte[] text, final int from) {
		for (final CodeTable table : values())
			if (from + table.escape.length <= text.length && Arrays.equals(text, from, from + table.escape.length,
				table.escape, 0, table.escape.length)) return table;
		return null;
	}

	/** Characters of whole codes; those that the set lacks become U+FFFD. */
	void decode(final byte[] text, final int from, final int to, final StringBuilder out) {
		switch (this) {
			case ROMAJI:
				for (int i = from; i < to; i++)
					out.append(text[i] == '\\' ? '\u00A5' : text[i] == '~' ? '\u203E' : (char) text[i]);
				break;
			case KATAKANA:
				for (int i = from; i < to; i++) {
					final int code = text[i] & 0xFF;
					out.append(code >= 0xA1 && code <= 0xDF ? (char) (0xFF61 + code - 0xA1) : '\uFFFD');
				}
				break;
			case KANJI:
				out.append(new String(upper(text, from, to), charset(charset)));
				break;
			case SUPPLEMENTARY_KANJI:
				out.append(new String(inThirdSet(upper(text, from, to)), charset(charset)));
				break;
			default:
				out.append(new String(text, from, to - from, charset(charset)));
		}
	}

	/** A Java runtime without the module jdk.charsets lacks some: then what is not ASCII becomes U+FFFD. */
	static Charset charset(final String name) {
		return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
	}

	private static byte[] upper(final byte[] text, final int from, final int to) {
		final byte[] moved = new byte[to - from];
		for (int i = 0; i < moved.length; i++)
			moved[i] = (byte) (text[from + i] | 0x80);
		return moved;
	}

	/** EUC-JP marks each character of JIS X 0212 by a byte of its own. */
	private static byte[] inThirdSet(final byte[] pairs) {
		final byte[] marked = new byte[pairs.length / 2 * 3];
		for (int i = 0, o = 0; i + 1 < pairs.length; i += 2) {
			marked[o++] = (byte) 0x8F;
			marked[o++] = pairs[i];
			marked[o++] = pairs[i + 1];
		}
		return marked;
	}
}
