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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import java.util.concurrent.CancellationException;

/** Three tries. The pause before the third is twice that before the second. For one call. */
final class Tries {

	static final int MOST = 3;

	private final ArchiveMonitor monitor;
	private long pauseMs;
	private int done = 1;

	Tries(final long pauseMs, final ArchiveMonitor monitor) {
		this.pauseMs = pauseMs;
		this.monitor = monitor;
	}

	/** Which try this is: 1 is the first. */
	int number() {
		return done;
	}

	/**
	 * Waits, where another try makes sense.
	 *
	 * @param e why the last one failed; null: it brought too little
	 * @return false where it does not
	 * @throws CancellationException where that was asked for
	 */
	boolean another(final ArchiveException e) {
		if (done >= MOST || e != null && !isPassing(e)) return false;
		done++;
		final long end = System.nanoTime() + pauseMs * 1_000_000;
		pauseMs *= 2;
		while (System.nanoTime() < end) {
			if (monitor.isCanceled()) throw new CancellationException("canceled");
			try {
				Thread.sleep(Math.min(20, pauseMs));
			}
			catch (final InterruptedException interrupt) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	/** Whether the failure may pass by itself. A host that takes no connection is not asked again. */
	private static boolean isPassing(final ArchiveException e) {
		return switch (e.reason()) {
			case BUSY -> true;
			case NO_ANSWER -> !(e.getCause() instanceof java.net.ConnectException) && !(e
				.getCause() instanceof java.net.UnknownHostException) && !(e
					.getCause() instanceof java.net.NoRouteToHostException) && !(e
						.getCause() instanceof java.net.SocketTimeoutException);
			default -> false;
		};
	}
}
