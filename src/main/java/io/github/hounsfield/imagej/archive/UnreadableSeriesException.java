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
package io.github.hounsfield.imagej.archive;

import io.github.hounsfield.dicom.Worded;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.SkippedFile;
import java.io.IOException;

/** A retrieved series of which instances cannot be read, so that nothing of it was opened. */
public final class UnreadableSeriesException extends IOException implements Worded {

	private static final long serialVersionUID = 1L;

	private final int unreadable;
	private final int instances;
	private final transient SkippedFile first;

	/**
	 * @param unreadable instances that cannot be read
	 * @param instances of the series
	 * @param first one that cannot be read
	 */
	UnreadableSeriesException(final int unreadable, final int instances, final SkippedFile first) {
		this.unreadable = unreadable;
		this.instances = instances;
		this.first = first;
	}

	@Override
	public String getMessage() {
		return text(Wording.NAMED);
	}

	@Override
	public String text(final Wording wording) {
		return unreadable + " of the " + instances + " instances of the series cannot be read, so nothing was opened: " +
			first.text(wording, 1);
	}
}
