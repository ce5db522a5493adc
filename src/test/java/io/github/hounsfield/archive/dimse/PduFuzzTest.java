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

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.SeriesRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changed and split protocol data units: the domain's exceptions alone, soon, and no memory for what never came. Also
 * tests {@code AssociateRequest}, {@code AssociateAccept}, {@code Identifier}, {@code PduInput}, {@code Bytes},
 * {@code Answers}, {@code Items} and {@code PduOutput}.
 */
class PduFuzzTest {

	/** Changed streams to read; a full run has 200000. */
	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 4000);

	/** Of these, every so many go through sockets into a folder. */
	private static final int BY_SOCKET = 50;

	private static final long SLOWEST_MS = 20_000;

	@TempDir
	Path folder;

	private static AssociateRequest request() {
		return new AssociateRequest("PEER", "HOUNSFIELD", List.of(new PresentationContext(1, ArchiveBytes.GET, List.of(
			ArchiveBytes.IMPLICIT)), new PresentationContext(5, ArchiveBytes.CT, List.of(ArchiveBytes.IMPLICIT))), List.of(
				ArchiveBytes.CT), 0, new byte[0]);
	}

	/** Reads a stream as an association does, without sockets: messages, identifiers and all. */
	private static int read(final PduInput in, final OutputStream keep) throws IOException {
		if (in.next() != PduInput.ASSOCIATE_AC) throw new UpperLayerException("no AC");
		final Map<Integer, PresentationContext> contexts = new HashMap<>();
		for (final PresentationContext context : AssociateAccept.parse(in.body(), in.length(), request()).contexts())
			contexts.put(context.id(), context);
		final Fragments fragments = new Fragments(in);
		int messages = 0;
		for (Command command = fragments.command(contexts); command != null; command = fragments.command(contexts)) {
			messages++;
			if (!command.hasDataSet()) continue;
			final ByteArrayOutputStream identifier = new ByteArrayOutputStream();
			fragments.data(command.contextId(), identifier, 1 << 20);
			keep.write(identifier.toByteArray());
			Answers.text(Identifier.decode(identifier.toByteArray()), Identifier.FailedSOPInstanceUIDList);
			if (command.field() != Command.C_STORE_RQ) return messages;
		}
		return messages;
	}

	private static byte[] whole() {
		return new ArchiveBytes().raw(ArchiveBytes.get(0, 1, 2, 3)).bytes();
	}

	@Test
	void aStreamSplitAtAnyByteIsTheSame() throws IOException {
		final byte[] bytes = new ArchiveBytes().raw(Arrays.copyOf(whole(), whole().length - 10)).unit(5, new byte[4]).bytes();
		final ByteArrayOutputStream expected = new ByteArrayOutputStream();
		for (int i = 1; i <= 3; i++)
			expected.write(ArchiveBytes.dataSet(i));
		for (int split = 0; split <= bytes.length; split++) {
			final int at = split;
			final ByteArrayInputStream two = new ByteArrayInputStream(bytes) {

				@Override
				public synchronized int read(final byte[] into, final int offset, final int length) {
					return super.read(into, offset, pos < at ? Math.min(length, at - pos) : length);
				}
			};
			final ByteArrayOutputStream found = new ByteArrayOutputStream();
			assertTrue(read(new PduInput(two), found) == 4, "split at " + split);
			assertTrue(Arrays.equals(expected.toByteArray(), found.toByteArray()), "split at " + split);
		}
	}

	@Test
	void aChangedStreamIsRefusedOrRead() throws IOException {
		final List<byte[]> streams = List.of(whole(), ArchiveBytes.get(0xB000, 2), search());
		final Random random = new Random(7);
		int refused = 0;
		for (int i = 0; i < MUTATIONS; i++) {
			final byte[] bytes = changed(streams.get(i % streams.size()), random);
			final long start = System.nanoTime();
			try {
				if (i % BY_SOCKET == 0) retrieve(bytes, i);
				else read(new PduInput(new ByteArrayInputStream(bytes)), OutputStream.nullOutputStream());
			}
			catch (final IOException e) {
				refused++;
			}
			catch (final Throwable t) {
				fail("mutation " + i + " " + HexFormat.of().formatHex(bytes), t);
			}
			final long milliseconds = (System.nanoTime() - start) / 1_000_000;
			assertTrue(milliseconds < SLOWEST_MS, "mutation " + i + " took " + milliseconds + " ms");
		}
		System.out.println("DIMSE: " + MUTATIONS + " changed streams, " + refused + " refused, the others read");
	}

	private static byte[] search() {
		// The same contexts as a C-GET, so that the changes meet the answers.
		final ArchiveBytes bytes = new ArchiveBytes().accept(1, ArchiveBytes.IMPLICIT);
		for (int i = 1; i <= 3; i++)
			bytes.found(i);
		return bytes.response(1, 0x8020, ArchiveBytes.FIND, 0, false, "").bytes();
	}

	/** Changes, cuts, repeats: half of them at the beginnings of units. */
	private static byte[] changed(final byte[] original, final Random random) {
		byte[] data = original.clone();
		for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
			final int at = random.nextInt(data.length);
			switch (random.nextInt(6)) {
				case 0 -> data[at] ^= (byte) (1 << random.nextInt(8));
				case 1 -> data[at] = (byte) random.nextInt(256);
				case 2 -> data[at] = (byte) 0xFF;
				case 3 -> data[start(data, at)] = (byte) random.nextInt(9);
				case 4 -> {
					final int from = start(data, at);
					for (int b = 2; b < 6 && from + b < data.length; b++)
						if (random.nextBoolean()) data[from + b] = (byte) random.nextInt(256);
				}
				default -> data = Arrays.copyOf(data, Math.max(1, at));
			}
		}
		return data;
	}

	/** The beginning of the unit that a byte is in. */
	private static int start(final byte[] data, final int at) {
		int start = 0;
		for (int next = 0; next <= at && next + 6 <= data.length;) {
			start = next;
			final long length = Bytes.int32(data, next + 2) & 0xFFFFFFFFL;
			if (length > data.length) break;
			next += 6 + (int) length;
		}
		return start;
	}

	/** Complete, or an exception of the domain; a folder holds nothing half. */
	private void retrieve(final byte[] bytes, final int number) throws IOException {
		final List<ScriptedPeer.Script> scripts = new ArrayList<>(List.of(ScriptedPeer.saying(ArchiveBytes.search()),
			ScriptedPeer.saying(bytes)));
		try (ScriptedPeer peer = new ScriptedPeer(scripts); DimseArchive archive = peer.archive(2000, 100)) {
			final int files = archive.retrieve(SeriesRecord.of(ArchiveBytes.STUDY, ArchiveBytes.SERIES), folder.resolve("f" +
				number), ArchiveMonitor.NONE).files().size();
			assertTrue(files == 3, files + " files");
		}
		catch (final IOException e) {
			assertTrue(e instanceof ArchiveException, () -> "not of the domain: " + e);
			throw e;
		}
	}

	@Test
	void aLengthAloneTakesNoMemory() throws IOException {
		final byte[] claim = new ArchiveBytes().raw((byte) 4, (byte) 0, (byte) 0, (byte) 0x10, (byte) 0, (byte) 6).raw(
			new byte[100]).bytes();
		final PduInput in = new PduInput(new ByteArrayInputStream(claim));
		try {
			in.next();
			fail("a unit of 1 MB was read from 106 bytes");
		}
		catch (final IOException e) {
			assertTrue(in.body().length <= 16 * 1024, "buffer of " + in.body().length + " bytes");
		}
	}
}
