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
package io.github.hounsfield.attributes;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.LookupTable;

/** The table in an item of the Modality LUT Sequence (PS3.3 C.11.1.1) or the VOI LUT Sequence (PS3.3 C.11.2.1.1). */
public final class LookupTableRule {

	private LookupTableRule() {}

	/**
	 * @param item of either sequence
	 * @param signed whether the values that the table maps have a sign; then the descriptor's first mapped value has one
	 *          too
	 * @throws AttributeException where there is no descriptor of three whole numbers or no table
	 * @throws IntensityException if they contradict each other
	 */
	static LookupTable of(final Attributes item, final boolean signed) {
		final int[] descriptor = descriptor(item);
		final int first = descriptor[1];
		return new LookupTable(descriptor[0] & 0xFFFF, signed || first < 0 ? (short) first : first, descriptor[2], entries(
			item));
	}

	/**
	 * LUT Data (0028,3006).
	 *
	 * @param item of either sequence
	 * @return as many entries as the descriptor names, or fewer where the data have fewer; 0 to 65535
	 * @throws AttributeException where there is no descriptor of three whole numbers or no table
	 */
	public static int[] entries(final Attributes item) {
		final int[] descriptor = descriptor(item);
		final int named = descriptor[0] & 0xFFFF;
		return item.lutData(named == 0 ? LookupTable.MAX_ENTRIES : named, descriptor[2]);
	}

	/** Number of entries, first mapped value, bits of an entry. */
	private static int[] descriptor(final Attributes item) {
		final double[] descriptor = item.numbers(Tag.LUTDescriptor);
		if (descriptor.length != 3) throw item.problem(Tag.LUTDescriptor, "found " + descriptor.length +
			" values", "3");
		final int[] whole = new int[3];
		for (int i = 0; i < 3; i++) {
			whole[i] = (int) descriptor[i];
			if (whole[i] != descriptor[i]) throw item.problem(Tag.LUTDescriptor, "found " + descriptor[i], "a whole number");
		}
		return whole;
	}
}
