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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that {@link JpegLsDecoder} refuses codestreams that are broken, cut or not supported, and names what is wrong.
 */
class JpegLsRefusalsTest {

	/** Each row: what is wrong, the byte to change in the worked example, its new value, words of the message. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "no SOI,1,D9,no SOI", "another coding,3,C3,another JPEG coding", "17 bits,6,11,17 bits",
		"1 bit,6,01,1 bits", "no columns,10,00,frame of 0 x 4", "other columns,10,05,expected 4 x 4",
		"other rows,8,05,expected 4 x 4", "two components,11,02,frame header for 2 components",
		"subsampled,13,21,subsampled", "palette,21,01,mapping table 1", "large NEAR,22,80,at most 127",
		"sample interleave,23,02,interleave mode 2", "unknown interleave,23,03,interleave mode 3",
		"point transform,24,01,point transform 1", "long scan header,18,09,scan header for 1" })
	void refusesByName(final String what, final int index, final String value, final String message) {
		final byte[] stream = JpegLsStreams.WORKED_STREAM.clone();
		stream[index] = (byte) Integer.parseInt(value, 16);
		final CodecException e = assertThrows(CodecException.class, () -> JpegLsStreams.decode(stream, 4, 4, 1));
		assertTrue(e.getMessage().contains(message), e::getMessage);
	}

	@Test
	void refusesHpTransformOfOtherDepths() {
		final JpegLsEncoder encoder = new JpegLsEncoder(2, 2, 10, new int[4], new int[4], new int[4]);
		encoder.interleave = 2;
		encoder.before = HexFormat.of().parseHex("FFE800076D72667803");
		final CodecException e = assertThrows(CodecException.class, () -> JpegLsStreams.decode(encoder.encode(), 2, 2, 3));
		assertTrue(e.getMessage().contains("HP3"), e::getMessage);
	}

	@Test
	void namesTheRestartMarkerThatIsMissing() {
		final JpegLsEncoder encoder = new JpegLsEncoder(20, 30, 8, JpegLsStreams.picture("smooth", 20, 30, 8, 1));
		encoder.restartLines = 10;
		final byte[] stream = encoder.encode();
		for (int i = 0; i < stream.length - 1; i++) if (stream[i] == -1 && (stream[i + 1] & 0xFF) == 0xD1)
			stream[i + 1] = (byte) 0xD2;
		final CodecException e = assertThrows(CodecException.class, () -> JpegLsStreams.decode(stream, 20, 30, 1));
		assertTrue(e.getMessage().contains("FFD1"), e::getMessage);
	}

	@Test
	void aScanCutAnywhereIsAnError() throws CodecException {
		final JpegLsEncoder encoder = new JpegLsEncoder(24, 24, 12, JpegLsStreams.picture("edges", 24, 24, 12, 5));
		final byte[] stream = encoder.encode();
		final int entropyEnd = stream.length - 2;
		for (int length = 0; length < entropyEnd - 1; length++) {
			final byte[] cut = Arrays.copyOf(stream, length);
			assertThrows(CodecException.class, () -> JpegLsStreams.decode(cut, 24, 24, 1), "cut after " + length);
		}
		assertArrayEquals(encoder.decoded[0], JpegLsStreams.decode(Arrays.copyOf(stream, entropyEnd), 24, 24, 1));
	}

	@Test
	void entropyCodedDataThatGoOnAreAnError() {
		final byte[] stream = new JpegLsEncoder(24, 24, 12, JpegLsStreams.picture("edges", 24, 24, 12, 5)).encode();
		final byte[] longer = Arrays.copyOf(stream, stream.length + 4);
		System.arraycopy(new byte[] { 0x12, 0x34, 0x56, 0x78, -1, (byte) 0xD9 }, 0, longer, stream.length - 2, 6);
		final CodecException e = assertThrows(CodecException.class, () -> JpegLsStreams.decode(longer, 24, 24, 1));
		assertTrue(e.getMessage().contains("left after the last sample"), e::getMessage);
	}

	/** A scan that goes on with zeros for long was coded for more samples, or has lost its rest. */
	@Test
	void manyZeroBytesBeforeTheMarkerAreAnError() {
		final byte[] stream = new JpegLsEncoder(24, 24, 12, JpegLsStreams.picture("edges", 24, 24, 12, 5)).encode();
		final byte[] filled = Arrays.copyOf(stream, stream.length + 12);
		Arrays.fill(filled, stream.length - 2, filled.length - 2, (byte) 0);
		System.arraycopy(stream, stream.length - 2, filled, filled.length - 2, 2);
		assertThrows(CodecException.class, () -> JpegLsStreams.decode(filled, 24, 24, 1));
	}

	@Test
	void aMissingComponentIsAnError() {
		final JpegLsEncoder encoder = new JpegLsEncoder(5, 5, 8, new int[25], new int[25]);
		final byte[] stream = encoder.encode();
		int second = 0;
		for (int i = 0; i < stream.length - 1; i++) if (stream[i] == -1 && (stream[i + 1] & 0xFF) == 0xDA) second = i;
		final byte[] cut = Arrays.copyOf(stream, second);
		final CodecException e = assertThrows(CodecException.class, () -> JpegLsStreams.decode(cut, 5, 5, 2));
		assertTrue(e.getMessage().contains("1 of 2 components missing"), e::getMessage);
	}
}
