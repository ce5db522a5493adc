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
import ij.ImagePlus;
import ij.WindowManager;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scijava.thread.ThreadService;

/**
 * Which image is active where SciJava runs a command in a thread of its own. In batch mode and without a window ImageJ
 * keeps an active image for each thread: the command would not see the one that the waiting macro has selected, but
 * another that was shown in its thread before; and the macro would go on with the image it had before the command.
 */
final class ActiveImage {

	/** Not of ImageJ's API, which tells a thread of its own image alone. */
	private static final String OF_EACH_THREAD = "tempImageTable";

	private ActiveImage() {}

	/** Makes the image that the waiting macro or script works on the active one of this thread. */
	static void takeFromCaller(final ThreadService threads) {
		final List<Thread> callers = callers(threads);
		if (callers.isEmpty()) return;
		WindowManager.setTempCurrentImage(callers.stream().map(ActiveImage::of).filter(image -> image != null).findFirst()
			.orElse(null));
	}

	/** Makes an image the active one of the waiting macro or script; this thread is to keep none for the next command. */
	static void giveToCaller(final ImagePlus image, final ThreadService threads) {
		final List<Thread> callers = callers(threads);
		if (callers.isEmpty()) return;
		for (final Thread caller : callers)
			WindowManager.setTempCurrentImage(caller, image);
		WindowManager.setTempCurrentImage(null);
	}

	/** Those that wait for this thread, the nearest first; none where the command runs in the macro's own. */
	private static List<Thread> callers(final ThreadService threads) {
		final List<Thread> callers = new ArrayList<>();
		if (threads == null) return callers;
		final Thread current = Thread.currentThread();
		for (Thread caller = threads.getParent(current); caller != null && caller != current && !callers.contains(
			caller); caller = threads.getParent(caller))
			callers.add(caller);
		return callers;
	}

	private static ImagePlus of(final Thread thread) {
		try {
			final Field table = WindowManager.class.getDeclaredField(OF_EACH_THREAD);
			table.setAccessible(true);
			return (ImagePlus) ((Map<?, ?>) table.get(null)).get(thread);
		}
		catch (final ReflectiveOperationException | RuntimeException e) {
			IJ.log("Hounsfield: this version of ImageJ does not show which image a macro's thread has (" + e +
				"). In batch mode a command may take another one; hand the image over as its parameter.");
			return null;
		}
	}
}
