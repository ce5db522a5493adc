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
package io.github.hounsfield.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat.Colour;
import io.github.hounsfield.codec.FrameFormat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that JPEG-LS codestreams decode to known samples, in every interleave and with every option that is supported.
 * Also tests {@code HeaderReader}, {@code BitReader}, {@code LineDecoder}, {@code RunMode}, {@code CodingParameters},
 * {@code ScanDecoder} and {@code HpTransform}.
 */
class JpegLsDecoderTest {

	private static final JpegLsDecoder DECODER = new JpegLsDecoder();

	@Test
	void decodesTheWorkedExampleOfTheStandard() throws CodecException {
		assertEquals(new FrameFormat(4, 4, 1, 8, false, Colour.UNSPECIFIED), DECODER.readFormat(JpegLsStreams.WORKED_STREAM,
			0,
			JpegLsStreams.WORKED_STREAM.length));
		assertArrayEquals(JpegLsStreams.WORKED_SAMPLES, JpegLsStreams.decode(JpegLsStreams.WORKED_STREAM, 4, 4, 1));
	}

	@Test
	void theTestsEncoderGivesTheWorkedExampleOfTheStandard() {
		final byte[] stream = new JpegLsEncoder(4, 4, 8, JpegLsStreams.WORKED_SAMPLES).encode();
		final int entropy = 25;
		assertArrayEquals(Arrays.copyOfRange(JpegLsStreams.WORKED_STREAM, entropy, JpegLsStreams.WORKED_STREAM.length),
			Arrays.copyOfRange(stream,
			entropy, stream.length));
	}

