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
package io.github.hounsfield.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.command.ConvertToHu;
import io.github.hounsfield.command.OpenDicomSeries;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import net.imagej.Dataset;
import net.imagej.ImgPlus;
import net.imagej.legacy.LegacyService;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Assumptions;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.display.DisplayService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** What {@link ImageJ2Test} checks, apart from it because its signatures would load ImageJ before it is patched. */
final class ImageJ2Session {

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(64, 7, 6.4, 30, 12, 5);

	/** x, y, slice: inside the body, in a lung, in the air, outside the field of view. */
	private static final int[][] VOXELS = { { 32, 32, 3 }, { 20, 31, 3 }, { 32, 4, 0 }, { 0, 0, 6 } };

	private static final List<String> LABELS = List.of("Apply Lung Window", "Blur Detected Faces", "Convert to HU",
		"DICOM Archives", "DICOM Tag Table", "De-identify DICOM", "Detect Faces (Haar)", "Export Volume",
		"HU Histogram", "Import RTSTRUCT", "List DICOM Archive", "List DICOM Series", "Lung Mask",
		"Measure Lung Density", "Normalize HU", "Open DICOM Series", "Open Sample", "Open from DICOM Archive",
		"Resample Volume", "Retrieve from DICOM Archive", "Save as DICOM", "Send to DICOM Archive");

	private final Context context;
	private final Path series;

	ImageJ2Session(final Path folder) throws IOException {
		System.setProperty("plugins.dir", Files.createDirectory(folder.resolve("imagej")).toString());
		context = new Context();
		series = folder.resolve("a series");
		PHANTOM.write(series);
	}

	void end() {
		context.dispose();
	}

