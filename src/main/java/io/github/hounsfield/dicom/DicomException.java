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

import java.io.IOException;

/**
 * A file, or an element of it, that breaks the standard or lacks what is asked for. The message names the file, the
 * tag, the byte position, what was found and what was expected, as far as they are known.
 */
public class DicomException extends IOException {

	public DicomException(final String message) {
		super(message);
	}

	public DicomException(final String message, final Throwable cause) {
		super(message, cause);
	}

	/**
	 * @param source name of the file
	 * @param tag the element, 0xGGGGEEEE
	 * @param position byte position of the element in the file, or -1 where not known
	 * @param problem what was found and what was expected
	 */
	public static DicomException of(final String source, final int tag, final long position, final String problem) {
		return new DicomException(source + ": " + Dictionary.describe(tag) + (position < 0 ? "" : " at byte " + position) +
			": " + problem);
	}

	/**
	 * @param source name of the file
	 * @param position byte position in the file
	 * @param problem what was found and what was expected
	 */
	public static DicomException at(final String source, final long position, final String problem) {
		return new DicomException(source + ": byte " + position + ": " + problem);
	}

	/** A file that is no DICOM file at all, as opposed to a broken one. */
	public static class NotDicom extends DicomException {

		public NotDicom(final String source, final String reason) {
			super(source + ": not a DICOM file: " + reason);
		}
	}
}
