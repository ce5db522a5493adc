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
package io.github.hounsfield.intensity;

import java.util.Arrays;

/**
 * LUT Descriptor (0028,3002) and LUT Data (0028,3006), as a Modality LUT Sequence (PS3.3 C.11.1.1) and a VOI LUT
 * Sequence (PS3.3 C.11.2.1.1) have them. Immutable.
 */
public final class LookupTable {

	/** 0 entries in the descriptor mean this number. */
	public static final int MAX_ENTRIES = 65536;

	private final int firstMapped;
	private final int bits;
	private final int[] data;

	/**
	 * @param entries first value of the descriptor: how many entries there are, 0 standing for 65536
	 * @param firstMapped second value of the descriptor, already read as signed or unsigned: the input value that the
	 *          first entry is for
	 * @param bits third value of the descriptor: bits of an entry, 8 to 16
	 * @param data the entries, each 0 to 65535; copied
	 * @throws IntensityException where a number is outside its range or descriptor and data disagree on the number of
	 *           entries
	 */
	public LookupTable(final int entries, final int firstMapped, final int bits, final int... data) {
		final int count = entries == 0 ? MAX_ENTRIES : entries;
		if (count < 1 || count > MAX_ENTRIES) throw new IntensityException(
			"LUTDescriptor (0028,3002) names " + entries + " entries", "0 (for 65536) to 65536");
		if (bits < 8 || bits > 16) throw new IntensityException(
			"LUTDescriptor (0028,3002) names " + bits + " bits for each entry", "8 to 16");
		if (data.length != count) throw new IntensityException(
			"LUTData (0028,3006) has " + data.length + " entries", count + ", as LUTDescriptor (0028,3002) names");
		for (int i = 0; i < count; i++)
			if (data[i] < 0 || data[i] > 0xffff) throw new IntensityException(
				"LUTData (0028,3006) entry " + i + " is " + data[i], "0 to 65535");
		this.firstMapped = firstMapped;
		this.bits = bits;
		this.data = data.clone();
	}

	/** Number of entries, 1 to 65536. */
	public int entries() {
		return data.length;
	}

	/** Input value of the first entry. */
	public int firstMapped() {
		return firstMapped;
	}

	/** Bits of an entry, 8 to 16. */
	int bits() {
		return bits;
	}

	/** The largest entry. */
	int max() {
		return Arrays.stream(data).max().getAsInt();
	}

	/**
	 * @param input value to look up, rounded to the nearest whole number (halves up); below the first mapped value the
	 *          first entry counts, above the last one the last entry
	 * @return the entry, 0 to 65535
	 * @throws IntensityException where the input is NaN
	 */
	int entry(final double input) {
		if (Double.isNaN(input)) throw new IntensityException("a lookup table has no entry for NaN");
		final double index = Math.floor(input + 0.5) - firstMapped;
		return data[(int) Math.max(0, Math.min(data.length - 1, index))];
	}

	@Override
	public boolean equals(final Object other) {
		return this == other || other instanceof LookupTable table && firstMapped == table.firstMapped &&
			bits == table.bits && Arrays.equals(data, table.data);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * firstMapped + bits) + Arrays.hashCode(data);
	}

	@Override
	public String toString() {
		return "LookupTable[entries=" + data.length + ", firstMapped=" + firstMapped + ", bits=" + bits + "]";
	}
}
