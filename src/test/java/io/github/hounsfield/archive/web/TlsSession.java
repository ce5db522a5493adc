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

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What {@link TlsTest} does in its private network: Orthanc behind stunnel, certificates by openssl. */
public final class TlsSession {

	private static final int PLAIN = 18443;
	private static final int MUTUAL = 18444;

	private final Path folder;
	private final Optional<Login> login;

	private TlsSession(final Path folder) throws Exception {
		this.folder = folder;
		this.login = Optional.of(Login.basic(OrthancServer.USER, OrthancServer.PASSWORD));
	}

	/** @param arguments a folder of its own */
	public static void main(final String[] arguments) throws Exception {
		final TlsSession session = new TlsSession(Path.of(arguments[0]));
		session.certificates();
		try (DicomServer server = OrthancServer.start(session.folder.resolve("server"))) {
			final Process stunnel = session.stunnel();
			try {
				session.check();
			}
			finally {
				stunnel.destroy();
				stunnel.waitFor(10, TimeUnit.SECONDS);
			}
		}
	}

	private void openssl(final String... arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of("openssl"));
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		final String text = new String(process.getInputStream().readAllBytes());
		require(process.waitFor() == 0, text);
	}

	private void certificates() throws Exception {
		openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test CA", "-keyout", "ca.key",
			"-out", "ca.pem");
		for (final String name : List.of("server", "client")) {
			Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=IP:127.0.0.1\n");
			openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=archive " + name, "-keyout", name + ".key", "-out",
				name + ".csr");
			openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
				"-extfile", name + ".ext", "-out", name + ".pem");
		}
		openssl("pkcs12", "-export", "-in", "client.pem", "-inkey", "client.key", "-passout", "pass:keys-secret-31", "-out",
			"client.p12");
		final Path password = folder.resolve("password.txt");
		Files.createFile(password, PosixFilePermissions.asFileAttribute(
			PosixFilePermissions.fromString("rw-------")));
		Files.writeString(password, "keys-secret-31\n");
	}

	private Process stunnel() throws Exception {
		final Path configuration = folder.resolve("stunnel.conf");
		Files.writeString(configuration, """
			foreground = yes
			pid =
			[plain]
			accept = 127.0.0.1:%1$d
			connect = 127.0.0.1:%2$d
			cert = %4$s/server.pem
			key = %4$s/server.key
			[mutual]
			accept = 127.0.0.1:%3$d
			connect = 127.0.0.1:%2$d
			cert = %4$s/server.pem
			key = %4$s/server.key
			CAfile = %4$s/ca.pem
			verifyChain = yes
			""".formatted(PLAIN, OrthancServer.HTTP_PORT, MUTUAL, folder));
		final Process process = new ProcessBuilder("stunnel4", configuration.toString()).redirectErrorStream(true)
			.redirectOutput(folder.resolve("stunnel.log").toFile()).start();
		for (int i = 0; i < 600 && process.isAlive() && !(DicomServer.answers(PLAIN) && DicomServer.answers(MUTUAL)); i++)
			Thread.sleep(100);
		return process;
	}

	private ArchiveEntry entry(final int port) throws Exception {
		return ArchiveEntry.of(ArchiveAddress.parse("https://127.0.0.1:" + port + "/dicom-web"));
	}

	private void check() throws Exception {
		refuses("a certificate that nobody vouches for", entry(PLAIN), "archive server");
		final ArchiveEntry trusted = entry(PLAIN).withCaFile(folder.resolve("ca.pem"));
		try (WebArchive archive = new WebArchive(trusted, login)) {
			final List<Path> files = new CtSeriesWriter(32, 3, 12, 25, 5, 11).write(folder.resolve("a"));
			require(archive.send(files, ArchiveMonitor.NONE) == 3, "sent over TLS");
			final String study = archive.findStudies(StudyQuery.ALL.withLimit(1),
				ArchiveMonitor.NONE).records().get(0).studyInstanceUid();
			require(archive.retrieve(archive.findSeries(study, ArchiveMonitor.NONE).records().get(0), folder.resolve("b"),
				ArchiveMonitor.NONE).files().size() == 3, "retrieved over TLS");
		}
		refuses("no TLS on the port", ArchiveEntry.of(ArchiveAddress.parse("https://127.0.0.1:" + OrthancServer.HTTP_PORT +
			"/dicom-web")).withCaFile(folder.resolve("ca.pem")), "TLS");
		refuses("another name than the certificate's", ArchiveEntry.of(ArchiveAddress.parse("https://localhost:" + PLAIN +
			"/dicom-web")).withCaFile(folder.resolve("ca.pem")), "archive server");
		refuses("no client certificate", entry(MUTUAL).withCaFile(folder.resolve("ca.pem")), "");
		try (WebArchive archive = new WebArchive(entry(MUTUAL).withCaFile(folder.resolve("ca.pem")).withClientCertificate(
			folder.resolve("client.p12"), folder.resolve("password.txt")), login))
		{
			archive.test(ArchiveMonitor.NONE);
		}
		System.out.println("TLS DONE");
	}

	private void refuses(final String what, final ArchiveEntry entry, final String word) throws Exception {
		try (WebArchive archive = new WebArchive(entry, login, new Timing(Timing.DEFAULT.connect(), Timing.DEFAULT.silence(),
			List.of(), Timing.DEFAULT.longestRetryAfter())))
		{
			archive.test(ArchiveMonitor.NONE);
			throw new AssertionError(what + " was taken");
		}
		catch (final ArchiveException e) {
			System.out.println(what + ": " + e.reason() + ": " + e.getMessage());
			require(e.getMessage().contains(word), e.toString());
			if (!word.isEmpty()) require(e.reason() == ArchiveException.Reason.CERTIFICATE, e.toString());
		}
	}

	private static void require(final boolean condition, final String what) {
		if (!condition) throw new AssertionError(what);
	}
}
