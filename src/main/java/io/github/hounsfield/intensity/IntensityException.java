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
 * type cannot hold a result exactly, or a name is not in a list. The message says what was found and what is allowed.
 */
public class IntensityException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Kinds of problems. The caller can say what helps. */
	public enum Kind {
		/** The message says it all. */
		OTHER,
		/** The values do not fit into 16 bits. 32 bits hold them. */
		NOT_EXACT_IN_16_BITS
	}

	private final Kind kind;
	private final int slice;

	public IntensityException(final String message) {
		this(Kind.OTHER, message, -1);
	}

	/** @param slice index of the slice it was found in, counted from 0 */
	public IntensityException(final String message, final int slice) {
		this(Kind.OTHER, message, slice);
	}

	/**
	 * @param kind what kind of problem
	 * @param message what was found and what was expected
	 * @param slice index of the slice it was found in, counted from 0; -1 where no slice is meant
	 */
	public IntensityException(final Kind kind, final String message, final int slice) {
		super(message);
		this.kind = kind;
		this.slice = slice;
	}

	/** What kind of problem. */
	public final Kind kind() {
		return kind;
	}

	/** Index of the slice that the message is about, counted from 0; -1 where it is about none. */
	public int slice() {
		return slice;
	}
}
