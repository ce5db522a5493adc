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
package io.github.hounsfield.imagej.lung;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.plugin.StackReverser;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.tables.TableFile;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.lung.DensityOptions;
import io.github.hounsfield.lung.LungException;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Masks and numbers of the phantom are the same from every form of its image, and lie where the image lies. Also tests
 * {@code DensityMeasurement}, {@code LungVolume}, {@code LungOutlines}, {@code GridCheck},
 * {@code ReconstructionKernel}, {@code Acquisition} and {@code DensityPlot}.
 */
class LungMaskingTest {

	private static final CtSeriesWriter WRITER = new CtSeriesWriter(128, 26, 3.2, 10, 12, 21);

	@TempDir
	private static Path folder;
	private static ImagePlus ct;

	@BeforeAll
	static void open() throws IOException {
		WRITER.write(folder.resolve("ct"));
		ct = openAgain();
	}

	private static ImagePlus openAgain() throws IOException {
		final SeriesOpener opener = SeriesOpener.DEFAULT;
		return opener.open(opener.scan(List.of(folder.resolve("ct"))).resolve("largest").get(0)).image();
	}

	private static ImagePlus hu(final HuConversion.Output output, final PaddingMode padding) {
		return HuConversion.to(output, padding).convert(ct, Workers.threads(2));
	}

	private static LungMasking lungs(final ImagePlus image) {
		return new LungMasking(image, LungMaskOptions.DEFAULT, Workers.threads(2));
	}

	private static byte[] pixels(final ImagePlus mask) {
		final int size = mask.getWidth() * mask.getHeight();
		final byte[] all = new byte[size * mask.getStackSize()];
		for (int z = 0; z < mask.getStackSize(); z++)
			System.arraycopy(mask.getStack().getPixels(z + 1), 0, all, z * size, size);
		return all;
	}

	@Test
	void theMaskLiesWhereTheImageLies() {
		final ImagePlus mask = lungs(ct).image(true);
		final ImageGeometry own = ImageGeometry.of(mask);
		assertEquals(ImageGeometry.of(ct).grid(), own.grid());
		assertEquals(8, mask.getBitDepth());
		assertEquals("Lungs of " + ct.getTitle(), mask.getTitle());
		assertEquals(ct.getStack().getSliceLabel(3).lines().findFirst(), mask.getStack().getSliceLabel(3).lines()
			.findFirst());
		assertTrue(mask.getInfoProperty().contains("0018,1210"), "the header is kept");
		assertTrue(mask.getProp(LungMasking.REPORT).contains("closed with a disc of 8 mm (before: "), mask.getProp(
			LungMasking.REPORT));
		assertEquals(2, mask.getDisplayRangeMax());
		// the right lung of the phantom is about x = -80 mm, the left about 84 mm
		final int middle = WRITER.slices() / 2;
		assertEquals(1, mask.getStack().getVoxel((int) ((-110 - WRITER.corner()) / 3.2), 64, middle));
		assertEquals(2, mask.getStack().getVoxel((int) ((110 - WRITER.corner()) / 3.2), 64, middle));
	}

	@Test
	void isTheSameFromStoredValuesHuFloatsIntegersAndATiff() throws IOException {
		final byte[] expected = pixels(lungs(ct).image(true));
		assertArrayEquals(expected, pixels(lungs(hu(HuConversion.Output.FLOAT, PaddingMode.AIR)).image(true)));
		assertArrayEquals(expected, pixels(lungs(hu(HuConversion.Output.FLOAT, PaddingMode.NAN)).image(true)));
		final ImagePlus signed = hu(HuConversion.Output.SIGNED, PaddingMode.AIR);
		assertArrayEquals(expected, pixels(lungs(signed).image(true)));
		final String tiff = folder.resolve("hu.tif").toString();
		new FileSaver(signed).saveAsTiffStack(tiff);
		assertArrayEquals(expected, pixels(lungs(IJ.openImage(tiff)).image(true)));
		final byte[] whole = pixels(lungs(ct).image(false));
		for (int i = 0; i < whole.length; i++)
			assertEquals(expected[i] == 0 ? 0 : (byte) 255, whole[i]);
	}

