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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MqDecoderTest {

	/** The test sequence of ITU-T T.88 (H.2), which defines the same coder: one context, 256 bits. */
	@Test
	void decodesTheTestSequenceOfT88() {
		final byte[] coded = HexFormat.of().parseHex("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADFFFAC");
		final MqDecoder mq = new MqDecoder(1);
		mq.resetStates(0);
		assertDecodes(mq, coded, false);
		mq.resetStates(0);
		assertDecodes(mq, coded, true);
	}

	private static void assertDecodes(final MqDecoder mq, final byte[] coded, final boolean probable) {
		long register = mq.start(coded, 0, coded.length);
		final byte[] decoded = new byte[32];
		for (int i = 0; i < 256; i++) {
			register = probable ? mq.decodeProbable(0, register) : mq.decode(0, register);
			decoded[i / 8] |= (byte) (register >>> 63 << 7 - i % 8);
			register &= MqDecoder.REGISTER;
		}
		assertEquals("00020051000000c0035287 2aaaaaaaaa82c02000fcd79ef6bf7fed904f46a3bf".replace(" ", ""), HexFormat.of()
			.formatHex(decoded));
	}

	/** In damaged data C may be larger than A, after a byte of 0x80 to 0x8F behind a byte 0xFF. */
	@Test
	void anyBytesDecodeAsInTheFlowcharts() {
		final Random random = new Random(12);
		for (int round = 0; round < 20_000; round++) {
			final byte[] coded = new byte[random.nextInt(12)];
			random.nextBytes(coded);
			for (int i = 0; i < coded.length; i++)
				if (random.nextInt(3) == 0) coded[i] = (byte) (random.nextBoolean() ? 0xFF : 0x80 + random.nextInt(20));
			final MqDecoder mq = new MqDecoder(3);
			mq.resetStates(0);
			mq.setState(1, ContextTables.RUN_LENGTH_ROW);
			mq.setState(2, ContextTables.UNIFORM_ROW);
			final MqFlowcharts due = new MqFlowcharts(coded, 0, ContextTables.RUN_LENGTH_ROW, ContextTables.UNIFORM_ROW);
			long register = mq.start(coded, 0, coded.length);
			for (int i = 0; i < 8 * coded.length + 32; i++) {
				final int context = random.nextInt(3);
				register = random.nextBoolean() ? mq.decode(context, register) : mq.decodeProbable(context, register);
				final int symbol = i;
				assertEquals(due.decode(context), register >>> 63, () -> HexFormat.of().formatHex(coded) + " symbol " + symbol);
				register &= MqDecoder.REGISTER;
			}
		}
	}
}
