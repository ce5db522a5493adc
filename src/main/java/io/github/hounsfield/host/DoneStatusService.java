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
import ij.ImageJ;
import java.awt.GraphicsEnvironment;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Lets the status say what an action did. ImageJ2 writes over it that the command is finished, as soon as it is. Plain
 * ImageJ does not, and has no such service.
 */
@Plugin(type = Service.class)
public class DoneStatusService extends AbstractService implements SciJavaService {

	private static final String FINISHED = "Command finished: ";

	/** How often and how long the bar is looked at. */
	private static final int LOOK_MS = 50;
	private static final int LOOKS = 20;

	private String label = "";
	private String message = "";

	/** An action ends, and this is what it did. */
	synchronized void done(final String action, final String what) {
		label = action;
		message = what;
	}

	/** ImageJ2 says that an action is finished. */
	@EventHandler
	protected synchronized void onEvent(final StatusEvent event) {
		if (message.isEmpty() || !(FINISHED + label).equals(event.getStatusMessage())) return;
		final String what = message;
		message = "";
		if (IJ.getInstance() == null || GraphicsEnvironment.isHeadless()) return;
		final Thread thread = new Thread(() -> replace(event.getStatusMessage(), what), "Status of " + label);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Whoever shows the message may do so before or after this, and ImageJ clears the bar for an image that it shows. So
	 * the bar is looked at for a while.
	 */
	private static void replace(final String finished, final String what) {
		IJ.showStatus(what);
		try {
			for (int i = 0; i < LOOKS; i++) {
				Thread.sleep(LOOK_MS);
				final String shown = ImageJ.getStatusBarText();
				if (finished.equals(shown) || isCleared(shown)) IJ.showStatus(what);
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** ImageJ2 puts its version and Java's there, which is how its info begins, too. */
	private static boolean isCleared(final String shown) {
		final ImageJ window = IJ.getInstance();
		return window != null && window.getInfo().startsWith(shown);
	}
}
