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
package io.github.hounsfield.imagej.tables;

import java.util.regex.Pattern;

/**
 * A cell that a spreadsheet reads as text. A text that begins with {@code = + - @}, as a Series Description may, would
 * be a formula. A formula can send the table's contents elsewhere.
 */
public final class SpreadsheetCell {

	private static final Pattern NUMBER =
		Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|[+-]?(NaN|Infinity)");

	/** Characters that begin a formula. The last four are the wide forms of East Asian keyboards. */
	private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

	private SpreadsheetCell() {}

	/**
	 * @param text of one cell
	 * @return the text without control characters; behind an apostrophe where it would be a formula; a number as it is
	 */
	public static String of(final String text) {
		final String plain = text.chars().anyMatch(c -> c < ' ' || c == 0x7F) ? text.replaceAll("\\p{Cntrl}", " ") : text;
		final String begun = plain.stripLeading();
		if (begun.isEmpty() || FORMULA.indexOf(begun.charAt(0)) < 0 || NUMBER.matcher(plain).matches()) return plain;
		return "'" + plain;
	}

	/** The cell in a line of RFC 4180. It has quotation marks if it is empty or holds a delimiter. */
	public static String csv(final String text) {
		final String cell = of(text);
		final boolean bare = !cell.isEmpty() && cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
		return bare ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}
}
