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
import java.util.List;

/** A frame of the lossless process 14 (T.81, annex H): samples as differences from a prediction. Not thread safe. */
final class LosslessFrame implements JpegFrame {

	private static final int PREDICTOR_MAX = 7;
	private static final int CATEGORY_MAX = 16;

	private final FrameHeader frame;
	private final short[] out;
	private final int outOffset;
	private final short[][] small;
	private final boolean[] done;

	/**
	 * @param out takes the samples, pixel by pixel
	 * @param outOffset index of the first
	 */
	LosslessFrame(final FrameHeader frame, final short[] out, final int outOffset) {
		this.frame = frame;
		this.out = out;
		this.outOffset = outOffset;
		this.small = new short[frame.components().size()][];
		this.done = new boolean[frame.components().size()];
	}

	/** Rows of one component in one row of minimum coded units. */
	private final class Rows {

		final Component component;
		final HuffmanTable table;
		/** Samples of a row that are coded: in interleaved scans more than the component has. */
		final int width;
		final int horizontal;
		/** The row above, then the rows of the unit. */
		final int[][] rows;
		final short[] samples;
		final int offset;
		final int step;
		final int stride;

		Rows(final ScanHeader.Part part, final Tables tables, final boolean interleaved) throws CodecException {
			component = part.component();
			table = tables.dc(part.dc(), CATEGORY_MAX);
			horizontal = interleaved ? component.horizontal() : 1;
			width = interleaved ? frame.mcusPerRow(1) * horizontal : component.width();
			rows = new int[1 + (interleaved ? component.vertical() : 1)][width];
			final int count = frame.components().size();
			final boolean full = Upsampling.isFull(frame, component);
			if (!full) small[component.index()] = new short[component.width() * component.height()];
			samples = full ? out : small[component.index()];
			offset = full ? outOffset + component.index() : 0;
			step = full ? count : 1;
			stride = component.width() * step;
		}

		/** Predicts the unit's rows and stores them, the first of which is row {@code y} of the component. */
		void store(final int y, final boolean first, final ScanHeader scan) throws CodecException {
			for (int v = 1; v < rows.length; v++) {
				if (first && v == 1) Predictor.firstRow(rows[v], width, 1 << frame.precision() - scan.low() - 1);
				else Predictor.nextRow(scan.spectralStart(), rows[v - 1], rows[v], width);
				requirePrecision(rows[v], frame.precision() - scan.low());
				if (y + v - 1 < component.height()) store(rows[v], offset + (y + v - 1) * stride, scan.low());
			}
			final int[] last = rows[rows.length - 1];
			rows[rows.length - 1] = rows[0];
			rows[0] = last;
		}

		/** A sample has the bits of the precision, or all 16 with the sign extended. */
		private void requirePrecision(final int[] row, final int bits) throws CodecException {
			if (bits >= 16) return;
			final int half = 1 << bits - 1;
			final int most = Predictor.largest(row, width, half);
			if (most >= 3 * half) throw new CodecException("component " + component.id() + " has the sample " + (most - half) +
				", which is beyond the precision of " + bits + " bits");
		}

		private void store(final int[] row, final int to, final int pointTransform) {
			final int count = component.width();
			if (step == 1) for (int x = 0; x < count; x++)
				samples[to + x] = (short) (row[x] << pointTransform);
			else for (int x = 0; x < count; x++)
				samples[to + x * step] = (short) (row[x] << pointTransform);
		}
	}

	@Override
	public void readScan(final ScanHeader scan, final Tables tables, final EntropyReader in) throws CodecException {
		if (scan.spectralStart() < 1 || scan.spectralStart() > PREDICTOR_MAX) throw in.error("predictor "
			+ scan.spectralStart() + "; expected 1 to 7");
		if (scan.low() >= frame.precision()) throw in.error("point transform " + scan.low() + " of samples of "
			+ frame.precision() + " bits");
		final boolean interleaved = scan.interleaved();
		final Rows[] parts = new Rows[scan.parts().size()];
		for (int i = 0; i < parts.length; i++) {
			final Component component = scan.parts().get(i).component();
			if (done[component.index()]) throw in.error("a second scan of component " + component.id());
			done[component.index()] = true;
			parts[i] = new Rows(scan.parts().get(i), tables, interleaved);
		}
		final int units = interleaved ? frame.mcusPerRow(1) : parts[0].width;
		final int unitRows = interleaved ? frame.mcuRows(1) : parts[0].component.height();
		if (tables.restartInterval() % units != 0) throw in.error("a restart interval of " + tables.restartInterval()
			+ " samples in rows of " + units + "; expected whole rows");
		final int restartRows = tables.restartInterval() / units;
		for (int row = 0; row < unitRows; row++) {
			final boolean restart = restartRows != 0 && row != 0 && row % restartRows == 0;
			if (restart) in.restart(row / restartRows - 1);
			if (interleaved) readUnits(parts, units, in);
			else in.differences(parts[0].table, parts[0].rows[1], units);
			in.checkNotCut();
			for (final Rows part : parts)
				part.store(row * (part.rows.length - 1), restart || row == 0, scan);
		}
	}

	private static void readUnits(final Rows[] parts, final int units, final EntropyReader in) throws CodecException {
		final int count = Arrays.stream(parts).mapToInt(p -> (p.rows.length - 1) * p.horizontal).sum();
		final HuffmanTable[] tables = new HuffmanTable[count];
		final int[][] lookUps = new int[count][];
		final int[][] rows = new int[count][];
		final int[] first = new int[count];
		final int[] step = new int[count];
		int i = 0;
		for (final Rows part : parts)
			for (int v = 1; v < part.rows.length; v++)
				for (int h = 0; h < part.horizontal; h++, i++) {
					tables[i] = part.table;
					lookUps[i] = part.table.differences();
					rows[i] = part.rows[v];
					first[i] = h;
					step[i] = part.horizontal;
				}
		for (int unit = 0; unit < units; unit++)
			for (i = 0; i < count; i++)
				rows[i][first[i] + unit * step[i]] = in.difference(tables[i], lookUps[i]);
	}

	@Override
	public boolean complete() {
		for (final boolean d : done)
			if (!d) return false;
		return true;
	}

	@Override
	public void finish() throws CodecException {
		final List<Component> components = frame.components();
		for (final Component component : components) {
			if (!done[component.index()]) throw new CodecException("component " + component.id() + " has no scan");
			final short[] samples = small[component.index()];
			if (samples != null) Upsampling.replicate(frame, component, samples, component.width(), out, outOffset);
		}
	}
}
