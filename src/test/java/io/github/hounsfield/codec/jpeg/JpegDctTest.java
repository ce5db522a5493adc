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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.codec.CodecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The DCT processes of 8 and 12 bits (T.81, annexes F and G) beside an inverse DCT in double precision. Also tests
 * {@code EntropyReader}, {@code HuffmanTable}, {@code ProgressiveFrame}, {@code ProgressiveScan},
 * {@code SequentialFrame}, {@code DctPlane}, {@code InverseDct} and {@code Upsampling}.
 */
class JpegDctTest {

	/** Fixed-point rounding of the inverse DCT, in sample values. */
	private static final double ROUNDING = 1.0;

	@ParameterizedTest(name = "SOF {0}, {1} bit, {2} x {3}, sampling {4}, interleaved {5}, restart {6}, wide steps {7}")
	@CsvSource({
		"C0,  8, 16, 16, 11, true, 0, false",
		"C1, 12, 16, 16, 11, true, 0, false",
		"C1, 12, 37, 19, 11, true, 0, true",
		"C1, 12, 37, 19, 11, true, 3, false",
		"C1, 12, 37, 19, 23, true, 1, false",
		"C1, 12, 40, 33, 11 11 11, true, 2, false",
		"C1, 12, 40, 33, 11 11 11, false, 2, false",
		"C0,  8, 41, 35, 12 11 12, true, 1, false",
		"C0,  8, 41, 35, 12 11 11, false, 0, true",
		"C0,  8, 70, 35, 41 11 11, true, 0, false",
		"C1, 12, 70, 35, 41 11 41, false, 5, false",
		"C0,  8, 33, 33, 44 11 44 11, true, 0, false",
		"C1, 12, 33, 33, 11 11 11 11, true, 0, false",
		"C2,  8, 41, 35, 11, true, 0, false",
		"C2, 12, 41, 35, 11, true, 4, false",
		"C2, 12, 41, 35, 12 11 12, true, 3, true",
		"C2, 12, 1, 1, 12 11 12, true, 3, false" })
	void agreesWithDoublePrecision(final String startOfFrame, final int precision, final int width, final int height,
		final String sampling, final boolean interleaved, final int restartInterval, final boolean wideSteps)
		throws CodecException
	{
		for (int seed = 0; seed < 10; seed++) {
			final DctWriter writer = new DctWriter();
			writer.startOfFrame = Integer.parseInt(startOfFrame, 16);
			writer.precision = precision;
			writer.width = width;
			writer.height = height;
			final String[] factors = sampling.split(" ");
			writer.sampling = new int[factors.length][];
			for (int c = 0; c < factors.length; c++)
				writer.sampling[c] = new int[] { factors[c].charAt(0) - '0', factors[c].charAt(1) - '0' };
			writer.interleaved = interleaved;
			writer.restartInterval = restartInterval;
			writer.wideSteps = wideSteps;
			writer.makeBlocks(new Random(seed));
			check(writer);
		}
	}

	@ParameterizedTest(name = "SOF {0} without scan {1}, or with it twice")
	@CsvSource({ "C1, 0", "C1, 2", "C2, 0", "C2, 1", "C2, 4", "C2, 7" })
	void refusesFramesWithMissingOrRepeatedScans(final String startOfFrame, final int scan) {
		final DctWriter writer = new DctWriter();
		writer.startOfFrame = Integer.parseInt(startOfFrame, 16);
		writer.width = writer.height = 16;
		writer.sampling = new int[][] { { 1, 1 }, { 1, 1 }, { 1, 1 } };
		writer.interleaved = false;
		writer.makeBlocks(new Random(1));
		final byte[] data = writer.write();
		final List<Integer> starts = new ArrayList<>();
		for (int i = 0; i < data.length - 1; i++)
			if (data[i] == (byte) 0xFF && data[i + 1] == (byte) 0xDA) starts.add(i);
		starts.add(data.length - 2);
		final int from = starts.get(scan);
		final int to = starts.get(scan + 1);
		final byte[] without = new byte[data.length - to + from];
		System.arraycopy(data, 0, without, 0, from);
		System.arraycopy(data, to, without, from, data.length - to);
		final byte[] twice = new byte[data.length + to - from];
		System.arraycopy(data, 0, twice, 0, to);
		System.arraycopy(data, from, twice, to, data.length - from);
		final short[] out = new short[16 * 16 * 3];
		assertDoesNotThrow(() -> new JpegDecoder().decode(data, 0, data.length, 16, 16, 3, out, 0));
		assertThrows(CodecException.class, () -> new JpegDecoder().decode(without, 0, without.length, 16, 16, 3, out, 0));
		// What stands behind the scan that completes the frame is not read.
		if (scan < starts.size() - 2) assertThrows(CodecException.class, () -> new JpegDecoder().decode(twice, 0,
			twice.length, 16, 16, 3, out, 0));
	}

	/** Components that are coded with a quarter of the columns, or half of the rows, are repeated. */
	private static void check(final DctWriter writer) throws CodecException {
		final byte[] data = writer.write();
		final int components = writer.sampling.length;
		final short[] out = new short[writer.width * writer.height * components];
		new JpegDecoder().decode(data, 0, data.length, writer.width, writer.height, components, out, 0);
		int maxH = 1;
		int maxV = 1;
		for (final int[] factors : writer.sampling) {
			maxH = Math.max(maxH, factors[0]);
			maxV = Math.max(maxV, factors[1]);
		}
		final double max = (1 << writer.precision) - 1;
		for (int y = 0; y < writer.height; y++)
			for (int x = 0; x < writer.width; x++)
				for (int c = 0; c < components; c++) {
					final int[] factors = components == 1 ? new int[] { maxH, maxV } : writer.sampling[c];
					final double value = writer.sample(c, x * factors[0] / maxH, y * factors[1] / maxV);
					assertEquals(Math.max(0, Math.min(max, value)), out[(y * writer.width + x) * components + c] & 0xFFFF,
						ROUNDING, "component " + c + " at " + x + ", " + y);
				}
	}
}
