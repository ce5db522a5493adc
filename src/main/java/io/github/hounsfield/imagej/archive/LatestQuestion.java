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

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/** Asks an archive outside the event thread, one question at a time. A new question ends the one before. */
final class LatestQuestion implements AutoCloseable {

	/** A question. */
	interface Question<T> {

		T ask(ArchiveMonitor monitor) throws IOException;
	}

	private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
		final Thread one = new Thread(task, "archive window");
		one.setDaemon(true);
		return one;
	});
	/** What is asked now; null where nothing is. */
	private final AtomicReference<Object> current = new AtomicReference<>();

	/**
	 * Asks; the answer is heard on the event thread, unless another question came, or this one was ended.
	 *
	 * @param failed hears the error's message
	 */
	<T> void ask(final Question<T> question, final Consumer<T> answered, final Consumer<String> failed) {
		final Object token = new Object();
		current.set(token);
		thread.execute(() -> {
			if (current.get() != token) return;
			try {
				final T answer = question.ask(new ArchiveMonitor() {

					@Override
					public boolean isCanceled() {
						return current.get() != token;
					}
				});
				end(token, () -> answered.accept(answer));
			}
			catch (final CancellationException e) {
				end(token, () -> failed.accept("Stopped"));
			}
			catch (final ArchiveException e) {
				end(token, () -> failed.accept(e.getMessage()));
			}
			catch (final IOException e) {
				end(token, () -> failed.accept(String.valueOf(e.getMessage())));
			}
			catch (final RuntimeException bug) {
				end(token, () -> failed.accept("a fault of the program: " + bug.getClass().getSimpleName()));
				throw bug;
			}
		});
	}

	private void end(final Object token, final Runnable heard) {
		SwingUtilities.invokeLater(() -> {
			if (current.compareAndSet(token, null)) heard.run();
		});
	}

	/** @return whether something was asked */
	boolean stop() {
		return current.getAndSet(null) != null;
	}

	@Override
	public void close() {
		stop();
		thread.shutdownNow();
	}
}
