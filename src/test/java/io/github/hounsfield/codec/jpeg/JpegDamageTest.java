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

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.DamagedStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Entropy-coded data of JPEG that end early, in zeros or for want of a byte, are told and no picture. */
class JpegDamageTest {

	/** SOS. */
	private static final int SCAN = 0xDA;

	@Test
	void zerosForTheRestAreTold() throws IOException {
		for (final Map.Entry<String, byte[]> stream : streams().entrySet())
			new DamagedStream(new JpegDecoder(), stream.getValue()).zerosToTheEndAreTold(stream.getKey(), DamagedStream
				.behindSegment(stream.getValue(), SCAN));
	}

	/**
	 * Huffman codes find their way again: what is left is a stream as good as any where as many blocks, or samples, were
	 * read as there should be. That is one in four; the others are told.
	 */
	@Test
	void aLostByteIsToldAsARule() throws IOException {
		double sum = 0;
		for (final Map.Entry<String, byte[]> stream : streams().entrySet()) {
			final double silent = new DamagedStream(new JpegDecoder(), stream.getValue()).percentOfLostBytesNotTold(
				DamagedStream.behindSegment(stream.getValue(), SCAN));
			System.out.printf("%s: %.1f %% of lost bytes not told%n", stream.getKey(), silent);
			sum += silent;
		}
		assertTrue(sum / streams().size() < 30, "on average " + sum / streams().size() + " %");
	}

	@Test
	void aLostEndMarkerDoesNoHarm() throws IOException {
		for (final byte[] stream : streams().values())
			new DamagedStream(new JpegDecoder(), stream).isReadWithoutItsEndMarker();
	}

	/** 12 bits, the first sample of 4096: not of 12 bits, nor the sign of one that has. */
	@Test
	void aSampleBeyondThePrecisionIsTold() {
		final LosslessWriter writer = new LosslessWriter();
		writer.width = 2;
		writer.height = 1;
		writer.precision = 12;
		for (final int sample : new int[] { 4096, 0x8000, 0xF7FF }) {
			final byte[] stream = writer.write(new int[][][] { { { sample, 5 } } });
			final CodecException e = assertThrows(CodecException.class, () -> new JpegDecoder().decode(stream, 0,
				stream.length, 2, 1, 1, new short[2], 0));
			assertTrue(e.getMessage().contains("precision of 12 bits"), e::getMessage);
		}
	}

	private static Map<String, byte[]> streams() throws IOException {
		final Map<String, byte[]> streams = new LinkedHashMap<>();
		streams.put("baseline", JpegImageIoTest.encode(67, 61, 1, false, 1, 1, 0.9f));
		streams.put("baseline, low quality", JpegImageIoTest.encode(167, 161, 1, false, 1, 1, 0.3f));
		streams.put("baseline 4:2:0", JpegImageIoTest.encode(67, 61, 3, false, 2, 2, 0.9f));
		streams.put("progressive", JpegImageIoTest.encode(67, 61, 3, true, 2, 1, 0.9f));
		for (final int startOfFrame : new int[] { 0xC1, 0xC2 }) {
			final DctWriter writer = new DctWriter();
			writer.startOfFrame = startOfFrame;
			writer.width = 65;
			writer.height = 46;
			writer.restartInterval = 5;
			writer.makeBlocks(new Random(1));
			streams.put("12 bits, SOF " + (startOfFrame & 15), writer.write());
		}
		for (int predictor = 1; predictor <= 7; predictor++)
			streams.put("lossless, predictor " + predictor, lossless(predictor));
		return streams;
	}

	/** Small categories have the short codes, as of any encoder that counts them. */
	private static byte[] lossless(final int predictor) {
		final LosslessWriter writer = new LosslessWriter();
		writer.width = 43;
		writer.height = 37;
		writer.precision = 12;
		writer.predictor = predictor;
		writer.shuffled = false;
		final Random random = new Random(predictor);
		final int[][][] planes = new int[1][37][43];
		for (final int[] row : planes[0])
			for (int x = 0; x < row.length; x++)
				row[x] = 1000 + 20 * x + random.nextInt(30);
		return writer.write(planes);
	}
}
