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

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** An encoder for the tests, from the text of PS3.5 annex G; knows nothing of the decoder. */
final class RleEncoder {

	private RleEncoder() {}

	/** PackBits of one plane; {@code row} is where runs are broken, 0 for nowhere. */
	static byte[] segment(final byte[] plane, final int row) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final int step = row == 0 ? plane.length : row;
		for (int from = 0; from < plane.length; from += step) {
			int i = from;
			while (i < from + step) {
				int same = 1;
				while (same < 128 && i + same < from + step && plane[i + same] == plane[i]) same++;
				if (same > 1) {
					out.write(257 - same);
					out.write(plane[i]);
					i += same;
					continue;
				}
				int literal = 1;
				while (literal < 128 && i + literal < from + step && (i + literal + 1 == from + step || plane[i +
					literal] != plane[i + literal + 1])) literal++;
				out.write(literal - 1);
				out.write(plane, i, literal);
				i += literal;
			}
		}
		if (out.size() % 2 == 1) out.write(0);
		return out.toByteArray();
	}

	/** A frame of segments behind their header. */
	static byte[] frame(final List<byte[]> segments) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		write4(out, segments.size());
		int offset = 64;
		for (int i = 0; i < 15; i++) {
			write4(out, i < segments.size() ? offset : 0);
			if (i < segments.size()) offset += segments.get(i).length;
		}
		segments.forEach(out::writeBytes);
		return out.toByteArray();
	}

	/** A frame of little-endian samples that stand pixel by pixel. */
	static byte[] encode(final byte[] samples, final int width, final int components, final int bytesPerSample) {
		final int pixelBytes = components * bytesPerSample;
		final List<byte[]> segments = new ArrayList<>();
		for (int component = 0; component < components; component++)
			for (int b = bytesPerSample - 1; b >= 0; b--) {
				final byte[] plane = new byte[samples.length / pixelBytes];
				for (int i = 0; i < plane.length; i++)
					plane[i] = samples[i * pixelBytes + component * bytesPerSample + b];
				segments.add(segment(plane, width));
			}
		return frame(segments);
	}

	private static void write4(final ByteArrayOutputStream out, final int value) {
		for (int i = 0; i < 4; i++) out.write(value >> 8 * i);
	}
}
