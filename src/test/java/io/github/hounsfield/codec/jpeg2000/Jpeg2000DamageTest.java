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

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.DamagedStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets and code-blocks of JPEG 2000 and HTJ2K that end early, in zeros or for want of a byte, are told. */
class Jpeg2000DamageTest {

	static List<TestStream> all() {
		return TestStream.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void zerosForTheRestAreTold(final TestStream stream) throws CodecException {
		new DamagedStream(new Jpeg2000Decoder(), stream.bytes()).zerosToTheEndAreTold(stream.name(), behindFirstHeader(stream
			.bytes()));
	}

	/** Packet headers that stand apart stay whole: the code-blocks alone have to tell. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void zerosInCodeBlocksAreTold(final boolean inMainHeader) throws CodecException {
		final byte[] packed = new HeaderPacker(TestStream.named("tileParts").bytes()).pack(inMainHeader);
		new DamagedStream(new Jpeg2000Decoder(), packed).zerosToTheEndAreTold("packed headers", behindFirstHeader(packed));
	}

	/** What is lost shifts all packets behind it, and the end marker. */
	@Test
	void aLostByteIsTold() throws CodecException {
		for (final TestStream stream : TestStream.all()) {
			final double silent = new DamagedStream(new Jpeg2000Decoder(), stream.bytes()).percentOfLostBytesNotTold(
				behindFirstHeader(stream.bytes()));
			assertTrue(silent == 0, stream.name() + ": " + silent + " % of lost bytes not told");
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void aLostEndMarkerDoesNoHarm(final TestStream stream) throws CodecException {
		new DamagedStream(new Jpeg2000Decoder(), stream.bytes()).isReadWithoutItsEndMarker();
	}

	/** Behind SOD of the first tile-part. */
	private static int behindFirstHeader(final byte[] data) {
		for (int i = 0;; i++)
			if (data[i] == (byte) 0xFF && data[i + 1] == (byte) 0x93) return i + 2;
	}
}