	void closeImages() {
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			image.close();
		}
	}

	private Module run(final Class<? extends Command> command, final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		return context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(command), true,
			inputs).get();
	}

	private ImagePlus open() throws InterruptedException, ExecutionException {
		return (ImagePlus) run(OpenDicomSeries.class, "path", series.toFile(), "series", "largest").getOutput("image");
	}

	private static float hu(final int[] voxel) {
		final int stored = PHANTOM.storedValues(voxel[2])[voxel[1] * PHANTOM.size() + voxel[0]];
		return stored == CtSeriesWriter.PADDING ? -1000 : stored + CtSeriesWriter.INTERCEPT;
	}

	private static void assertHu(final ImagePlus image) {
		assertNotNull(image);
		assertEquals(PHANTOM.slices(), image.getStackSize());
		for (final int[] voxel : VOXELS)
			assertEquals(hu(voxel), image.getStack().getProcessor(voxel[2] + 1).getf(voxel[0], voxel[1]), 0, Arrays.toString(
				voxel));
	}

	void theLegacyLayerIsActive() {
		assertTrue(context.service(LegacyService.class).isActive());
	}

	void aMacroGoesTheWholeWay() {
		final String result = IJ.runMacro("run('Open DICOM Series', 'path=[" + series +
			"] series=largest'); print(getTitle());" +
			" run('Convert to HU', ''); run('Apply Lung Window', ''); getMinAndMax(low, high); setSlice(4);" +
			" return '' + getValue(32, 32) + ' ' + low + ' ' + high + ' ' + nImages + ' ' + bitDepth();", "");
		assertEquals(hu(VOXELS[0]) + " -1350 149 2 32", Float.parseFloat(result.substring(0, result.indexOf(' '))) + result
			.substring(result.indexOf(' ')));
	}

	/** What a recorder writes: the command's label and key=value, replayed. */
	void aRecordedLineReplays() {
		IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + series + "] series=largest recursive=true virtual=false " +
			"anonymize=false\");", "");
		IJ.runMacro("run(\"Convert to HU\", \"output=[32-bit float] padding=[Air (-1000 HU)] slope=[] intercept=[] " +
			"mask=false force=false\");", "");
		assertHu(WindowManager.getCurrentImage());
	}

	void outputsAreDisplayedAndRegistered() throws InterruptedException, ExecutionException {
		final ImagePlus image = open();
		assertTrue(Arrays.stream(WindowManager.getIDList()).anyMatch(id -> id == image.getID()));
		assertEquals(1, context.service(DisplayService.class).getDisplays().stream().filter(display ->
			display.contains(image))
			.count());
	}

	/** An ImgPlus has neither header nor calibration: values that ImageJ holds + 32768 are not taken for others. */
	void takesImagePlusDatasetAndImgPlus() throws InterruptedException, ExecutionException {
		final ImagePlus image = open();
		final Dataset dataset = context.service(ConvertService.class).convert(image, Dataset.class);
		for (final Object input : new Object[] { image, dataset })
			assertHu((ImagePlus) run(ConvertToHu.class, "image", input).getOutput("hu"));
		final ImgPlus<? extends RealType<?>> imgPlus = dataset.getImgPlus();
		assertEquals(PHANTOM.storedValues(VOXELS[0][2])[VOXELS[0][1] * PHANTOM.size() + VOXELS[0][0]] + 32768, imgPlus.getAt(
			VOXELS[0]).getRealFloat());
		final Module refused = run(ConvertToHu.class, "image", imgPlus, "slope", "1", "intercept", "-1024");
		assertTrue(((Cancelable) refused).getCancelReason().contains("intercept -33792.0"));
		assertHu((ImagePlus) run(ConvertToHu.class, "image", imgPlus, "slope", "1", "intercept", "-33792").getOutput("hu"));
	}

	/** The result of CommandService itself, which of a command that is a module has no outputs. */
	void commandServiceHandsOutTheOutput() throws InterruptedException, ExecutionException {
		final CommandModule module = context.service(CommandService.class).run(OpenDicomSeries.class, true, "path", series
			.toFile(), "series", "largest").get();
		assertEquals(PHANTOM.slices(), ((ImagePlus) module.getOutput("image")).getStackSize());
	}

	/** IJ.run(image, ...) of a script means that image, be another one active. */
	void runsOnTheImageThatIsHandedOver() throws InterruptedException, ExecutionException {
		final ImagePlus image = open();
		IJ.createImage("another", "8-bit ramp", 8, 8, 1).show();
		IJ.run(image, "Convert to HU", "output=[32-bit float]");
		assertHu(WindowManager.getImage("HU of " + image.getTitle()));
	}

	/** What a call left to its default, or was given by an earlier one, is the default in the next. */
	void nothingIsRememberedBetweenCalls() {
		final String open = "close('*'); run('Open DICOM Series', 'path=[" + series + "] series=largest');";
		final String first = IJ.runMacro(open + " run('Convert to HU', 'output=[16-bit signed] padding=Keep');" +
			" return '' + bitDepth();", "");
		final String second = IJ.runMacro(open + " run('Convert to HU', 'force=false'); setSlice(7);" +
			" return '' + bitDepth() + ' ' + getValue(0, 0);", "");
		assertEquals("16 32 -1000", first + " " + second);
	}

	/** Without an image nothing runs, least of all on an empty one. */
	void refusesToRunWithoutAnImage() {
		assertEquals(null, IJ.runMacro("run('Convert to HU', 'padding=Keep'); return 'went on';", ""));
		assertEquals(0, WindowManager.getImageCount());
	}

	/** ImageJ's menu and SciJava's have one entry for each action. */
	void theMenuHasEachLabelOnce() {
		final List<String> menu = context.service(ModuleService.class).getModules().stream().filter(info -> info
			.getMenuPath().size() >= 3 && info.getMenuPath().get(1).getName().equals("Hounsfield")).map(info -> info
				.getMenuPath().getLeaf().getName()).sorted().toList();
		assertEquals(LABELS, menu.stream().filter(label -> !label.startsWith("Fixture") && !label.endsWith(".ijm")).toList());
		final List<String> commands = new ArrayList<>();
		for (final Object label : ij.Menus.getCommands().keySet())
			if (LABELS.stream().anyMatch(label.toString()::startsWith)) commands.add(label.toString());
		assertEquals(LABELS, commands.stream().sorted().toList());
	}

	void takesImg() throws InterruptedException, ExecutionException {
		final Img<?> img = ArrayImgs.shorts(new short[] { 0, 1000, 2000, 3000 }, 2, 2);
		final Module module = run(ConvertToHu.class, "image", img, "slope", "1", "intercept", "-1024");
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		final ImagePlus hu = (ImagePlus) module.getOutput("hu");
		assertEquals(List.of(-1024f, -24f, 976f, 1976f), Stream.of(0, 1, 2, 3).map(i -> hu.getProcessor().getf(i)).toList());
	}

	/** The macros of the project call commands that ImageJ2 has under these names. */
	void everyCommandOfTheMacrosIsThere() throws IOException {
		final Path macros = Path.of("macros");
		Assumptions.assumeTrue(Files.isDirectory(macros), "there are no macros yet");
		final List<String> missing = new ArrayList<>();
		try (Stream<Path> files = Files.list(macros)) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".ijm")).toList())
				for (final String command : Files.readString(file).lines().filter(line -> line.contains("run(\"")).map(
					line -> line.replaceFirst(".*run\\(\"([^\"]*)\".*", "$1")).toList())
					if (ij.Menus.getCommands().get(command) == null) missing.add(file.getFileName() + ": " + command);
		}
		assertEquals(List.of(), missing);
	}
}
