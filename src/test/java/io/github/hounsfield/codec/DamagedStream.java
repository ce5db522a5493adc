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
package io.github.hounsfield.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** What tests of every coding do to a codestream, and what must become of it: an error, or the same samples. */
public final class DamagedStream {

	private final FrameDecoder decoder;
	private final byte[] data;
	private final FrameFormat format;
	private final short[] whole;

	public DamagedStream(final FrameDecoder decoder, final byte[] data) throws CodecException {
		this.decoder = decoder;
		this.data = data;
		this.format = decoder.readFormat(data, 0, data.length);
		this.whole = decode(data);
	}

	private short[] decode(final byte[] bytes) throws CodecException {
		final short[] out = new short[(int) format.samples()];
		decoder.decode(bytes, 0, bytes.length, format.width(), format.height(), format.components(), out, 0);
		return out;
	}

	/** Whether damage is told, or has done nothing to the samples. */
	private boolean isToldOrHarmless(final byte[] damaged) {
		try {
			return Arrays.equals(whole, decode(damaged));
		}
		catch (final CodecException e) {
			return true;
		}
	}

	/**
	 * Zeros from any byte of the entropy-coded data on, to the end of the stream or up to its end marker.
	 *
	 * @param from where the entropy-coded data begin
	 */
	public void zerosToTheEndAreTold(final String name, final int from) {
		for (int at = from; at < data.length - 2; at++)
			for (int kept = 0; kept <= 2; kept += 2) {
				final byte[] damaged = data.clone();
				Arrays.fill(damaged, at, data.length - kept, (byte) 0);
				// What is left over must be more than the padding that encoders write.
				final boolean much = data.length - at > Math.max(64, data.length / 4);
				if (much) assertTrue(isToldOrHarmless(damaged), name + ": zeros from byte " + at + " of " + data.length +
					", but for the last " + kept);
			}
	}

	/**
	 * Takes each byte out in turn.
	 *
	 * @return how many in a hundred of the streams without one byte gave other samples without an error
	 */
	public double percentOfLostBytesNotTold(final int from) {
		int silent = 0;
		int count = 0;
		for (int at = from; at < data.length - 2; at++) {
			final byte[] damaged = new byte[data.length - 1];
			System.arraycopy(data, 0, damaged, 0, at);
			System.arraycopy(data, at + 1, damaged, at, damaged.length - at);
			if (!isToldOrHarmless(damaged)) silent++;
			count++;
		}
		return 100.0 * silent / count;
	}

	/** A stream that lacks its end marker, with the byte that makes its length even, gives all samples. */
	public void isReadWithoutItsEndMarker() throws CodecException {
		assertArrayEquals(whole, decode(Arrays.copyOf(data, data.length - 2)));
		assertArrayEquals(whole, decode(Arrays.copyOf(Arrays.copyOf(data, data.length - 2), data.length - 1)));
	}

	/** Index behind the first marker, and the segment behind it, of a code. */
	public static int behindSegment(final byte[] data, final int marker) {
		for (int i = 0; i + 3 < data.length; i++)
			if (data[i] == (byte) 0xFF && (data[i + 1] & 0xFF) == marker) return i + 2 + ((data[i + 2] & 0xFF) << 8 |
				data[i + 3] & 0xFF);
		throw new IllegalArgumentException("no marker");
	}
}
