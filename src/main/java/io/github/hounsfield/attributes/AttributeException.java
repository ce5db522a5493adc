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
package io.github.hounsfield.attributes;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Worded;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.intensity.IntensityException;

/**
 * An attribute that cannot be read as a rule of PS3.3 needs it. It says where the attribute is, what was found and what
 * was expected.
 */
public class AttributeException extends IntensityException implements Worded {

	private static final long serialVersionUID = 1L;

	private final int tag;
	private final transient Problem problem;

	/**
	 * @param tag of the attribute, 0xGGGGEEEE
	 * @param problem of the header
	 */
	public AttributeException(final int tag, final Problem problem) {
		super(problem.toString());
		this.tag = tag;
		this.problem = problem;
	}

	/** @param cause the problem in the words of the header's reader */
	public AttributeException(final int tag, final Exception cause) {
		super(cause.getMessage());
		this.tag = tag;
		this.problem = cause instanceof DicomException known ? known.problem() : Problem.of("").quote(String.valueOf(cause
			.getMessage()));
		initCause(cause);
	}

	/** Of the attribute, 0xGGGGEEEE. */
	public int tag() {
		return tag;
	}

	/** What is wrong. */
	public Problem problem() {
		return problem;
	}

	/** The problem of any rule. Those of the packages intensity and lung name no file. */
	public static Problem problem(final IntensityException e) {
		return e instanceof AttributeException known ? known.problem : Problem.of(e.found()).slice(e.slice() + 1).quote(
			e.quote()).expected(e
			.expected());
	}

	@Override
	public String text(final Wording wording) {
		return problem.text(wording);
	}
}
