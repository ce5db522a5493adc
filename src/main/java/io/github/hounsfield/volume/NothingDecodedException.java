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
import io.github.hounsfield.dicom.Wording;
import java.io.IOException;

/** A series of which so many slices cannot be decoded that no volume is left. */
final class NothingDecodedException extends DicomException {

	private static final long serialVersionUID = 1L;

	private final int failed;
	private final int total;
	private final int slice;
	private final transient Problem first;

	/**
	 * @param failed slices that cannot be decoded
	 * @param total of the series
	 * @param slice the first of those, counted from 1
	 * @param source its file
	 * @param why it cannot be decoded
	 */
	NothingDecodedException(final int failed, final int total, final int slice, final String source,
		final IOException why)
	{
		super(Problem.of(text(failed, total, slice, Wording.problem(source, why), Wording.NAMED)), why);
		this.failed = failed;
		this.total = total;
		this.slice = slice;
		this.first = Wording.problem(source, why);
	}

	@Override
	public String text(final Wording wording) {
		return text(failed, total, slice, first, wording);
	}

	private static String text(final int failed, final int total, final int slice, final Problem first,
		final Wording wording)
	{
		final String place = wording.isNamed() ? first.source() : "slice " + slice;
		final String why = (place.isEmpty() ? "" : place + ": ") + wording.reason(first);
		return total == 1 ? why : failed + " of " + total + " slices cannot be decoded, the first one because " + why;
	}
}
