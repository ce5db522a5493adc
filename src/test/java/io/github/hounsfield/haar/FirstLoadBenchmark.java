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
package io.github.hounsfield.haar;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Processor time of the thread that loads frontalface_alt in a fresh JVM: as it is shipped, beside OpenCV's XML. Prints
 * least, median and worst of both, by turns. Argument: turns (21).
 */
final class FirstLoadBenchmark {

	private FirstLoadBenchmark() {}

	public static void main(final String[] arguments) throws Exception {
		if (arguments.length > 0 && arguments[0].equals("load")) {
			load(arguments);
			return;
		}
		final String xml = OpenCvOracle.cascadeFile("frontalface_alt").toString();
		final int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21;
		final double[] shipped = new double[turns];
		final double[] fromXml = new double[turns];
		for (int turn = 0; turn < turns; turn++) {
			shipped[turn] = run("load");
			fromXml[turn] = run("load", xml);
		}
		print("as shipped", shipped);
		print("from the XML", fromXml);
	}

	private static void load(final String[] arguments) throws IOException {
		final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		final long start = threads.getCurrentThreadCpuTime();
		if (arguments.length == 1) ShippedCascade.FRONTALFACE_ALT.load();
		else CascadeReader.read(Path.of(arguments[1]));
		System.out.println((threads.getCurrentThreadCpuTime() - start) / 1e6);
	}

	/** @return milliseconds */
	private static double run(final String... arguments) throws IOException, InterruptedException {
		final ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-cp", System.getProperty("java.class.path"), FirstLoadBenchmark.class.getName());
		java.command().addAll(Arrays.asList(arguments));
		final Process process = java.redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new IllegalStateException(output);
		return Double.parseDouble(output.trim());
	}

	private static void print(final String what, final double[] ms) {
		Arrays.sort(ms);
		System.out.printf(Locale.ROOT, "%s: least %.1f, median %.1f, worst %.1f ms%n", what, ms[0], ms[ms.length / 2],
			ms[ms.length - 1]);
	}
}
