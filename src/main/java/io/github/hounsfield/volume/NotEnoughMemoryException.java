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

package io.github.hounsfield.volume;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import java.util.List;

/** A volume that Java's memory cannot hold at once. A virtual volume needs memory for a few slices only. */
public final class NotEnoughMemoryException extends DicomException {

	private static final long serialVersionUID = 1L;
	private static final int FIVE_DIGITS = 100_000;

	/**
	 * @param what is to be loaded, without any name
	 * @param bytes that are needed
	 * @param found what there is, in words
	 * @param cause null for none
	 */
	NotEnoughMemoryException(final String what, final double bytes, final String found, final Throwable cause) {
		super(Problem.of(what + " needs " + mebibytes(bytes) + " of memory" + found), cause);
	}

	/** In MiB, or in the unit that leaves at most five digits; rounded up. */
	static String mebibytes(final double bytes) {
		final List<String> units = List.of(" MiB", " GiB", " TiB", " PiB");
		double size = bytes / (1 << 20);
		int unit = 0;
		for (; unit < units.size() - 1 && size >= FIVE_DIGITS; unit++) size /= 1024;
		return (long) Math.ceil(size) + units.get(unit);
	}
}
