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

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a fresh process takes, by turns with a peer's, on the clock: the first scan of 5,000 files beside GDCM's
 * Scanner in Python, and the whole job as {@code ImageJ -batch} beside pydicom and numpy. The job opens 300 slices of
 * 512 x 512, makes HU, and applies a lung window to 8 bits. The peer does it with pydicom's Modality LUT in double
 * precision, and by hand in single. Prints least, median and worst of each and the ratios to the peer. Arguments:
 * rounds (9), further flags of our JVM.
 */
public final class FirstRunBenchmark {

	private static final String PYTHON = System.getProperty("hounsfield.python", "/usr/bin/python3");

	private static final String GDCM = """
		import gdcm, sys
		folder, scanner = gdcm.Directory(), gdcm.Scanner()
		folder.Load(sys.argv[1], True)
		for tag in [0x20000d, 0x20000e, 0x80018, 0x200032, 0x200037, 0x280010, 0x280011, 0x200013]:
		    scanner.AddTag(gdcm.Tag(tag >> 16, tag & 0xffff))
		print(scanner.Scan(folder.GetFilenames()))
		""";

	private static final String PYDICOM = """
		import glob, sys, numpy as np, pydicom
		from pydicom.pixel_data_handlers.util import apply_modality_lut
		files = [pydicom.dcmread(f) for f in glob.glob(sys.argv[1] + "/*")]
		files.sort(key=lambda d: d.ImagePositionPatient[2])
		if sys.argv[2] == "double":
		    hu = np.stack([apply_modality_lut(d.pixel_array, d) for d in files])
		else:
		    hu = np.stack([d.pixel_array for d in files]).astype(np.float32)
		    for i, d in enumerate(files):
		        hu[i] = hu[i] * np.float32(d.RescaleSlope) + np.float32(d.RescaleIntercept)
		print(np.clip(((hu + 600.5) / 1499 + .5) * 255 + .5, 0, 255).astype(np.uint8)[0, 256, 256])
		""";

	private static final String JOB = """
		setBatchMode(true);
		run("Open DICOM Series", "path=[" + getArgument() + "]");
		run("Convert to HU", "output=[32-bit float]");
		run("Apply Lung Window", "mode=[8-bit image]");
		print(getPixel(256, 256));
		""";

	private FirstRunBenchmark() {}

	public static void main(final String[] arguments) throws Exception {
		if (arguments.length == 2 && arguments[0].equals("scan")) {
			System.out.println(new SeriesScanner().scan(List.of(Path.of(arguments[1])), ScanOptions.DEFAULT).series().size());
			return;
		}
		final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
		final String[] flags = arguments.length > 1 ? Arrays.copyOfRange(arguments, 1, arguments.length) : new String[0];
		try (ScratchFolder scratch = new ScratchFolder("hounsfield-first");
			ImageJProcess imagej = ImageJProcess.underTest(scratch.path().resolve("ImageJ")).jvmFlags(flags))
		{
			final String headers = scratch.path().resolve("headers").toString();
			ScanBenchmark.write(Path.of(headers), 5000);
			final String jar = imagej.plugins().resolve("Hounsfield_.jar").toString();
			measure(rounds, List.of("first scan", "GDCM"), List.of(() -> run(java(jar, flags, "scan", headers)),
				() -> run(PYTHON, "-c", GDCM, headers)));
			final String slices = Files.createDirectories(scratch.path().resolve("slices")).toString();
			new CtSeriesWriter(512, 300, 0.7, 1, 12, 3).write(Path.of(slices));
			measure(rounds, List.of("whole job", "pydicom, single", "pydicom, double"), List.of(() -> {
				final ImageJProcess.Result result = imagej.runBatch(JOB, slices);
				if (result.exitCode() != 0) throw new IllegalStateException(result.toString());
				return result.out();
			}, () -> run(PYTHON, "-c", PYDICOM, slices, "single"), () -> run(PYTHON, "-c", PYDICOM, slices, "double")));
		}
	}

	private static String[] java(final String jar, final String[] flags, final String... arguments) {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString()));
		command.addAll(List.of(flags));
		command.addAll(List.of("-cp", jar + File.pathSeparator + System.getProperty("java.class.path"),
			FirstRunBenchmark.class.getName()));
		command.addAll(List.of(arguments));
		return command.toArray(String[]::new);
	}

	/** @return what it printed */
	private static String run(final String... command) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + "\n" + output);
		return output;
	}

	/** The first of the works is ours; the others are peers. */
	private static void measure(final int rounds, final List<String> names, final List<Callable<String>> works)
		throws Exception
	{
		final double[][] ms = new double[works.size()][rounds];
		for (int round = -1; round < rounds; round++)
			for (int i = 0; i < works.size(); i++) {
				final long start = System.nanoTime();
				final String output = works.get(i).call();
				if (round < 0) System.out.println(names.get(i) + ": " + output.trim());
				else ms[i][round] = (System.nanoTime() - start) / 1e6;
			}
		for (int i = 0; i < works.size(); i++) {
			Arrays.sort(ms[i]);
			System.out.printf("%-16s least %.0f, median %.0f, worst %.0f ms; ours of it %.2f (least), %.2f (median)%n",
				names.get(i), ms[i][0], ms[i][rounds / 2], ms[i][rounds - 1], ms[0][0] / ms[i][0], ms[0][rounds / 2] /
					ms[i][rounds / 2]);
		}
	}
}
