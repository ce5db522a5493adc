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
package io.github.hounsfield.imagej.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.hounsfield.Pydicom;
import io.github.hounsfield.RealData;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.lung.LungMasking;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.imagej.pixels.LabelImages;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.work.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Masks that were saved as segmentations: pydicom finds each segment's pixels and places as they were in memory, with
 * references to the slices; dciodvfy finds no error; opened again they are the same masks. Also tests
 * {@code LabelImages}, {@code MaskPixels} and {@code SegmentationImage}.
 */
class MaskSaveTest {

	private static final Workers WORKERS = Workers.threads(2);

	@TempDir
	private Path folder;

	/** A mask of 4 x 3 pixels as ImageJ makes them of three slices, with the labels of its source. */
	private ImagePlus mask(final int... values) throws IOException {
		final ImagePlus ct = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0), Slices.ct(1), Slices.ct(2));
		final ImageStack stack = new ImageStack(4, 3);
		for (int z = 0; z < 3; z++) {
			final byte[] pixels = new byte[12];
			for (int i = 0; i < values.length; i++)
				pixels[(i + z) % 12] = (byte) values[i];
			stack.addSlice(ct.getStack().getSliceLabel(z + 1), new ByteProcessor(4, 3, pixels));
		}
		final ImagePlus mask = Images.like(ct, "mask", stack);
		mask.getCalibration().disableDensityCalibration();
		return mask;
	}

	private Path save(final ImagePlus mask, final String name) throws IOException {
		final Path to = folder.resolve(name);
		new ImageSave(mask, SavedSeries.options()).write(to.toString(), WORKERS);
		return to.resolve("IM-00001.dcm");
	}

	@Test
	void whatWasSavedIsCounted() throws IOException {
		final String line = new ImageSave(mask(255, 0, 255), SavedSeries.options()).write(folder.resolve("one").toString(),
			WORKERS).line();
		assertTrue(line.endsWith(": 1 segment of 3 slices"), line);
	}

	private String line(final ImagePlus mask, final Path file, final String values) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final StringJoiner places = new StringJoiner(",");
		final ImageGeometry geometry = ImageGeometry.of(mask);
		for (int z = 0; z < mask.getStackSize(); z++) {
			bytes.write((byte[]) mask.getStack().getPixels(z + 1));
			final Vector3 at = geometry.toPatient(0, 0, z);
			places.add(at.x() + "," + at.y() + "," + at.z());
		}
		final Path pixels = folder.resolve("mask.u8");
		Files.write(pixels, bytes.toByteArray());
		return String.join("\t", file.toString(), pixels.toString(), "" + mask.getStackSize(), "" + mask.getHeight(), "" +
			mask
			.getWidth(), values, places.toString());
	}

	private String byPydicom(final ImagePlus mask, final Path file, final String values) throws Exception {
		Pydicom.assumePresent();
		return String.join("\n", Pydicom.run(MaskSaveTest.class, "mask.py", line(mask, file, values)));
	}

	private static ImagePlus open(final Path file) throws IOException {
		return SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(file)).series().get(0)).image();
	}

	@Test
	void aMaskOfImageJ() throws Exception {
		final ImagePlus mask = mask(255, 0, 255, 255);
		final Path file = save(mask, "saved");
		final ImagePlus again = open(file);
		assertEquals(3, again.getNSlices());
		for (int z = 1; z <= 3; z++)
			assertArrayEquals((byte[]) mask.getStack().getPixels(z), (byte[]) again.getStack().getPixels(z));
		assertEquals(ImageGeometry.of(mask).positions(), ImageGeometry.of(again).positions());
		assertEquals("same; Value 255 Tissue; 3 frames, 3 sources", byPydicom(mask, file, "255"));
		final Path twice = save(again, "again");
		final ImagePlus third = open(twice);
		assertArrayEquals((byte[]) mask.getStack().getPixels(2), (byte[]) third.getStack().getPixels(2),
			"a segmentation that " +
			"was opened is saved again");
	}

	@Test
	void everyValueIsASegment() throws Exception {
		final ImagePlus mask = mask(1, 2, 7, 0, 7);
		final Path file = save(mask, "saved");
		final ImagePlus again = open(file);
		assertEquals(3, again.getNChannels(), "segments are channels");
		final byte[] second = (byte[]) again.getStack().getPixels(again.getStackIndex(2, 1, 1));
		assertArrayEquals(new byte[] { 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, second);
		final Path channels = save(again, "again");
		final ImagePlus third = open(channels);
		assertArrayEquals(second, (byte[]) third.getStack().getPixels(third.getStackIndex(2, 1, 1)), "three segments again");
		assertEquals("same; Value 1 Tissue, Value 2 Tissue, Value 7 Tissue; 9 frames, 3 sources", byPydicom(mask, file,
			"1,2,7"));
		if (Conformance.isPresent()) assertEquals(List.of(), Conformance.errors(file).stream().filter(
			// what the small source itself lacks
			line -> !line.contains("Laterality")).toList());
	}

	/** Image > Color > Merge Channels of two masks: pixel 0 is 255 in one, pixels 1 and 2 are 7 and 9 in the other. */
	@Test
	void masksAsChannelsAreSegmentsOfTheirOwn() throws Exception {
		final ImagePlus ct = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0), Slices.ct(1));
		final ImageStack stack = new ImageStack(4, 3);
		for (int n = 0; n < 4; n++)
			stack.addSlice(ct.getStack().getSliceLabel(n / 2 + 1), new ByteProcessor(4, 3, n % 2 == 0 ? new byte[] { -1, 0, 0, 0,
				0, 0, 0, 0, 0, 0, 0, 0 } : new byte[] { 0, 7, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0 }));
		final ImagePlus mask = new ImagePlus("masks", stack);
		mask.setDimensions(2, 2, 1);
		mask.copyScale(ct);
		mask.getCalibration().disableDensityCalibration();
		final ImagePlus again = open(save(mask, "saved"));
		assertEquals(3, again.getNChannels());
		for (int channel = 1; channel <= 3; channel++)
			for (int z = 1; z <= 2; z++)
				for (int i = 0; i < 12; i++)
					assertEquals(i == channel - 1 ? 255 : 0, again.getStack().getProcessor(again.getStackIndex(channel, z, 1)).get(i));
		final String header = again.getStack().getSliceLabel(1) + again.getInfoProperty();
		for (final String label : List.of("Channel 1, value 255", "Channel 2, value 7", "Channel 2, value 9"))
			assertTrue(header.contains(label), header);
	}

	@Test
	void structuresHaveTheirNames() throws Exception {
		final ImagePlus ct = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0), Slices.ct(1));
		final byte[] plane = { 0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0 };
		final ImagePlus mask = LabelImages.of(ct, "Structures", new byte[][] { plane, plane.clone() }, 3);
		mask.setProp("Hounsfield.Structures", "1=Lung_R|2=Herz gr\u00FCn|3=");
		assertEquals("same; Lung_R Tissue, Herz gr?n Tissue, Value 3 Tissue; 6 frames, 2 sources", byPydicom(mask, save(mask,
			"saved"), "1,2,3"));
	}

	@Test
	void theLungsOfARealChest() throws Exception {
		final ImagePlus chest = open(RealData.folder().resolve("series/chest-64"));
		final ImagePlus mask = new LungMasking(chest, LungMaskOptions.DEFAULT, WORKERS).image(true);
		final Path file = save(mask, "saved");
		assertEquals("same; Right lung Lung, Left lung Lung; 128 frames, 64 sources", byPydicom(mask, file, "1,2"));
		if (Conformance.isPresent()) assertEquals(List.of(), Conformance.errors(file));
		final ImagePlus again = open(file);
		assertEquals(2, again.getNChannels());
		assertEquals(64, again.getNSlices());
		final byte[] left = (byte[]) mask.getStack().getPixels(30);
		final byte[] channel = (byte[]) again.getStack().getPixels(again.getStackIndex(2, 30, 1));
		for (int i = 0; i < left.length; i++)
			assertEquals(left[i] == 2, channel[i] != 0, "pixel " + i);
	}

	@Test
	void whatIsNoMaskIsRefused() throws IOException {
		final String empty = assertThrows(ImageException.class, () -> save(mask(), "saved")).getMessage();
		assertTrue(empty.contains("8-bit copy"), empty);
		final int[] many = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
		final ImagePlus mask = mask(many);
		((byte[]) mask.getStack().getPixels(1))[0] = 20;
		((byte[]) mask.getStack().getPixels(2))[0] = 21;
		((byte[]) mask.getStack().getPixels(3))[0] = 22;
		((byte[]) mask.getStack().getPixels(3))[1] = 23;
		final String said = assertThrows(ImageException.class, () -> save(mask, "saved")).getMessage();
		assertTrue(said.contains("8-bit copy"), said);
		assertTrue(Files.notExists(folder.resolve("saved")));
		assertTrue(Files.notExists(folder.resolve("saved.part")));
	}

	@Test
	void nothingOfThePatientIsInAnAnonymousOne() throws IOException {
		final ImagePlus ct = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0).text(0x00100010, "PN", "Doe^Jane").text(
			0x00100020, "LO", "ID-4711"), Slices.ct(1).text(0x00100010, "PN", "Doe^Jane").text(0x00100020, "LO", "ID-4711"));
		final ImagePlus mask = ct.duplicate();
		final ImageStack stack = new ImageStack(4, 3);
		for (int z = 1; z <= 2; z++)
			stack.addSlice(ct.getStack().getSliceLabel(z), new ByteProcessor(4, 3, new byte[] { -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
				0 }));
		mask.setStack(stack);
		mask.getCalibration().disableDensityCalibration();
		new ImageSave(mask, SaveOptions.of("", "", "").withAnonymize(true)).write(folder.resolve("saved").toString(),
			WORKERS);
		final String bytes = new String(Files.readAllBytes(folder.resolve("saved/IM-00001.dcm")),
			StandardCharsets.ISO_8859_1);
		for (final String secret : List.of("Doe", "Jane", "ID-4711", "1.2.3.4"))
			assertTrue(!bytes.contains(secret), secret);
	}
}
