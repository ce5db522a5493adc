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
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import java.util.List;
import java.util.OptionalInt;

/**
 * One image file: its header and what tells it from others. Immutable, safe for several threads.
 *
 * @param file the header; Pixel Data are left in its source
 * @param name of the file, relative to the folder or archive that was scanned; may identify the patient
 * @param seriesInstanceUid empty where the file has none
 * @param sopInstanceUid empty where the file has none
 * @param instanceNumber empty if the file has none, or no whole number
 * @param rows height in pixels, at least 1
 * @param columns width in pixels, at least 1
 * @param samplesPerPixel at least 1
 * @param bitsAllocated bits of one sample as stored
 * @param numberOfFrames at least 1; the file is large enough to hold them
 * @param notes what breaks the standard and could be read
 */
public record Instance(DicomFile file, String name, String seriesInstanceUid, String sopInstanceUid,
	OptionalInt instanceNumber, int rows, int columns, int samplesPerPixel, int bitsAllocated, int numberOfFrames,
	List<Problem> notes) implements ScannedFile
{

	public Instance {
		notes = List.copyOf(notes);
	}

	/** The header, up to and including Pixel Data. */
	public DataSet dataSet() {
		return file.dataSet();
	}

	/** Pixel Data, Float Pixel Data or Double Float Pixel Data. */
	public Element pixelElement() {
		return pixelElement(dataSet());
	}

	/** The element that holds the pixels, null where there is none. */
	public static Element pixelElement(final DataSet dataSet) {
		for (final int tag : new int[] { Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData }) {
			final Element element = dataSet.element(tag);
			if (element != null) return element;
		}
		return null;
	}

	/** Whether the file says what each frame is in functional groups (PS3.3 section C.7.6.16). */
	public boolean isEnhanced() {
		return dataSet().has(Tag.PerFrameFunctionalGroupsSequence) || dataSet().has(Tag.SharedFunctionalGroupsSequence);
	}

	@Override
	public String toString() {
		return name;
	}
}
