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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values of each slice mean: rescale, padding, windows and unit, from its own header. Proves SliceReader. */
class SliceMeaningTest extends LoadedSlices {

	@Test
	void aDoseOf32BitsIsInItsUnit() throws IOException {
		final byte[] pixels = new byte[48];
		pixels[0] = (byte) 0xE8;
		pixels[1] = 3;
		final DicomVolume volume = load(bytes(slice(1), 32).pixels(pixels).text(0x3004000E, "DS", "0.002").text(0x30040002,
			"CS", "GY"));
		assertEquals(PlaneType.FLOAT32, volume.type());
		assertEquals(2, Volumes.at(volume, 0, 0, 0), 1e-6, "1000 x 0.002");
		assertEquals("GY", volume.slice(0).unit());
		assertEquals(Rescale.IDENTITY, volume.commonTransform().orElseThrow());
		final DicomVolume narrow = load(slice(1).pixels(values(1000)).text(0x3004000E, "DS", "0.002"));
		assertEquals(1000, Volumes.at(narrow, 0, 0, 0), "16 bits are shown with a rescale");
		assertEquals(new Rescale(0.002, 0), narrow.commonTransform().orElseThrow());
	}

	@Test
	void everySliceHasItsOwnRescalePaddingAndWindows() throws IOException {
		final DicomVolume volume = load(slice(1).text(0x00281053, "DS", "2").text(0x00281052, "DS", "-10").shorts(0x00280120,
			63536).shorts(0x00280103, 1), slice(2).text(0x00281053, "DS", "3").text(0x00281052, "DS", "-20").shorts(0x00280103,
				1).text(0x00281050, "DS", "40\\-600").text(0x00281051, "DS", "400\\1500").text(0x00281055, "LO", "SOFT\\LUNG").text(
					0x00281056, "CS", "SIGMOID"));
		assertEquals(new Rescale(2, -10), volume.slice(0).transform().orElseThrow());
		assertEquals(new Rescale(3, -20), volume.slice(1).transform().orElseThrow());
		assertTrue(volume.commonTransform().isEmpty());
		assertEquals(Padding.ofValue(-2000), volume.slice(0).padding(), "63536 written as unsigned is -2000");
		assertEquals(Padding.NONE, volume.slice(1).padding());
		assertEquals(List.of(), volume.slice(0).windows());
		assertEquals(List.of(new NamedVoi(new Window(40, 400, VoiLutFunction.SIGMOID), "SOFT"), new NamedVoi(new Window(-600,
			1500, VoiLutFunction.SIGMOID), "LUNG")), volume.slice(1).windows());
		assertEquals("HU", volume.slice(0).unit());
		assertEquals(3 * 5 - 20, volume.transforms().transform().apply(1).apply(5));
	}

	@ParameterizedTest(name = "slope {0}, intercept {1}")
	@CsvSource({ "0, 0", "x, 0", "1,", ", -1024" })
	void aRescaleThatCannotBeUsedIsSaidAndNeverGuessed(final String slope, final String intercept) throws IOException {
		final DicomFixture file = slice(1);
		if (slope != null) file.text(0x00281053, "DS", slope);
		if (intercept != null) file.text(0x00281052, "DS", intercept);
		final DicomVolume volume = load(file);
		assertTrue(volume.slice(0).transform().isEmpty());
		assertTrue(volume.report().has(Kind.BAD_RESCALE));
		final DicomException e = assertThrows(DicomException.class, volume::transforms);
		assertTrue(e.getMessage().contains("1.dcm"), e.getMessage());
	}

	@ParameterizedTest(name = "Rescale Type {0} is {1}")
	@CsvSource({ "HU, HU", "hu, HU", "Hounsfield Unit, HU", "Houndsfield Unit, HU", "US, ''", "OD, OD", ", HU" })
	void unitsAreSpelledAsUsersKnowThem(final String type, final String unit) throws IOException {
		final DicomFixture file = slice(1).text(0x00281053, "DS", "1").text(0x00281052, "DS", "0");
		if (type != null) file.text(0x00281054, "LO", type);
		assertEquals(unit, load(file).slice(0).unit());
	}

	@Test
	void modalityLutsAreTables() throws IOException {
		final DicomVolume volume = load(slice(1).sequence(0x00283000, new DicomFixture().shorts(0x00283002, 3, 10, 16).shorts(
			0x00283006, 5, 50, 500).text(0x00283004, "LO", "OD")));
		assertEquals(50, volume.slice(0).transform().orElseThrow().apply(11));
		assertEquals(500, volume.slice(0).transform().orElseThrow().apply(99));
		assertEquals("OD", volume.slice(0).unit());
	}

	/** PS3.3 C.11.2.1.1: what may be negative after the Modality LUT decides, not the stored values. */
	@Test
	void aVoiLutOfUnsignedCtBeginsAtNegativeHu() throws IOException {
		final DicomFixture lut = new DicomFixture().shorts(0x00283002, 3, 0x10000 - 1000, 8).shorts(0x00283006, 0, 100, 255);
		final DicomFixture negative = slice(1).text(0x00281053, "DS", "1").text(0x00281052, "DS", "-1024").sequence(
			0x00283010,
			lut);
		assertEquals(100, load(negative).slice(0).windows().get(0).transform().level(-999));
		final DicomFixture positive = slice(1).text(0x00080060, "CS", "MR").text(0x00281053, "DS", "1").text(0x00281052,
			"DS", "0")
			.sequence(0x00283010, lut);
		assertEquals(100, load(positive).slice(0).windows().get(0).transform().level(0x10000 - 999));
	}

	@Test
	void framesOfAnEnhancedFileHaveTheirOwnRescaleAndWindow() throws IOException {
		final List<DicomFixture> groups = new ArrayList<>();
		for (int z = 0; z < 2; z++)
			groups.add(new DicomFixture().sequence(0x00209113, new DicomFixture().text(0x00200032, "DS", "0\\0\\" + z)).sequence(
				0x00289145, new DicomFixture().text(0x00281053, "DS", "" + (z + 1)).text(0x00281052, "DS", "0").text(0x00281054,
					"LO", "HU")).sequence(0x00289132, new DicomFixture().text(0x00281050, "DS", "" + 10 * z).text(0x00281051, "DS",
						"100")));
		final DicomVolume volume = load(DicomFixture.slice("9", 1).text(0x00280008, "IS", "2").pixels(new short[24]).sequence(
			0x52009229, new DicomFixture().sequence(0x00209116, new DicomFixture().text(0x00200037, "DS",
				"1\\0\\0\\0\\1\\0"))).sequence(0x52009230, groups.toArray(DicomFixture[]::new)));
		assertEquals(new Rescale(1, 0), volume.slice(0).transform().orElseThrow());
		assertEquals(new Rescale(2, 0), volume.slice(1).transform().orElseThrow());
		assertEquals(new Window(10, 100), volume.slice(1).windows().get(0).transform());
	}
}
