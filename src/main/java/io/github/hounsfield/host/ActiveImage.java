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

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.imagej.windows.LogWindow;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scijava.thread.ThreadService;

/**
 * Carries the active image between a macro and a command that SciJava runs in another thread. In batch mode and without
 * a window ImageJ keeps an active image for each thread. So the command would see another image than the waiting
 * macro's. The macro would go on with its old image.
 */
final class ActiveImage {

	/** Not part of ImageJ's API, which tells a thread only about its own image. */
	private static final String OF_EACH_THREAD = "tempImageTable";

	private ActiveImage() {}

	/** Makes the waiting macro's or script's image the active one of this thread. */
	static void takeFromCaller(final ThreadService threads) {
		final List<Thread> callers = callers(threads);
		if (callers.isEmpty()) return;
		WindowManager.setTempCurrentImage(callers.stream().map(ActiveImage::of).filter(image -> image != null).findFirst()
			.orElse(null));
	}

	/**
	 * Makes an image the active one of the waiting macro or script. This thread keeps none, so the next command does not
	 * see it.
	 */
	static void giveToCaller(final ImagePlus image, final ThreadService threads) {
		final List<Thread> callers = callers(threads);
		if (callers.isEmpty()) return;
		for (final Thread caller : callers)
			WindowManager.setTempCurrentImage(caller, image);
		WindowManager.setTempCurrentImage(null);
	}

	/** Threads that wait for this one, the nearest first; none if the command runs in the macro's thread. */
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
			LogWindow.say("Hounsfield: this version of ImageJ does not show which image a macro's thread has (" + e +
				"). In batch mode a command may take another one; hand the image over as its parameter.");
			return null;
		}
	}
}
