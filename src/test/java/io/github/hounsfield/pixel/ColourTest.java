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
package io.github.hounsfield.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Colours of tiny images, computed by hand from PS3.3 section C.7.6.3.1. Also tests {@code Palette},
 * {@code SegmentedTable}, {@code ColourConverter} and {@code Interleave}.
 */
class ColourTest {

	private static final String EXPLICIT = "1.2.840.10008.1.2.1";

	@ParameterizedTest(name = "planar configuration {0}")
	@ValueSource(ints = { 0, 1 })
	void bringsTheSamplesOfAPixelTogether(final int planar) throws IOException {
		final byte[] cells = planar == 0 ? new byte[] { 1, 2, 3, 4, 5, 6 } : new byte[] { 1, 4, 2, 5, 3, 6 };
		try (FrameReader reader = open(colour("RGB", planar, 8, 1, 2).bytes(0x7FE0, 0x0010, "OB", cells))) {
			final byte[] plane = new byte[6];
			reader.read(0, plane, 0);
			assertArrayEquals(new byte[] { 1, 2, 3, 4, 5, 6 }, plane);
			assertRgb(reader, 0xFF010203, 0xFF040506);
		}
	}

	@ParameterizedTest(name = "planar configuration {0}")
	@ValueSource(ints = { 0, 1 })
	void scalesSixteenBits(final int planar) throws IOException {
		final int[] cells = planar == 0 ? new int[] { 0, 65535, 32896, 128, 129, 257 } : new int[] { 0, 128, 65535, 129,
			32896, 257 };
		try (FrameReader reader = open(colour("RGB", planar, 16, 1, 2).shorts(0x7FE0, 0x0010, "OW", cells))) {
			final short[] plane = new short[6];
			reader.read(0, plane, 0);
			assertArrayEquals(new short[] { 0, -1, (short) 32896, 128, 129, 257 }, plane);
			assertRgb(reader, 0xFF00FF80, 0xFF000101);
		}
	}

	/** R = Y + 1.402 Cr', G = Y - 0.344136 Cb' - 0.714136 Cr', B = Y + 1.772 Cb' with Cb' = Cb - 128. */
	@Test
	void convertsLuminanceAndChrominance() throws IOException {
		final byte[] cells = { 76, 85, (byte) 255, 100, (byte) 228, 28 };
		try (FrameReader reader = open(colour("YBR_FULL", 0, 8, 1, 2).bytes(0x7FE0, 0x0010, "OB", cells))) {
			assertRgb(reader, 0xFFFE0000, 0xFF0089FF);
		}
	}

