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

import io.github.hounsfield.codec.CodecException;

/** The samples of one component of a DCT frame, in blocks of 8 x 8 (T.81, A.2). Not thread safe. */
final class DctPlane {

	/** Samples of a block in a row, and rows. */
	static final int UNIT = 8;

	/** Row by row position in a block of the coefficients in zigzag order (T.81, figure A.6). */
	private static final int[] ROW_BY_ROW = new int[InverseDct.BLOCK];

	static {
		int k = 0;
		for (int diagonal = 0; diagonal < 2 * UNIT - 1; diagonal++)
			for (int i = Math.max(0, diagonal - UNIT + 1); i <= Math.min(diagonal, UNIT - 1); i++) {
				final int y = diagonal % 2 == 0 ? diagonal - i : i;
				ROW_BY_ROW[k++] = y * UNIT + diagonal - y;
			}
	}

	private final FrameHeader frame;
	private final Component component;
	private final int blocksAcross;
	private final int blocksDown;
	private final boolean direct;
	private final short[] samples;
	private final int offset;
	private final int stride;

	/**
	 * @param out takes the samples of the frame, pixel by pixel
	 * @param outOffset index of the first
	 */
	DctPlane(final FrameHeader frame, final Component component, final short[] out, final int outOffset)
		throws CodecException
	{
		this.frame = frame;
		this.component = component;
		blocksAcross = frame.mcusPerRow(UNIT) * component.horizontal();
		blocksDown = frame.mcuRows(UNIT) * component.vertical();
		stride = blocksAcross * UNIT;
		direct = frame.components().size() == 1 && stride == frame.width() && blocksDown * UNIT == frame.height();
		if ((long) stride * blocksDown * UNIT > Integer.MAX_VALUE - UNIT) throw new CodecException("component "
			+ component.id() + " has " + stride + " x " + blocksDown * UNIT + " samples, more than an array holds");
		samples = direct ? out : new short[stride * blocksDown * UNIT];
		offset = direct ? outOffset : 0;
	}

	/**
	 * The largest DC coefficient of samples of a precision, before dequantisation. It is eight times the mean of a block
	 * (T.81, A.3.3), rounded to the next step. One more is allowed for coders that do not round.
	 */
	static int mostDc(final int precision, final int step) {
		return (1 << precision + 2) / Math.max(1, step) + 2;
	}

	static int[] rowByRow() {
		return ROW_BY_ROW.clone();
	}

	Component component() {
		return component;
	}

	/** Blocks side by side, those that fill up the last minimum coded unit included. */
	int blocksAcross() {
		return blocksAcross;
	}

	/** Rows of blocks, those that fill up the last minimum coded unit included. */
	int blocksDown() {
		return blocksDown;
	}

	/** Blocks side by side in a scan of this component alone. */
	int ownBlocksAcross() {
		return FrameHeader.ceilDiv(component.width(), UNIT);
	}

	/** Rows of blocks in a scan of this component alone. */
	int ownBlocksDown() {
		return FrameHeader.ceilDiv(component.height(), UNIT);
	}

	short[] samples() {
		return samples;
	}

	/** Index in {@link #samples()} of the first sample of a block. */
	int blockOffset(final int blockX, final int blockY) {
		return offset + (blockY * stride + blockX) * UNIT;
	}

	int stride() {
		return stride;
	}

	/** Brings the samples to the frame's size and place, where they do not already stand there. */
	void store(final short[] out, final int outOffset) {
		if (!direct) Upsampling.interpolate(frame, component, samples, stride, out, outOffset);
	}
}
