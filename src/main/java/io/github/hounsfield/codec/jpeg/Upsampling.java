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
 * Brings components that are coded with fewer samples to the frame's size. T.81 leaves the method open. The methods are
 * those of the Independent JPEG Group's library. A component with half as many columns, and as many or half as many
 * rows, goes through a triangle filter between sample centres (weights 3/4 and 1/4 in each direction, alternating
 * rounding). Other components are repeated.
 */
final class Upsampling {

	/** Components of so few columns are repeated, for nothing lies between the first and the last. */
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
		final int[] column = new int[component.width()];
		for (int y = 0; y < frame.height(); y++) {
			final int own = y / down * stride;
			final int to = outOffset + component.index() + y * frame.width() * step;
			if (down == 1) {
				for (int x = 0; x < column.length; x++)
					column[x] = samples[own + x];
				betweenColumns(column, 2, 1, 2, out, to, step, frame.width());
			}
			else {
				final int neighbour = y / 2 + ((y & 1) == 0 ? -1 : 1);
				final int other = Math.max(0, Math.min(component.height() - 1, neighbour)) * stride;
				for (int x = 0; x < column.length; x++)
					column[x] = 3 * samples[own + x] + samples[other + x];
				betweenColumns(column, 4, 8, 7, out, to, step, frame.width());
			}
		}
	}

	/**
	 * Makes two samples of each, a quarter of the way to its left and to its right neighbour. The first and the last
	 * sample stand for their own missing neighbour.
	 *
	 * @param in values, scaled so that four of them shifted right by {@code shift} are one sample
	 * @param left added before the shift to the left of the two
	 * @param right added before the shift to the right of the two
	 * @param width samples to make, twice those that there are or one less
	 */
	private static void betweenColumns(final int[] in, final int shift, final int left, final int right,
		final short[] out, final int first, final int step, final int width)
	{
		final int last = in.length - 1;
		out[first] = (short) (4 * in[0] + left >> shift);
		int to = first + step;
		for (int x = 1; x <= last; x++, to += 2 * step) {
			out[to] = (short) (3 * in[x - 1] + in[x] + right >> shift);
			out[to + step] = (short) (3 * in[x] + in[x - 1] + left >> shift);
		}
		if (width % 2 == 0) out[to] = (short) (4 * in[last] + right >> shift);
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
