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
package io.github.hounsfield.host;

import ij.IJ;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import org.scijava.Context;
import org.scijava.app.StatusService;

/**
 * Status and progress of an action, in ImageJ's window or where else its host shows them.
 * <p>
 * ImageJ2's status service hands each report to another thread of a pool, so that an old one may come after a newer
 * one: a bar stood there after the work, or "Writing" after what was written. Where ImageJ's window is there, in
 * ImageJ2 too, reports go to it in the order in which they are made.
 *
 * @param context of the action; null for none, which reports nothing
 */
record Reports(Context context) {

	/** Steps of a whole, for hosts that count. */
	private static final int WHOLE = 1000;

	/** @param fraction 0 to 1 */
	void progress(final double fraction) {
		if (isInOrder()) IJ.showProgress(fraction);
		else if (service() != null) service().showProgress((int) Math.round(fraction * WHOLE), WHOLE);
	}

	void status(final String message) {
		if (isInOrder()) IJ.showStatus(message);
		else if (service() != null) service().showStatus(message);
	}

	/** Takes the bar away. */
	void end() {
		progress(1);
		if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> IJ.showProgress(1, 1));
	}

	/** Plain ImageJ's service reports in order itself, and keeps what was said last. */
	private boolean isInOrder() {
		return IJ.getInstance() != null && IJ.getInstance().isVisible() && context != null && context.getService(
			DoneStatusService.class) != null;
	}

	private StatusService service() {
		return context == null ? null : context.getService(StatusService.class);
	}
}
