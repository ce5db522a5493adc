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
package io.github.hounsfield.imagej.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImageListener;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that who stops listening within an event does not take it from the next one ({@link ImageListeners}). */
class ImageListenersTest {

	/** Tells that it was opened, without a window. */
	private static final class Told extends ImagePlus {

		void opened() throws Exception {
			notifyListeners(OPENED);
			EventQueue.invokeAndWait(() -> {});
		}
	}

	@Test
	void theNextListenerHearsToo() throws Exception {
		final List<String> heard = new ArrayList<>();
		final ImageListener once = new Noting(heard, "once", true);
		final ImageListener always = new Noting(heard, "always", false);
		ImagePlus.addImageListener(once);
		ImagePlus.addImageListener(always);
		try {
			final Told image = new Told();
			image.opened();
			assertEquals(List.of("once", "always"), heard);
			image.opened();
			assertEquals(List.of("once", "always", "always"), heard);
		}
		finally {
			ImagePlus.removeImageListener(once);
			ImagePlus.removeImageListener(always);
		}
	}

	/** Notes in the event thread what it hears. */
	private record Noting(List<String> heard, String name, boolean isOnce) implements ImageListener {

		@Override
		public void imageOpened(final ImagePlus image) {
			heard.add(name);
			if (isOnce) ImageListeners.remove(this);
		}

		@Override
		public void imageClosed(final ImagePlus image) {}

		@Override
		public void imageUpdated(final ImagePlus image) {}
	}
}
