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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.web.FaultServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an archive's answers say beside their instances: status, redirects, pages, warnings; errors name it. */
@Timeout(120)
class WebAnswersTest extends FaultyArchive {

	@ParameterizedTest
	@CsvSource({ "401, REFUSED, login", "403, REFUSED, login", "404, NOT_FOUND, address", "500, SERVER, log",
		"503, BUSY, busy",
		"429, BUSY, busy" })
	void namesTheStatus(final int status, final Reason reason, final String word) {
		server.setHandler(request -> Reply.of(status, "text/plain", "Doe^John secret".getBytes(StandardCharsets.UTF_8)));
		final ArchiveException e = requireError(reason);
		assertTrue(e.getMessage().contains(word) && e.getMessage().contains(Integer.toString(status)), e.getMessage());
		assertFalse(e.getMessage().contains("Doe"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "429", "503" })
	void comesAgainWhenTheArchiveSays(final int status) throws IOException {
		final AtomicInteger asked = new AtomicInteger();
		server.setHandler(request -> asked.getAndIncrement() % 2 == 0 ? Reply.of(status, "", NOTHING, "Retry-After: 1")
			: small.reply(request));
		final long start = System.nanoTime();
		assertEquals(3, archive.findInstances(small.series, ArchiveMonitor.NONE).records().size());
		assertTrue(System.nanoTime() - start > 1_000_000_000L, "did not wait");
		server.setHandler(request -> Reply.of(status, "", NOTHING, "Retry-After: 3600"));
		assertTrue(requireError(Reason.BUSY).getMessage().contains("3600 s"));
	}

	@Test
	void followsRedirectsWithinTheOriginOnly() throws IOException {
		final Login login = Login.basic("tester", "secret-1");
		archive = open(PATIENT, Optional.of(login));
		try (FaultServer other = new FaultServer(small::reply)) {
			server.setHandler(request -> Reply.of(302, "", NOTHING, "Location: http://127.0.0.1:" + other.port() + request
				.target()));
			final ArchiveException e = requireError(Reason.REFUSED);
			assertTrue(e.getMessage().contains("127.0.0.1:" + other.port()), e.getMessage());
			assertTrue(other.requests.isEmpty(), "the other server was asked");
		}
		server.setHandler(request -> request.target().contains("/moved") ? small.reply(request) : Reply.of(307, "", NOTHING,
			"Location: " + request.target().replace("/dicom-web", "/dicom-web/moved")));
		requireComplete();
		server.setHandler(request -> Reply.of(302, "", NOTHING, "Location: " + request.target()));
		requireError(Reason.PROTOCOL);
	}

	@Test
	void sendsNoLoginUnencryptedToAnotherMachine() throws IOException {
		final ArchiveEntry entry = ArchiveEntry.of(ArchiveAddress.parse("http://archive.example/dicom-web"));
		final Optional<Login> login = Optional.of(Login.bearer("abc.def"));
		assertEquals(Reason.INPUT, assertThrows(ArchiveException.class, () -> new WebArchive(entry, login)).reason());
		new WebArchive(entry.withPlainLogin(true), login);
	}

	@Test
	void refusesAnEncodingNobodyAskedFor() throws IOException {
		final ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
			out.write(SmallArchive.json(List.copyOf(small.instances.keySet())));
		}
		server.setHandler(request -> Reply.of(200, SmallArchive.JSON, zipped.toByteArray(), "Content-Encoding: gzip"));
		assertTrue(requireError(Reason.PROTOCOL).getMessage().contains("Content-Encoding"));
		assertFalse(server.requests.get(0).headers().containsKey("accept-encoding"));
	}

	@Test
	void doesNotBelieveALengthThatLies() throws IOException {
		server.setHandler(request -> small.isWhole(request) ? Reply.of(200, SmallArchive.MULTIPART, new byte[10])
			.withClaimed(2L << 30).withCut(10) : small.reply(request));
		requireComplete();
		server.setHandler(request -> Reply.of(200, SmallArchive.JSON, "[         ".getBytes(StandardCharsets.US_ASCII))
			.withClaimed(2L << 30).withCut(10));
		requireError(Reason.NO_ANSWER);
	}

	@Test
	void stopsAtAPageThatRepeatsAndAsksTheMetadata() throws IOException {
		server.setHandler(request -> SmallArchive.path(request).endsWith("/instances") ? Reply.of(200, SmallArchive.JSON,
			SmallArchive.json(List.copyOf(small.instances.keySet()).subList(0, 2))) : small.reply(request));
		requireComplete();
		assertEquals(1, server.requests.stream().filter(request -> request.target().contains("/metadata")).count());
	}

	@Test
	void takesPagesThatAreSmallerThanAskedFor() throws IOException {
		final List<String> uids = List.copyOf(small.instances.keySet());
		server.setHandler(request -> SmallArchive.path(request).endsWith("/instances") ? SmallArchive.page(
			new FaultServer.Request("GET", request.target().replaceAll("limit=\\d+", "limit=1"), request.headers(), NOTHING),
			uids) : small.reply(request));
		requireComplete();
	}

	@Test
	void namesAnswersOfAnotherKind() {
		server.setHandler(request -> Reply.of(200, "text/html", "<html>login</html>".getBytes(StandardCharsets.UTF_8)));
		assertTrue(requireError(Reason.PROTOCOL).getMessage().contains("dicom-web"));
		server.setHandler(request -> Reply.of(200, SmallArchive.JSON, NOTHING));
		assertTrue(requireError(Reason.PROTOCOL).getMessage().contains("JSON"));
		server.setHandler(request -> Reply.of(200, SmallArchive.JSON, "[]".getBytes(StandardCharsets.UTF_8)));
		requireError(Reason.NOT_FOUND);
	}

	@Test
	void warnsWithTheArchivesWarning() throws IOException {
		server.setHandler(request -> Reply.of(200, SmallArchive.JSON, "[]".getBytes(StandardCharsets.UTF_8),
			"Warning: 299 pacs \"There are 17 additional results\""));
		final List<String> warnings = archive.findStudies(StudyQuery.ALL.withLimit(3), ArchiveMonitor.NONE).warnings();
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).contains("17 additional"), warnings.get(0));
	}

	@Test
	void asksNothingWithoutACriterionOrALimit() {
		assertEquals(Reason.INPUT, assertThrows(ArchiveException.class, () -> archive.findStudies(StudyQuery.ALL
			.withPatientName("*"), ArchiveMonitor.NONE)).reason());
		assertTrue(server.requests.isEmpty());
	}

	@Test
	void namesAHostThatIsNotThere() throws IOException {
		server.close();
		assertTrue(requireError(Reason.NO_ANSWER).getMessage().contains("no connection"));
	}
}
