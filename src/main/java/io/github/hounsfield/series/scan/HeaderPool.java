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
package io.github.hounsfield.series.scan;

import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.series.scan.InstanceReader.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that read headers while the walk goes on. Used by one thread. */
final class HeaderPool implements AutoCloseable {

	/** Longest time between two looks at whether the scan was canceled, ms. */
	private static final int PATIENCE_MS = 20;

	private final InstanceReader reader;
	private final ScanOptions options;
	private final ExecutorService threads;
	private final List<Future<Outcome>> pending = new ArrayList<>();
	private final AtomicInteger read = new AtomicInteger();
	private long nextLook;

	HeaderPool(final InstanceReader reader, final ScanOptions options) {
		this.reader = reader;
		this.options = options;
		this.threads = Executors.newFixedThreadPool(options.threads(), task -> {
			final Thread thread = new Thread(task, "DICOM header reader");
			thread.setDaemon(true);
			return thread;
		});
	}

	void submit(final DicomSource source, final String name) {
		pending.add(threads.submit(() -> {
			final Outcome outcome = reader.read(source, name);
			read.incrementAndGet();
			return outcome;
		}));
		look();
	}

	/** Tells how far it is, now and then, and ends the scan where that was asked for. */
	void look() {
		if (options.canceled().getAsBoolean()) throw new CancellationException("the scan was canceled");
		final long now = System.nanoTime();
		if (now < nextLook) return;
		nextLook = now + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
		options.progress().update(read.get(), pending.size());
	}

	/** Reads one header now. */
	DicomFile read(final DicomReader dicom, final DicomSource source) throws IOException {
		return get(threads.submit(() -> dicom.read(source)));
	}

	/** @return what became of all files so far, in the order of submission, which is left behind */
	List<Outcome> await() throws IOException {
		final List<Outcome> outcomes = new ArrayList<>(pending.size());
		for (final Future<Outcome> one : pending)
			outcomes.add(get(one));
		options.progress().update(read.get(), pending.size());
		pending.clear();
		read.set(0);
		return outcomes;
	}

	private <T> T get(final Future<T> one) throws IOException {
		while (true)
			try {
				look();
				return one.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				look();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("the scan was interrupted");
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof IOException problem) throw problem;
				if (e.getCause() instanceof RuntimeException bug) throw bug;
				if (e.getCause() instanceof Error error) throw error;
				throw new IOException(e.getCause());
			}
	}

	/** Does not wait for threads that still read: they end by themselves at their next step. */
	@Override
	public void close() {
		threads.shutdownNow();
	}
}