	@ParameterizedTest(name = "{0} bits")
	@ValueSource(ints = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 })
	void decodesEveryDepthInEveryPicture(final int precision) throws CodecException {
		for (final String kind : new String[] { "noise", "smooth", "flat", "edges", "skew" })
			for (int near = 0; near <= Math.min(6, (1 << precision) / 2 - 1); near += near < 3 ? 1 : 3) {
				final JpegLsEncoder encoder = new JpegLsEncoder(61, 37, precision, JpegLsStreams.picture(kind, 61, 37, precision,
					near));
				encoder.near = near;
				check(encoder, 61, 37, kind + " of " + precision + " bits, near " + near);
			}
	}

	@ParameterizedTest(name = "{0} components, interleave {1}, near {2}, {3} bits, restart {4}")
	@CsvSource({ "2,0,0,8,0", "3,0,2,8,0", "3,0,0,12,5", "2,1,0,16,0", "3,1,0,8,3", "3,1,3,8,0", "4,1,0,10,0", "2,2,0,8,0",
		"3,2,0,8,0", "3,2,0,8,7", "3,2,3,8,0", "3,2,1,16,0", "4,2,0,12,1", "1,0,0,8,1", "1,0,2,12,4", "1,1,0,8,0",
		"6,0,0,8,0" })
	void decodesEveryInterleave(final int components, final int interleave, final int near, final int precision,
		final int restart) throws CodecException
	{
		final int[][] planes = new int[components][];
		for (final String kind : new String[] { "smooth", "flat", "edges" }) {
			for (int c = 0; c < components; c++) planes[c] = JpegLsStreams.picture(kind, 33, 21, precision, c + 1);
			final JpegLsEncoder encoder = new JpegLsEncoder(33, 21, precision, planes);
			encoder.interleave = interleave;
			encoder.near = near;
			encoder.restartLines = restart;
			check(encoder, 33, 21, kind);
		}
	}

	@ParameterizedTest(name = "MAXVAL {0}, T1 {1}, T2 {2}, T3 {3}, RESET {4}, near {5}")
	@CsvSource({ "255,3,7,21,31,0", "255,9,9,9,3,3", "200,0,0,0,64,0", "100,0,0,0,64,2", "1,0,0,0,64,0",
		"255,1,255,255,255,0",
		"130,4,5,6,100,1", "128,0,0,0,64,0", "127,0,0,0,5,0" })
	void decodesPresetParameters(final int maxval, final int t1, final int t2, final int t3, final int reset,
		final int near) throws CodecException
	{
		for (final String kind : new String[] { "noise", "smooth", "flat" }) {
			final int[] samples = Arrays.stream(JpegLsStreams.picture(kind, 40, 40, 8, 7)).map(v -> v % (maxval + 1)).toArray();
			final JpegLsEncoder encoder = new JpegLsEncoder(40, 40, 8, samples);
			encoder.maxval = maxval;
			encoder.reset = reset;
			encoder.near = near;
			if (t1 > 0) encoder.thresholds = new int[] { t1, t2, t3 };
			check(encoder, 40, 40, kind);
		}
	}

	@ParameterizedTest(name = "{0} x {1}")
	@CsvSource({ "1,1", "1,9", "9,1", "2,2", "70000,2", "2,70000" })
	void decodesEverySize(final int width, final int height) throws CodecException {
		for (final String kind : new String[] { "noise", "flat" }) {
			final JpegLsEncoder encoder = new JpegLsEncoder(width, height, 8, JpegLsStreams.picture(kind, width, height, 8, 3));
			encoder.oversize = width > 65535 || height > 65535;
			check(encoder, width, height, kind);
		}
	}

	@Test
	void readsRestartIntervalsOfThreeAndFourBytes() throws CodecException {
		for (int bytes = 2; bytes <= 4; bytes++) {
			final JpegLsEncoder encoder = new JpegLsEncoder(20, 30, 8, JpegLsStreams.picture("smooth", 20, 30, 8, 1));
			encoder.restartLines = 3;
			encoder.restartBytes = bytes;
			check(encoder, 20, 30, bytes + " bytes");
		}
	}

	@Test
	void readsTheNumberOfLinesBehindTheFirstScan() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(20, 30, 8, JpegLsStreams.picture("smooth", 20, 30, 8, 1),
			JpegLsStreams.picture("noise", 20, 30,
			8, 1));
		encoder.linesBehindScan = true;
		encoder.restartLines = 7;
		check(encoder, 20, 30, "DNL");
	}

	@Test
	void skipsApplicationDataAndComments() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(9, 9, 8, JpegLsStreams.picture("smooth", 9, 9, 8, 1));
		encoder.before = HexFormat.of().parseHex("FFE80020" + "535049464600" + "0200".repeat(12) + "FFE8000800000001FFD8" +
			"FFFFFFFE0004FFD9" + "FFE00003AAFFF800040201");
		check(encoder, 9, 9, "SPIFF, comment, fill bytes, unused mapping table");
	}

	@Test
	void acceptsAMissingEndAndPaddingBehindIt() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(50, 50, 12, JpegLsStreams.picture("noise", 50, 50, 12, 1));
		final byte[] whole = encoder.encode();
		final int[] expected = encoder.decoded[0];
		assertArrayEquals(expected, JpegLsStreams.decode(Arrays.copyOf(whole, whole.length + 7), 50, 50, 1));
		encoder.endOfImage = false;
		final byte[] open = encoder.encode();
		assertArrayEquals(expected, JpegLsStreams.decode(open, 50, 50, 1));
		assertArrayEquals(expected, JpegLsStreams.decode(Arrays.copyOf(open, open.length + 1), 50, 50, 1));
	}

	@Test
	void decodesAtAnOffsetAndTouchesNothingElse() throws CodecException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(new byte[5]);
		bytes.writeBytes(JpegLsStreams.WORKED_STREAM);
		bytes.writeBytes(new byte[] { 1, 2, 3 });
		final short[] out = new short[20];
		Arrays.fill(out, (short) -7);
		DECODER.decode(bytes.toByteArray(), 5, JpegLsStreams.WORKED_STREAM.length, 4, 4, 1, out, 2);
		for (int i = 0; i < out.length; i++) assertEquals(i < 2 || i >= 18 ? -7 : JpegLsStreams.WORKED_SAMPLES[i - 2],
			out[i]);
	}

	/** Red, green, blue from v1, v2, v3 by hand: 8 bits, half 128, a quarter 64. */
	@ParameterizedTest(name = "HP{0}")
	@CsvSource({ "1,10,200,250,82,200,66", "2,10,200,250,82,200,7", "3,10,200,250,84,218,34" })
	void undoesTheColourTransformsOfHp(final int transform, final int v1, final int v2, final int v3, final int red,
		final int green, final int blue) throws CodecException
	{
		final JpegLsEncoder encoder = new JpegLsEncoder(1, 1, 8, new int[] { v1 }, new int[] { v2 }, new int[] { v3 });
		encoder.interleave = 1;
		encoder.before = HexFormat.of().parseHex("FFE800076D7266780" + transform);
		final byte[] stream = encoder.encode();
		assertEquals(Colour.RGB, DECODER.readFormat(stream, 0, stream.length).colour());
		assertArrayEquals(new int[] { red, green, blue }, JpegLsStreams.decode(stream, 1, 1, 3));
	}

	/** Zero bytes between the last sample and the marker carry no sample, whatever the last byte of the scan. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void zeroBytesMayFillUpToTheMarker(final int fillers) throws CodecException {
		for (int size = 1; size < 40; size++) {
			final JpegLsEncoder encoder = new JpegLsEncoder(size, 5, 12, JpegLsStreams.picture("edges", size, 5, 12, size));
			final byte[] stream = encoder.encode();
			final byte[] filled = Arrays.copyOf(stream, stream.length + fillers);
			Arrays.fill(filled, stream.length - 2, filled.length - 2, (byte) 0);
			System.arraycopy(stream, stream.length - 2, filled, filled.length - 2, 2);
			assertArrayEquals(encoder.decoded[0], JpegLsStreams.decode(filled, size, 5, 1));
		}
	}

	private static void check(final JpegLsEncoder encoder, final int width, final int height, final String what)
		throws CodecException
	{
		final byte[] stream = encoder.encode();
		final int components = encoder.decoded.length;
		final int[] pixels = JpegLsStreams.decode(stream, width, height, components);
		for (int c = 0; c < components; c++) {
			final int[] plane = new int[width * height];
			for (int i = 0; i < plane.length; i++) plane[i] = pixels[i * components + c];
			assertArrayEquals(encoder.decoded[c], plane, what + ", component " + c);
			encoder.checkNear(c, what);
		}
	}
}
