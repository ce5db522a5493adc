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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Part10Reader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be shown of an image: no row of PS3.15 table E.1-1 in any VR, and all that an image needs. */
class ShownAttributesTest {

	@ParameterizedTest(name = "({0}) {2} identifies")
	@CsvSource({ "0x00100010, PN, Patient's Name", "0x00100020, LO, Patient ID", "0x00100030, DA, Birth Date",
		"0x00100040, CS, Sex", "0x00101010, AS, Age", "0x00080080, LO, Institution", "0x00080050, SH, Accession Number",
		"0x0008103E, LO, Series Description", "0x00081030, LO, Study Description", "0x00080020, DA, Study Date",
		"0x00080032, TM, Acquisition Time", "0x0008002A, DT, Acquisition DateTime", "0x00081010, SH, Station Name",
		"0x00181000, LO, Device Serial Number", "0x00181030, LO, Protocol Name", "0x00204000, LT, Image Comments",
		"0x00080090, PN, Referring Physician", "0x00081070, PN, Operators", "0x00081048, PN, Physicians of Record",
		"0x00321032, PN, Requesting Physician", "0x00400253, SH, Performed Procedure Step ID",
		"0x00400275, SQ, Request Attributes", "0x00080092, ST, Referring Physician's Address",
		"0x00081140, SQ, Referenced Image", "0x00120040, LO, Clinical Trial Subject", "0x00200010, SH, Study ID",
		"0x00091001, LO, private", "0x60003000, OW, Overlay Data", "0x60004000, LT, Overlay Comments",
		"0x50003000, OW, Curve Data", "0x00880200, SQ, Icon Image", "0x04000561, SQ, Original Attributes",
		"0x30060026, LO, ROI Name", "0x40080114, PN, Physician Approving", "0x0040A730, SQ, Content Sequence",
		"0xFFFCFFFC, OB, Data Set Trailing Padding", "0x00180010, LO, Contrast Agent", "0x00281051, UN, unknown" })
	void whatTheTableNamesIdentifies(final String tag, final String vr, final String name) throws IOException {
		assertTrue(identifies(tag, vr), name);
	}

	@ParameterizedTest(name = "({0}) {2} stays")
	@CsvSource({ "0x00080008, CS, Image Type", "0x00080060, CS, Modality", "0x00080070, LO, Manufacturer",
		"0x00180050, DS, Slice Thickness", "0x00180060, DS, KVP", "0x00181210, SH, Convolution Kernel",
		"0x00200013, IS, Instance Number", "0x00200032, DS, Image Position", "0x00200037, DS, Image Orientation",
		"0x00280010, US, Rows", "0x00280030, DS, Pixel Spacing", "0x00281052, DS, Rescale Intercept",
		"0x00281053, DS, Rescale Slope", "0x00281054, LO, Rescale Type", "0x00281050, DS, Window Center",
		"0x00120062, CS, Patient Identity Removed", "0x3004000E, DS, Dose Grid Scaling", "0x00541001, CS, Units",
		"0x52009229, SQ, Shared Functional Groups" })
	void whatAnImageNeedsStays(final String tag, final String vr, final String name) throws IOException {
		assertFalse(identifies(tag, vr), name);
	}

	/** A file may say LO where the standard has a name, a date or a UID: the tag decides. */
	@Test
	void noRowOfTheTableIsShownWhateverItsVr() throws IOException {
		for (final String vr : PlantedValues.VRS)
			for (final int tag : PlantedValues.tags()) {
				final DicomBytes file = DicomBytes.explicitLittle().text(0x0008, 0x0008, "CS", "ORIGINAL");
				PlantedValues.plant(file, tag, vr, true);
				final DataSet dataSet;
				try {
					dataSet = new Part10Reader().read(DicomSource.of("planted", file.dataSet())).dataSet();
				}
				catch (final IOException e) {
					continue;
				}
				final Element element = dataSet.element(tag);
				if (element != null) assertTrue(ShownAttributes.identifies(dataSet, element), vr + " " + element);
			}
	}

	@Test
	void standardUidsAreShownAndOthersAreNot() throws IOException {
		final DicomBytes file = DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2").text(
			0x0008, 0x0018, "UI", "1.2.3").text(0x0020, 0x0052, "UI", "1.2.840.10008.1.4.1.1");
		final DataSet dataSet = new Part10Reader().read(DicomSource.of("uids", file.dataSet())).dataSet();
		assertFalse(ShownAttributes.identifies(dataSet, dataSet.element(0x00080016)));
		assertTrue(ShownAttributes.identifies(dataSet, dataSet.element(0x00080018)));
		assertFalse(ShownAttributes.identifies(dataSet, dataSet.element(0x00200052)));
	}

	private static boolean identifies(final String tag, final String vr) throws IOException {
		final int number = (int) (long) Long.decode(tag);
		final DicomBytes file = DicomBytes.explicitLittle().text(0x0008, 0x0005, "CS", "ISO_IR 100");
		final int group = number >>> 16;
		final int element = number & 0xFFFF;
		switch (vr) {
			case "SQ" -> file.sequence(group, element, file.empty().text(0x0008, 0x1155, "UI", "1.2.3"));
			case "US" -> file.shorts(group, element, vr, 1);
			case "DS", "IS" -> file.text(group, element, vr, "1");
			case "UN" -> file.bytes(group, element, vr, new byte[] { 'n', 'a', 'm', 'e' });
			default -> file.text(group, element, vr, "NAME");
		}
		final DataSet dataSet = new Part10Reader().read(DicomSource.of("one", file.dataSet())).dataSet();
		assertNotEquals(null, dataSet.element(number));
		return ShownAttributes.identifies(dataSet, dataSet.element(number));
	}
}
