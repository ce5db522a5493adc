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
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.scijava.module.MethodCallException;

/**
 * Takes the answers of an open dialog to the command, in another thread. It sets the values, and calls the callbacks of
 * changed inputs. It shows what the callbacks set, and lets the command preview. A newer change replaces a waiting one,
 * for each reads all fields.
 */
final class LivePreview {

	private final DialogModel model;
	private final CommandDialog dialog;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(LivePreview::daemon);
	private final AtomicLong newest = new AtomicLong();

	LivePreview(final DialogModel model, final CommandDialog dialog) {
		this.model = model;
		this.dialog = dialog;
	}

	private static Thread daemon(final Runnable task) {
		final Thread daemon = new Thread(task, "Preview");
		daemon.setDaemon(true);
		return daemon;
	}

	/** A field changed. */
	void changed() {
		final long number = newest.incrementAndGet();
		submit(() -> {
			if (number == newest.get()) update(null);
		});
	}

	/** A button among the inputs was pressed. */
	void pressed(final CommandInput button) {
		submit(() -> update(button));
	}

	private void submit(final Runnable task) {
		try {
			thread.execute(() -> {
				try {
					task.run();
				}
				catch (final RuntimeException | Error bug) {
					IJ.handleException(bug);
				}
			});
		}
		catch (final RejectedExecutionException e) {
			// the dialog was closed before this event came
		}
	}

	private void update(final CommandInput button) {
		final Map<String, String> before = model.texts();
		model.fillWhatIsAllowed(answers());
		final Map<String, String> filled = model.texts();
		for (final CommandInput input : model.inputs()) {
			final boolean changed = DialogModel.isAnswered(input) && !filled.get(input.name()).equals(before.get(input
				.name()));
			if (changed || input == button) callBack(input);
		}
		final Map<String, String> setByCallbacks = new HashMap<>(model.texts());
		setByCallbacks.entrySet().removeIf(entry -> entry.getValue().equals(filled.get(entry.getKey())));
		if (!setByCallbacks.isEmpty()) inEventThread(() -> dialog.show(setByCallbacks));
		if (dialog.previewIsOn() && model.command().previews()) model.command().module().preview();
	}

	private Map<String, String> answers() {
		final Map<String, String> answers = new HashMap<>();
		inEventThread(() -> answers.putAll(dialog.answers()));
		return answers;
	}

	private void callBack(final CommandInput input) {
		try {
			input.item().callback(model.command().module());
		}
		catch (final MethodCallException exc) {
			throw BridgedCommand.unwrap(exc);
		}
	}

	private static void inEventThread(final Runnable task) {
		try {
			EventQueue.invokeAndWait(task);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
	}

	/** Waits for running work. Call it outside the event thread when the dialog is closed. */
	void finish() {
		thread.shutdown();
		try {
			thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}
}
