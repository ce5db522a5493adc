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

/**
 * An item of the VOI LUT Sequence (0028,3010), PS3.3 C.11.2.1.1: each value after the Modality LUT has its own grey.
 * Entry 0 is black, 2^bits - 1 white. The table maps whole numbers. A value between two is rounded, halves up.
 *
 * @param table descriptor and data
 * @param explanation LUT Explanation (0028,3003); empty where there is none
 */
public record VoiLut(LookupTable table, String explanation) implements VoiTransform {

	/** @throws IntensityException where an entry needs more bits than the descriptor names */
	public VoiLut {
		if (table.max() >= 1 << table.bits()) throw new IntensityException("LUTData (0028,3006) of the VOI LUT " +
			"reaches " + table.max(), "at most " + ((1 << table.bits()) - 1) + " in the " + table.bits() +
			" bits that LUTDescriptor (0028,3002) names");
	}

	@Override
	public double apply(final double x, final double min, final double max) {
		return table.entry(x) * (max - min) / white() + min;
	}

	@Override
	public int level(final double x) {
		if (Double.isNaN(x)) return 0;
		return (2 * 255 * table.entry(x) + white()) / (2 * white());
	}

	/** The first and the last value with an entry of its own. Between them the ramp need not be straight. */
	@Override
	public DisplayRange displayRange() {
		return new DisplayRange(table.firstMapped(), table.firstMapped() + table.entries() - 1);
	}

	private int white() {
		return (1 << table.bits()) - 1;
	}
}
