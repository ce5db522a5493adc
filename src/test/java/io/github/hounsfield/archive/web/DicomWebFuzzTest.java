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

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.SeriesFolder;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.dicom.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated multipart bodies and JSON give results or the domain's exceptions, never another throwable, and never hang.
 */
@Timeout(600)
class DicomWebFuzzTest {

	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 2000);
	private static final Set<Integer> WANTED = Set.of(Tag.PatientName, Tag.SeriesNumber, Stow.FailedSOPSequence,
		Stow.FailureReason, Tag.SOPInstanceUID, Tag.InstanceNumber);

	private static final List<byte[]> WORDS = List.of("\r\n--" + SmallArchive.BOUNDARY, "--", "\r\n", "\r\n\r\n",
		"Content-Length: 4294967296", "[", "{", "\"Value\":[", "]", "}", "null", "1e9999", "\"\\u00",
			"00080018").stream().map(
			word -> word.getBytes(StandardCharsets.US_ASCII)).toList();

	private static byte[] mutate(final byte[] original, final Random random) {
		byte[] bytes = original.clone();
		for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
			final int at = random.nextInt(bytes.length);
			switch (random.nextInt(4)) {
				case 0 -> bytes[at] = (byte) random.nextInt(256);
				case 1 -> bytes = Arrays.copyOf(bytes, at);
				case 2 -> {
					final byte[] word = WORDS.get(random.nextInt(WORDS.size()));
					System.arraycopy(word, 0, bytes, at, Math.min(word.length, bytes.length - at));
				}
				default -> {
					final int from = random.nextInt(bytes.length);
					final int length = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
					System.arraycopy(bytes, from, bytes, at, length);
				}
			}
		}
		return bytes;
	}

	@Test
	void multipart(@TempDir final Path folder) throws IOException {
		final SmallArchive small = new SmallArchive(folder, 7);
		final byte[] body = SmallArchive.multipart(small.files());
		int whole = 0;
		for (int i = 0; i < MUTATIONS; i++) {
			final byte[] mutated = mutate(body, new Random(i));
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try {
				new Multipart(new ByteArrayInputStream(mutated), SmallArchive.BOUNDARY).read(new Multipart.Parts() {

					@Override
					public WritableByteChannel begin() {
						return Channels.newChannel(bytes);
					}

					@Override
					public void end() {}
				});
				whole++;
			}
			catch (final Multipart.MultipartException e) {
				// named
			}
			assertTrue(bytes.size() <= mutated.length, "more came out than went in");
		}
		assertTrue(whole > 0 && whole < MUTATIONS, whole + " of " + MUTATIONS + " were whole");
	}

	/** What arrives as a file is whole and of the series, or refused. */
	@Test
	void parts(@TempDir final Path folder) throws IOException {
		final SmallArchive small = new SmallArchive(folder, 7);
		final byte[] file = small.files().get(0);
		int accepted = 0;
		final int mutations = MUTATIONS / 10;
		for (int i = 0; i < mutations; i++) try (SeriesFolder series = SeriesFolder.open(folder.resolve("files"),
			small.series); SeriesFolder.Part part = series.newPart())
		{
			part.channel().write(ByteBuffer.wrap(mutate(file, new Random(i))));
			part.accept();
			accepted++;
		}
		catch (final ArchiveException e) {
			assertTrue(e.reason() == ArchiveException.Reason.PROTOCOL, e.getMessage());
		}
		assertTrue(accepted > 0 && accepted < mutations, accepted + " of " + mutations + " were accepted");
	}

	@Test
	void json() throws IOException {
		final byte[] list = SmallArchive.json(List.of("1.2.3.1", "1.2.3.2"));
		final byte[] module = ("{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081197\":{\"vr\":\"US\",\"Value\":[272]}}]}," +
			"\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A^B\"}]}}").getBytes(StandardCharsets.US_ASCII);
		int read = 0;
		for (int i = 0; i < MUTATIONS; i++) try {
			DicomJson.read(new ByteArrayInputStream(mutate(i % 2 == 0 ? list : module, new Random(i))), WANTED, dataSet -> {
				dataSet.integer(Tag.InstanceNumber);
				dataSet.text(Tag.PatientName);
				dataSet.items(Stow.FailedSOPSequence).forEach(item -> Stow.reason(item.integer(Stow.FailureReason)));
			});
			read++;
		}
		catch (final DicomJson.JsonException e) {
			// named
		}
		assertTrue(read > 0 && read < MUTATIONS, read + " of " + MUTATIONS + " were read");
	}

	@Test
	void nestingIsNoStackOverflow() throws IOException {
		final byte[] deep = new byte[200_000];
		Arrays.fill(deep, (byte) '[');
		try {
			DicomJson.read(new ByteArrayInputStream(("[{\"00080018\":{\"Value\":" + new String(deep,
				StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII)), WANTED, dataSet -> {});
		}
		catch (final DicomJson.JsonException e) {
			return;
		}
		throw new AssertionError("deep nesting without end was read");
	}
}