	@Test
	void aReversedStackHasTheSameLungsOnTheSameSides() throws IOException {
		final byte[] expected = pixels(lungs(ct).image(true));
		final ImagePlus reversed = openAgain();
		new StackReverser().flipStack(reversed);
		final byte[] found = pixels(lungs(reversed).image(true));
		final int size = reversed.getWidth() * reversed.getHeight();
		for (int z = 0; z < 26; z++)
			assertArrayEquals(Arrays.copyOfRange(expected, z * size, (z + 1) * size), Arrays.copyOfRange(found, (25 - z) * size,
				(26 - z) * size), "slice " + (z + 1));
	}

	@Test
	void outlinesTakeThePlaceOfEarlierOnesAndLeaveOthers() throws IOException {
		final ImagePlus image = openAgain();
		image.setOverlay(new ij.gui.Overlay(new Roi(1, 2, 3, 4)));
		lungs(image).outline();
		final int size = image.getOverlay().size();
		lungs(image).outline();
		assertEquals(size, image.getOverlay().size());
		final List<String> names = Arrays.stream(image.getOverlay().toArray()).map(Roi::getName).toList();
		assertEquals(size - 1, names.stream().filter(name -> "Right lung".equals(name) || "Left lung".equals(name)).count());
		final Roi right = image.getOverlay().toArray()[names.indexOf("Right lung")];
		final Roi left = image.getOverlay().toArray()[names.indexOf("Left lung")];
		assertTrue(!right.getStrokeColor().equals(left.getStrokeColor()));
		assertTrue(right.getPosition() > 0 && right.getBounds().x < left.getBounds().x);
	}

	@Test
	void withoutAHeaderSidesAreUnknown() {
		final ImagePlus hu = hu(HuConversion.Output.FLOAT, PaddingMode.AIR);
		hu.setProperty("Info", null);
		for (int z = 1; z <= hu.getStackSize(); z++)
			hu.getStack().setSliceLabel(null, z);
		final LungMasking lungs = lungs(hu);
		assertTrue(lungs.notes().get(0).startsWith("Where right, left and head are is not known: "), lungs.notes()
			.toString());
		assertThrows(ImageException.class, () -> lungs.image(true));
		final byte[] expected = pixels(lungs(ct).image(false));
		assertArrayEquals(expected, pixels(lungs.image(false)));
		assertEquals(List.of("both"), density(hu, null).rows().stream().map(row -> row.region()).toList());
		hu.getCalibration().setUnit("pixel");
		assertMessage("expected mm", () -> lungs(hu));
	}

	@Test
	void refusesWhatIsNoVolumeInHu() throws IOException {
		final ImagePlus mask = lungs(ct).image(true);
		assertMessage("is a mask: its pixels are labels and no HU", () -> lungs(mask));
		final ImagePlus hyper = hu(HuConversion.Output.FLOAT, PaddingMode.AIR);
		hyper.setDimensions(2, 13, 1);
		assertMessage("2 channels and 1 frames", () -> lungs(hyper));
		assertMessage("", () -> lungs(new ImagePlus("blank", new ij.process.FloatProcessor(64, 64))));
		final ImagePlus one = openAgain();
		while (one.getStackSize() > 1)
			one.getStack().deleteLastSlice();
		one.setStack(one.getStack());
		assertTrue(assertThrows(LungException.class, () -> lungs(one)).getMessage().startsWith("the volume has 1 slice"));
	}

