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

/** Decodes the blocks of one scan of a progressive frame (T.81, G.1.2 and G.2). Not thread safe. */
final class ProgressiveScan {

	private static final int ZEROS = 15;

	private final ScanHeader scan;
	private final EntropyReader in;
	/** By part of the scan; empty for scans that have no codes of this kind. */
	private final HuffmanTable[] dcTables;
	private final HuffmanTable acTable;
	private final int[] dc;
	/** Blocks, this one included, that have no further code in this scan. */
	private int endOfBands;

	ProgressiveScan(final ScanHeader scan, final Tables tables, final EntropyReader in, final int categoryMax)
		throws CodecException
	{
		this.scan = scan;
		this.in = in;
		final boolean isDc = scan.spectralStart() == 0;
		dcTables = new HuffmanTable[isDc && scan.high() == 0 ? scan.parts().size() : 0];
		for (int i = 0; i < dcTables.length; i++)
			dcTables[i] = tables.dc(scan.parts().get(i).dc(), categoryMax);
		acTable = isDc ? null : tables.ac(scan.parts().get(0).ac());
		dc = new int[scan.parts().size()];
	}

	/** Forgets predictions and runs at a restart marker. */
	void restart() throws CodecException {
		checkRunEnded();
		Arrays.fill(dc, 0);
	}

	/** Throws where a run of blocks without codes goes on behind the last block. */
	void checkRunEnded() throws CodecException {
		if (endOfBands != 0) throw in.error("a run of " + endOfBands + " blocks goes on behind the last block");
	}

	/**
	 * @param part of the scan to which the block belongs
	 * @param coefficients takes those of the block in zigzag order
	 * @param from index of its first
	 */
	void readBlock(final int part, final short[] coefficients, final int from) throws CodecException {
		if (scan.spectralStart() == 0) {
			if (scan.high() == 0) {
				dc[part] += in.difference(dcTables[part], dcTables[part].differences());
				coefficients[from] = (short) (dc[part] << scan.low());
			}
			else if (in.bit() != 0) coefficients[from] |= 1 << scan.low();
		}
		else if (scan.high() == 0) readBand(coefficients, from);
		else refineBand(coefficients, from);
	}

	/** The first scan of a band (G.1.2.2). */
	private void readBand(final short[] coefficients, final int from) throws CodecException {
		if (endOfBands > 0) {
			endOfBands--;
			return;
		}
		int k = scan.spectralStart();
		while (k <= scan.spectralEnd()) {
			final int symbol = in.symbol(acTable);
			final int run = symbol >> 4;
			final int size = symbol & 15;
			if (size == 0 && run != ZEROS) {
				endOfBands = (1 << run) + in.bits(run) - 1;
				return;
			}
			k += run;
			if (k > scan.spectralEnd()) throw tooFar(k);
			if (size != 0) coefficients[from + k] = (short) (HuffmanTable.extend(in.bits(size), size) << scan.low());
			k++;
		}
	}

	/** A further scan of a band (G.1.2.3): one more bit of each coefficient, and those that become other than zero. */
	private void refineBand(final short[] coefficients, final int from) throws CodecException {
		final int unit = 1 << scan.low();
		int k = scan.spectralStart();
		while (endOfBands == 0 && k <= scan.spectralEnd()) {
			final int symbol = in.symbol(acTable);
			final int run = symbol >> 4;
			final int size = symbol & 15;
			int value = 0;
			if (size == 1) value = in.bit() != 0 ? unit : -unit;
			else if (size != 0) throw in.error("a coefficient of " + size + " bits in a scan that refines by one");
			else if (run != ZEROS) {
				endOfBands = (1 << run) + in.bits(run);
				break;
			}
			k = refine(coefficients, from, k, run);
			if (k > scan.spectralEnd()) throw tooFar(k);
			if (value != 0) coefficients[from + k] = (short) value;
			k++;
		}
		if (endOfBands > 0) {
			refine(coefficients, from, k, InverseDct.BLOCK);
			endOfBands--;
		}
	}

	/**
	 * Passes over coefficients, reading one bit for each that is other than zero, up to the zero that has
	 * {@code zeros} zeros before it.
	 *
	 * @return its place, or the place behind the band
	 */
	private int refine(final short[] coefficients, final int from, final int start, final int zeros) {
		final int unit = 1 << scan.low();
		int left = zeros;
		int k = start;
		for (; k <= scan.spectralEnd(); k++) {
			final short value = coefficients[from + k];
			if (value == 0) {
				if (left-- == 0) break;
			}
			else if (in.bit() != 0) coefficients[from + k] += value > 0 ? unit : -unit;
		}
		return k;
	}

	private CodecException tooFar(final int k) {
		return in.error("coefficient " + k + " in a band that ends with " + scan.spectralEnd());
	}
}
