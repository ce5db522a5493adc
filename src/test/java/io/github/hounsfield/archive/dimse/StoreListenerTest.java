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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.SeriesFolder;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.dicom.DicomBytes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The listener of a C-MOVE takes what its C-MOVE caused and nothing else; a login goes to the archive and nowhere else.
 * Also tests {@code ArchiveAddress}, {@code InstanceReceiver} and {@code InstanceRecord}.
 */
class StoreListenerTest {

	private static final SeriesRecord SERIES = SeriesRecord.of(ArchiveBytes.STUDY, ArchiveBytes.SERIES);
	private static final Peer ARCHIVE = new Peer("localhost", 104, "ARCHIVE", "HOUNSFIELD", null, new byte[0],
		new Peer.Times(2000, 5000, 300, 1));

	@TempDir
	Path folder;
	private int port;

	@BeforeEach
	void findPort() throws Exception {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
	}

	private Path file(final int number) throws Exception {
		return Files.write(folder.resolve("file" + number + ".dcm"), DicomBytes.file(ArchiveBytes.IMPLICIT, ArchiveBytes
			.dataSet(number)));
	}

	/** One who sends to the listener. */
	private DimseArchive sender(final String called, final String calling) throws ArchiveException {
		return new DimseArchive(ArchiveEntry.of(ArchiveAddress.parse("dicom://" + called + "@127.0.0.1:" + port))
			.withOwnAeTitle(calling), Optional.empty(), ARCHIVE.times());
	}

	private StoreListener listener(final InstanceReceiver receiver) throws ArchiveException {
		return StoreListener.open(ARCHIVE, ArchiveEntry.of(ArchiveAddress.parse("dicom://ARCHIVE@localhost:104"))
			.withListener("127.0.0.1", port), InetAddress.getLoopbackAddress(), 1, receiver, ArchiveMonitor.NONE);
	}

	@Test
	void takesFromItsArchiveExpectedInstancesOnly() throws Exception {
		final List<InstanceRecord> expected = List.of(new InstanceRecord(ArchiveBytes.instance(1), ArchiveBytes.CT,
			OptionalInt.of(1)));
		try (SeriesFolder open = SeriesFolder.open(folder.resolve("in"), SERIES)) {
			final InstanceReceiver receiver = new InstanceReceiver(open, expected, ArchiveMonitor.NONE);
			try (StoreListener listener = listener(receiver)) {
				assertEquals(1, sender("HOUNSFIELD", "ARCHIVE").send(List.of(file(1)), ArchiveMonitor.NONE));
				final ArchiveException foreign = assertThrows(ArchiveException.class, () -> sender("HOUNSFIELD", "ARCHIVE").send(
					List.of(file(2)), ArchiveMonitor.NONE));
				assertTrue(foreign.getMessage().contains("status A900"), foreign.getMessage());
				assertEquals(1, receiver.foreign());
				final ArchiveException stranger = assertThrows(ArchiveException.class, () -> sender("HOUNSFIELD", "STRANGER").send(
					List.of(file(1)), ArchiveMonitor.NONE));
				assertTrue(stranger.getMessage().contains("'STRANGER' is not known there"), stranger.getMessage());
				final ArchiveException wrong = assertThrows(ArchiveException.class, () -> sender("ELSE", "ARCHIVE").send(List.of(
					file(1)), ArchiveMonitor.NONE));
				assertTrue(wrong.getMessage().contains("'ELSE' is not its AE title"), wrong.getMessage());
				assertTrue(listener.problem().contains("and was rejected"), listener.problem());
			}
			assertEquals(1, open.files().size());
		}
		final ArchiveException over = assertThrows(ArchiveException.class, () -> sender("HOUNSFIELD", "ARCHIVE").test(
			ArchiveMonitor.NONE));
		assertEquals(ArchiveException.Reason.NO_ANSWER, over.reason());
	}

	@Test
	void aPortThatIsTakenIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			final ArchiveException e = assertThrows(ArchiveException.class, () -> listener(null));
			assertTrue(e.getMessage().contains("Port " + taken.getLocalPort()), e.getMessage());
		}
	}

	@Test
	void aLoginGoesToTheArchiveAlone() throws Exception {
		final Login login = Login.basic("anna.geheim", "pass-geheim");
		final ArchiveException plain = assertThrows(ArchiveException.class, () -> new DimseArchive(ArchiveEntry.of(
			ArchiveAddress.parse("dicom://ARCHIVE@192.0.2.1:104")), Optional.of(login)));
		assertTrue(plain.getMessage().contains("without TLS"), plain.getMessage());
		assertFalse(plain.getMessage().contains("geheim"), plain.getMessage());
		try (ScriptedPeer peer = new ScriptedPeer(List.of(ScriptedPeer.saying(new ArchiveBytes().unit(3, new byte[] { 0, 1, 1,
			3 }).bytes()))); DimseArchive known = peer.archive(5000, 300);
			DimseArchive archive = new DimseArchive(known.entry(), Optional.of(login)))
		{
			final ArchiveException rejected = assertThrows(ArchiveException.class, () -> archive.test(ArchiveMonitor.NONE));
			assertFalse(rejected.toString().contains("geheim"), rejected.toString());
			assertFalse(archive.toString().contains("geheim"), archive.toString());
			// User Identity (58H) of type 2 without an answer asked for: user, then password, each with its length.
			final String identity = "\u0058\0\0\34\2\0\0\13anna.geheim\0\13pass-geheim";
			assertTrue(peer.heardWith(0, identity).contains(identity), "no User Identity item");
		}
	}
}