	private static void assertMessage(final String part, final org.junit.jupiter.api.function.Executable run) {
		final String message = assertThrows(ImageException.class, run).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static DensityMeasurement density(final ImagePlus image, final ImagePlus mask) {
		return mask == null ? DensityMeasurement.of(image, DensityOptions.DEFAULT, Workers.threads(2)) : DensityMeasurement
			.of(image, mask, DensityOptions.DEFAULT, Workers.threads(2));
	}

	@Test
	void densityIsTheSameFromAMaskThatWasMadeBefore() throws IOException {
		final ImagePlus mask = new LungMasking(ct, LungMaskOptions.DEFAULT.withClose(0), Workers.threads(2)).image(true);
		final DensityMeasurement found = density(openAgain(), null);
		final DensityMeasurement given = density(ct, mask);
		assertEquals(List.of("both", "right", "left"), given.rows().stream().map(row -> row.region()).toList());
		for (int i = 0; i < 3; i++)
			assertEquals(found.rows().get(i).values(), given.rows().get(i).values());
		assertEquals(3.2 * 3.2 * 10 / 1000 * given.rows().get(0).voxels(), given.rows().get(0).value("Volume_ml"), 1e-6);
	}

	@Test
	void aTableHoldsEveryColumnAndAFileTheNumbersInFull() throws IOException {
		final DensityMeasurement density = density(openAgain(), null);
		final ResultsTable exact = new ResultsTable();
		density.tabulate(exact, true);
		final Path csv = folder.resolve("density.csv");
		TableFile.save(exact, csv);
		final List<String> lines = Files.readAllLines(csv);
		assertEquals("Image,Region,Volume_ml,MLD_HU,SD_HU,Median_HU,Skewness,Kurtosis,Mass_g,Air_ml,Tissue_ml," +
			"LAA950_percent,LAA910_percent,HAA_percent,Perc15_HU,Perc15_g_l,Slices,SpacingX_mm,SpacingY_mm,SpacingZ_mm," +
			"SliceThickness,ConvolutionKernel,KVP,ContrastBolusAgent,Manufacturer,Mask,Warnings", lines.get(0));
		assertEquals(4, lines.size());
		assertEquals(density.rows().get(2).value("MLD_HU"), Double.parseDouble(lines.get(3).split(",")[3]));
		assertTrue(lines.get(1).contains(",26,3.2,3.2,10.0,10,B40f,120,\"\",Hounsfield,"), lines.get(1));
		final ResultsTable shown = new ResultsTable();
		density.tabulate(shown, false);
		assertEquals(density.rows().get(0).value("Perc15_HU"), shown.getValue("Perc15_HU", 0));
		final String warnings = String.join(" ", density.warnings());
		assertTrue(warnings.contains("Slices are 10 mm thick, over 1.5 mm"), warnings);
		assertTrue(warnings.contains("Whether the kernel B40f is sharp is not known here"), warnings);
	}

	@Test
	void refusesMasksThatLieElsewhere() throws IOException {
		final ImagePlus mask = lungs(ct).image(true);
		final ImagePlus reversed = mask.duplicate();
		new StackReverser().flipStack(reversed);
		assertMessage("expected a mask of the same slices in the same order", () -> density(ct, reversed));
		final ImagePlus scaled = mask.duplicate();
		scaled.getCalibration().pixelDepth = 5;
		assertMessage("has voxels of 3.2 x 3.2 x 5.0", () -> density(ct, scaled));
		final ImagePlus fewer = mask.duplicate();
		fewer.getStack().deleteLastSlice();
		fewer.setStack(fewer.getStack());
		final String message = assertThrows(LungException.class, () -> density(ct, fewer)).getMessage();
		assertEquals("the mask has 128 x 128 x 25 voxels; expected 128 x 128 x 26", message);
	}

	/** ImageJ's flips leave size and spacing as they were, and no header says that they were done. */
	@Test
	void refusesAMaskThatWasFlippedWhereTheImageWasNot() {
		final ImagePlus mask = lungs(ct).image(true);
		flip(mask);
		assertMessage("(flipped horizontally); expected a mask whose pixels lie where", () -> density(ct, mask));
		final ImagePlus image = ct.duplicate();
		flip(image);
		for (final String name : List.of("Volume_ml", "MLD_HU", "LAA950_percent"))
			assertEquals(density(ct, lungs(ct).image(true)).rows().get(0).values().get(name), density(image, mask).rows().get(0)
				.values().get(name), 1e-9, name);
	}

	/** With the note that ImageJ's announcement of the command leaves. */
	private static void flip(final ImagePlus image) {
		for (int n = 1; n <= image.getStackSize(); n++)
			image.getStack().getProcessor(n).flipHorizontal();
		image.setProp("Hounsfield.GeometryLostBy", "Flip Horizontally");
	}

	@Test
	void aMaskThatDoesNotSayWhereItLiesIsTakenWithAWarning() {
		final ImagePlus mask = lungs(ct).image(true);
		assertFalse(density(ct, mask).warnings().toString().contains("Where the mask lies"));
		for (int n = 1; n <= mask.getStackSize(); n++)
			mask.getStack().setSliceLabel(null, n);
		assertTrue(density(ct, mask).warnings().toString().contains("Where the mask lies is not known"));
	}

	@Test
	void aPlotShowsTheShareAndThePercentile() throws IOException {
		final ImagePlus plot = density(openAgain(), null).plot().getImagePlus();
		assertTrue(plot.getWidth() >= 560);
		int marks = 0;
		for (int x = 0; x < plot.getWidth(); x++)
			if (plot.getProcessor().getPixel(x, 200) << 8 == new java.awt.Color(200, 140, 120).getRGB() << 8) marks++;
		assertEquals(2, marks);
	}
}
