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

import io.github.hounsfield.codec.CodecException;
import java.util.Arrays;

/** Expands a segment (PS3.5 G.3) into bytes. */
final class ByteRuns {

	private ByteRuns() {}

	/**
	 * @param segments of the frame
	 * @param segment which of them
	 * @param out takes the bytes
	 * @param first where the first byte goes
	 * @param stride from one byte to the next
	 * @param count how many bytes the segment must give
	 * @return index in the data behind the last run
	 */
	static int expand(final Segments segments, final int segment, final byte[] out, final int first, final int stride,
		final int count) throws CodecException
	{
		final byte[] data = segments.data;
		final int end = segments.end(segment);
		int in = segments.start(segment);
		int left = count;
		int to = first;
		while (left > 0) {
			if (in >= end) throw segments.cut(segment, in, count - left, count);
			final int control = data[in++];
			if (control == Segments.NO_OPERATION) continue;
			final int run = control >= 0 ? control + 1 : 1 - control;
			final int bytes = control >= 0 ? run : 1;
			if (bytes > end - in) throw segments.cut(segment, end, count - left, count);
			if (run > left) throw segments.overflow(segment, in - 1, run, left);
			if (stride != 1) spread(data, in, control >= 0 ? 1 : 0, out, to, stride, run);
			else if (control >= 0) System.arraycopy(data, in, out, to, run);
			else Arrays.fill(out, to, to + run, data[in]);
			in += bytes;
			to += run * stride;
			left -= run;
		}
		return in;
	}

	private static void spread(final byte[] data, final int from, final int step, final byte[] out, final int first,
		final int stride, final int run)
	{
		for (int i = 0, in = from, to = first; i < run; i++, in += step, to += stride) out[to] = data[in];
	}
}
