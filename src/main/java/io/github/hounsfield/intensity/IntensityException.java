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
package io.github.hounsfield.intensity;

/**
 * Grey values that cannot be converted as asked. The standard does not allow a rescale, window or table, the output
 * type cannot hold a result exactly, or a name is not in a list. It holds what was found and what was expected. The
 * actions make the text that a user reads; {@link #getMessage()} is the same in one line.
 */
public class IntensityException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Kinds of problems. The caller can say what helps. */
	public enum Kind {
		/** What was found and expected says it all. */
		OTHER,
		/** The values do not fit into 16 bits. 32 bits hold them. */
		NOT_EXACT_IN_16_BITS
	}

	private final Kind kind;
	private final String found;
	private final String quote;
	private final String expected;
	private final int slice;

	/** @param found in the program's own words and numbers */
	public IntensityException(final String found) {
		this(found, "");
	}

	/**
	 * @param found in the program's own words and numbers
	 * @param expected without that word; empty where nothing else could stand there
	 */
	public IntensityException(final String found, final String expected) {
		this(Kind.OTHER, found, "", expected, -1);
	}

	/** @param slice index of the slice it was found in, counted from 0 */
	public IntensityException(final String found, final int slice) {
		this(Kind.OTHER, found, "", "", slice);
	}

	/**
	 * @param kind what kind of problem
	 * @param found in the program's own words and numbers
	 * @param expected without that word; empty where nothing else could stand there
	 * @param slice index of the slice it was found in, counted from 0; -1 where no slice is meant
	 */
	public IntensityException(final Kind kind, final String found, final String expected, final int slice) {
		this(kind, found, "", expected, slice);
	}

	private IntensityException(final Kind kind, final String found, final String quote, final String expected,
		final int slice)
	{
		super((slice < 0 ? "" : "slice " + (slice + 1) + ": ") + found + (quote.isEmpty() ? "" : " " + quote) +
			(expected.isEmpty() ? "" : "; expected " + expected));
		this.kind = kind;
		this.found = found;
		this.quote = quote;
		this.expected = expected;
		this.slice = slice;
	}

	/**
	 * A text of a header that is not allowed.
	 *
	 * @param found what has the text, such as "VOILUTFunction (0028,1056) is"
	 * @param quote the text itself, which may hold anything
	 * @param expected without that word
	 */
	static IntensityException quoting(final String found, final String quote, final String expected) {
		return new IntensityException(Kind.OTHER, found, quote, expected, -1);
	}

	/** What kind of problem. */
	public final Kind kind() {
		return kind;
	}

	/** What was found, in the program's own words and numbers. Names neither a file nor a patient. */
	public final String found() {
		return found;
	}

	/** What was found, in the words of a header; empty for none. It may hold anything. */
	public final String quote() {
		return quote;
	}

	/** What was expected, without that word; empty where nothing else could stand there. */
	public final String expected() {
		return expected;
	}

	/** Index of the slice that this is about, counted from 0; -1 where it is about none. */
	public final int slice() {
		return slice;
	}
}
