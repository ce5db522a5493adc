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

/**
 * Brings components that are coded with fewer samples to the frame's size. T.81 leaves the method open; these are
 * those of the Independent JPEG Group's library: where a component has half as many columns, and as many or half as
 * many rows, a triangle filter between sample centres (weights 3/4 and 1/4 in each direction, the rounding
 * alternating), else repetition.
 */
final class Upsampling {

	/** Components of so few columns are repeated: there is nothing between the first and the last to interpolate. */
	private static final int NARROW = 2;

	private Upsampling() {}

	static boolean isFull(final FrameHeader frame, final Component component) {
		return component.horizontal() == frame.horizontalMax() && component.vertical() == frame.verticalMax();
	}

	/**
	 * Stores one component of a DCT frame.
	 *
	 * @param samples of the component, rows from the top
	 * @param stride from one row to the next
	 * @param out takes the frame, pixel by pixel
	 * @param outOffset index of its first sample
	 */
	static void interpolate(final FrameHeader frame, final Component component, final short[] samples,
		final int stride, final short[] out, final int outOffset)
	{
		final int across = frame.horizontalMax() / component.horizontal();
		final int down = frame.verticalMax() / component.vertical();
		if (across != 2 || down > 2 || component.width() <= NARROW) {
			replicate(frame, component, samples, stride, out, outOffset);
			return;
		}
		final int step = frame.components().size();
		final int width = frame.width();
		final int[] near = new int[component.width()];
		final short[] row = new short[2 * component.width()];
		for (int y = 0; y < frame.height(); y++) {
			final int own = y / down;
			if (down == 1) {
				for (int x = 0; x < near.length; x++)
					near[x] = samples[own * stride + x];
				betweenColumns(near, row);
			}
			else {
				final int other = Math.max(0, Math.min(component.height() - 1, own + ((y & 1) == 0 ? -1 : 1)));
				for (int x = 0; x < near.length; x++)
					near[x] = 3 * samples[own * stride + x] + samples[other * stride + x];
				betweenColumnsAndRows(near, row);
			}
			int to = outOffset + component.index() + y * width * step;
			for (int x = 0; x < width; x++, to += step)
				out[to] = row[x];
		}
	}

	private static void betweenColumns(final int[] in, final short[] row) {
		final int last = in.length - 1;
		row[0] = (short) in[0];
		row[1] = (short) (3 * in[0] + in[1] + 2 >> 2);
		for (int x = 1; x < last; x++) {
			row[2 * x] = (short) (3 * in[x] + in[x - 1] + 1 >> 2);
			row[2 * x + 1] = (short) (3 * in[x] + in[x + 1] + 2 >> 2);
		}
		row[2 * last] = (short) (3 * in[last] + in[last - 1] + 1 >> 2);
		row[2 * last + 1] = (short) in[last];
	}

	/** @param in sums of two rows, four times the value */
	private static void betweenColumnsAndRows(final int[] in, final short[] row) {
		final int last = in.length - 1;
		row[0] = (short) (4 * in[0] + 8 >> 4);
		row[1] = (short) (3 * in[0] + in[1] + 7 >> 4);
		for (int x = 1; x < last; x++) {
			row[2 * x] = (short) (3 * in[x] + in[x - 1] + 8 >> 4);
			row[2 * x + 1] = (short) (3 * in[x] + in[x + 1] + 7 >> 4);
		}
		row[2 * last] = (short) (3 * in[last] + in[last - 1] + 8 >> 4);
		row[2 * last + 1] = (short) (4 * in[last] + 7 >> 4);
	}

	/** Stores one component, each of its samples as often as the frame has samples in its place. */
	static void replicate(final FrameHeader frame, final Component component, final short[] samples, final int stride,
		final short[] out, final int outOffset)
	{
		final int across = frame.horizontalMax() / component.horizontal();
		final int down = frame.verticalMax() / component.vertical();
		final int step = frame.components().size();
		for (int y = 0; y < frame.height(); y++) {
			final int from = y / down * stride;
			int to = outOffset + component.index() + y * frame.width() * step;
			if (across == 1 && step == 1) System.arraycopy(samples, from, out, to, frame.width());
			else if (across == 1) for (int x = 0; x < frame.width(); x++, to += step)
				out[to] = samples[from + x];
			else for (int x = 0; x < frame.width(); x++, to += step)
				out[to] = samples[from + x / across];
		}
	}
}
