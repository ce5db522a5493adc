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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat.Colour;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marker segments in their variants (T.81, annex B), around one lossless frame of 2 x 2 samples written by hand. Also
 * tests {@code JpegDecoder}, {@code Codestream}, {@code Tables}, {@code FrameHeader}, {@code ScanHeader} and
 * {@code ByteCursor}.
 */
class JpegMarkerTest {

	private static final String SOI = "FFD8";
	private static final String SOF = "FFC3000B080002000201011100";
	/** Codes 00, 01, 10 for the categories 0, 1, 2. */
	private static final String DHT = "FFC4001600" + "00030000000000000000000000000000" + "000102";
	private static final String SOS = "FFDA0008010100010000";
	private static final short[] SAMPLES = { 130, 129, 131, 128 };

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
		"as it should be                   | FFD8 {SOF} {DHT} {SOS} A4E3 FFD9",
		"data behind the end               | FFD8 {SOF} {DHT} {SOS} A4E3 FFD9 00FFD8FFFFD9123456789ABCDEF012345678",
		"a padding byte behind the end     | FFD8 {SOF} {DHT} {SOS} A4E3 FFD9 FF",
		"no end marker                     | FFD8 {SOF} {DHT} {SOS} A4E3",
		"no end marker, padded             | FFD8 {SOF} {DHT} {SOS} A4E3 000000000000000000000000000000000000000000",
		"half an end marker                | FFD8 {SOF} {DHT} {SOS} A4E3 FF",
		"fill bytes before markers         | FFFFD8 FFFF {SOF} FF {DHT} FFFFFF {SOS} A4E3 FFFFFFFFFF FFD9",
		"comments and application data     | FFD8 FFFE00041234 FFE10003FF {SOF} FFEF0002 {DHT} FFFE0003FF {SOS} A4E3 FFD9",
		"tables before the frame           | FFD8 {DHT} {SOF} {SOS} A4E3 FFD9",
		"height in a DNL segment           | FFD8 FFC3000B080000000201011100 {DHT} {SOS} A4E3 FFDC00040002 FFD9",
		"height in the header and in DNL   | FFD8 {SOF} {DHT} {SOS} A4E3 FFDC00040002 FFD9",
		"a restart interval never reached  | FFD8 FFDD00040004 {SOF} {DHT} {SOS} A4E3 FFD9",
		"a restart marker too many         | FFD8 {SOF} {DHT} {SOS} A4E3 FFD0 FFD9",
		"a word of ones behind the bits    | FFD8 {SOF} {DHT} {SOS} A4E3 FF00FF00FF00FF00 FFD9",
		"a word of zeros behind the bits   | FFD8 {SOF} {DHT} {SOS} A4E3 00000000 FFD9",
		// Second row anew from 128: 3 and then -3, 10 11, 10 00.
		"a restart between the rows        | FFD8 FFDD00040002 {SOF} {DHT} {SOS} A5 FFD0 B8 FFD9",
		"fill bytes before a restart       | FFD8 FFDD00040002 {SOF} {DHT} {SOS} A5 FFFFFFD0 B8 FFD9",
		"sampling factors of one component | FFD8 FFC3000B080002000201012200 {DHT} {SOS} A4E3 FFD9" })
	void accepts(final String what, final String stream) throws CodecException {
		assertArrayEquals(SAMPLES, decode(bytes(stream)), what);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', value = {
		"no JPEG          | 504B0304",
		"JPEG 2000        | FF4FFF51",
		"0 bytes          | ''",
		"JPEG-LS          | FFD8 FFF7000B080002000201011100 {SOS} A4E3 FFD9",
		"arithmetic       | FFD8 FFC9000B080002000201011100",
		"arithmetic       | FFD8 FFCB000B080002000201011100",
		"arithmetic       | FFD8 {SOF} FFCC00040010 {DHT} {SOS} A4E3 FFD9",
		"hierarchical     | FFD8 FFC5000B080002000201011100",
		"before its first | FFD8 FFD9",
		"before its first | FFD8 {SOF} {DHT}",
		"before the frame | FFD8 {DHT} {SOS} A4E3 FFD9",
		"second frame     | FFD8 {SOF} {SOF} {DHT} {SOS} A4E3 FFD9",
		"second start     | FFD8 FFD8 {SOF} {DHT} {SOS} A4E3 FFD9",
		"not defined      | FFD8 {SOF} {SOS} A4E3 FFD9",
		"component 2      | FFD8 {SOF} {DHT} FFDA0008010200010000 A4E3 FFD9",
		"a scan of 0      | FFD8 {SOF} {DHT} FFDA000600010000 A4E3 FFD9",
		"precision 1      | FFD8 FFC3000B010002000201011100 {DHT} {SOS} A4E3 FFD9",
		"precision 17     | FFD8 FFC3000B110002000201011100 {DHT} {SOS} A4E3 FFD9",
		"precision 16     | FFD8 FFC1000B100002000201011100 {DHT} {SOS} A4E3 FFD9",
		"0 columns        | FFD8 FFC3000B080002000001011100 {DHT} {SOS} A4E3 FFD9",
		"sampling         | FFD8 FFC3000B080002000201010100 {DHT} {SOS} A4E3 FFD9",
		"sampling         | FFD8 FFC3000B080002000201015100 {DHT} {SOS} A4E3 FFD9",
		"not whole        | FFD8 FFC3000E080002000202013100022100 {DHT} {SOS} A4E3 FFD9",
		"identifier 1     | FFD8 FFC3000E080002000202011100011100 {DHT} {SOS} A4E3 FFD9",
		"too short        | FFD8 FFC3000B080002000203011100 {DHT} {SOS} A4E3 FFD9",
		"no DNL           | FFD8 FFC3000B080000000201011100 {DHT} {SOS} A4E3 FFD9",
		"0 lines          | FFD8 FFC3000B080000000201011100 {DHT} {SOS} A4E3 FFDC00040000 FFD9",
		"says it has 4096 | FFD8 {SOF} FFC4100000",
		"more codes       | FFD8 {SOF} FFC4001600 03000000000000000000000000000000 000102 {SOS} A4E3 FFD9",
		"a Huffman table  | FFD8 {SOF} FFC4001500 00030000000000000000000000000000 0001 {SOS} A4E3 FFD9",
		"category 17      | FFD8 {SOF} FFC4001600 00030000000000000000000000000000 000111 {SOS} A4E3 FFD9",
		"no code          | FFD8 {SOF} {DHT} {SOS} FBFFFFFFFFFF00 FFD9",
		"end inside       | FFD8 {SOF} {DHT} {SOS} A4 FFD9",
		"end inside       | FFD8 {SOF} {DHT} {SOS} FFD9",
		"left over        | FFD8 {SOF} {DHT} {SOS} A4E3 123456781234567812345678 FFD9",
		"left over        | FFD8 {SOF} {DHT} {SOS} A4E3 FFD0 123456781234567812345678 FFD9",
		"left over        | FFD8 {SOF} {DHT} {SOS} A4E3 1234 FFD9",
		"left over        | FFD8 {SOF} {DHT} {SOS} A4E3 00 12",
		"left over        | FFD8 {SOF} {DHT} {SOS} A4E3 00000000000000000000000000000000" +
			"0000000000000000000000000000000000000000000000000000000000000000",
		"a scan behind    | FFD8 {SOF} {DHT} {SOS} A4E3 {SOS} A4E3 FFD9",
		"FFD0 is expected | FFD8 FFDD00040002 {SOF} {DHT} {SOS} A5 FFD9",
		"left over        | FFD8 FFDD00040002 {SOF} {DHT} {SOS} A5B8 FFD9",
		"FFD1 found       | FFD8 FFDD00040002 {SOF} {DHT} {SOS} A5 FFD1 B8 FFD9",
		"2 x 3 pixels     | FFD8 FFC3000B080003000201011100 {DHT} {SOS} A4E3 FFD9" })
	void refusesWithAReason(final String reason, final String stream) {
		final CodecException e = assertThrows(CodecException.class, () -> decode(bytes(stream)));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource({
		"'', 010203, UNSPECIFIED",
		"'', 524742, RGB",
		"FFE000104A46494600010100000100010000, 010203, YCBCR",
		"FFEE000E41646F626500640000000000, 010203, RGB",
		"FFEE000E41646F626500640000000001, 010203, YCBCR",
		"FFEE000E41646F626500640000000001, 524742, YCBCR",
		"FFEE000E41646F626500640000000002, 010203, UNSPECIFIED",
		"FFE000104A46494600010100000100010000 FFEE000E41646F626500640000000000, 010203, YCBCR",
		"FFE000104A46584600010100000100010000, 010203, UNSPECIFIED" })
	void tellsTheColour(final String segments, final String identifiers, final Colour expected) throws CodecException {
		final String frame = "FFC30011080001000103" + identifiers.replaceAll("(..)", "$11100");
		final byte[] data = bytes("FFD8" + segments + frame + "FFDA0008010100010000");
		assertEquals(expected, new JpegDecoder().readFormat(data, 0, data.length).colour());
	}

	@Test
	void keepsToItsPartOfTheArrays() throws CodecException {
		final byte[] stream = bytes("{SOI} {SOF} {DHT} {SOS} A4E3 FFD9");
		final byte[] data = new byte[stream.length + 20];
		Arrays.fill(data, (byte) 0xA5);
		System.arraycopy(stream, 0, data, 7, stream.length);
		final byte[] before = data.clone();
		final short[] out = { 7, 7, 7, 7, 7, 7, 7, 7 };
		new JpegDecoder().decode(data, 7, stream.length, 2, 2, 1, out, 3);
		assertArrayEquals(new short[] { 7, 7, 7, 130, 129, 131, 128, 7 }, out);
		assertArrayEquals(before, data);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "FFC0", "FFC1", "FFC2", "FFC3" })
	void allocatesNothingForAFrameThatIsNotExpected(final String startOfFrame) {
		final byte[] data = bytes("{SOI}" + startOfFrame + "0011 08 FFFF FFFF 03 011100 021100 031100 {DHT} {SOS} A4E3");
		final CodecException e = assertThrows(CodecException.class, () -> new JpegDecoder().decode(data, 0, data.length, 2,
			2, 1, new short[4], 0));
		assertTrue(e.getMessage().contains("65535 x 65535 pixels of 3 samples; expected 2 x 2 of 1"), e.getMessage());
	}

	@Test
	void refusesArraysThatAreTooSmall() {
		final byte[] data = bytes("{SOI} {SOF} {DHT} {SOS} A4E3 FFD9");
		final JpegDecoder decoder = new JpegDecoder();
		assertThrows(IllegalArgumentException.class, () -> decoder.decode(data, 0, data.length, 2, 2, 1, new short[3], 0));
		assertThrows(IllegalArgumentException.class, () -> decoder.decode(data, 0, data.length, 65535, 65535, 3,
			new short[4], 0));
		assertThrows(IndexOutOfBoundsException.class, () -> decoder.readFormat(data, 1, data.length));
	}

	private static byte[] bytes(final String stream) {
		return HexFormat.of().parseHex(stream.replace("{SOI}", SOI).replace("{SOF}", SOF).replace("{DHT}", DHT)
			.replace("{SOS}", SOS).replace(" ", ""));
	}

	private static short[] decode(final byte[] data) throws CodecException {
		final short[] out = new short[4];
		new JpegDecoder().decode(data, 0, data.length, 2, 2, 1, out, 0);
		return out;
	}
}
