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

import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Associations with an archive whose bytes a test decides. */
abstract class FaultyAssociation {

	static final SeriesRecord SERIES = SeriesRecord.of(ArchiveBytes.STUDY, ArchiveBytes.SERIES);

	static final int SILENCE = 20_000;

	static final int SUCCESS = 0x0000;

	@TempDir
	Path folder;

	int folders;

	RetrievedSeries retrieve(final byte[]... scripts) throws IOException {
		return retrieve(SILENCE, scripts);
	}

	RetrievedSeries retrieve(final int silence, final byte[]... scripts) throws IOException {
		final List<ScriptedPeer.Script> all = new ArrayList<>(List.of(ScriptedPeer.saying(ArchiveBytes.search())));
		for (final byte[] script : scripts)
			all.add(ScriptedPeer.saying(script));
		try (ScriptedPeer peer = new ScriptedPeer(all); DimseArchive archive = peer.archive(silence, 300)) {
			return archive.retrieve(SERIES, folder.resolve("r" + folders++), ArchiveMonitor.NONE);
		}
	}

	static void assertEndsWithAbort(final ScriptedPeer peer, final int connection, final int source) {
		final byte[] abort = { 7, 0, 0, 0, 0, 4, 0, 0, (byte) source, 0 };
		byte[] heard = {};
		for (int i = 0; i < 1000; i++) {
			heard = peer.heard(connection);
			if (heard.length >= 10 && Arrays.equals(abort, Arrays.copyOfRange(heard, heard.length - 10, heard.length))) return;
			pause(20);
		}
		throw new AssertionError("no A-ABORT among " + heard.length + " bytes, which end with " + HexFormat.of().formatHex(
			heard, Math.max(0, heard.length - 120), heard.length));
	}

	static void pause(final int milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
