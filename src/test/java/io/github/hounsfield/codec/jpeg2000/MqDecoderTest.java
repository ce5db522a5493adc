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
}
