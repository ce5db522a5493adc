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

/** A frame of a sequential DCT process, baseline or extended (T.81, annex F). Not thread safe. */
final class SequentialFrame implements JpegFrame {

	/** Categories of DC differences go up to 11 with 8 bits, to 15 with 12 (T.81, F.1.2.1.1 and table F.6). */
	private static final int CATEGORY_MAX = 15;

	private final int[] rowByRow = DctPlane.rowByRow();
	private final FrameHeader frame;
	private final short[] out;
	private final int outOffset;
	private final DctPlane[] planes;
	private final InverseDct inverse;
	private final int[] block = new int[InverseDct.BLOCK];

	/**
	 * @param out takes the samples, pixel by pixel
	 * @param outOffset index of the first
	 */
	SequentialFrame(final FrameHeader frame, final short[] out, final int outOffset) {
		this.frame = frame;
		this.out = out;
		this.outOffset = outOffset;
		planes = new DctPlane[frame.components().size()];
		inverse = new InverseDct(frame.precision());
	}

	/** One component of a scan while it is decoded. */
	private static final class Part {

		final DctPlane plane;
		final HuffmanTable dcTable;
		final int[] differences;
		final HuffmanTable acTable;
		final int[] coefficients;
		final int[] steps;
		final int across;
		final int down;
		/** Largest DC coefficient of a block whose samples have the frame's precision. */
		final int dcMost;
		int dc;

		Part(final ScanHeader.Part part, final DctPlane plane, final Tables tables, final boolean interleaved,
			final int precision) throws CodecException
		{
			this.plane = plane;
			dcTable = tables.dc(part.dc(), CATEGORY_MAX);
			differences = dcTable.differences();
			acTable = tables.ac(part.ac());
			coefficients = acTable.coefficients();
			steps = tables.quantisation(part.component());
			dcMost = DctPlane.mostDc(precision, steps[0]);
			across = interleaved ? part.component().horizontal() : 1;
			down = interleaved ? part.component().vertical() : 1;
		}
	}

	@Override
	public void readScan(final ScanHeader scan, final Tables tables, final EntropyReader in) throws CodecException {
		final Part[] parts = new Part[scan.parts().size()];
		for (int i = 0; i < parts.length; i++) {
			final Component component = scan.parts().get(i).component();
			if (planes[component.index()] != null) throw in.error("a second scan of component " + component.id());
			planes[component.index()] = new DctPlane(frame, component, out, outOffset);
			parts[i] = new Part(scan.parts().get(i), planes[component.index()], tables, scan.interleaved(), frame
				.precision());
		}
		final DctPlane first = parts[0].plane;
		final int units = scan.interleaved() ? frame.mcusPerRow(DctPlane.UNIT) : first.ownBlocksAcross();
		final int unitRows = scan.interleaved() ? frame.mcuRows(DctPlane.UNIT) : first.ownBlocksDown();
		final int interval = tables.restartInterval();
		int untilRestart = interval;
		int restarts = 0;
		for (int y = 0; y < unitRows; y++) {
			for (int x = 0; x < units; x++) {
				if (interval != 0 && untilRestart-- == 0) {
					in.restart(restarts++);
					for (final Part part : parts)
						part.dc = 0;
					untilRestart = interval - 1;
				}
				for (final Part part : parts)
					readUnit(part, x, y, in);
			}
			in.checkNotCut();
		}
	}

	private void readUnit(final Part part, final int x, final int y, final EntropyReader in) throws CodecException {
		final DctPlane plane = part.plane;
		for (int v = 0; v < part.down; v++)
			for (int h = 0; h < part.across; h++) {
				final int to = plane.blockOffset(x * part.across + h, y * part.down + v);
				if (readBlock(part, in)) {
					inverse.transform(block, plane.samples(), to, plane.stride());
					Arrays.fill(block, 0);
				}
				else inverse.flat(part.dc * part.steps[0], plane.samples(), to, plane.stride());
			}
	}

	/**
	 * Reads one block (T.81, F.2.2) and dequantises it.
	 *
	 * @return whether it has coefficients other than the first; if not, they are not stored
	 */
	private boolean readBlock(final Part part, final EntropyReader in) throws CodecException {
		final int[] order = rowByRow;
		final int[] steps = part.steps;
		part.dc = (short) (part.dc + in.difference(part.dcTable, part.differences));
		if (Math.abs(part.dc) > part.dcMost) throw in.error("a block whose mean is beyond " + frame.precision() + " bits");
		int k = 0;
		boolean alternating = false;
		while (k < InverseDct.BLOCK - 1) {
			final int entry = in.coefficient(part.acTable, part.coefficients);
			final int further = entry >> 8 & 0xFF;
			if (further == EntropyReader.END_OF_BLOCK) break;
			k += further;
			if (k >= InverseDct.BLOCK) throw in.error("coefficient " + k + " in a block of 64");
			block[order[k]] = (entry >> 16) * steps[k];
			alternating = true;
		}
		if (alternating) block[0] = part.dc * steps[0];
		return alternating;
	}

	@Override
	public boolean complete() {
		for (final DctPlane plane : planes)
			if (plane == null) return false;
		return true;
	}

	@Override
	public void finish() throws CodecException {
		for (final Component component : frame.components()) {
			final DctPlane plane = planes[component.index()];
			if (plane == null) throw new CodecException("component " + component.id() + " has no scan");
			plane.store(out, outOffset);
		}
	}
}
