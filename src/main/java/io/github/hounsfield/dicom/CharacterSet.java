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
import java.util.List;
import java.util.Locale;

/**
 * The characters of a data set's strings: Specific Character Set (PS3.3 section C.12.1.1.2), with the code extensions
 * of ISO 2022 (PS3.5 section 6.1.2.5) or one of the sets that stand alone (UTF-8, GB18030, GBK). Immutable, safe for
 * several threads.
 * <p>
 * Escape sequences count wherever they stand, even if Specific Character Set does not announce them. Bytes beyond the
 * default repertoire are Latin-1 if nothing says what they are.
 */
public final class CharacterSet {

	/** The default repertoire (ISO IR 6). */
	public static final CharacterSet DEFAULT = new CharacterSet(null, CodeTable.ASCII, null, true);

	/** Used if Specific Character Set is no term of the standard. */
	static final CharacterSet UNKNOWN = new CharacterSet(null, CodeTable.ASCII, null, false);

	/** The character set, if it stands alone; otherwise null. */
	private final Charset alone;
	private final CodeTable low;
	/** Null if Specific Character Set says nothing of the upper half. */
	private final CodeTable high;
	private final boolean known;

	private CharacterSet(final Charset alone, final CodeTable low, final CodeTable high, final boolean known) {
		this.alone = alone;
		this.low = low;
		this.high = high;
		this.known = known;
	}

	/** @param terms the values of Specific Character Set; an empty one is the default repertoire */
	public static CharacterSet of(final List<String> terms) {
		if (terms.isEmpty() || terms.get(0).isEmpty()) return DEFAULT;
		final String term = terms.get(0).toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
		final Charset alone = switch (term) {
			case "ISO IR 192", "ISO 2022 IR 192", "UTF8", "UTF 8" -> StandardCharsets.UTF_8;
			case "GB18030", "GBK" -> CodeTable.charset(term);
			default -> null;
		};
		if (alone != null) return new CharacterSet(alone, null, null, true);
		if (!term.startsWith("ISO")) return UNKNOWN;
		final String number = term.substring(term.lastIndexOf(' ') + 1);
		return switch (number) {
			case "6" -> DEFAULT;
			case "13" -> new CharacterSet(null, CodeTable.ROMAJI, CodeTable.KATAKANA, true);
			case "87", "159" -> new CharacterSet(null, CodeTable.ASCII, null, true);
			default -> {
				final CodeTable table = CodeTable.ofNumber(number);
				yield table == null ? UNKNOWN : new CharacterSet(null, CodeTable.ASCII, table, true);
			}
		};
	}

	/** Whether the first value of Specific Character Set is a term of the standard. */
	public boolean isKnown() {
		return known;
	}

	/** One text. A backslash is a character of it. */
	public String decode(final byte[] bytes) {
		return alone != null ? new String(bytes, alone) : new Iso2022Decoder(low, high, "\t\n\f\r").decode(bytes);
	}

	/** The values between backslashes, without spaces and zero bytes around them. */
	List<String> decodeValues(final byte[] bytes) {
		return Values.split(decodeDelimited(bytes, "\\\t\n\f\r"));
	}

	/** The values of a person name. Each of its parts begins anew with the first character set. */
	List<String> decodeNames(final byte[] bytes) {
		return Values.split(decodeDelimited(bytes, "\\^=\t\n\f\r"));
	}

	private String decodeDelimited(final byte[] bytes, final String delimiters) {
		if (isPlain(bytes)) return Values.ascii(bytes);
		return alone != null ? new String(bytes, alone) : new Iso2022Decoder(low, high, delimiters).decode(bytes);
	}

	/** Whether every set reads the bytes as ASCII does. */
	private boolean isPlain(final byte[] bytes) {
		for (final byte b : bytes)
			if (b < 0 || b == Iso2022Decoder.ESCAPE || b == '~' && low == CodeTable.ROMAJI) return false;
		return true;
	}
}
