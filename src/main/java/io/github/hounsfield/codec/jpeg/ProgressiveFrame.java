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
import java.util.Arrays;

/**
 * A frame of a progressive DCT process (T.81, annex G): spectral selection and successive approximation. All
 * coefficients must have been sent with all their bits when the frame ends. Not thread safe.
 */
final class ProgressiveFrame implements JpegFrame {

	private static final int CATEGORY_MAX = 15;
	private static final int POINT_TRANSFORM_MAX = 13;
	private static final int NOT_SENT = -1;

	private final int[] rowByRow = DctPlane.rowByRow();
	private final FrameHeader frame;
	private final short[] out;
	private final int outOffset;
	private final DctPlane[] planes;
	private final int[][] steps;
	/** By component: coefficients in zigzag order, block after block. */
	private final short[][] coefficients;
	/** By component and block: which coefficients but the first are other than zero, bit k for coefficient k. */
	private final long[][] others;
	/** By component and coefficient: the lowest bit that has been sent, or {@link #NOT_SENT}. */
	private final int[][] sent;

	/**
	 * @param out takes the samples, pixel by pixel
	 * @param outOffset index of the first
	 */
	ProgressiveFrame(final FrameHeader frame, final short[] out, final int outOffset) throws CodecException {
		this.frame = frame;
		this.out = out;
		this.outOffset = outOffset;
		final int count = frame.components().size();
		planes = new DctPlane[count];
		steps = new int[count][];
		coefficients = new short[count][];
		others = new long[count][];
		sent = new int[count][InverseDct.BLOCK];
		for (final int[] s : sent)
			Arrays.fill(s, NOT_SENT);
		for (int i = 0; i < count; i++) {
			planes[i] = new DctPlane(frame, frame.components().get(i), out, outOffset);
			others[i] = new long[planes[i].blocksAcross() * planes[i].blocksDown()];
			coefficients[i] = new short[others[i].length * InverseDct.BLOCK];
		}
	}

	@Override
	public void readScan(final ScanHeader scan, final Tables tables, final EntropyReader in) throws CodecException {
		checkProgression(scan, in);
		for (final ScanHeader.Part part : scan.parts()) {
			final int index = part.component().index();
			if (steps[index] == null) steps[index] = tables.quantisation(part.component());
		}
		final ProgressiveScan decoder = new ProgressiveScan(scan, tables, in, CATEGORY_MAX);
		final DctPlane first = planes[scan.parts().get(0).component().index()];
		final int units = scan.interleaved() ? frame.mcusPerRow(DctPlane.UNIT) : first.ownBlocksAcross();
		final int unitRows = scan.interleaved() ? frame.mcuRows(DctPlane.UNIT) : first.ownBlocksDown();
		final int interval = tables.restartInterval();
		int untilRestart = interval;
		int restarts = 0;
		for (int y = 0; y < unitRows; y++) {
			for (int x = 0; x < units; x++) {
				if (interval != 0 && untilRestart-- == 0) {
					in.restart(restarts++);
					decoder.restart();
					untilRestart = interval - 1;
				}
				readUnit(scan, decoder, x, y);
			}
			in.checkNotCut();
		}
		decoder.checkRunEnded();
	}

	private void readUnit(final ScanHeader scan, final ProgressiveScan decoder, final int x, final int y)
		throws CodecException
	{
		for (int i = 0; i < scan.parts().size(); i++) {
			final Component component = scan.parts().get(i).component();
			final int across = scan.interleaved() ? component.horizontal() : 1;
			final int down = scan.interleaved() ? component.vertical() : 1;
			final int stride = planes[component.index()].blocksAcross();
			for (int v = 0; v < down; v++)
				for (int h = 0; h < across; h++) {
					final int block = (y * down + v) * stride + x * across + h;
					others[component.index()][block] = decoder.readBlock(i, coefficients[component.index()], block
						* InverseDct.BLOCK, others[component.index()][block]);
				}
		}
	}

	/** Scans must come in the order of T.81, G.1.1.1: first DC, bits from above, none twice. */
	private void checkProgression(final ScanHeader scan, final EntropyReader in) throws CodecException {
		final int from = scan.spectralStart();
		final int to = scan.spectralEnd();
		final boolean dc = from == 0;
		if (to < from || to >= InverseDct.BLOCK || dc && to != 0 || !dc && scan.interleaved()
			|| scan.low() > POINT_TRANSFORM_MAX || scan.high() != 0 && scan.high() != scan.low() + 1) throw in.error(
				"a progressive scan of " + scan.parts().size() + " components with coefficients " + from + " to " + to
					+ " and bit positions " + scan.high() + ", " + scan.low());
		for (final ScanHeader.Part part : scan.parts()) {
			final int[] bits = sent[part.component().index()];
			if (!dc && bits[0] == NOT_SENT) throw in.error("AC coefficients before the DC coefficients of component "
				+ part.component().id());
			final int before = scan.high() == 0 ? NOT_SENT : scan.high();
			for (int k = from; k <= to; k++) {
				if (bits[k] != before) throw in.error("coefficient " + k + " of component " + part.component().id()
					+ " is sent again or out of order");
				bits[k] = scan.low();
			}
		}
	}

	@Override
	public boolean complete() {
		for (final int[] component : sent)
			for (final int low : component)
				if (low != 0) return false;
		return true;
	}

	@Override
	public void finish() throws CodecException {
		if (!complete()) throw new CodecException(
			"the codestream ends before all bits of all coefficients have been sent");
		for (int i = 0; i < planes.length; i++) {
			requirePrecision(coefficients[i], DctPlane.mostDc(frame.precision(), steps[i][0]));
			transform(planes[i], coefficients[i], others[i], steps[i]);
			planes[i].store(out, outOffset);
		}
	}

	private void requirePrecision(final short[] values, final int mostDc) throws CodecException {
		int most = 0;
		for (int from = 0; from < values.length; from += InverseDct.BLOCK)
			most = Math.max(most, Math.abs(values[from]));
		if (most > mostDc) throw new CodecException("a block whose mean is beyond " + frame.precision() + " bits");
	}

	private void transform(final DctPlane plane, final short[] values, final long[] nonZero, final int[] scale) {
		final InverseDct inverse = new InverseDct(frame.precision());
		final int[] block = new int[InverseDct.BLOCK];
		for (int b = 0; b < nonZero.length; b++) {
			final int from = b * InverseDct.BLOCK;
			final int to = plane.blockOffset(b % plane.blocksAcross(), b / plane.blocksAcross());
			block[0] = values[from] * scale[0];
			if (nonZero[b] == 0) {
				inverse.flat(block[0], plane.samples(), to, plane.stride());
				continue;
			}
			for (long left = nonZero[b]; left != 0; left &= left - 1) {
				final int k = Long.numberOfTrailingZeros(left);
				block[rowByRow[k]] = values[from + k] * scale[k];
			}
			inverse.transform(block, plane.samples(), to, plane.stride());
			Arrays.fill(block, 0);
		}
	}
}
