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
package io.github.hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.Resizer;
import ij.plugin.StackReverser;
import ij.process.ByteProcessor;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.lung.DensityMeasurement;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.structures.StructureImport;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.lung.DensityOptions;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.structures.Phantom;
import io.github.hounsfield.structures.Phantom.Drawn;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Structures on an image that was opened: outlines that Measure counts as the mask does, masks that other actions take.
 * Also tests {@code StructureImport} and {@code StructureRois}.
 */
class ImportRtstructTest {

	@TempDir
	private static Path folder;
	private static Context context;

	@BeforeAll
	static void write() throws IOException {
		context = new Context();
		for (final Phantom p : Phantom.ALL) {
			p.writeCt(folder.resolve(p.name() + "/ct"));
			Files.write(folder.resolve(p.name() + "/rt.dcm"), Phantom.structureSet(new Drawn(1, "Lung_R", Phantom.FRAME,
				List.of(p
				.contour("CLOSED_PLANAR", 1, 9.5, 9.5, 14.5, 9.5, 14.5, 14.5, 9.5, 14.5), p.contour("CLOSED_PLANAR", 2, 9.5, 9.5,
					14.5, 9.5, 14.5, 14.5, 9.5, 14.5))), new Drawn(2, "Lung_L", Phantom.FRAME, List.of(p.contour("CLOSEDPLANAR_XOR", 2,
						Phantom.circle(40.3, 20.7, 12.2, 360)), p.contour("CLOSEDPLANAR_XOR", 2, Phantom.circle(41.3, 21.7, 5.1, 360)), p
							.contour("CLOSED_PLANAR", 12, 1, 1, 2, 1, 2, 2))), new Drawn(3, "ring", Phantom.FRAME, List.of(p.contour(
								"CLOSED_PLANAR", 4, Phantom.keyhole(30.3, 20.7, 15.1, 7.3, 360)))), new Drawn(4, "entry", Phantom.FRAME, List
									.of(p.contour("POINT", 5, 7, 8)))).file());
		}
	}

	@AfterAll
	static void stop() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	static List<Phantom> phantoms() {
		return Phantom.ALL;
	}

	private static ImagePlus open(final Phantom p, final SeriesOpener opener) throws IOException {
		return opener.open(opener.scan(List.of(folder.resolve(p.name() + "/ct"))).resolve("largest").get(0)).image();
	}

	private static CommandModule run(final ImagePlus image, final Phantom p, final Object... more) throws Exception {
		final Object[] inputs = Arrays.copyOf(new Object[] { "image", image, "path", folder.resolve(p.name()).toFile() }, 4 +
			more.length);
		System.arraycopy(more, 0, inputs, 4, more.length);
		return context.service(CommandService.class).run(ImportRtstruct.class, true, inputs).get();
	}

	/** In each slice HU are 10 times the slice plus x, so that the square's 25 pixels at x 10 to 14 have a mean of 22. */
	@ParameterizedTest
	@MethodSource("phantoms")
	void outlinesCountWhatTheMaskHolds(final Phantom p) throws Exception {
		final ImagePlus image = open(p, SeriesOpener.DEFAULT);
		final CommandModule module = run(image, p, "mask", true);
		assertNull(module.getCancelReason());
		final ImagePlus mask = (ImagePlus) module.getOutput("labels");
		assertEquals("1=Lung_R|2=Lung_L|3=ring|4=entry", mask.getProp("Hounsfield.Structures"));
		assertEquals(List.of("Lung_R", "Lung_R", "Lung_L", "ring", "entry"), Arrays.stream(image.getOverlay().toArray()).map(
			Roi::getName).toList());
		for (final Roi roi : image.getOverlay().toArray()) {
			image.setSlice(roi.getPosition());
			image.setRoi((Roi) roi.clone());
			if (roi instanceof PointRoi) {
				assertEquals(6, roi.getPosition());
				assertEquals(7.5, roi.getFloatPolygon().xpoints[0], 1e-4);
				continue;
			}
			final int label = List.of("", "Lung_R", "Lung_L", "ring").indexOf(roi.getName());
			final byte[] plane = (byte[]) mask.getStack().getPixels(roi.getPosition());
			int count = 0;
			for (int i = 0; i < plane.length; i++)
				if (plane[i] == label) count++;
			assertEquals(count, image.getStatistics().pixelCount, p.name() + " " + roi.getName());
			if (label == 1) assertEquals(12 + 10 * (roi.getPosition() - 1), image.getStatistics().mean, 1e-9);
			if (label == 1) assertEquals(25, count);
			assertEquals(20 * label, roi.getStrokeColor().getRed());
		}
		assertNull(run(image, p, "names", "ring; LUNG_R").getCancelReason());
		assertEquals(List.of("ring", "Lung_R", "Lung_R"), Arrays.stream(image.getOverlay().toArray()).map(Roi::getName)
			.toList());
	}

