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
import io.github.hounsfield.imagej.windows.LogWindow;
import java.awt.GraphicsEnvironment;
import org.scijava.log.LogService;

/**
 * Where a warning is read. With a window that is ImageJ's Log, in both hosts: SciJava's log would bring up Fiji's
 * Console for each. Without a window it is the host's log, on standard error.
 */
public final class Warnings {

	private Warnings() {}

	/**
	 * @param log of the host; null where it has none
	 * @param text a line; it names no patient where the user asked for no names
	 */
	public static void say(final LogService log, final String text) {
		if (IJ.getInstance() != null && !GraphicsEnvironment.isHeadless()) LogWindow.say("[WARNING] " + text);
		else if (log != null) log.warn(text);
	}

	/** The same of what is no warning. */
	static void note(final LogService log, final String text) {
		if (IJ.getInstance() != null && !GraphicsEnvironment.isHeadless()) LogWindow.say("[INFO] " + text);
		else if (log != null) log.info(text);
	}
}
