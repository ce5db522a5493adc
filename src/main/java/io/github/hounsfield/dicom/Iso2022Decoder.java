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

/**
 * Reads one text with the code extensions of ISO 2022, as PS3.5 section 6.1.2.5 restricts them. An object reads one
 * text.
 */
final class Iso2022Decoder {

	static final byte ESCAPE = 0x1B;

	private final CodeTable firstLow;
	private final CodeTable firstHigh;
	private final String delimiters;
	private CodeTable low;
	private CodeTable high;

	/**
	 * @param low set of the lower half at the start and after each delimiter
	 * @param high set of the upper half, likewise; null for Latin-1 until an escape sequence comes
	 * @param delimiters in any half of 5CH, 5EH, 3DH and control characters
	 */
	Iso2022Decoder(final CodeTable low, final CodeTable high, final String delimiters) {
		this.firstLow = low;
		this.firstHigh = high;
		this.delimiters = delimiters;
		this.low = low;
		this.high = high != null ? high : CodeTable.LATIN_1;
	}

	String decode(final byte[] text) {
		final StringBuilder out = new StringBuilder(text.length);
		for (int at = 0; at < text.length;) {
			final byte b = text[at];
			final CodeTable switched = b == ESCAPE ? CodeTable.ofEscape(text, at + 1) : null;
			if (switched != null) {
				if (switched.isLow()) low = switched;
				else high = switched;
				at += 1 + switched.escapeLength();
			}
			else if (isDelimiter(b)) {
				out.append((char) b);
				low = firstLow;
				if (firstHigh != null) high = firstHigh;
				at++;
			}
			else if (b >= 0 && b < ' ') {
				out.append((char) b);
				at++;
			}
			else at = decodeRun(text, at, out);
		}
		return out.toString();
	}

	/**
	 * Whether a byte is a delimiter. Whether a byte is a delimiter. In a set of two bytes 5CH, 5EH and 3DH may be half of
	 * a character.
	 */
	private boolean isDelimiter(final byte b) {
		return b >= 0 && delimiters.indexOf(b) >= 0 && (b < ' ' || low.bytes() == 1);
	}

	/** All bytes of one half up to the next escape sequence, control character, delimiter or byte of the other half. */
	private int decodeRun(final byte[] text, final int from, final StringBuilder out) {
		final boolean lower = text[from] >= 0;
		final CodeTable table = lower ? low : high;
		int to = from;
		while (to < text.length && (text[to] >= 0) == lower && (!lower || text[to] >= ' ' && !isDelimiter(text[to])))
			to++;
		final int whole = to - (to - from) % table.bytes();
		table.decode(text, from, whole, out);
		if (whole < to) out.append('\uFFFD');
		return to;
	}
}
