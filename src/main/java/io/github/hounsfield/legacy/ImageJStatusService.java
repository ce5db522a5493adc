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
package io.github.hounsfield.legacy;

import ij.IJ;
import io.github.hounsfield.imagej.windows.LogWindow;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.service.AbstractService;

/** SciJava's status and progress in ImageJ's status bar; a warning goes to ImageJ's log as well. */
public final class ImageJStatusService extends AbstractService implements StatusService {

	@Override
	public void showProgress(final int value, final int maximum) {
		if (maximum > 0) IJ.showProgress(Math.min(1, Math.max(0, value / (double) maximum)));
	}

	private volatile String last = "";

	/** What was said last. ImageJ clears its status bar when it shows an image. */
	String last() {
		return last;
	}

	@Override
	public void showStatus(final String message) {
		if (message == null) return;
		last = message;
		IJ.showStatus(message);
	}

	@Override
	public void showStatus(final int progress, final int maximum, final String message) {
		showStatus(message);
		showProgress(progress, maximum);
	}

	@Override
	public void showStatus(final int progress, final int maximum, final String message, final boolean warn) {
		showStatus(progress, maximum, message);
		if (warn) warn(message);
	}

	@Override
	public void warn(final String message) {
		LogWindow.say(message);
	}

	@Override
	public void clearStatus() {
		showStatus("");
	}

	@Override
	public String getStatusMessage(final String appName, final StatusEvent statusEvent) {
		final String message = statusEvent.getStatusMessage();
		return message == null || message.isEmpty() ? appName : message;
	}
}
