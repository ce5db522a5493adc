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

import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.intensity.IntensityException;
import java.io.Serializable;

/**
 * Why an item has no numbers: kind and reason. Names no file, folder or patient.
 *
 * @param kind name of a class
 */
record Failure(String kind, String reason) implements Serializable {

	static Failure of(final Throwable e) {
		return new Failure(e.getClass().getSimpleName(), line(text(e)));
	}

	/** The suite's own exceptions of values hold no names. All others are told by their kind. */
	private static String text(final Throwable e) {
		if (e instanceof PlainException) return e.getMessage();
		if (e instanceof OutOfMemoryError) return "Java's memory did not suffice, also with no other series beside it";
		if (e instanceof IntensityException values) return AttributeException.problem(values).text(Wording.NEUTRAL);
		return Wording.NEUTRAL.text(e);
	}

	private static String line(final String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\p{Cntrl}", " ");
	}

	/** A reason that this program gives; its message names no file. */
	static class PlainException extends Exception {

		private static final long serialVersionUID = 1L;

		PlainException(final String message) {
			super(message);
		}
	}

	/** The series is not whole. If slices are missing or double, their mean is not the mean of the series. */
	static final class IncompleteException extends PlainException {

		private static final long serialVersionUID = 1L;

		IncompleteException(final String report) {
			super("slices are missing or double: " + report);
		}
	}

	/** An item took longer than it may. */
	static final class ItemTimeoutException extends PlainException {

		private static final long serialVersionUID = 1L;

		ItemTimeoutException(final int seconds) {
			super("it took longer than " + seconds + " s; --timeout says how long it may");
		}
	}
}
