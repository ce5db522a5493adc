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
package io.github.hounsfield.imagej.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.plugin.Resizer;
import ij.plugin.StackReverser;
import ij.plugin.ZProjector;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import io.github.hounsfield.export.ExportException;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images of ImageJ as files: values as the status bar shows them, places by hand from the headers, nothing of the
 * patient. Slices are 4 x 3 pixels of 0.5 x 0.7 mm from (-10, 20, 0) on, 2 mm apart; pixel i of slice z is 1000 z + i -
 * 1024 HU. Also tests {@code ImagePlanes}.
 */
class ImageExportTest {

	private static final Workers WORKERS = Workers.threads(2);

	@TempDir
	private Path folder;

	private ImagePlus open(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	private ImagePlus three() throws IOException {
		return open(Slices.ct(0), Slices.ct(1), Slices.ct(2));
	}

	private static VolumeWriter writer(final boolean overwrite) {
		return VolumeWriter.with(WORKERS).withOverwrite(overwrite);
	}

	private byte[] export(final ImagePlus image, final String name) throws IOException {
		ImageExport.write(image, folder.resolve(name).toString(), writer(true), told -> {});
		return Files.readAllBytes(folder.resolve(name));
	}

	private ByteBuffer nifti(final ImagePlus image) throws IOException {
		return ByteBuffer.wrap(export(image, "volume.nii")).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Columns 4 of the rows srow_x, srow_y, srow_z: where the first voxel is, RAS. */
	private static float[] first(final ByteBuffer nifti) {
		return new float[] { nifti.getFloat(292), nifti.getFloat(308), nifti.getFloat(324) };
	}

	private static void assertFirst(final double x, final double y, final double z, final ByteBuffer nifti) {
		assertArrayEquals(new float[] { (float) x, (float) y, (float) z }, first(nifti), 1e-5f);
	}

	@Test
	void aCtJustOpenedIsWrittenInHu() throws IOException {
		final ByteBuffer nifti = nifti(three());
		assertEquals(4, nifti.getShort(70), "int16");
		assertFirst(10, -20, 0, nifti);
		for (int z = 0; z < 3; z++)
			for (int i = 0; i < 12; i++)
				assertEquals(1000 * z + i - 1024, nifti.getShort(352 + 2 * (12 * z + i)));
		assertArrayEquals(nifti.array(), nifti(Slices.open(Slices.VIRTUAL, folder, Slices.ct(0), Slices.ct(1), Slices.ct(2)))
			.array(), "virtual");
	}

	@Test
	void signedValuesAreTheTrueOnes() throws IOException {
		final short[] pixels = new short[12];
		pixels[3] = -2000;
		final ImagePlus signed = open(Slices.ct(0).shorts(0x00280103, 1).pixels(pixels).text(0x00281052, "DS", "0"),
			Slices.ct(
			1).shorts(0x00280103, 1).text(0x00281052, "DS", "0"));
		assertEquals(-2000, nifti(signed).getShort(352 + 6));
		final ImagePlus hu = HuConversion.to(HuConversion.Output.SIGNED, PaddingMode.KEEP).convert(
			three(), WORKERS);
		assertEquals(-1024 + 5, nifti(hu).getShort(352 + 10));
		final ImagePlus floats = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).convert(
			three(), WORKERS);
		assertEquals(4, nifti(floats).getShort(70), "whole numbers");
		floats.getProcessor().setf(5, 0.25f);
		assertEquals(16, nifti(floats).getShort(70), "a fraction");
		assertEquals(0.25f, nifti(floats).getFloat(352 + 20));
	}

	@Test
	void slicesOfDifferentRescalesAreWrittenAsStored() throws IOException {
		final ImagePlus differing = open(Slices.ct(0), Slices.ct(1).text(0x00281053, "DS", "2"));
		assertEquals(1003, nifti(differing).getShort(352 + 2 * 15));
	}

	@Test
	void thePlaceFollowsWhatImageJDid() throws IOException {
		final ImagePlus cropped = three();
		cropped.setRoi(1, 1, 2, 2);
		WindowManager.setTempCurrentImage(cropped);
		new Resizer().run("crop");
		assertFirst(9.5, -20.7, 0, nifti(cropped));
		new StackReverser().flipStack(cropped);
		assertFirst(9.5, -20.7, 4, nifti(cropped));
		assertEquals(-1, nifti(cropped).getFloat(76), "left-handed");
		final String tiff = folder.resolve("saved.tif").toString();
		new FileSaver(cropped).saveAsTiffStack(tiff);
		assertArrayEquals(nifti(cropped).array(), nifti(IJ.openImage(tiff)).array(), "a TIFF file keeps it");
		final String refused = assertThrows(ImageException.class, () -> nifti(ZProjector.run(three(), "max"))).getMessage();
		assertTrue(refused.contains("has no geometry") || refused.contains("no header of its own"), refused);
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void aPhotographHasNoPlaceAndIsWrittenAsNpyOnly() throws IOException {
		final ImagePlus photograph = new ImagePlus("photograph", new ColorProcessor(5, 4));
		for (final String name : List.of("a.nii", "a.nii.gz", "a.nrrd", "a.mha", "a.mhd"))
			assertThrows(ImageException.class, () -> export(photograph, name));
		export(photograph, "a.npy");
		assertTrue(Files.readString(folder.resolve("a.json")).contains("\"direction\": null"));
		assertThrows(ImageException.class, () -> export(ZProjector.run(three(), "max"), "b.npy"), "its place was lost");
		final ImageStack channels = new ImageStack(4, 3);
		channels.addSlice(new ByteProcessor(4, 3));
		channels.addSlice(new ByteProcessor(4, 3));
		final ImagePlus two = new ImagePlus("two", channels);
		two.setDimensions(2, 1, 1);
		assertTrue(assertThrows(ImageException.class, () -> export(two, "b.npy")).getMessage().contains("2 channels"));
	}

	@Test
	void namesAreMade() throws IOException {
		final String path = folder.resolve("{series} {number}.nii").toString();
		assertTrue(ImageExport.write(three(), path, writer(false), told -> {}).endsWith("1.2.3.4 1.nii: 4 x 3 x 3, int16"));
		assertTrue(ImageExport.write(three(), path, writer(false), told -> {}).endsWith("1.2.3.4 2.nii: 4 x 3 x 3, int16"));
		assertTrue(Slices.said(assertThrows(ExportException.class, () -> ImageExport.write(three(), folder.resolve(
			"{series} 1.nii").toString(), writer(false), told -> {}))).contains("overwrite=true"));
		for (final String bad : List.of("", folder.resolve("a.tif").toString()))
			assertTrue(assertThrows(Exception.class, () -> ImageExport.write(three(), bad, writer(false), told -> {}))
				.getMessage().startsWith("path is "));
	}

	@Test
	void nothingOfThePatientIsWritten() throws IOException {
		final DicomFixture[] slices = new DicomFixture[3];
		for (int z = 0; z < 3; z++)
			slices[z] = Slices.ct(z).text(0x00100010, "PN", "Rumpel^Stilz").text(0x00100020, "LO", "RUMPEL-17").text(0x0008103E,
				"LO", "Rumpel thorax");
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).convert(
			open(slices), WORKERS);
		assertTrue(hu.getStack().getSliceLabel(1).contains("Rumpel"), "planted");
		final ImagePlus normalized = HuNormalizing.normalize(new ImageResampling(hu, ResamplingChoice.of("1", "linear",
			"centre", -1000, false)).resample(WORKERS), io.github.hounsfield.intensity.HuNormalization.LUNG, WORKERS);
		final Path files = Files.createDirectory(folder.resolve("out"));
		for (final String ending : List.of(".nii", ".nii.gz", ".nrrd", ".mha", ".mhd", ".npy"))
			ImageExport.write(normalized, files.resolve("volume" + ending).toString(), writer(false), told -> {});
		try (Stream<Path> all = Files.list(files)) {
			final List<Path> written = all.toList();
			assertEquals(8, written.size());
			for (final Path file : written)
				assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toUpperCase().contains("RUMPEL"),
					file.toString());
		}
		assertTrue(Files.readString(files.resolve("volume.json")).contains(
			"\"unit\": \"normalized\",\n  \"steps\": [\"resampled" +
			" from 0.5 x 0.7 x 2.0 to 1.0 x 1.0 x 1.0 mm, linear, grid centre\", " +
			"\"normalized: (HU + 1000) / 1400, clipped to 0..1, minus 0.25"));
	}
}
