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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lossless process (T.81, annex H) against an encoder of the tests' own and against bits written by hand. Also
 * tests {@code LosslessFrame} and {@code Predictor}.
 */
class JpegLosslessTest {

	/**
	 * Rows 130 129 and 131 128 with predictor 1. Differences 2, -1, 1, -3 (from 128, 130, 130, 131); categories 0, 1, 2
	 * have the codes 00, 01, 10. Bits 10 10, 01 0, 01 1, 10 00 and two ones: A4 E3.
	 */
	@Test
	void decodesBitsWrittenByHand() throws CodecException {
		final byte[] data = HexFormat.of().parseHex("FFD8" + "FFC3000B0800020002" + "01" + "011100"
			+ "FFC4001600" + "00030000000000000000000000000000" + "000102" + "FFDA0008010100010000" + "A4E3" + "FFD9");
		assertArrayEquals(new short[] { 130, 129, 131, 128 }, decode(data, 2, 2, 1));
	}

	/**
	 * 0 and 32768 with 16 bits: both differences are 32768 modulo 65536, category 16, behind which there are no bits
	 * (table H.2). Category 16 has the code 00. Bits 00 00 and four ones: 0F.
	 */
	@Test
	void readsNoBitsBehindCategory16() throws CodecException {
		final byte[] data = HexFormat.of().parseHex("FFD8" + "FFC3000B1000010002" + "01" + "011100"
			+ "FFC4001500" + "00020000000000000000000000000000" + "1001" + "FFDA0008010100010000" + "0F" + "FFD9");
		assertArrayEquals(new short[] { 0, (short) 32768 }, decode(data, 2, 1, 1));
	}

	@ParameterizedTest(name = "predictor {0}")
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
	void decodesEveryPrecisionComponentCountRestartAndPointTransform(final int predictor) throws CodecException {
		final Random random = new Random(predictor);
		for (int precision = 2; precision <= 16; precision++)
			for (int components = 1; components <= 3; components++)
				for (final int restartRows : new int[] { 0, 1, 2, 7 })
					for (final int pointTransform : new int[] { 0, 1, precision - 1 })
						for (final boolean interleaved : new boolean[] { true, false }) {
							final LosslessWriter writer = new LosslessWriter();
							writer.width = 1 + random.nextInt(20);
							writer.height = 1 + random.nextInt(30);
							writer.precision = precision;
							writer.predictor = predictor;
							writer.pointTransform = pointTransform;
							writer.restartRows = restartRows;
							writer.interleaved = interleaved;
							checkRoundTrip(writer, components, random);
						}
	}

	private static void checkRoundTrip(final LosslessWriter writer, final int components, final Random random)
		throws CodecException
	{
		final boolean smooth = random.nextBoolean();
		final int[][][] planes = new int[components][writer.height][writer.width];
		final short[] expected = new short[writer.width * writer.height * components];
		for (int y = 0; y < writer.height; y++)
			for (int x = 0; x < writer.width; x++)
				for (int c = 0; c < components; c++) {
					final int value = smooth ? (1 << writer.precision - 1) + random.nextInt(3) - 1 : random.nextInt(
						1 << writer.precision);
					planes[c][y][x] = value >> writer.pointTransform << writer.pointTransform;
					expected[(y * writer.width + x) * components + c] = (short) planes[c][y][x];
				}
		final byte[] data = writer.write(planes);
		assertEquals(new FrameFormat(writer.width, writer.height, components, writer.precision, false,
			FrameFormat.Colour.UNSPECIFIED), new JpegDecoder().readFormat(data, 0, data.length));
		assertArrayEquals(expected, decode(data, writer.width, writer.height, components));
	}

	/** Encoders that are given sign extended samples code them modulo 65536, whatever the precision says. */
	@Test
	void givesSignExtendedSamplesBack() throws CodecException {
		final LosslessWriter writer = new LosslessWriter();
		writer.width = 4;
		writer.height = 1;
		writer.precision = 12;
		final int[][][] planes = { { { -1024 & 0xFFFF, 0, 100, -1 & 0xFFFF } } };
		assertArrayEquals(new short[] { -1024, 0, 100, -1 }, decode(writer.write(planes), 4, 1, 1));
	}

	@ParameterizedTest(name = "{0}x{1} of {2}x{3}, frame of {4} x {5}, interleaved {6}")
	@CsvSource({ "1, 1, 2, 2, 7, 5, true", "1, 1, 2, 2, 7, 5, false", "1, 1, 2, 1, 9, 4, true", "1, 1, 1, 2, 4, 9, true",
		"1, 2, 4, 2, 13, 6, true", "2, 1, 4, 4, 13, 6, false" })
	void repeatsSamplesOfComponentsWithFewer(final int h, final int v, final int maxH, final int maxV, final int width,
		final int height, final boolean interleaved) throws CodecException
	{
		final LosslessWriter writer = new LosslessWriter();
		writer.width = width;
		writer.height = height;
		writer.predictor = 4;
		writer.interleaved = interleaved;
		writer.restartRows = 1;
		writer.sampling = new int[][] { { maxH, maxV }, { h, v }, { maxH, maxV } };
		final Random random = new Random(h * v * width);
		final int[][][] planes = { plane(width, height, random), plane((width * h + maxH - 1) / maxH, (height * v + maxV
			- 1) / maxV, random), plane(width, height, random) };
		final short[] decoded = decode(writer.write(planes), width, height, 3);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int c = 0; c < 3; c++)
					assertEquals((short) (c == 1 ? planes[1][y * v / maxV][x * h / maxH] : planes[c][y][x]), decoded[(y * width
						+ x) * 3 + c]);
	}

	private static int[][] plane(final int width, final int height, final Random random) {
		final int[][] plane = new int[height][width];
		for (final int[] row : plane)
			for (int x = 0; x < width; x++)
				row[x] = random.nextInt(65536);
		return plane;
	}

	@Test
	void refusesPredictorsAndPointTransformsThatDoNotExist() {
		final LosslessWriter writer = new LosslessWriter();
		writer.width = writer.height = 1;
		writer.precision = 8;
		for (final int predictor : new int[] { 0, 8 }) {
			writer.predictor = predictor;
			assertThrows(CodecException.class, () -> decode(writer.write(new int[1][1][1]), 1, 1, 1));
		}
		final byte[] data = oneSample();
		data[data.length - 4] = 8;
		assertThrows(CodecException.class, () -> decode(data, 1, 1, 1));
	}

	/** One sample of 8 bits, its data one byte long. */
	private static byte[] oneSample() {
		final LosslessWriter writer = new LosslessWriter();
		writer.width = writer.height = 1;
		writer.precision = 8;
		return writer.write(new int[][][] { { { 128 } } });
	}

	@Test
	void refusesRestartIntervalsOfPartsOfRows() {
		final byte[] data = HexFormat.of().parseHex("FFD8" + "FFDD00040003" + "FFC3000B0800020002" + "01" + "011100"
			+ "FFC4001600" + "00030000000000000000000000000000" + "000102" + "FFDA0008010100010000" + "A4E3" + "FFD9");
		final CodecException e = assertThrows(CodecException.class, () -> decode(data, 2, 2, 1));
		assertEquals(true, e.getMessage().contains("restart interval"), e.getMessage());
	}

	private static short[] decode(final byte[] data, final int width, final int height, final int components)
		throws CodecException
	{
		final short[] out = new short[width * height * components];
		new JpegDecoder().decode(data, 0, data.length, width, height, components, out, 0);
		return out;
	}
}
