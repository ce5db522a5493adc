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
package io.github.hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.hounsfield.CpuTime;
import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cut and changed codestreams of every process: the domain's exception or a frame, nothing else, and soon. */
class JpegFuzzTest {

	/** Changed streams to decode; a full run has 200000. */
	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 4000);

	/** No frame of these sizes may take longer, on however slow a machine. */
	private static final long SLOWEST_MS = 2000;

	private record Stream(String name, byte[] data, int width, int height, int components) {}

	@Test
	void aCutStreamIsRefused() throws IOException {
		for (final Stream stream : streams()) {
			final short[] whole = decode(stream, stream.data);
			// Without the end marker all samples are there; the byte before may be the stuffing of FF.
			for (int length = 0; length < stream.data.length; length++) {
				final byte[] cut = Arrays.copyOf(stream.data, length);
				final String message = stream.name + " cut to " + length + " of " + stream.data.length;
				if (length >= stream.data.length - 2) assertArrayEquals(whole, decode(stream, cut), message);
				else if (length < stream.data.length - 3) assertThrows(CodecException.class, () -> decode(stream, cut),
					message);
			}
		}
	}

	@Test
	void aChangedStreamIsRefusedOrDecoded() throws IOException {
		final List<Stream> streams = streams();
		final Random random = new Random(4);
		int refused = 0;
		for (int i = 0; i < MUTATIONS; i++) {
			final Stream stream = streams.get(i % streams.size());
			final byte[] data = stream.data.clone();
			final int changes = 1 + random.nextInt(4);
			// Half of the changes hit the headers, where a change can do most harm.
			final int reach = random.nextBoolean() ? data.length : Math.min(data.length, 250);
			for (int c = 0; c < changes; c++)
				change(data, random.nextInt(reach), random);
			final long start = CpuTime.nanos();
			try {
				decode(stream, data);
			}
			catch (final CodecException e) {
				refused++;
			}
			catch (final Throwable t) {
				fail(stream.name + " mutation " + i + " " + HexFormat.of().formatHex(data), t);
			}
			final long milliseconds = (CpuTime.nanos() - start) / 1_000_000;
			assertTrue(milliseconds < SLOWEST_MS, stream.name + " mutation " + i + " took " + milliseconds + " ms");
		}
		System.out.println("JPEG: " + MUTATIONS + " changed streams, " + refused + " refused, the others decoded");
	}

	private static void change(final byte[] data, final int at, final Random random) {
		switch (random.nextInt(4)) {
			case 0 -> data[at] ^= 1 << random.nextInt(8);
			case 1 -> data[at] = (byte) random.nextInt(256);
			case 2 -> data[at] = (byte) 0xFF;
			default -> {
				final int from = random.nextInt(data.length);
				final int count = Math.min(random.nextInt(16), data.length - Math.max(at, from));
				System.arraycopy(data, from, data, at, count);
			}
		}
	}

	private static short[] decode(final Stream stream, final byte[] data) throws CodecException {
		final JpegDecoder decoder = new JpegDecoder();
		final short[] out = new short[stream.width * stream.height * stream.components];
		final FrameFormat decoded = decoder.decode(data, 0, data.length, stream.width, stream.height, stream.components,
			out, 0);
		if (!decoded.equals(decoder.readFormat(data, 0, data.length))) fail(stream.name + ": two formats");
		return out;
	}

	private static List<Stream> streams() throws IOException {
		final List<Stream> streams = new ArrayList<>();
		streams.add(new Stream("baseline", JpegImageIoTest.encode(37, 21, 1, false, 1, 1, 0.9f), 37, 21, 1));
		streams.add(new Stream("baseline 4:2:0", JpegImageIoTest.encode(37, 21, 3, false, 2, 2, 0.9f), 37, 21, 3));
		streams.add(new Stream("progressive", JpegImageIoTest.encode(37, 21, 3, true, 2, 1, 0.9f), 37, 21, 3));
		for (final int startOfFrame : new int[] { 0xC1, 0xC2 }) {
			final DctWriter writer = new DctWriter();
			writer.startOfFrame = startOfFrame;
			writer.width = 45;
			writer.height = 26;
			writer.sampling = new int[][] { { 2, 1 }, { 1, 1 }, { 2, 1 } };
			writer.interleaved = startOfFrame == 0xC2;
			writer.restartInterval = 2;
			writer.makeBlocks(new Random(1));
			streams.add(new Stream("12 bit SOF " + startOfFrame, writer.write(), 45, 26, 3));
		}
		for (int predictor = 1; predictor <= 7; predictor++)
			streams.add(lossless(predictor));
		return streams;
	}

	private static Stream lossless(final int predictor) {
		final LosslessWriter writer = new LosslessWriter();
		final int components = 1 + predictor % 3;
		writer.width = 23;
		writer.height = 17;
		writer.predictor = predictor;
		writer.interleaved = predictor != 4;
		writer.restartRows = predictor % 2 * 3;
		final Random random = new Random(predictor);
		final int[][][] planes = new int[components][17][23];
		for (final int[][] plane : planes)
			for (final int[] row : plane)
				for (int x = 0; x < row.length; x++)
					row[x] = 1000 + random.nextInt(200);
		return new Stream("lossless, predictor " + predictor, writer.write(planes), 23, 17, components);
	}
}
