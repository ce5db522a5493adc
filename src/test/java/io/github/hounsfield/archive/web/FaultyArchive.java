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
package io.github.hounsfield.archive.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small series behind a server whose answers a test decides. */
abstract class FaultyArchive {

	private static final List<Duration> PAUSES = List.of(Duration.ofMillis(1), Duration.ofMillis(2));

	/** A busy machine is silent for a while too. */
	static final Timing PATIENT = new Timing(Duration.ofSeconds(20), Duration.ofSeconds(20), PAUSES, Duration.ofSeconds(
		2));

	/** For an archive that says nothing more. */
	static final Timing SHORT_OF_PATIENCE = new Timing(Duration.ofSeconds(20), Duration.ofSeconds(1), PAUSES, Duration
		.ofSeconds(2));

	static final byte[] NOTHING = {};

	@TempDir
	Path folder;

	SmallArchive small;

	FaultServer server;

	WebArchive archive;

	int runs;

	@BeforeEach
	void start() throws IOException {
		small = new SmallArchive(folder, 7);
		server = new FaultServer(small::reply);
		archive = open(PATIENT, Optional.empty());
	}

	WebArchive open(final Timing timing, final Optional<Login> login) throws IOException {
		return new WebArchive(ArchiveEntry.of(ArchiveAddress.parse(server.address())), login, timing);
	}

	@AfterEach
	void stop() throws IOException {
		server.close();
	}

	/** Retrieves into a new folder and requires all three slices byte for byte, and nothing beside them. */
	RetrievedSeries requireComplete() throws IOException {
		final RetrievedSeries retrieved = archive.retrieve(small.series, folder.resolve("run-" + runs++),
			ArchiveMonitor.NONE);
		assertEquals(3, retrieved.files().size());
		final Set<String> seen = new HashSet<>();
		for (final Path file : retrieved.files()) {
			final String uid = SmallArchive.uid(file, Tag.SOPInstanceUID);
			assertArrayEquals(small.instances.get(uid), Files.readAllBytes(file));
			seen.add(uid);
		}
		assertEquals(small.instances.keySet(), seen);
		assertEquals(3, count(retrieved.folder()));
		return retrieved;
	}

	static long count(final Path of) throws IOException {
		try (Stream<Path> files = Files.list(of)) {
			return files.count();
		}
	}

	ArchiveException requireError(final Reason reason) {
		final ArchiveException e = assertThrows(ArchiveException.class, () -> archive.retrieve(small.series, folder.resolve(
			"run-" + runs++), ArchiveMonitor.NONE));
		assertEquals(reason, e.reason(), e.getMessage());
		assertFalse(e.getMessage().contains(small.series.seriesInstanceUid()), e.getMessage());
		assertFalse(e.getMessage().contains("?"), e.getMessage());
		return e;
	}
}
