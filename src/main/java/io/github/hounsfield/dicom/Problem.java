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

import java.util.OptionalInt;

/**
 * What is wrong with a file or with an element of it, as values. {@link Wording} makes the text. Immutable.
 *
 * @param severity how much it matters
 * @param source {@link DicomSource#name()} of the file; empty where no file is concerned
 * @param tag of the element, 0xGGGGEEEE; empty where none is concerned
 * @param position byte position in the file, from 0; -1 where it is not known
 * @param slice counted from 1; 0 where it is not known
 * @param found what was found, in the program's own words and numbers; names neither a file nor a patient
 * @param quote what was found, in the words of the file or of another library; empty if there are none. It may name a
 *          file or a patient, so a neutral wording leaves it out
 * @param expected what was expected, without that word; empty if nothing else could stand there
 */
public record Problem(Severity severity, String source, OptionalInt tag, long position, int slice, String found,
	String quote, String expected) implements Worded
{

	/** An error in a file. */
	public static Problem in(final String source) {
		return new Problem(Severity.ERROR, source, OptionalInt.empty(), -1, 0, "", "", "");
	}

	/** An error that concerns no file. */
	public static Problem of(final String found) {
		return in("").found(found);
	}

	/** The same in an element. */
	public Problem tag(final int value) {
		return new Problem(severity, source, OptionalInt.of(value), position, slice, found, quote, expected);
	}

	/** The same at a byte of the file, from 0; -1 where it is not known. */
	public Problem at(final long value) {
		return new Problem(severity, source, tag, value, slice, found, quote, expected);
	}

	/** The same for a slice, counted from 1. */
	public Problem slice(final int value) {
		return new Problem(severity, source, tag, position, value, found, quote, expected);
	}

	/** The same with what was found, in words that name neither file nor patient. */
	public Problem found(final String value) {
		return new Problem(severity, source, tag, position, slice, value, quote, expected);
	}

	/** The same with what was found, in the words of the file or of another library. */
	public Problem quote(final String value) {
		return new Problem(severity, source, tag, position, slice, found, value, expected);
	}

	/** The same with what was expected. */
	public Problem expected(final String value) {
		return new Problem(severity, source, tag, position, slice, found, quote, value);
	}

	/** The same with another severity. */
	public Problem severity(final Severity value) {
		return new Problem(value, source, tag, position, slice, found, quote, expected);
	}

	@Override
	public String text(final Wording wording) {
		return wording.problem(this);
	}

	/** The text with all names. */
	@Override
	public String toString() {
		return text(Wording.NAMED);
	}
}
