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

package io.github.hounsfield.series.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.volume.DecodedPixels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that images which do not belong together under one UID are kept apart or told, never merged in silence. Also
 * tests {@code Subjects}, {@code Acquisitions} and {@code Mosaic}.
 */
class MixedImagesTest {

	private static final ScanOptions OPTIONS = ScanOptions.DEFAULT.withDigests(new DecodedPixels());
	private static final String RLE = "1.2.840.10008.1.2.5";

	@TempDir
	private Path folder;

	private static DicomFixture slice(final int z, final int value) {
		final short[] pixels = new short[12];
		Arrays.fill(pixels, (short) value);
		return DicomFixture.slice("9", z + 1, "0\\0\\" + 2 * z).pixels(pixels);
	}

	/** The bytes of one RLE frame of 12 pixels with one value: two segments of one run each (PS3.5 annex G). */
	private static byte[] rle(final DicomFixture slice, final int high, final int low) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(slice.without(0x7FE00010).file(RLE));
		out.writeBytes(new byte[] { (byte) 0xE0, 0x7F, 0x10, 0, 'O', 'B', 0, 0, -1, -1, -1, -1 });
		out.writeBytes(new byte[] { -2, -1, 0, (byte) 0xE0, 0, 0, 0, 0, -2, -1, 0, (byte) 0xE0, 68, 0, 0, 0 });
		final byte[] header = new byte[64];
		header[0] = 2;
		header[4] = 64;
		header[8] = 66;
		out.writeBytes(header);
		out.writeBytes(new byte[] { -11, (byte) high, -11, (byte) low });
		out.writeBytes(new byte[] { -2, -1, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0 });
		return out.toByteArray();
	}

	private List<Series> scan() throws IOException {
		return new SeriesScanner().scan(List.of(folder), OPTIONS).series();
	}

	private void write(final String name, final byte[] file) throws IOException {
		Files.write(folder.resolve(name), file);
	}

	private void three() throws IOException {
		for (int z = 0; z < 3; z++)
			write("s" + z, slice(z, 100 + z).file());
	}

	private static List<String> files(final Series series) {
		return series.frames().stream().map(frame -> frame.instance().name()).toList();
	}

	@Test
	void otherPixelsWithOneUidAreAWarningThatSaysWhichWereKeptAndWhy() throws IOException {
		three();
		write("s9", slice(1, 777).file());
		final Series series = scan().get(0);
		assertEquals(List.of("s0", "s1", "s2"), files(series));
		assertEquals("s9 has the SOP Instance UID and the position of s1, but other pixels; s1 was kept; it is the first " +
			"by name", series.report().findings(Kind.OTHER_PIXELS).get(0).text(Wording.NAMED));
		assertEquals("a file has the SOP Instance UID and the position of slice 2, but other pixels; slice 2 was kept; " +
			"it is the first by name", series.report().findings(Kind.OTHER_PIXELS).get(0).text(Wording.NEUTRAL));
		assertTrue(Kind.OTHER_PIXELS.isWarning());
	}

	/** Equal pixels of another rescale are other HU. */
	@Test
	void equalPixelsThatMeanOtherValuesAreNoCopy() throws IOException {
		three();
		write("s9", slice(1, 101).text(0x00281053, "DS", "1").text(0x00281052, "DS", "-1024").file());
		final Series series = scan().get(0);
		assertFalse(series.report().has(Kind.COPY));
		assertTrue(series.report().has(Kind.SHARED_UID), series.report()::toString);
		assertEquals(List.of("s0", "s1", "s2", "s9"), files(series).stream().sorted().toList());
	}

	@Test
	void equalPixelsAreACopyWhateverTheTransferSyntax() throws IOException {
		three();
		write("a", rle(slice(1, 0), 0, 101));
		write("s9", slice(1, 101).file());
		final Series series = scan().get(0);
		assertEquals(List.of("s0", "s1", "s2"), files(series));
		assertEquals(2, series.report().findings(Kind.COPY).size(), series.report()::toString);
		assertFalse(series.report().has(Kind.OTHER_PIXELS));
		write("a", rle(slice(1, 0), 1, 101));
		assertTrue(scan().get(0).report().has(Kind.OTHER_PIXELS));
	}

	@Test
	void theCopyThatCanBeDecodedIsKept() throws IOException {
		write("s0", slice(0, 100).file());
		write("s2", slice(2, 102).file());
		final byte[] broken = rle(slice(1, 0), 0, 101);
		broken[broken.length - 12] = 120;
		write("s1", broken);
		write("s9", rle(slice(1, 0), 0, 101));
		final Series series = scan().get(0);
		assertEquals(List.of("s0", "s9", "s2"), files(series));
		final String text = series.report().findings(Kind.COPY).get(0).text(Wording.NAMED);
		assertTrue(text.startsWith("s1 is a copy of s9") && text.contains("PixelData"), text);
	}

	@Test
	void patientsAndFramesOfReferenceAreNeverMixed() throws IOException {
		for (int z = 0; z < 6; z++)
			write("s" + z, slice(z, z).text(0x00100020, "LO", z % 2 == 0 ? "A" : "B").uid(0x00200052, "1.2." + z / 4).file());
		final List<List<String>> volumes = new ArrayList<>();
		for (final Series series : scan()) {
			volumes.add(files(series));
			assertTrue(series.report().has(Kind.MIXED_PATIENTS) && series.report().has(Kind.MIXED_FRAMES_OF_REFERENCE));
			final String split = series.report().findings(Kind.SPLIT).get(0).text(Wording.NEUTRAL);
			assertTrue(split.contains("of another patient") && split.contains("of another Frame of Reference"), split);
		}
		assertEquals(List.of(List.of("s0", "s2"), List.of("s1", "s3"), List.of("s4"), List.of("s5")), volumes);
	}

	@Test
	void anImageWithoutFrameOfReferenceStaysWithTheOthers() throws IOException {
		for (int z = 0; z < 3; z++)
			write("s" + z, (z == 1 ? slice(z, z) : slice(z, z).uid(0x00200052, "1.2")).file());
		assertEquals(1, scan().size());
	}

	@Test
	void twoAcquisitionsOffsetByHalfASpacingAreTold() throws IOException {
		for (int z = 0; z < 6; z++)
			write("s" + z, slice(z, z).text(0x00200012, "IS", z % 2 == 0 ? "3" : "4").file());
		final Series series = scan().get(0);
		assertEquals(2, series.geometry().spacingZMm());
		assertEquals("slices of 2 acquisitions lie between each other, such as s0 and s1: volumes that do not belong " +
			"together may have been taken for one", series.report().findings(Kind.INTERLEAVED).get(0).text(Wording.NAMED));
		for (int z = 0; z < 6; z++)
			write("s" + z, slice(z, z).text(0x00200012, "IS", z < 3 ? "3" : "4").file());
		assertFalse(scan().get(0).report().has(Kind.INTERLEAVED));
	}

	@Test
	void theFaultsAreAsTheNotesBesideThemSay() throws IOException {
		final Path faults = RealData.faults();
		for (final String name : List.of("two-patients", "two-frames-of-reference"))
			assertEquals(2, new SeriesScanner().scan(List.of(faults.resolve(name)), OPTIONS).series().size(), name);
		final Series series = new SeriesScanner().scan(List.of(faults.resolve("same-uid-other-pixels")), OPTIONS).series()
			.get(0);
		assertEquals(1, series.report().findings(Kind.OTHER_PIXELS).size());
		assertEquals(List.of("s0.dcm", "s1.dcm", "s2.dcm", "s3.dcm", "s4.dcm"), files(series));
	}
}
