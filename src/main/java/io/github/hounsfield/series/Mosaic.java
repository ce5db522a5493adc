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

package io.github.hounsfield.series;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import java.util.List;
import java.util.OptionalInt;

/**
 * Slices side by side in one plane, as Siemens scanners write a volume of MR: Image Type (0008,0008) has the value
 * MOSAIC. Position and distance of slices in the header never fit what a viewer shows, so they are not used.
 */
final class Mosaic {

	private static final String CREATOR = "SIEMENS MR HEADER";
	private static final int GROUP = 0x0019;
	private static final int NUMBER_OF_IMAGES = 0x0A;

	private Mosaic() {}

	static boolean is(final Frame frame) {
		return is(frame.instance());
	}

	static boolean is(final Instance instance) {
		try {
			final List<String> type = instance.dataSet().strings(Tag.ImageType);
			return type.size() > 2 && type.subList(2, type.size()).contains("MOSAIC");
		}
		catch (final DicomException e) {
			return false;
		}
	}

	/** How many slices the private Number of Images in Mosaic (0019,xx0A) counts; empty where it is not there. */
	static String count(final Instance instance) {
		final DataSet dataSet = instance.dataSet();
		for (int block = 0x10; block <= 0xFF; block++)
			if (Headers.text(dataSet, GROUP << 16 | block).equals(CREATOR)) {
				final OptionalInt count = Headers.integer(dataSet, GROUP << 16 | block << 8 | NUMBER_OF_IMAGES);
				return count.isEmpty() ? "" : "the header counts " + count.getAsInt() + " slices";
			}
		return "";
	}
}
