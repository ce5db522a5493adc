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
package io.github.hounsfield.codec.rle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that RLE frames decode to known samples, and that broken segments are refused by their place. Also tests
 * {@code ShortRuns} and {@code ByteRuns}.
 */
class RleDecoderTest {

	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 20_000);

	/** The published example of PackBits, 24 bytes from 15 (Apple technical note TN1023). */
	private static final String PACKED = "FEAA0280002AFDAA0380002A22F7AA";
	private static final String UNPACKED = "AAAAAA80002AAAAAAAAA80002A22AAAAAAAAAAAAAAAAAAAA";

	@Test
	void decodesThePublishedExampleOfPackBits() throws CodecException {
		assertArrayEquals(hex(UNPACKED), bytes(RleEncoder.frame(List.of(hex(PACKED))), 24, 1, 1, 1));
	}

	/** Header by hand: three segments at 64, 68, 70 (PS3.5 G.5); a 2 x 2 picture. */
	@Test
	void putsPlanesOfColourPixelByPixel() throws CodecException {
		final byte[] frame = hex("03000000" + "40000000" + "44000000" + "46000000" + "00000000".repeat(12) +
			"FE01" + "0002" + "FD07" + "030A0B0C0D00");
		assertArrayEquals(hex("01070A" + "01070B" + "01070C" + "02070D"), bytes(frame, 2, 2, 3, 1));
	}

	/** Two segments, high bytes first (PS3.5 G.2): 0x0102, 0x0103, 0xFF04. */
	@Test
	void putsTheMostSignificantPlaneFirst() throws CodecException {
		final byte[] frame = RleEncoder.frame(List.of(hex("FF0100FF"), hex("02020304")));
		assertArrayEquals(hex("02010301" + "04FF"), bytes(frame, 3, 1, 1, 2));
		final short[] samples = { 77, -1, -1, -1, 77 };
		RleDecoder.decodeShorts(frame, 0, frame.length, 3, 1, 1, samples, 1);
		assertArrayEquals(new short[] { 77, 0x0102, 0x0103, (short) 0xFF04, 77 }, samples);
	}

	@ParameterizedTest(name = "{0} x {1}, {2} components of {3} bytes")
	@CsvSource({ "1,1,1,1", "300,7,1,1", "64,33,1,2", "20,20,3,1", "20,20,3,2", "9,9,1,4", "5,5,3,4", "5,5,1,8",
		"4,4,15,1",
		"4,4,7,2" })
	void decodesWhatWasEncoded(final int width, final int height, final int components, final int bytesPerSample)
		throws CodecException
	{
		final byte[] samples = picture(width * height * components * bytesPerSample);
		final byte[] frame = RleEncoder.encode(samples, width, components, bytesPerSample);
		assertArrayEquals(samples, bytes(frame, width, height, components, bytesPerSample));
		if (bytesPerSample != 2) return;
		final short[] out = new short[width * height * components];
		RleDecoder.decodeShorts(frame, 0, frame.length, width, height, components, out, 0);
		for (int i = 0; i < out.length; i++)
			assertEquals((short) (samples[2 * i] & 0xFF | samples[2 * i + 1] << 8), out[i]);
	}

	@Test
	void runsMayCrossRows() throws CodecException {
		final byte[] plane = new byte[100];
		Arrays.fill(plane, 30, 60, (byte) 9);
		assertArrayEquals(plane, bytes(RleEncoder.frame(List.of(RleEncoder.segment(plane, 0))), 10, 10, 1, 1));
	}

	@Test
	void acceptsPaddingAndNoOperation() throws CodecException {
		final byte[] padded = RleEncoder.frame(List.of(hex("80FF01800102038000"), hex("030102030400000000")));
		assertArrayEquals(hex("0101" + "0102" + "0203" + "0304"), bytes(padded, 4, 1, 2, 1));
	}

	/** Word, even-length and sector padding as encoders leave it; 20H would be a run of 33 bytes. */
	@ParameterizedTest
	@ValueSource(strings = { "20", "20202020", "01FF", "010203" })
	void acceptsPaddingOfAnyValue(final String padding) throws CodecException {
		for (final int times : padding.matches("(20)+") ? new int[] { 1, 200 } : new int[] { 1 }) {
			final String pad = padding.repeat(times);
			final byte[] padded = RleEncoder.frame(List.of(hex("FF01" + "010203" + pad), hex("0301020304" + pad)));
			assertArrayEquals(hex("0101" + "0102" + "0203" + "0304"), bytes(padded, 4, 1, 2, 1));
			final short[] samples = new short[4];
			RleDecoder.decodeShorts(padded, 0, padded.length, 4, 1, 1, samples, 0);
			assertArrayEquals(new short[] { 0x0101, 0x0102, 0x0203, 0x0304 }, samples);
		}
	}

	/** What is wrong, the two segments, the words and the byte of the message. The frame is 4 x 1, two components. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "first ends early,FE01,FD07,segment 1 of 2 ends after 3 of 4,byte 66", //
		"literal cut,0301020304,0301,segment 2 of 2 ends after 0 of 4,byte 71", //
		"replicate without value,FD01,FD,segment 2 of 2 ends after 0 of 4,byte 67", //
		"run too long,FD01,FC01,segment 2 of 2 has a run of 5 bytes but 4,byte 66", //
		"literal too long,040102030405,FD01,segment 1 of 2 has a run of 5 bytes but 4,byte 64", //
		"more runs,FD01FE02FE03,FD01,segment 1 of 2 holds 4 more bytes,byte 66" })
	void namesSegmentAndByte(final String what, final String first, final String second, final String message,
		final String position)
	{
		final byte[] frame = RleEncoder.frame(List.of(hex(first), hex(second)));
		for (final Decode decode : List.<Decode> of(() -> bytes(frame, 4, 1, 2, 1), () -> bytes(frame, 4, 1, 1, 2),
			() -> RleDecoder.decodeShorts(frame, 0, frame.length, 4, 1, 1, new short[4], 0)))
		{
			final CodecException e = assertThrows(CodecException.class, decode::run);
			assertTrue(e.getMessage().replace(", but", " but").contains(message), e::getMessage);
			assertTrue(e.getMessage().contains(position + " "), e::getMessage);
		}
	}

	/** What is wrong, the first three numbers of the header, words of the message. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "too many segments,03000000,40000000,42000000,names 3 segments", //
		"no segments,00000000,40000000,42000000,names 0 segments", //
		"negative count,FFFFFFFF,40000000,42000000,names 4294967295 segments", //
		"inside the header,02000000,3E000000,42000000,segment 1 of 2 begins at byte 62", //
		"wrong order,02000000,42000000,40000000,segment 2 of 2 begins at byte 64", //
		"same place,02000000,40000000,40000000,segment 2 of 2 begins at byte 64", //
		"beyond the end,02000000,40000000,44000000,segment 2 of 2 begins at byte 68", //
		"far beyond,02000000,40000000,FFFFFFFF,segment 2 of 2 begins at byte 4294967295" })
	void refusesABrokenHeader(final String what, final String count, final String first, final String second,
		final String message)
	{
		final byte[] frame = hex(count + first + second + "00".repeat(52) + "FD01" + "FD02");
		final CodecException e = assertThrows(CodecException.class, () -> bytes(frame, 4, 1, 2, 1));
		assertTrue(e.getMessage().contains(message), e::getMessage);
	}

	@Test
	void refusesMoreSegmentsThanAHeaderHolds() {
		assertThrows(CodecException.class, () -> bytes(new byte[100], 1, 1, 16, 1));
	}

	@Test
	void aFrameCutAnywhereIsAnError() {
		final byte[] samples = picture(17 * 11 * 2);
		final byte[] frame = RleEncoder.encode(samples, 17, 1, 2);
		final int needed = frame[frame.length - 1] == 0 ? frame.length - 1 : frame.length;
		for (int length = 0; length < needed; length++) {
			final byte[] cut = Arrays.copyOf(frame, length);
			assertThrows(CodecException.class, () -> bytes(cut, 17, 11, 1, 2));
		}
	}

	/** A segment of zeros is of literal runs of one byte, twice as long as what it stands for. */
	@Test
	void zerosForTheRestAreAnError() {
		final byte[] frame = RleEncoder.encode(picture(47 * 31), 47, 1, 1);
		for (int at = 64; at < frame.length - 8; at++) {
			final byte[] zeros = frame.clone();
			Arrays.fill(zeros, at, zeros.length, (byte) 0);
			assertThrows(CodecException.class, () -> bytes(zeros, 47, 31, 1, 1), "zeros from byte " + at);
		}
	}

	@Test
	void survivesRandomChanges() {
		final int[] broken = new int[1];
		assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
			final Random random = new Random(35);
			final byte[] frame = RleEncoder.encode(picture(17 * 11 * 6), 17, 3, 2);
			for (int i = 0; i < MUTATIONS; i++) {
				final byte[] changed = Arrays.copyOf(frame, frame.length - random.nextInt(3));
				for (int n = 1 + random.nextInt(3); n > 0; n--)
					changed[random.nextInt(i % 3 == 0 ? 30 : changed.length)] = (byte) random.nextInt(256);
				try {
					bytes(changed, 17, 11, 3, 2);
					RleDecoder.decodeShorts(changed, 0, changed.length, 17, 11, 3, new short[17 * 11 * 3], 0);
				}
				catch (final CodecException e) {
					broken[0]++;
				}
			}
		});
		System.out.println("RLE fuzz: " + MUTATIONS + " changed codestreams, " + broken[0] + " refused");
		assertTrue(broken[0] > MUTATIONS / 10, broken[0] + " refused");
	}

	@FunctionalInterface
	private interface Decode {

		void run() throws CodecException;
	}

	private static byte[] hex(final String digits) {
		return HexFormat.of().parseHex(digits);
	}

	private static byte[] picture(final int length) {
		final Random random = new Random(length);
		final byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) bytes[i] = (byte) (i / 150 % 2 == 0 ? random.nextInt(256) : random.nextInt(9) / 8);
		return bytes;
	}

	private static byte[] bytes(final byte[] frame, final int width, final int height, final int components,
		final int bytesPerSample) throws CodecException
	{
		final byte[] out = new byte[width * height * components * bytesPerSample + 2];
		RleDecoder.decode(frame, 0, frame.length, width, height, components, bytesPerSample, out, 1);
		assertEquals(0, out[0] | out[out.length - 1]);
		return Arrays.copyOfRange(out, 1, out.length - 1);
	}
}
