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

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DICOM over TLS: Orthanc's own, and DCMTK's storescp that asks for a certificate of ours. Runs on loopback alone. */
final class TlsCases {

	private static final int SECURE = 14252;
	private static final int STORESCP = 14253;
	private static final int PLAIN = 14254;

	private TlsCases() {}

	static void run(final Path folder) throws Exception {
		certificate(folder, "server", "/CN=localhost");
		certificate(folder, "client", "/CN=hounsfield");
		DicomServer.tool(folder, "openssl", "pkcs12", "-export", "-in", "client.crt", "-inkey", "client.key", "-out",
			"client.p12", "-passout", "pass:only-a-test");
		final Path password = Files.createFile(folder.resolve("client.pass"), PosixFilePermissions.asFileAttribute(
			PosixFilePermissions.fromString("rw-------")));
		Files.writeString(password, "only-a-test\n");
		orthanc(folder);
		storescp(folder, password);
	}

	private static void certificate(final Path folder, final String name, final String subject) throws Exception {
		DicomServer.tool(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", name +
			".key", "-out", name + ".crt", "-subj", subject, "-addext", "subjectAltName=DNS:localhost");
	}

	private static ArchiveEntry entry(final String title, final int port) throws ArchiveException {
		return ArchiveEntry.of(ArchiveAddress.parse("dicom://" + title + "@localhost:" + port));
	}

	private static void orthanc(final Path folder) throws Exception {
		final RealFiles files = RealFiles.of(List.of("series/mr-varying"));
		final String tls = ",\"DicomTlsEnabled\":true,\"DicomTlsRemoteCertificateRequired\":false," +
			"\"DicomTlsCertificate\":\"" + folder.resolve("server.crt") +
			"\",\"DicomTlsPrivateKey\":\"" + folder.resolve("server.key") +
			"\",\"DicomTlsTrustedCertificates\":\"" + folder.resolve("client.crt") + "\"";
		try (DicomServer server = OrthancServer.dimse(folder, SECURE, ServerCases.MOVER, tls)) {
			final ArchiveEntry secure = entry("ORTHANC", SECURE).withTls(true).withCaFile(folder.resolve("server.crt"));
			try (DimseArchive archive = new DimseArchive(secure, Optional.empty())) {
				archive.test(ArchiveMonitor.NONE);
				assertEquals(files.all.size(), archive.send(files.paths(), ArchiveMonitor.NONE));
				assertEquals(1, archive.findStudies(StudyQuery.ALL.withLimit(0), ArchiveMonitor.NONE).records().size());
				final RealFiles.One one = files.all.values().iterator().next();
				final RetrievedSeries series = archive.retrieve(SeriesRecord.of(one.study(), one.series()), folder.resolve("in"),
					ArchiveMonitor.NONE);
				assertEquals(files.all.size(), series.files().size());
			}
			final ArchiveException untrusted = refused(entry("ORTHANC", SECURE).withTls(true));
			assertEquals(ArchiveException.Reason.CERTIFICATE, untrusted.reason());
			assertTrue(untrusted.getMessage().contains("the certificate 'CN=localhost' is not trusted: nobody " +
				"whom this side trusts has signed it"), untrusted
				.getMessage());
			final ArchiveException another = refused(ArchiveEntry.of(ArchiveAddress.parse("dicom://ORTHANC@127.0.0.1:" + SECURE))
				.withTls(true).withCaFile(folder.resolve("server.crt")));
			assertEquals(ArchiveException.Reason.CERTIFICATE, another.reason());
			assertTrue(another.getMessage().contains("127.0.0.1"), another.getMessage());
			refused(entry("ORTHANC", SECURE));
		}
	}

	/** Asks for our certificate, takes what is sent; without it, or without TLS, refuses. */
	private static void storescp(final Path folder, final Path password) throws Exception {
		final RealFiles files = RealFiles.of(List.of("series/mr-varying"));
		final Path received = Files.createDirectories(folder.resolve("received"));
		try (DicomServer server = DicomServer.start(folder, STORESCP, List.of("storescp", "+tls", "server.key", "server.crt",
			"+cf", "client.crt", "-od", received.toString(), String.valueOf(STORESCP))))
		{
			final ArchiveEntry entry = entry("STORESCP", STORESCP).withTls(true).withCaFile(folder.resolve("server.crt"));
			try (DimseArchive archive = new DimseArchive(entry.withClientCertificate(folder.resolve("client.p12"), password),
				Optional.empty()))
			{
				assertEquals(files.all.size(), archive.send(files.paths(), ArchiveMonitor.NONE));
			}
			try (Stream<Path> stored = Files.list(received)) {
				assertEquals(files.all.size(), stored.count());
			}
			refused(entry);
		}
		try (DicomServer server = DicomServer.start(folder, PLAIN, List.of("storescp", "-od", received.toString(), String
			.valueOf(PLAIN))))
		{
			assertEquals(ArchiveException.Reason.CERTIFICATE, refused(entry("STORESCP", PLAIN).withTls(true)).reason());
		}
	}

	private static ArchiveException refused(final ArchiveEntry entry) throws ArchiveException {
		try (DimseArchive archive = new DimseArchive(entry, Optional.empty(), new Peer.Times(2000, 5000, 300, 1))) {
			final ArchiveException e = assertThrows(ArchiveException.class, () -> archive.test(ArchiveMonitor.NONE));
			System.out.println(e.getMessage());
			return e;
		}
	}
}