	@Test
	void sharesTheChrominanceOfTwoPixels() throws IOException {
		final byte[] cells = { 10, 20, 85, (byte) 255, 30, 40, 1, 2 };
		try (FrameReader reader = open(colour("YBR_FULL_422", 0, 8, 2, 2).bytes(0x7FE0, 0x0010, "OB", cells))) {
			final byte[] plane = new byte[12];
			reader.read(0, plane, 0);
			assertArrayEquals(new byte[] { 10, 85, -1, 20, 85, -1, 30, 1, 2, 40, 1, 2 }, plane);
		}
		final byte[] all = { 10, 85, -1, 20, 85, -1, 30, 1, 2, 40, 1, 2 };
		try (FrameReader reader = open(colour("YBR_FULL_422", 0, 8, 2, 2).bytes(0x7FE0, 0x0010, "OB", all))) {
			final byte[] plane = new byte[12];
			reader.read(0, plane, 0);
			assertArrayEquals(all, plane);
		}
		assertThrows(DicomException.class, () -> open(colour("YBR_FULL_422", 0, 8, 2, 2).bytes(0x7FE0, 0x0010, "OB",
			new byte[10])));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "16 bits", "8 bits", "8 bits in words", "8 bits called 16" })
	void looksColoursUpInThePalette(final String kind) throws IOException {
		final DicomBytes bytes = palette(kind.equals("16 bits") || kind.equals("8 bits called 16") ? 16 : 8, 4, 10);
		for (int c = 0; c < 3; c++)
			switch (kind) {
				case "16 bits" -> bytes.shorts(0x0028, 0x1201 + c, "OW", 0x01FF + c * 256, 0x8000, 0xFFFF, c * 0x1000);
				case "8 bits" -> bytes.bytes(0x0028, 0x1201 + c, "OW", new byte[] { (byte) (1 + c), (byte) 0x80, (byte) 0xFF,
					(byte) (c * 0x10) });
				default -> bytes.shorts(0x0028, 0x1201 + c, "OW", 1 + c, 0x80, 0xFF, c * 0x10);
			}
		try (FrameReader reader = open(bytes.bytes(0x7FE0, 0x0010, "OB", new byte[] { 10, 11, 13, 9, (byte) 200, 12 }))) {
			assertRgb(reader, 0xFF010203, 0xFF808080, 0xFF001020, 0xFF010203, 0xFF001020, 0xFFFFFFFF);
		}
	}

	/** PS3.3 section C.7.9.2: discrete 5 and 9, in three steps to 21, and the first segment again. */
	@Test
	void expandsSegmentedPalettes() throws IOException {
		final DicomBytes wide = palette(16, 7, 0);
		final DicomBytes narrow = palette(8, 7, 0);
		for (int c = 0; c < 3; c++) {
			wide.shorts(0x0028, 0x1221 + c, "OW", 0, 2, 5 << 8, 9 << 8, 1, 3, 21 << 8, 2, 1, 0, 0);
			narrow.bytes(0x0028, 0x1221 + c, "OW", new byte[] { 0, 2, 5, 9, 1, 3, 21, 2, 1, 0, 0, 0, 0, 0 });
		}
		for (final DicomBytes bytes : new DicomBytes[] { wide, narrow })
			try (FrameReader reader = open(bytes.bytes(0x7FE0, 0x0010, "OB", new byte[] { 0, 1, 2, 3, 4, 6 }))) {
				assertRgb(reader, 0xFF050505, 0xFF090909, 0xFF0D0D0D, 0xFF111111, 0xFF151515, 0xFF090909);
			}
	}

	@ParameterizedTest(name = "segments {0}")
	@CsvSource({ "1 3 5", "0 2 5", "0 9 1 2 3 4 5 6 7 8 9", "2 1 0 0", "0 1 5 2 1 2 0", "0 1 5 2 9 0 0", "3 1 1",
		"0 1 5" })
	void refusesBrokenSegments(final String words) {
		final DicomBytes bytes = palette(16, 7, 0);
		final int[] numbers = Arrays.stream(words.split(" ")).mapToInt(Integer::parseInt).toArray();
		for (int c = 0; c < 3; c++)
			bytes.shorts(0x0028, 0x1221 + c, "OW", numbers);
		bytes.bytes(0x7FE0, 0x0010, "OB", new byte[6]);
		final DicomException e = assertThrows(DicomException.class, () -> open(bytes).readRgb(0, new int[6], 0));
		assertTrue(e.getMessage().contains("SegmentedRedPaletteColorLookupTableData"), e.getMessage());
	}

	@Test
	void refusesAPaletteWithoutEntries() {
		final DicomBytes bytes = palette(16, 7, 0).bytes(0x7FE0, 0x0010, "OB", new byte[6]);
		assertThrows(DicomException.class, () -> open(bytes).readRgb(0, new int[6], 0));
	}

	private static DicomBytes palette(final int bits, final int entries, final int first) {
		final DicomBytes bytes = DicomBytes.explicitLittle().shorts(0x0028, 0x0002, "US", 1).text(0x0028, 0x0004, "CS",
			"PALETTE COLOR").shorts(0x0028, 0x0010, "US", 2).shorts(0x0028, 0x0011, "US", 3).shorts(0x0028, 0x0100, "US", 8)
			.shorts(0x0028, 0x0101, "US", 8).shorts(0x0028, 0x0102, "US", 7).shorts(0x0028, 0x0103, "US", 0);
		for (int c = 0; c < 3; c++)
			bytes.shorts(0x0028, 0x1101 + c, "US", entries, first, bits);
		return bytes;
	}

	private static DicomBytes colour(final String photometric, final int planar, final int bits, final int rows,
		final int columns)
	{
		return DicomBytes.explicitLittle().shorts(0x0028, 0x0002, "US", 3).text(0x0028, 0x0004, "CS", photometric).shorts(
			0x0028, 0x0006, "US", planar).shorts(0x0028, 0x0010, "US", rows).shorts(0x0028, 0x0011, "US", columns).shorts(
				0x0028, 0x0100, "US", bits).shorts(0x0028, 0x0101, "US", bits).shorts(0x0028, 0x0102, "US", bits - 1).shorts(
					0x0028, 0x0103, "US", 0);
	}

	private static void assertRgb(final FrameReader reader, final int... expected) throws IOException {
		final int[] rgb = new int[expected.length + 1];
		reader.readRgb(0, rgb, 1);
		for (int i = 0; i < expected.length; i++)
			assertEquals(Integer.toHexString(expected[i]), Integer.toHexString(rgb[i + 1]), "pixel " + i);
	}

	private static FrameReader open(final DicomBytes bytes) throws IOException {
		return FrameReader.open(DicomReaders.chosen().read(DicomSource.of("test", bytes.file(EXPLICIT))));
	}
}
