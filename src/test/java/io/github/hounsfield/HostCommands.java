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

package io.github.hounsfield;

import ij.ImagePlus;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

/**
 * Runs every action of an installed plugin in SciJava, headless, and prints what became of it: for {@code .ci/hosts},
 * which starts it with the versions of SciJava and ImgLib2 that other Fijis have. Ends with status 1 where an action is
 * not there, fails, or gives another result than the phantom has.
 */
public final class HostCommands {

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(64, 7, 6.4, 30, 12, 5);

	/** Nobody listens there. */
	private static final String NO_ARCHIVE = "http://127.0.0.1:9/dicom-web";

	private final ModuleService modules;
	private final Path folder;
	private final List<String> failures = new ArrayList<>();
	private int runs;

	private HostCommands(final Context context, final Path folder) {
		modules = context.service(ModuleService.class);
		this.folder = folder;
	}

	/** @param args none */
	public static void main(final String[] args) throws Exception {
		final int failures;
		try (ScratchFolder scratch = new ScratchFolder("hosts")) {
			final HostCommands host = new HostCommands(new Context(), scratch.path());
			host.runAll();
			System.out.println(host.runs + " actions, " + host.failures.size() + " failures");
			host.failures.forEach(System.out::println);
			failures = host.failures.size();
		}
		System.exit(failures == 0 ? 0 : 1);
	}

	private void runAll() throws Exception {
		final Path series = folder.resolve("series");
		PHANTOM.write(series);
		final ImagePlus stored = image(run("Open DICOM Series", "path", series.toFile()), "image");
		run("List DICOM Series", "path", series.toFile(), "save", folder.resolve("list.csv").toFile());
		final ImagePlus hu = image(run("Convert to HU", "image", stored), "hu");
		final double wanted = PHANTOM.storedValues(3)[32 * PHANTOM.size() + 32] + CtSeriesWriter.INTERCEPT;
		expect("Convert to HU", wanted, hu.getStack().getVoxel(32, 32, 3));
		expect("Apply Lung Window", 8, image(run("Apply Lung Window", "image", hu, "mode", "8-bit image"), "windowed")
			.getBitDepth());
		run("HU Histogram", "image", hu, "table", false);
		// slices at 0, 30, ... 180 mm become those at 0, 15, ... 180 mm, and half a slice at either end
		expect("Resample Volume", 14, image(run("Resample Volume", "image", hu, "spacing", "6.4,6.4,15", "grid", "first"),
			"resampled").getStackSize());
		run("Normalize HU", "image", hu, "min", "-1000", "max", "400");
		run("Export Volume", "image", hu, "path", folder.resolve("volume.nii.gz").toFile());
		run("Save as DICOM", "image", hu, "path", folder.resolve("saved").toFile());
		final ImagePlus mask = image(run("Lung Mask", "image", hu, "close", 0), "mask");
		mask.setTitle("a mask");
		run("Measure Lung Density", "image", hu, "save", folder.resolve("density.csv").toFile());
		final ImagePlus photograph;
		try (InputStream in = HostCommands.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			photograph = new ImagePlus("astronaut", ImageIO.read(in));
		}
		// OpenCV 4's detectMultiScale with the same parameters finds one
		expect("Detect Faces (Haar)", 1, ((List<?>) run("Detect Faces (Haar)", "image", photograph, "neighbors", 5).getOutput(
			"detections")).size());
		run("Blur Detected Faces", "image", photograph, "neighbors", 5);
		run("De-identify DICOM", "path", series.toFile(), "folder", folder.resolve("of others").toFile(), "key", folder
			.resolve("my.key").toFile());
		refuse("List DICOM Archive", "archive", NO_ARCHIVE, "patient", "P1");
		refuse("Open from DICOM Archive", "archive", NO_ARCHIVE, "study", "1.2.3");
		refuse("Retrieve from DICOM Archive", "archive", NO_ARCHIVE, "study", "1.2.3", "folder", folder.toFile());
		refuse("Send to DICOM Archive", "archive", NO_ARCHIVE, "path", series.toFile());
	}

	private static ImagePlus image(final Module module, final String output) {
		return (ImagePlus) module.getOutput(output);
	}

	private void expect(final String label, final double wanted, final double found) {
		if (wanted != found) failures.add(label + ": " + found + " in place of " + wanted);
	}

	private Module run(final String label, final Object... inputs) throws Exception {
		final Module module = start(label, inputs);
		final boolean canceled = module instanceof Cancelable command && command.isCanceled();
		if (canceled) failures.add(label + ": " + ((Cancelable) module).getCancelReason());
		return module;
	}

	/** An action that has to say that there is no archive. */
	private void refuse(final String label, final Object... inputs) throws Exception {
		final Module module = start(label, inputs);
		final String reason = ((Cancelable) module).getCancelReason();
		if (reason == null || !reason.contains("127.0.0.1")) failures.add(label + ": " + reason);
	}

	private Module start(final String label, final Object... inputs) throws Exception {
		runs++;
		for (final ModuleInfo info : modules.getModules())
			if (info.getMenuPath().getLeaf() != null && label.equals(info.getMenuPath().getLeaf().getName())) return modules.run(
				info, true, inputs).get();
		throw new IllegalStateException("there is no action " + label);
	}
}
