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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.web.FaultServer.Framing;
import io.github.hounsfield.archive.web.FaultServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever an archive does wrong, a series comes complete or a named error says how many came: never fewer in silence.
 * Also tests {@code Login}, {@code StudyQuery}, {@code Http}, {@code Failures}, {@code Retrieval}, {@code BodyStream},
 * {@code Qido}, {@code Wado} and {@code WholeFiles}.
 */
@Timeout(120)
class WebArchiveFaultsTest extends FaultyArchive {

	@ParameterizedTest
	@EnumSource(Framing.class)
	void retrievesHoweverTheEndIsTold(final Framing framing) throws IOException {
		server.setHandler(request -> small.reply(request).with(framing));
		requireComplete();
	}

	@ParameterizedTest
	@EnumSource(Framing.class)
	void fetchesOneByOneWhatACutSeriesLacks(final Framing framing) throws IOException {
		final int length = SmallArchive.multipart(small.files()).length;
		final AtomicInteger cut = new AtomicInteger();
		server.setHandler(request -> small.isWhole(request) ? small.reply(request).with(framing).withCut(cut.get()) : small
			.reply(request));
		// without a length the JDK's client reports no cut; MultipartTest takes every position
		for (int n = 0; n < length; n += framing == Framing.CLOSE ? 11 : 101) {
			cut.set(n);
			requireComplete();
		}
	}

	@Test
	void saysHowManyCameWhereTheRestNeverDoes() throws IOException {
		final byte[] whole = SmallArchive.multipart(small.files());
		final int last = whole.length - small.files().get(2).length;
		server.setHandler(request -> small.isWhole(request) ? small.reply(request).with(Framing.CLOSE).withCut(last)
			: SmallArchive.path(request).contains("/instances/") ? Reply.of(500, "", NOTHING) : small.reply(request));
		final ArchiveException e = requireError(Reason.INCOMPLETE);
		assertEquals(3, e.expected());
		assertEquals(2, e.received());
		assertEquals(1, e.missing().size());
		assertTrue(e.getMessage().contains("2 of 3") && e.getMessage().contains("number 3"), e.getMessage());
		server.setHandler(small::reply);
		final RetrievedSeries resumed = archive.retrieve(small.series, folder.resolve("run-0"), ArchiveMonitor.NONE);
		assertEquals(1, resumed.fetched());
		assertEquals(3, resumed.files().size());
	}

	@Test
	void fetchesAgainWhatWasCutOnDisk() throws IOException {
		final RetrievedSeries first = requireComplete();
		final Path file = first.files().get(1);
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
		final RetrievedSeries second = archive.retrieve(small.series, folder.resolve("run-0"), ArchiveMonitor.NONE);
		assertEquals(1, second.fetched());
		assertEquals(3, second.files().size());
	}

	@Test
	void tellsSilenceFromAnEnd() throws IOException {
		archive = open(SHORT_OF_PATIENCE, Optional.empty());
		server.setHandler(request -> small.isWhole(request) ? small.reply(request).withStall(1000) : small.reply(request));
		requireComplete();
		server.setHandler(request -> small.reply(request).withStall(10));
		final long start = System.nanoTime();
		final ArchiveException e = requireError(Reason.NO_ANSWER);
		assertTrue(e.getMessage().contains("no byte for"), e.getMessage());
		assertTrue(System.nanoTime() - start < 60_000_000_000L, "the server is silent for 120 s");
	}

	/** A busy machine may hold up one run; three in a row it does not. */
	@Test
	void endsWithinASecondWhenCanceled() throws IOException {
		long quickest = Long.MAX_VALUE;
		for (int run = 0; run < 3 && quickest > 1_000_000_000L; run++)
			quickest = Math.min(quickest, canceled(folder.resolve("canceled " + run)));
		assertTrue(quickest < 1_000_000_000L, "ended late");
	}

	/** @return from the sign of cancel to the end, nanoseconds */
	private long canceled(final Path to) throws IOException {
		server.setHandler(request -> small.isWhole(request) ? small.reply(request).withStall(1000) : small.reply(request));
		final WebArchive patient = open(Timing.DEFAULT, Optional.empty());
		final long start = System.nanoTime();
		assertThrows(CancellationException.class, () -> patient.retrieve(small.series, to,
			new ArchiveMonitor()
			{

				@Override
				public boolean isCanceled() {
					return System.nanoTime() - start > 500_000_000L;
				}
			}));
		final long took = System.nanoTime() - start - 500_000_000L;
		try (Stream<Path> files = Files.walk(to)) {
			assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
		}
		return took;
	}

	@Test
	void leavesOutSlicesOfAnotherSeries() throws IOException {
		final SmallArchive other = new SmallArchive(folder, 8);
		final List<byte[]> mixed = new ArrayList<>(small.files().subList(0, 2));
		mixed.addAll(other.files());
		server.setHandler(request -> small.isWhole(request) ? Reply.of(200, SmallArchive.MULTIPART, SmallArchive.multipart(
			mixed)) : small.reply(request));
		requireComplete();
	}

	@Test
	void refusesAnotherInstanceThanAskedFor() {
		server.setHandler(request -> small.isWhole(request) ? Reply.of(500, "", NOTHING) :
			SmallArchive.path(request).contains(
			"/instances/") ? Reply.of(200, SmallArchive.MULTIPART, SmallArchive.multipart(small.files().subList(0, 1))) : small
				.reply(request));
		assertEquals(1, requireError(Reason.INCOMPLETE).received());
	}

	@Test
	void readsBoundarysBeginningInPixels() throws IOException {
		for (final byte[] file : small.instances.values()) {
			final byte[] tempting = ("\r\n--" + SmallArchive.BOUNDARY).getBytes(StandardCharsets.US_ASCII);
			System.arraycopy(tempting, 0, file, file.length - 64, tempting.length);
			System.arraycopy(tempting, 0, file, file.length - 9, 9);
		}
		requireComplete();
	}

	@Test
	void takesASingleInstanceWithoutMultipart() throws IOException {
		server.setHandler(request -> small.isWhole(request) ? Reply.of(406, "", NOTHING) :
			SmallArchive.path(request).contains(
			"/instances/") ? Reply.of(200, "application/dicom", small.instances.get(SmallArchive.path(request).replaceAll(
				".*/", ""))).with(Framing.CLOSE) : small.reply(request));
		requireComplete();
	}
}
