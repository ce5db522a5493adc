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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Upright and even grids against values interpolated by hand. Also tests {@code EvenSpacing}, {@code Untilt} and
 * {@code PlaneValues}.
 */
class ResamplingTest {

	private static final double EXACT = 1e-9;

	@TempDir
	private Path folder;

	@Test
	void aTiltedRampIsUprightAgain() throws IOException {
		final List<DicomFixture> files = new ArrayList<>();
		for (int z = 0; z < 3; z++) {
			final short[] pixels = new short[8 * 10];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) (100 + 10 * (i / 8) + (int) (10 * 1.5 * z) + i % 8);
			files.add(slice(z, "0\\" + 3 * z + "\\" + 5 * z, 8, 10).pixels(pixels).text(0x00280030, "DS", "2\\1"));
		}
		final DicomVolume tilted = Volumes.load(folder, files);
		assertTrue(tilted.geometry().isTilted());
		final DicomVolume upright = Untilt.apply(tilted, Workers.all());
		assertFalse(upright.geometry().isTilted());
		assertEquals(8, upright.width());
		assertEquals(13, upright.height(), "3 mm shift a slice are 1.5 rows of 2 mm, 3 for the last slice");
		assertEquals(0, new Vector3(0, 0, 5).minus(upright.geometry().sliceStep()).length(), EXACT);
		assertEquals(tilted.geometry().spacingZMm(), upright.geometry().spacingZMm());
		for (int z = 0; z < 3; z++)
			for (int y = 3; y < 10; y++)
				assertEquals(100 + 10 * y + 5, Volumes.at(upright, 5, y, z), "a value is a function of the place alone");
		assertEquals(24, Volumes.at(upright, 5, 12, 0), "outside is air: 24 - 1024 = -1000 HU");
		assertTrue(upright.report().has(Kind.UNTILTED));
		assertFalse(upright.report().has(Kind.TILT));
		assertSame(upright, Untilt.apply(upright, Workers.all()));
		try (DicomVolume virtual = Untilt.apply(VolumeLoader.open(tilted.series(), finding -> {}), Workers.all())) {
			assertTrue(virtual.isVirtual());
			for (int z = 0; z < 3; z++)
				assertTrue(Arrays.equals(upright.plane(z).shorts(), virtual.plane(z).shorts()));
		}
	}

	@Test
	void shiftsTheOtherWayMoveTheOrigin() throws IOException {
		final DicomVolume tilted = Volumes.load(folder, List.of(slice(0, "10\\20\\0", 4, 3), slice(1, "8\\20\\5", 4, 3),
			slice(2,
			"6\\20\\10", 4, 3)));
		final DicomVolume upright = Untilt.apply(tilted, Workers.all());
		assertEquals(new Vector3(6, 20, 0), upright.geometry().origin());
		assertEquals(4 + 8, upright.width(), "4 mm are 8 columns of 0.5 mm");
	}

	@Test
	void paddingIsNeverMixedWithTissue() throws IOException {
		final short[] pixels = new short[12];
		Arrays.fill(pixels, 0, 4, (short) 0);
		Arrays.fill(pixels, 4, 12, (short) 1000);
		final List<DicomFixture> files = new ArrayList<>();
		for (int z = 0; z < 2; z++)
			files.add(slice(z, "0\\" + 0.35 * z + "\\" + z, 4, 3).pixels(pixels).shorts(0x00280120, 0));
		final DicomVolume upright = Untilt.apply(Volumes.load(folder, files), Workers.all());
		for (final short value : upright.plane(1).shorts())
			assertTrue(value == 0 || value == 1000, "found " + value);
	}

	@Test
	void aMissingSliceIsInterpolatedAndTheGapStaysInTheReport() throws IOException {
		final DicomVolume uneven = Volumes.load(folder, List.of(flat(0, 0, 100), flat(1, 2, 200), flat(2, 4, 300), flat(3, 8,
			700)));
		final DicomVolume even = EvenSpacing.apply(uneven, Workers.all());
		assertEquals(5, even.sizeZ());
		assertTrue(even.geometry().uniform());
		assertEquals(2, even.geometry().spacingZMm());
		final double[] expected = { 100, 200, 300, 500, 700 };
		for (int z = 0; z < 5; z++) {
			assertEquals(expected[z], Volumes.at(even, 1, 1, z));
			assertEquals(0, new Vector3(0, 0, 2.0 * z).minus(even.geometry().slicePositions().get(z)).length(), EXACT);
		}
		assertTrue(even.report().has(Kind.GAP) && even.report().has(Kind.RESAMPLED));
		assertTrue(even.report().render(true).contains("rounded to whole stored values"), even.report().render(true));
		assertFalse(even.report().has(Kind.UNEVEN_SPACING));
		assertSame(even, EvenSpacing.apply(even, Workers.all()));
		assertEquals(5, even.stored().dimension(2));
	}

	@Test
	void ofTwoSlicesAtOnePositionTheFirstCounts() throws IOException {
		final DicomVolume even = EvenSpacing.apply(Volumes.load(folder, List.of(flat(0, 0, 100), flat(1, 1, 200), flat(2, 1,
			900), flat(3, 2, 300), flat(4, 3, 400))), Workers.all());
		final double[] expected = { 100, 200, 300, 400 };
		assertEquals(4, even.sizeZ());
		for (int z = 0; z < 4; z++)
			assertEquals(expected[z], Volumes.at(even, 0, 0, z));
		assertTrue(even.report().render(true).contains("1 slices at positions of others"), even.report().render(true));
	}

	@Test
	void slicesOfDifferentRescaleAreInterpolatedAsWhatTheyMean() throws IOException {
		final DicomVolume even = EvenSpacing.apply(Volumes.load(folder, List.of(flat(0, 0, 100), flat(1, 1, 100), flat(2, 3,
			100).text(0x00281053, "DS", "3").text(0x00281052, "DS", "0"))), Workers.all());
		assertEquals(PlaneType.FLOAT32, even.type());
		assertFalse(even.report().render(true).contains("rounded"), "32-bit values are not");
		assertEquals(1, even.geometry().spacingZMm(), "of the gaps 1 and 2 the one that two slices have, not their mean");
		assertEquals(-924, Volumes.at(even, 0, 0, 0));
		assertEquals(-924, Volumes.at(even, 0, 0, 1));
		assertEquals(-924 + 0.5 * (300 + 924), Volumes.at(even, 0, 0, 2));
		assertEquals(300, Volumes.at(even, 0, 0, 3));
		assertEquals(Rescale.IDENTITY, even.slice(1).transform().orElseThrow());
	}

	@Test
	void aGridMostlyMadeUpIsRefused() throws IOException {
		final DicomVolume apart = Volumes.load(folder, List.of(flat(0, 0, 1), flat(1, 1, 1), flat(2, 2, 1), flat(3, 1e6, 1)));
		assertThrows(DicomException.class, () -> EvenSpacing.apply(apart, Workers.all()));
		final DicomVolume sheared = Volumes.load(folder, List.of(slice(0, "0\\0\\0", 4, 3), slice(1, "1e8\\0\\1", 4, 3)));
		assertThrows(DicomException.class, () -> Untilt.apply(sheared, Workers.all()));
	}

	@Test
	void withoutPositionsThereIsNoEvenGrid() throws IOException {
		final DicomVolume volume = Volumes.load(folder, List.of(DicomFixture.slice("9", 1), DicomFixture.slice("9", 2)));
		assertThrows(DicomException.class, () -> EvenSpacing.apply(volume, Workers.all()));
	}

	private static DicomFixture flat(final int number, final double z, final int value) {
		final short[] pixels = new short[12];
		Arrays.fill(pixels, (short) value);
		return slice(number, "0\\0\\" + z, 4, 3).pixels(pixels);
	}

	private static DicomFixture slice(final int number, final String position, final int columns, final int rows) {
		return DicomFixture.slice("9", number, position).size(columns, rows).pixels(new short[columns * rows]).text(
			0x00281052, "DS", "-1024").text(0x00281053, "DS", "1");
	}
}
