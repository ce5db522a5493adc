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
 * A file, or an element of it, that breaks the standard or lacks what is asked for.
 */
public class DicomException extends ProblemException {

	private static final long serialVersionUID = 1L;

	public DicomException(final Problem problem) {
		super(problem);
	}

	/** @param cause is no part of the text */
	public DicomException(final Problem problem, final Throwable cause) {
		super(problem, cause);
	}

	/** @param message may name files; a neutral wording leaves it out */
	public DicomException(final String message) {
		this(Problem.of("").quote(message));
	}

	/** @param message may name files; a neutral wording leaves it out */
	public DicomException(final String message, final Throwable cause) {
		this(Problem.of("").quote(message), cause);
	}

	/** @return what is wrong, without the file */
	public String reason(final Wording wording) {
		return wording.reason(problem());
	}

	/**
	 * @param source name of the file
	 * @param tag the element, 0xGGGGEEEE
	 * @param position byte position of the element in the file, or -1 where not known
	 * @param found nothing that names a file or a patient
	 * @param expected without the word "expected"; empty where nothing else could stand there
	 */
	public static DicomException of(final String source, final int tag, final long position, final String found,
		final String expected)
	{
		return new DicomException(Problem.in(source).tag(tag).at(position).found(found).expected(expected));
	}

	/**
	 * @param source name of the file
	 * @param position byte position in the file
	 * @param found nothing that names a file or a patient
	 * @param expected without the word "expected"; empty where nothing else could stand there
	 */
	public static DicomException at(final String source, final long position, final String found,
		final String expected)
	{
		return new DicomException(Problem.in(source).at(position).found(found).expected(expected));
	}

	/** A file that is no DICOM file at all, as opposed to a broken one. */
	public static class NotDicom extends DicomException {

		private static final long serialVersionUID = 1L;

		private final transient Problem why;

		/** @param reason nothing that names a file or a patient */
		public NotDicom(final String source, final String reason) {
			super(Problem.in(source).found("not a DICOM file: " + reason));
			why = Problem.in(source).found(reason);
		}

		/** What was found instead. */
		public Problem why() {
			return why;
		}
	}
}
