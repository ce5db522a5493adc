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
package io.github.hounsfield.imagej.pixels;

import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Worded;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.intensity.IntensityException;

/** An image does not suit a step. It holds what was found, what is needed and what helps. The action words the help. */
public class ImageException extends RuntimeException implements Worded {

	private static final long serialVersionUID = 1L;

	private final String about;
	private final transient Problem problem;
	private final Remedy remedy;

	/** @param found names no file */
	public ImageException(final String found) {
		this(found, "", Remedy.NONE);
	}

	/**
	 * @param found names no file
	 * @param expected without that word
	 */
	public ImageException(final String found, final String expected) {
		this(found, expected, Remedy.NONE);
	}

	/**
	 * @param found names no file
	 * @param remedy what helps, which the problem does not say
	 */
	public ImageException(final String found, final Remedy remedy) {
		this(found, "", remedy);
	}

	/**
	 * @param found names no file
	 * @param expected without that word; empty where nothing else could stand there
	 * @param remedy what helps, which the problem does not say
	 */
	public ImageException(final String found, final String expected, final Remedy remedy) {
		this(Problem.of(found).expected(expected), remedy);
	}

	/** @param problem of an image, or of a parameter */
	public ImageException(final Problem problem) {
		this(problem, Remedy.NONE);
	}

	/**
	 * @param problem of an image, or of a parameter
	 * @param remedy what helps, which the problem does not say
	 */
	public ImageException(final Problem problem, final Remedy remedy) {
		super(problem.toString());
		about = "";
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * @param about the image, slice or parameters that the rule was asked of; names no file
	 * @param cause what the rule found
	 */
	public ImageException(final String about, final IntensityException cause) {
		super(about + ": " + AttributeException.problem(cause), cause);
		this.about = about + ": ";
		problem = AttributeException.problem(cause);
		remedy = Remedy.NONE;
	}

	/** What the user can do about it. */
	public Remedy remedy() {
		return remedy;
	}

	/** What was found, and what is needed. */
	public Problem problem() {
		return problem;
	}

	@Override
	public String text(final Wording wording) {
		return about + problem.text(wording);
	}
}
