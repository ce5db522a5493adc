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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat.Colour;
import io.github.hounsfield.codec.FrameFormat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
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

	/** The image and the codestream of T.87 H.3. */
	private static final int[] WORKED_SAMPLES = { 0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145 };
	private static final byte[] WORKED_STREAM = HexFormat.of().parseHex("FFD8FFF7000B08000400040101110" +
		"0FFDA00080101000000" + "00C000006C80208E01C00000574000006EE6000001BC18000005D800009160FFD9");

	@Test
	void decodesTheWorkedExampleOfTheStandard() throws CodecException {
		assertEquals(new FrameFormat(4, 4, 1, 8, false, Colour.UNSPECIFIED), DECODER.readFormat(WORKED_STREAM, 0,
			WORKED_STREAM.length));
		assertArrayEquals(WORKED_SAMPLES, decode(WORKED_STREAM, 4, 4, 1));
	}

	@Test
	void theTestsEncoderGivesTheWorkedExampleOfTheStandard() {
		final byte[] stream = new JpegLsEncoder(4, 4, 8, WORKED_SAMPLES).encode();
		final int entropy = 25;
		assertArrayEquals(Arrays.copyOfRange(WORKED_STREAM, entropy, WORKED_STREAM.length), Arrays.copyOfRange(stream,
			entropy, stream.length));
	}

	@ParameterizedTest(name = "{0} bits")
	@ValueSource(ints = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 })
	void decodesEveryDepthInEveryPicture(final int precision) throws CodecException {
		for (final String kind : new String[] { "noise", "smooth", "flat", "edges", "skew" })
			for (int near = 0; near <= Math.min(6, (1 << precision) / 2 - 1); near += near < 3 ? 1 : 3) {
				final JpegLsEncoder encoder = new JpegLsEncoder(61, 37, precision, picture(kind, 61, 37, precision, near));
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
			for (int c = 0; c < components; c++) planes[c] = picture(kind, 33, 21, precision, c + 1);
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
			final int[] samples = Arrays.stream(picture(kind, 40, 40, 8, 7)).map(v -> v % (maxval + 1)).toArray();
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
			final JpegLsEncoder encoder = new JpegLsEncoder(width, height, 8, picture(kind, width, height, 8, 3));
			encoder.oversize = width > 65535 || height > 65535;
			check(encoder, width, height, kind);
		}
	}

	@Test
	void readsRestartIntervalsOfThreeAndFourBytes() throws CodecException {
		for (int bytes = 2; bytes <= 4; bytes++) {
			final JpegLsEncoder encoder = new JpegLsEncoder(20, 30, 8, picture("smooth", 20, 30, 8, 1));
			encoder.restartLines = 3;
			encoder.restartBytes = bytes;
			check(encoder, 20, 30, bytes + " bytes");
		}
	}

	@Test
	void readsTheNumberOfLinesBehindTheFirstScan() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(20, 30, 8, picture("smooth", 20, 30, 8, 1), picture("noise", 20, 30,
			8, 1));
		encoder.linesBehindScan = true;
		encoder.restartLines = 7;
		check(encoder, 20, 30, "DNL");
	}

	@Test
	void skipsApplicationDataAndComments() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(9, 9, 8, picture("smooth", 9, 9, 8, 1));
		encoder.before = HexFormat.of().parseHex("FFE80020" + "535049464600" + "0200".repeat(12) + "FFE8000800000001FFD8" +
			"FFFFFFFE0004FFD9" + "FFE00003AAFFF800040201");
		check(encoder, 9, 9, "SPIFF, comment, fill bytes, unused mapping table");
	}

	@Test
	void acceptsAMissingEndAndPaddingBehindIt() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(50, 50, 12, picture("noise", 50, 50, 12, 1));
		final byte[] whole = encoder.encode();
		final int[] expected = encoder.decoded[0];
		assertArrayEquals(expected, decode(Arrays.copyOf(whole, whole.length + 7), 50, 50, 1));
		encoder.endOfImage = false;
		final byte[] open = encoder.encode();
		assertArrayEquals(expected, decode(open, 50, 50, 1));
		assertArrayEquals(expected, decode(Arrays.copyOf(open, open.length + 1), 50, 50, 1));
	}

	@Test
	void decodesAtAnOffsetAndTouchesNothingElse() throws CodecException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(new byte[5]);
		bytes.writeBytes(WORKED_STREAM);
		bytes.writeBytes(new byte[] { 1, 2, 3 });
		final short[] out = new short[20];
		Arrays.fill(out, (short) -7);
		DECODER.decode(bytes.toByteArray(), 5, WORKED_STREAM.length, 4, 4, 1, out, 2);
		for (int i = 0; i < out.length; i++) assertEquals(i < 2 || i >= 18 ? -7 : WORKED_SAMPLES[i - 2], out[i]);
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
		assertArrayEquals(new int[] { red, green, blue }, decode(stream, 1, 1, 3));
	}

	/** Each row: what is wrong, the byte to change in the worked example, its new value, words of the message. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "no SOI,1,D9,no SOI", "another coding,3,C3,another JPEG coding", "17 bits,6,11,17 bits",
		"1 bit,6,01,1 bits", "no columns,10,00,frame of 0 x 4", "other columns,10,05,expected 4 x 4",
		"other rows,8,05,expected 4 x 4", "two components,11,02,frame header for 2 components",
		"subsampled,13,21,subsampled", "palette,21,01,mapping table 1", "large NEAR,22,80,at most 127",
		"sample interleave,23,02,interleave mode 2", "unknown interleave,23,03,interleave mode 3",
		"point transform,24,01,point transform 1", "long scan header,18,09,scan header for 1" })
	void refusesByName(final String what, final int index, final String value, final String message) {
		final byte[] stream = WORKED_STREAM.clone();
		stream[index] = (byte) Integer.parseInt(value, 16);
		final CodecException e = assertThrows(CodecException.class, () -> decode(stream, 4, 4, 1));
		assertTrue(e.getMessage().contains(message), e::getMessage);
	}

	@Test
	void refusesHpTransformOfOtherDepths() {
		final JpegLsEncoder encoder = new JpegLsEncoder(2, 2, 10, new int[4], new int[4], new int[4]);
		encoder.interleave = 2;
		encoder.before = HexFormat.of().parseHex("FFE800076D72667803");
		final CodecException e = assertThrows(CodecException.class, () -> decode(encoder.encode(), 2, 2, 3));
		assertTrue(e.getMessage().contains("HP3"), e::getMessage);
	}

	@Test
	void namesTheRestartMarkerThatIsMissing() {
		final JpegLsEncoder encoder = new JpegLsEncoder(20, 30, 8, picture("smooth", 20, 30, 8, 1));
		encoder.restartLines = 10;
		final byte[] stream = encoder.encode();
		for (int i = 0; i < stream.length - 1; i++) if (stream[i] == -1 && (stream[i + 1] & 0xFF) == 0xD1)
			stream[i + 1] = (byte) 0xD2;
		final CodecException e = assertThrows(CodecException.class, () -> decode(stream, 20, 30, 1));
		assertTrue(e.getMessage().contains("FFD1"), e::getMessage);
	}

	@Test
	void aScanCutAnywhereIsAnError() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(24, 24, 12, picture("edges", 24, 24, 12, 5));
		final byte[] stream = encoder.encode();
		final int entropyEnd = stream.length - 2;
		for (int length = 0; length < entropyEnd - 1; length++) {
			final byte[] cut = Arrays.copyOf(stream, length);
			assertThrows(CodecException.class, () -> decode(cut, 24, 24, 1), "cut after " + length);
		}
		assertArrayEquals(encoder.decoded[0], decode(Arrays.copyOf(stream, entropyEnd), 24, 24, 1));
	}

	@Test
	void entropyCodedDataThatGoOnAreAnError() {
		final byte[] stream = new JpegLsEncoder(24, 24, 12, picture("edges", 24, 24, 12, 5)).encode();
		final byte[] longer = Arrays.copyOf(stream, stream.length + 4);
		System.arraycopy(new byte[] { 0x12, 0x34, 0x56, 0x78, -1, (byte) 0xD9 }, 0, longer, stream.length - 2, 6);
		final CodecException e = assertThrows(CodecException.class, () -> decode(longer, 24, 24, 1));
		assertTrue(e.getMessage().contains("left after the last sample"), e::getMessage);
	}

	/** Zero bytes between the last sample and the marker carry no sample, whatever the last byte of the scan. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void zeroBytesMayFillUpToTheMarker(final int fillers) throws CodecException {
		for (int size = 1; size < 40; size++) {
			final JpegLsEncoder encoder = new JpegLsEncoder(size, 5, 12, picture("edges", size, 5, 12, size));
			final byte[] stream = encoder.encode();
			final byte[] filled = Arrays.copyOf(stream, stream.length + fillers);
			Arrays.fill(filled, stream.length - 2, filled.length - 2, (byte) 0);
			System.arraycopy(stream, stream.length - 2, filled, filled.length - 2, 2);
			assertArrayEquals(encoder.decoded[0], decode(filled, size, 5, 1));
		}
	}

	/** A scan that goes on with zeros for long was coded for more samples, or has lost its rest. */
	@Test
	void manyZeroBytesBeforeTheMarkerAreAnError() {
		final byte[] stream = new JpegLsEncoder(24, 24, 12, picture("edges", 24, 24, 12, 5)).encode();
		final byte[] filled = Arrays.copyOf(stream, stream.length + 12);
		Arrays.fill(filled, stream.length - 2, filled.length - 2, (byte) 0);
		System.arraycopy(stream, stream.length - 2, filled, filled.length - 2, 2);
		assertThrows(CodecException.class, () -> decode(filled, 24, 24, 1));
	}

	@Test
	void aMissingComponentIsAnError() {
		final JpegLsEncoder encoder = new JpegLsEncoder(5, 5, 8, new int[25], new int[25]);
		final byte[] stream = encoder.encode();
		int second = 0;
		for (int i = 0; i < stream.length - 1; i++) if (stream[i] == -1 && (stream[i + 1] & 0xFF) == 0xDA) second = i;
		final byte[] cut = Arrays.copyOf(stream, second);
		final CodecException e = assertThrows(CodecException.class, () -> decode(cut, 5, 5, 2));
		assertTrue(e.getMessage().contains("1 of 2 components missing"), e::getMessage);
	}

	private static void check(final JpegLsEncoder encoder, final int width, final int height, final String what)
		throws CodecException
	{
		final byte[] stream = encoder.encode();
		final int components = encoder.decoded.length;
		final int[] pixels = decode(stream, width, height, components);
		for (int c = 0; c < components; c++) {
			final int[] plane = new int[width * height];
			for (int i = 0; i < plane.length; i++) plane[i] = pixels[i * components + c];
			assertArrayEquals(encoder.decoded[c], plane, what + ", component " + c);
			encoder.checkNear(c, what);
		}
	}

	static int[] decode(final byte[] stream, final int width, final int height, final int components)
		throws CodecException
	{
		final short[] out = new short[width * height * components];
		DECODER.decode(stream, 0, stream.length, width, height, components, out, 0);
		final int[] samples = new int[out.length];
		for (int i = 0; i < out.length; i++) samples[i] = out[i] & 0xFFFF;
		return samples;
	}

	/** Pictures that reach every branch: escape codes, long runs, bias, wrap-around. */
	static int[] picture(final String kind, final int width, final int height, final int precision, final long seed) {
		final Random random = new Random(seed);
		final int maxval = (1 << precision) - 1;
		final int[] samples = new int[width * height];
		for (int i = 0; i < samples.length; i++) {
			final int x = i % width, y = i / width;
			samples[i] = switch (kind) {
				case "noise" -> random.nextInt(maxval + 1);
				case "smooth" -> Math.floorMod((int) (maxval * (0.5 + 0.4 * Math.sin(x / 9.0) * Math.cos(y / 7.0)) + random
					.nextGaussian() * maxval / 80), maxval + 1);
				case "flat" -> random.nextInt(200) == 0 ? random.nextInt(maxval + 1) : y / 5 % 2 * maxval;
				case "edges" -> (x / 8 + y / 6) % 3 == 0 ? maxval - random.nextInt(2) : (x * 3 + y) / 4 & maxval;
				default -> (x + y * y / 3 + (random.nextInt(5) == 0 ? 1 : 0)) * 7 & maxval;
			};
		}
		return samples;
	}
}
