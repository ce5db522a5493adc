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
package io.github.hounsfield.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.util.DicomTools;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that headers are written and read as ImageJ's own DICOM reader has them. Also tests {@code HeaderWriter}.
 */
class HeaderTextTest {

	@TempDir
	private Path folder;

	@Test
	void standsInTheLayoutOfImageJsOwnReader() throws IOException {
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0).text(0x00180050, "DS", "1.25"), Slices
			.ct(1).text(0x00180050, "DS", "1.5"));
		assertTrue(image.getInfoProperty().contains("\n0018,0050  Slice Thickness: 1.25\n"), image.getInfoProperty());
		assertEquals("1.25", DicomTools.getTag(image, "0018,0050").trim());
		image.setSlice(2);
		assertEquals("1.5", DicomTools.getTag(image, "0018,0050").trim());
		assertEquals("-10\\20\\2", DicomTools.getTag(image, "0020,0032").trim());
		assertEquals(2, DicomTools.getVoxelDepth(image.getStack()), 1e-9, "from the positions in the labels");
	}

	@Test
	void marksElementsOfSequencesAndDoesNotTakeThemForThoseOutside() throws IOException {
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0).sequence(0x00081140, new DicomFixture()
			.uid(0x00081150, "1.2.840.10008.5.1.4.1.1.2").text(0x00080060, "CS", "MR")));
		final HeaderText header = HeaderText.parse(image.getInfoProperty());
		assertTrue(header.toString().contains("0008,1140  Referenced Image Sequence: \n0008,0060  >Modality: MR\n"), header
			.toString());
		assertEquals(Optional.of("CT"), header.value(Tag.Modality));
	}

	@Test
	void aFrameOfAMultiFrameFileHasWhatDescribesItAsIfItHadAFileOfItsOwn() throws IOException {
		final DicomFixture file = DicomFixture.slice("1.2.3.5", 1).text(0x00280008, "IS", "2").pixels(new short[24]).sequence(
			0x52009229, new DicomFixture().sequence(0x00289110, new DicomFixture().text(0x00280030, "DS", "0.7\\0.5")).sequence(
				0x00209116, new DicomFixture().orientation("1\\0\\0\\0\\1\\0"))).sequence(0x52009230, frame(0, "-1000"), frame(5,
					"-1024"));
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, folder, file);
		final String label = image.getStack().getSliceLabel(2);
		final HeaderText header = HeaderText.parse(label.substring(label.indexOf('\n') + 1));
		assertEquals(Optional.of("0\\0\\5"), header.value(Tag.ImagePositionPatient));
		assertArrayEquals(new double[] { -1024 }, header.numbers(Tag.RescaleIntercept));
		assertArrayEquals(new double[] { 0.7, 0.5 }, header.numbers(Tag.PixelSpacing));
		assertFalse(label.contains("5200,"), label);
		assertEquals(-1000, ((io.github.hounsfield.intensity.Rescale) ImageValues.of(image).transform(0)).intercept());
		assertEquals(-1024, ((io.github.hounsfield.intensity.Rescale) ImageValues.of(image).transform(1)).intercept());
	}

	private static DicomFixture frame(final int z, final String intercept) {
		return new DicomFixture().sequence(0x00209113, new DicomFixture().position("0\\0\\" + z)).sequence(0x00289145,
			new DicomFixture().text(0x00281052, "DS", intercept).text(0x00281053, "DS", "1").text(0x00281054, "LO", "HU"));
	}

	@Test
	void changesAddsAndRemovesElements() {
		final HeaderText header = HeaderText.parse("0008,0060  Modality: CT\n0028,1052  >Rescale Intercept: 7\n" +
			"0028,1052  Rescale Intercept: -1024 \n");
		assertEquals(Optional.of("-1024"), header.value(Tag.RescaleIntercept));
		assertEquals("0008,0060  Modality: CT\n0028,1052  >Rescale Intercept: 7\n0028,1052  Rescale Intercept: 0\n", header
			.with(Tag.RescaleIntercept, "0").toString());
		assertTrue(header.with(Tag.RescaleSlope, "1").toString().endsWith("0028,1053  Rescale Slope: 1\n"));
		assertEquals("0028,1052  >Rescale Intercept: 7\n0028,1052  Rescale Intercept: -1024 \n", header.without(Tag.Modality)
			.toString());
	}

	@Test
	void aValueThatIsNoNumberIsNamed() {
		final ImageException refused = assertThrows(ImageException.class, () -> HeaderText.parse(
			"0028,1053  Rescale Slope: one\n").numbers(Tag.RescaleSlope));
		assertTrue(refused.getMessage().contains("(0028,1053)") && refused.getMessage().contains("one"), refused
			.getMessage());
	}
}