	@Test
	void densityTakesTheMask() throws Exception {
		final ImagePlus image = open(Phantom.AXIAL, SeriesOpener.DEFAULT);
		final ImagePlus mask = (ImagePlus) run(image, Phantom.AXIAL, "mask", true, "names", "Lung_R, Lung_L").getOutput(
			"labels");
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.AIR).convert(
			image, Workers.threads(1));
		final DensityMeasurement density = DensityMeasurement.of(hu, mask, DensityOptions.DEFAULT, Workers.threads(1));
		// 25 pixels at slice 2 with a mean of 22 and at slice 3 with 32; 0.9 x 1.3 x 2.5 mm each
		assertEquals("right", density.rows().get(1).region());
		assertEquals(27, density.rows().get(1).values().get("MLD_HU"), 1e-6);
		assertEquals(50 * 0.9 * 1.3 * 2.5 / 1000, density.rows().get(1).values().get("Volume_ml"), 1e-6);
	}

	/** The slices' own headers count, so that structures stay where they are in the patient. */
	@Test
	void followsCropsAndReversedStacks() throws Exception {
		final ImagePlus image = open(Phantom.AXIAL, SeriesOpener.DEFAULT);
		new StackReverser().flipStack(image);
		image.setRoi(4, 5, 50, 40);
		WindowManager.setTempCurrentImage(image);
		new Resizer().run("crop");
		assertEquals(50, image.getWidth());
		final CommandModule module = run(image, Phantom.AXIAL, "mask", true, "names", "Lung_R");
		assertNull(module.getCancelReason());
		final ImagePlus mask = (ImagePlus) module.getOutput("labels");
		final byte[] plane = (byte[]) mask.getStack().getPixels(5);
		assertEquals(1, plane[(10 - 5) * 50 + 10 - 4]);
		assertEquals(0, plane[(10 - 5) * 50 + 9 - 4]);
		assertEquals(1, plane[(14 - 5) * 50 + 14 - 4]);
	}

	@Test
	void whatCannotBeImportedIsSaid() throws Exception {
		final Phantom p = Phantom.AXIAL;
		final ImagePlus image = open(p, SeriesOpener.DEFAULT);
		assertTrue(run(image, p, "names", "Heart").getCancelReason().contains(
			"names: there is no 'Heart' on the image; found Lung_R; Lung_L; ring; entry"));
		assertNull(image.getOverlay());
		assertTrue(run(open(p, SeriesOpener.DEFAULT.withAnonymize(true)), p).getCancelReason().contains(
			"has no (0020,0052) FrameOfReferenceUID in its header"));
		assertTrue(run(new ImagePlus("photo", new ByteProcessor(4, 4)), p).getCancelReason().contains(
			"has no geometry"));
		final Path notOne = Files.write(folder.resolve("slice"), DicomFixture.slice("1.2.3", 1).file());
		assertTrue(context.service(CommandService.class).run(ImportRtstruct.class, true, "image", image, "path",
			notOne.toFile())
			.get().getCancelReason().contains("expected an RT Structure Set"));
		final StructureImport read = StructureImport.of(image, folder.resolve("axial"), "", () -> {});
		assertEquals(1, read.refusals().size());
		assertTrue(read.refusals().get(0).startsWith("contour 3 of 'Lung_L' lies up to 17.500 mm from slice 6"),
			read.refusals()
			.get(0));
		assertNotNull(read.mask());
	}
}
