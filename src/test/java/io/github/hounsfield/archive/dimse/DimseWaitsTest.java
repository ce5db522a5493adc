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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long an association waits for an archive that is silent, or was told to cancel. */
class DimseWaitsTest extends FaultyAssociation {

	/** How long the archive is silent, which nobody is to wait for. */
	private static final long STALLS_MS = 60_000;

	@Test
	void silenceEndsAtItsLimit() throws IOException {
		final ScriptedPeer.Script stall = out -> {
			out.write(Arrays.copyOf(ArchiveBytes.search(), 300));
			Thread.sleep(STALLS_MS);
		};
		try (ScriptedPeer peer = new ScriptedPeer(List.of(stall)); DimseArchive archive = peer.archive(1000, 300)) {
			final long start = System.nanoTime();
			final ArchiveException e = assertThrows(ArchiveException.class, () -> archive.findInstances(SERIES,
				ArchiveMonitor.NONE));
			assertEquals(ArchiveException.Reason.NO_ANSWER, e.reason());
			assertTrue(e.getMessage().contains("no byte came for 1 s"), e.getMessage());
			assertEquals(3, peer.connections());
			assertTrue(System.nanoTime() - start < STALLS_MS * 500_000L, "ended by the archive");
		}
	}

	/** A busy machine may hold up one run; three in a row it does not. */
	@Test
	void cancelIsToldAndEndsAfterItsGrace() throws Exception {
		long quickest = Long.MAX_VALUE;
		for (int run = 0; run < 3 && quickest > 1_500_000_000L; run++)
			quickest = Math.min(quickest, canceled(folder.resolve("run " + run)));
		assertTrue(quickest < 1_500_000_000L, "ended late");
	}

	/** @return from the sign of cancel to the end, nanoseconds */
	private static long canceled(final Path folder) throws Exception {
		final byte[] two = ArchiveBytes.get(SUCCESS, 1, 2);
		final ScriptedPeer.Script stall = out -> {
			out.write(Arrays.copyOf(two, two.length - 120));
			Thread.sleep(STALLS_MS);
		};
		final AtomicLong first = new AtomicLong();
		final ArchiveMonitor monitor = new ArchiveMonitor() {

			@Override
			public void instances(final int done, final int expected) {
				if (done == 1) first.set(System.nanoTime());
			}

			@Override
			public boolean isCanceled() {
				return first.get() != 0;
			}
		};
		try (ScriptedPeer peer = new ScriptedPeer(List.of(ScriptedPeer.saying(ArchiveBytes.search()), stall));
			DimseArchive archive = peer.archive(SILENCE, 300))
		{
			assertThrows(CancellationException.class, () -> archive.retrieve(SERIES, folder, monitor));
			final long took = System.nanoTime() - first.get();
			assertEndsWithAbort(peer, 1, 0);
			// C-CANCEL-RQ: command field 0FFF in little endian behind its tag and length.
			final String heard = java.util.HexFormat.of().formatHex(peer.heard(1));
			assertTrue(heard.contains("0000000102000000ff0f"), "no C-CANCEL-RQ");
			return took;
		}
	}
}
