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
package io.github.hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat.Colour;
import io.github.hounsfield.codec.FrameFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that codestreams of JPEG 2000 and HTJ2K decode to known samples, with every option that is supported. Also
 * tests {@code Codestream}, {@code CodingParameters}, {@code CodingStyle}, {@code ImageSize}, {@code TileDecoder},
 * {@code TileParts}, {@code TileComponent}, {@code Resolution}, {@code Precinct}, {@code CodeBlock}, {@code TagTree},
 * {@code PacketReader}, {@code PacketBits}, {@code PacketOrder}, {@code PackedHeaders}, {@code CoefficientReader},
 * {@code Coefficients}, {@code BlockDecoder}, {@code BlockState}, {@code BypassDecoder}, {@code ContextTables},
 * {@code HtBlockDecoder}, {@code HtQuadReader}, {@code HtRefinement}, {@code HtBits}, {@code MelDecoder},
 * {@code InverseWavelet53}, {@code InverseWavelet97}, {@code SampleWriter} and {@code Boxes}.
 */
class Jpeg2000DecoderTest {

	private static final int SIZ_BITS = 42;

	private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

	static Stream<TestStream> streams() {
		return TestStream.all().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("streams")
	void decodesWhatOtherEncodersMade(final TestStream stream) throws CodecException {
		final byte[] bytes = stream.bytes();
		final FrameFormat format = decoder.readFormat(bytes, 0, bytes.length);
		assertEquals(List.of(stream.width(), stream.height(), stream.components(), stream.precision(), stream.signed()),
			List.of(format.width(), format.height(), format.components(), format.precision(), format.signed()));
		final short[] samples = decode(stream, bytes);
		final boolean subsampled = stream.name().equals("subsampled");
		for (int i = 0; i < samples.length; i++) {
			final int c = i % stream.components();
			final int x = i / stream.components() % stream.width();
			final int y = i / stream.components() / stream.width();
			final int expected = subsampled ? stream.expected(c == 0 ? x : x & ~1, c == 1 ? y & ~1 : y, c) : stream.expected(
				x, y, c);
			final int actual = stream.signed() ? samples[i] : samples[i] & 0xFFFF;
			assertEquals(expected, actual, stream.maxError(), x + "," + y + " of component " + c);
		}
	}

	@ParameterizedTest
	@CsvSource({ "LRCP, RGB", "ict, RGB", "htRgb, RGB", "subsampled, UNSPECIFIED", "plain, UNSPECIFIED" })
	void tellsWhetherItsOwnColourTransformWasUndone(final String name, final Colour colour) throws CodecException {
		final byte[] bytes = TestStream.named(name).bytes();
		assertEquals(colour, decoder.readFormat(bytes, 0, bytes.length).colour());
	}

	@Test
	void readsFromAndWritesToTheMiddleOfArrays() throws CodecException {
		final TestStream stream = TestStream.named("plain");
		final byte[] bytes = stream.bytes();
		final byte[] padded = new byte[bytes.length + 20];
		Arrays.fill(padded, (byte) 0xAA);
		System.arraycopy(bytes, 0, padded, 7, bytes.length);
		final short[] out = new short[stream.samples() + 5];
		decoder.decode(padded, 7, bytes.length, stream.width(), stream.height(), 1, out, 3);
		assertArrayEquals(decode(stream, bytes), Arrays.copyOfRange(out, 3, 3 + stream.samples()));
		assertEquals(0, out[2] | out[3 + stream.samples()]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "LRCP", "tileParts", "htReversible", "jp2" })
	void acceptsAMissingEndMarkerAndBytesBehindTheEnd(final String name) throws CodecException {
		final TestStream stream = TestStream.named(name);
		final byte[] bytes = stream.bytes();
		final short[] whole = decode(stream, bytes);
		assertArrayEquals(whole, decode(stream, Arrays.copyOf(bytes, bytes.length - 2)));
		assertArrayEquals(whole, decode(stream, Arrays.copyOf(bytes, bytes.length + 11)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("streams")
	void refusesAStreamCutAtAnyByte(final TestStream stream) {
		final byte[] bytes = stream.bytes();
		for (int length = 0; length < bytes.length - 2; length++) {
			final byte[] cut = Arrays.copyOf(bytes, length);
			assertThrows(CodecException.class, () -> decode(stream, cut), "after " + length + " bytes");
		}
	}

	@Test
	void refusesAnotherSize() {
		final TestStream stream = TestStream.named("plain");
		final byte[] bytes = stream.bytes();
		final short[] out = new short[10000];
		for (final int[] size : new int[][] { { 24, 19, 1 }, { 23, 18, 1 }, { 23, 19, 3 } }) {
			final CodecException e = assertThrows(CodecException.class, () -> decoder.decode(bytes, 0, bytes.length, size[0],
				size[1], size[2], out, 0));
			assertEquals("the codestream has 23 x 19 x 1 samples; expected " + size[0] + " x " + size[1] + " x " + size[2],
				e.getMessage());
		}
	}

	@ParameterizedTest
	@CsvSource({ "plain, 42, 16, samples of 17 bits", "plain, 43, 2, subsampled first component",
		"LRCP, 45, 8, different precision", "htReversible, 67, 192, mixes HT and Part 1", "plain, 22, 1, SIZ" })
	void refusesByNameWhatItDoesNotSupport(final String name, final int at, final int value, final String message) {
		final byte[] bytes = TestStream.named(name).bytes();
		bytes[at] = (byte) value;
		final CodecException e = assertThrows(CodecException.class, () -> decoder.decode(bytes, 0, bytes.length, 23, 19,
			bytes[SIZ_BITS - 1], new short[10000], 0));
		assertTrue(e.getMessage().contains(message), e.getMessage());
	}

	/** Tiles, layers and precincts that the bytes cannot hold are refused before anything is allocated for them. */
	@Test
	void refusesPromisesThatTheBytesCannotKeep() {
		final byte[] tiles = TestStream.named("plain").bytes();
		tiles[27] = 1;
		tiles[31] = 1;
		assertRefused(tiles, "tiles in");
		final byte[] layers = TestStream.named("plain").bytes();
		layers[51] = (byte) 0xFF;
		assertRefused(layers, "packets");
	}

	private void assertRefused(final byte[] bytes, final String message) {
		final CodecException e = assertThrows(CodecException.class, () -> decode(TestStream.named("plain"), bytes));
		assertTrue(e.getMessage().contains(message), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsPacketHeadersThatStandApart(final boolean inMainHeader) throws CodecException {
		final TestStream stream = TestStream.named("tileParts");
		final byte[] packed = new HeaderPacker(stream.bytes()).pack(inMainHeader);
		assertArrayEquals(decode(stream, stream.bytes()), decode(stream, packed));
	}

	@Test
	void mayBeUsedByManyThreads() {
		final List<TestStream> streams = TestStream.all();
		final boolean same = IntStream.range(0, 400).parallel().allMatch(i -> {
			final TestStream stream = streams.get(i % streams.size());
			try {
				final short[] shared = decode(stream, stream.bytes());
				final short[] own = new short[stream.samples()];
				new Jpeg2000Decoder().decode(stream.bytes(), 0, stream.bytes().length, stream.width(), stream.height(), stream
					.components(), own, 0);
				return Arrays.equals(shared, own);
			}
			catch (final CodecException e) {
				throw new AssertionError(stream.name(), e);
			}
		});
		assertTrue(same);
	}

	private short[] decode(final TestStream stream, final byte[] bytes) throws CodecException {
		final short[] out = new short[stream.samples()];
		decoder.decode(bytes, 0, bytes.length, stream.width(), stream.height(), stream.components(), out, 0);
		return out;
	}
}
