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
package io.github.hounsfield.volume;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.LookupTable;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Items of the Modality LUT Sequence (PS3.3 C.11.1.1) and the VOI LUT Sequence (PS3.3 C.11.2.1.1). */
public final class LookupTables {

	private LookupTables() {}

	/**
	 * @param item of either sequence
	 * @param signed whether the values that the table maps are, and with them the first mapped value of the descriptor
	 * @throws DicomException where there is no descriptor of three values or no table
	 * @throws IntensityException where they do not go together
	 */
	static LookupTable read(final DataSet item, final boolean signed) throws DicomException {
		return of(descriptor(item), entries(item), signed);
	}

	/**
	 * @param descriptor LUT Descriptor (0028,3002), three values
	 * @param entries LUT Data (0028,3006), 0 to 65535
	 * @param signed whether the values that the table maps are
	 * @throws IntensityException where they do not go together
	 */
	public static LookupTable of(final double[] descriptor, final int[] entries, final boolean signed) {
		final int first = (int) descriptor[1];
		return new LookupTable((int) descriptor[0] & 0xFFFF, signed || first < 0 ? (short) first : first, (int) descriptor[2],
			entries);
	}

	/**
	 * Whether values after the Modality LUT have a sign, and with them the first mapped value of a VOI LUT: those of a CT
	 * always have (PS3.3 C.11.2.1.1).
	 *
	 * @param signed whether stored values have
	 * @param modality Modality (0008,0060), "" where it is not given
	 * @param transform Modality LUT
	 */
	public static boolean mapsSigned(final boolean signed, final String modality,
		final Optional<? extends ModalityTransform> transform)
	{
		return signed || modality.equals("CT") || transform.orElse(null) instanceof Rescale rescale && rescale
			.givesNegative();
	}

	/**
	 * LUT Data (0028,3006), whether each entry has a word of its own or, of 8 bits, half a word.
	 *
	 * @param item of either sequence
	 * @return as many entries as the descriptor names, or fewer where the data have fewer; 0 to 65535
	 * @throws DicomException where there is no descriptor of three values or no table
	 */
	public static int[] entries(final DataSet item) throws DicomException {
		final int named = (int) descriptor(item)[0] & 0xFFFF;
		final Element data = item.element(Tag.LUTData);
		if (data == null) throw item.problem(Tag.LUTData, "missing, expected a table");
		final byte[] bytes = item.bytes(Tag.LUTData);
		final int count = named == 0 ? LookupTable.MAX_ENTRIES : named;
		final boolean packed = bytes.length < 2 * count && descriptor(item)[2] == 8;
		final int[] table = new int[Math.min(count, packed ? bytes.length : bytes.length / 2)];
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(data.isBigEndian() ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < table.length; i++)
			table[i] = packed ? bytes[data.isBigEndian() && (i ^ 1) < bytes.length ? i ^ 1 : i] & 0xFF : buffer.getShort() &
				0xFFFF;
		return table;
	}

	private static double[] descriptor(final DataSet item) throws DicomException {
		final double[] descriptor = item.numbers(Tag.LUTDescriptor);
		if (descriptor.length == 3) return descriptor;
		throw item.problem(Tag.LUTDescriptor, "found " + descriptor.length + " values, expected 3");
	}
}
