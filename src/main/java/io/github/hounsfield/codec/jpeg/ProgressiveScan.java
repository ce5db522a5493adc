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
	private final int[] acLookUp;
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
		acLookUp = isDc || scan.high() != 0 ? null : acTable.coefficients();
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
	 * @param others which coefficients but the first are other than zero: bit k for coefficient k
	 * @return the same after this scan
	 */
	long readBlock(final int part, final short[] coefficients, final int from, final long others)
		throws CodecException
	{
		if (scan.spectralStart() != 0) return scan.high() == 0 ? readBand(coefficients, from, others) : refineBand(
			coefficients, from, others);
		if (scan.high() == 0) {
			dc[part] += in.difference(dcTables[part], dcTables[part].differences());
			coefficients[from] = (short) (dc[part] << scan.low());
		}
		else if (in.bit() != 0) coefficients[from] |= 1 << scan.low();
		return others;
	}

	/** The first scan of a band (G.1.2.2). */
	private long readBand(final short[] coefficients, final int from, final long before) throws CodecException {
		if (endOfBands > 0) {
			endOfBands--;
			return before;
		}
		final int last = scan.spectralEnd();
		long others = before;
		int k = scan.spectralStart() - 1;
		while (k < last) {
			final int entry = in.bandCoefficient(acTable, acLookUp);
			final int further = entry >> 8 & 0xFF;
			if (further >= EntropyReader.END_OF_BANDS) {
				final int run = further - EntropyReader.END_OF_BANDS;
				endOfBands = (1 << run) + in.bits(run) - 1;
				break;
			}
			k += further;
			if (k > last) throw tooFar(k);
			final int value = entry >> 16;
			if (value != 0) {
				coefficients[from + k] = (short) (value << scan.low());
				others |= 1L << k;
			}
		}
		return others;
	}

	/** A further scan of a band (G.1.2.3): one more bit of each coefficient, and those that become other than zero. */
	private long refineBand(final short[] coefficients, final int from, final long before) throws CodecException {
		final int unit = 1 << scan.low();
		final int last = scan.spectralEnd();
		long others = before;
		int k = scan.spectralStart();
		while (endOfBands == 0 && k <= last) {
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
			final int place = afterZeros(before, k, run);
			if (place > last) throw tooFar(place);
			refine(coefficients, from, before & from(k) & ~from(place));
			if (value != 0) {
				coefficients[from + place] = (short) value;
				others |= 1L << place;
			}
			k = place + 1;
		}
		if (endOfBands > 0) {
			if (k <= last) refine(coefficients, from, before & from(k) & -1L >>> InverseDct.BLOCK - 1 - last);
			endOfBands--;
		}
		return others;
	}

	/** The bits k and above. */
	private static long from(final int k) {
		return k < InverseDct.BLOCK ? -1L << k : 0;
	}

	/** The place from {@code k} of the zero that has {@code zeros} zeros before it; 64 where there is none. */
	private static int afterZeros(final long others, final int k, final int zeros) {
		long free = ~others & from(k);
		for (int i = 0; i < zeros; i++)
			free &= free - 1;
		return Long.numberOfTrailingZeros(free);
	}

	/** Reads one bit for each of the coefficients {@code which}, by which it moves away from zero. */
	private void refine(final short[] coefficients, final int from, final long which) {
		final int unit = 1 << scan.low();
		for (long left = which; left != 0; left &= left - 1) {
			final int at = from + Long.numberOfTrailingZeros(left);
			// Without a branch, as the bits are as good as random: the sign is 1 or -1.
			final int sign = coefficients[at] >> 15 | 1;
			coefficients[at] += in.bit() * sign * unit;
		}
	}

	private CodecException tooFar(final int k) {
		return in.error("coefficient " + k + " in a band that ends with " + scan.spectralEnd());
	}
}
