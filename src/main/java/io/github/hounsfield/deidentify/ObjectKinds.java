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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says which kinds of objects are not copied, and whose pixels may hold a name (PS3.15 sections E.1.1 and E.3.1). SOP
 * Class UID (PS3.6 annex A) and header decide.
 */
final class ObjectKinds {

	private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

	private static final int BURNED_IN_ANNOTATION = 0x00280301;
	private static final int ENCAPSULATED_DOCUMENT = 0x00420011;
	private static final int BODY_PART_EXAMINED = 0x00180015;
	private static final int PROTOCOL_NAME = 0x00181030;

	/** Beginnings of UIDs of classes whose content is free text, graphics, sound or unknown. */
	private static final Map<String, String> NOT_COPIED = Map.of(
		STORAGE + "104.", "an encapsulated document",
		STORAGE + "88.", "a structured report",
		STORAGE + "11.", "a presentation state",
		STORAGE + "9.4.", "sound",
		"1.2.840.10008.1.3.10.", "a DICOMDIR");

	/** Parts of the body whose image holds a face. */
	private static final List<String> WITH_FACE = List.of("HEAD", "BRAIN", "SKULL", "FACE", "ORBIT", "SINUS", "JAW",
		"MANDIBLE", "MAXILLA", "NECK", "WHOLEBODY", "NOSE", "EYE", "CRAN");

	/** A head is about 150 mm wide; a smaller field of view shows a part of it. */
	private static final double SMALLEST_FACE_MM = 120;

	private ObjectKinds() {}

	/** @return why the object is not copied, or null where it is */
	static String notCopied(final DataSet dataSet) throws IOException {
		final String sopClass = Texts.first(dataSet, Tag.SOPClassUID);
		if (dataSet.element(Tag.DirectoryRecordSequence) != null) return "a DICOMDIR";
		if (sopClass.isEmpty()) return "no SOP Class UID";
		if (Texts.first(dataSet, Tag.SOPInstanceUID).isEmpty()) return "no SOP Instance UID";
		if (!sopClass.startsWith("1.2.840.10008.")) return "a private SOP class, of which nobody knows what it holds";
		if (sopClass.equals(STORAGE + "66")) return "raw data, of which nobody knows what they hold";
		for (final Map.Entry<String, String> kind : NOT_COPIED.entrySet())
			if ((sopClass + ".").startsWith(kind.getKey())) return kind.getValue();
		return dataSet.element(ENCAPSULATED_DOCUMENT) != null ? "an encapsulated document" : null;
	}

	/** @return why pixels may hold a name, or null where nothing says so */
	static String pixelsAtRisk(final DataSet dataSet) throws IOException {
		if (Texts.first(dataSet, BURNED_IN_ANNOTATION).equals("YES")) return "Burned In Annotation is YES";
		final String sopClass = Texts.first(dataSet, Tag.SOPClassUID) + ".";
		if (sopClass.startsWith(STORAGE + "7.")) return "a Secondary Capture";
		if (sopClass.startsWith(STORAGE + "6.") || sopClass.startsWith(STORAGE + "3.") || Texts.first(dataSet,
			Tag.Modality).equals("US")) return "ultrasound";
		if (sopClass.startsWith(STORAGE + "77.")) return "a photograph or video";
		for (final String value : Texts.values(dataSet, Tag.ImageType)) {
			final String upper = value.toUpperCase(Locale.ROOT).replace('_', ' ');
			if (upper.contains("SCREEN SAVE") || upper.contains("SCREENSAVE") || upper.contains("DOSE")) return
				"a screen save (Image Type)";
		}
		return null;
	}

	/**
	 * Whether a face may be seen in a CT or MR image, or in the volume of its series: by Body Part Examined and the field
	 * of view. A guess from the header; pixels are not looked at.
	 */
	static boolean mayHoldFace(final DataSet dataSet) throws IOException {
		final String modality = Texts.first(dataSet, Tag.Modality);
		if (!modality.equals("CT") && !modality.equals("MR")) return false;
		final StringBuilder where = new StringBuilder();
		for (final int tag : new int[] { BODY_PART_EXAMINED, Tag.StudyDescription, Tag.SeriesDescription, PROTOCOL_NAME })
			where.append(Texts.first(dataSet, tag).toUpperCase(Locale.ROOT)).append(' ');
		boolean head = false;
		for (final String part : WITH_FACE)
			head |= where.indexOf(part) >= 0;
		return head && fieldOfView(dataSet) >= SMALLEST_FACE_MM;
	}

	/** The longer side in mm; the largest number if the header does not say. */
	private static double fieldOfView(final DataSet dataSet) throws IOException {
		final List<String> spacing = Texts.values(dataSet, Tag.PixelSpacing);
		try {
			final int rows = dataSet.integer(Tag.Rows).orElse(0);
			final int columns = dataSet.integer(Tag.Columns).orElse(0);
			if (spacing.size() != 2 || rows == 0 || columns == 0) return Double.MAX_VALUE;
			return Math.max(rows * Double.parseDouble(spacing.get(0)), columns * Double.parseDouble(spacing.get(1)));
		}
		catch (final NumberFormatException | DicomException e) {
			return Double.MAX_VALUE;
		}
	}
}
