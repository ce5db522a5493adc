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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves which images are times and which are slices where clock, place or layout of the header could mislead. */
class TimePointsTest {

	/** A clock time tells all images apart, and yet two kVp at three acquisitions are what was done. */
	@ParameterizedTest(name = "with Acquisition Number: {0}")
	@ValueSource(booleans = { true, false })
	void combinationsOfValuesComeBeforeAClockTime(final boolean numbered) {
		final List<DicomFixture> files = new ArrayList<>();
		for (int t = 1; t <= 3; t++)
			for (final int kv : new int[] { 80, 140 })
				for (int z = 0; z < 2; z++) {
					final DicomFixture file = HyperstackTest.slice(files.size() + 1, z).text(0x00180060, "DS", "" + kv)
						.text(0x00080032, "TM", "1200" + 10 * t + "." + kv + z);
					files.add(numbered ? file.text(0x00200012, "IS", "" + t) : file);
				}
		final Series series = HyperstackTest.shuffledOne(files);
		assertEquals(List.of(2, 2, 3), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertEquals(List.of("KVP 80 kV", "KVP 140 kV"), series.channels().labels());
		assertEquals("9.12", series.frame(1, 1, 2).instance().sopInstanceUid());
	}

	/** Their distance in the header is that to another slice, which is not here. */
	@Test
	void imagesOfOneSliceLocationAreTimes() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 1; i <= 3; i++)
			files.add(DicomFixture.slice("9", i).text(0x00201041, "DS", "10").text(0x00080032, "TM", "12000" + (4 - i)).text(
				0x00180088, "DS", "4.2"));
		final Series series = HyperstackTest.shuffledOne(files);
		assertEquals(List.of(1, 1, 3), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertFalse(series.geometry().hasDepth());
		assertEquals(List.of(3, 2, 1), Fixtures.numbers(series));
		files.get(2).text(0x00201041, "DS", "12");
		assertEquals(3, HyperstackTest.shuffledOne(files).sizeZ());
	}

	/** Image Type MOSAIC: the position is not that of a plane that is shown. */
	@Test
	void aMosaicHasNoGeometry() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 1; i <= 2; i++)
			files.add(HyperstackTest.slice(i, 0).text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC").text(0x00190010,
				"LO", "SIEMENS MR HEADER").shorts(0x0019100A, 4).text(0x00180088, "DS", "3").text(0x00200012, "IS", "" + i));
		final Series series = HyperstackTest.shuffledOne(files);
		assertEquals(List.of(1, 1, 2), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertFalse(series.geometry().isPositioned() || series.geometry().hasDepth());
		assertEquals("1.dcm is a mosaic of slices side by side: it is shown as one plane, without position and distance " +
			"of slices; the header counts 4 slices", series.report().findings(Kind.MOSAIC).get(0).text(Wording.NAMED));
	}
}
