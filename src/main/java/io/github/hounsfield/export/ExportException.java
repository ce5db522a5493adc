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
package io.github.hounsfield.export;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.ProblemException;

/**
 * A volume that cannot be written as asked. It holds the file, what was found, what was expected, and what helps. Its
 * message is the problem's text with all names.
 */
public class ExportException extends ProblemException {

	private static final long serialVersionUID = 1L;

	/** What the user may do about it. The actions say it in terms of their own keys. */
	public enum Remedy {
		/** The problem says it all. */
		NONE,
		/** To replace what is there. */
		OVERWRITE,
		/** To let the program choose the type of the voxels. */
		CHOOSE_TYPE,
		/** To write 32-bit floating-point voxels. */
		WRITE_FLOAT,
		/** To write a format whose sizes have no limit of 16 bits. */
		WRITE_LARGE,
		/** To write a format that has colours, or to make the image grey. */
		WRITE_COLOURS
	}

	private final Remedy remedy;

	/** @param problem of a file, a parameter or the volume */
	ExportException(final Problem problem) {
		this(problem, Remedy.NONE);
	}

	/**
	 * @param problem of a file, a parameter or the volume
	 * @param remedy what helps, which the problem does not say
	 */
	public ExportException(final Problem problem, final Remedy remedy) {
		super(problem);
		this.remedy = remedy;
	}

	/** @param cause is no part of the text */
	public ExportException(final Problem problem, final Throwable cause) {
		super(problem, cause);
		remedy = Remedy.NONE;
	}

	/** What the user may do about it. */
	public Remedy remedy() {
		return remedy;
	}
}
