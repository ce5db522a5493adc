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

import java.io.ByteArrayOutputStream;

/** Writes bits as T.87 9.1 stuffs them, and the Golomb codes of A.5.3; for {@link JpegLsEncoder}. */
final class LsBitWriter {

	private final ByteArrayOutputStream out;
	private int pending;
	private int pendingBits;
	private int pendingRoom = 8;

	LsBitWriter(final ByteArrayOutputStream out) {
		this.out = out;
	}

	void golomb(final int value, final int k, final int limit, final int qbpp) {
		final int zeros = Math.min(value >> k, limit - qbpp - 1);
		for (int i = 0; i < zeros; i++) bit(0);
		bit(1);
		if (value >> k < limit - qbpp - 1) bits(value, k);
		else bits(value - 1, qbpp);
	}

	void bits(final int value, final int count) {
		for (int i = count - 1; i >= 0; i--) bit(value >> i & 1);
	}

	void bit(final int bit) {
		pending = pending << 1 | bit;
		if (++pendingBits < pendingRoom) return;
		out.write(pending);
		pendingRoom = pending == 0xFF ? 7 : 8;
		pending = 0;
		pendingBits = 0;
	}

	void flush() {
		if (pendingRoom == 7) bit(0);
		while (pendingBits > 0) bit(0);
	}
}
