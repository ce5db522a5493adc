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
package io.github.hounsfield.archive;

import io.github.hounsfield.ClassFiles;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs a program, or cases of a test, in a JVM of its own in a network of its own. That has a loopback interface and
 * nothing else, so servers that bind all interfaces meet nobody, and their ports are free. When the program's process
 * group ends, so do the servers that it started, since each is stopped by its process id. Linux, with {@code unshare}
 * and {@code ip}.
 */
public final class PrivateNetwork {

	private static final long TIMEOUT_SECONDS = 600;

	/** Before the name and before the problem of a case, in what a program prints. */
	private static final String MARK = "\u0001";

	/** One of each folder and jar that the program needs. */
	private static final List<String> CLASSES = List.of(PrivateNetwork.class.getName(), DicomArchive.class.getName(),
		"com.google.gson.Gson", "org.junit.jupiter.api.Assumptions", "org.opentest4j.AssertionFailedError",
		"org.junit.platform.commons.util.StringUtils", "org.scijava.Context", "org.scijava.parsington.Tokens",
		"net.imglib2.RandomAccessibleInterval", "ij.IJ", "net.imagej.patcher.LegacyEnvironment", "javassist.ClassPool");

	private PrivateNetwork() {}

	/** One case. */
	public interface Case {

		void run() throws Exception;
	}

	/** What a program printed, both streams, and its exit code. */
	private record Ended(int exitCode, String text) {}

	/** Skips the calling test, with a message, where there is no such network or a program is missing. */
	public static void assume(final String... programs) {
		for (final String program : programs)
			Assumptions.assumeTrue(isThere(program), program + " is not installed: see .ci/run");
		Assumptions.assumeTrue(isThere("unshare") && isThere("ip") && canUnshare(),
			"no private network here (unshare -rn): the archive's servers are not started");
	}

	private static boolean isThere(final String program) {
		if (program.startsWith("/")) return Files.isExecutable(Path.of(program));
		return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")).anyMatch(folder -> Files.isExecutable(Path
			.of(folder, program)));
	}

	/** The login file that programs in the network find by the environment, where the test has written it. */
	public static Path loginFile(final Path folder) {
		return folder.resolve("login.txt");
	}

	private static boolean canUnshare() {
		try {
			final Process process = new ProcessBuilder("unshare", "-rn", "ip", "link", "set", "lo", "up").redirectErrorStream(
				true).start();
			process.getInputStream().readAllBytes();
			return process.waitFor() == 0;
		}
		catch (final IOException | InterruptedException e) {
			return false;
		}
	}

	/**
	 * Runs a main class with the class path of the tests.
	 *
	 * @param folder for what it prints
	 * @return what it printed, both streams
	 * @throws AssertionError where it ends with another code than 0, or not in time
	 */
	public static String run(final Path folder, final List<String> jvmFlags, final Class<?> main,
		final String... arguments) throws IOException, InterruptedException
	{
		final Ended ended = execute(folder, jvmFlags, main, arguments);
		if (ended.exitCode != 0) Assertions.fail(main.getSimpleName() + " ended with " + ended.exitCode + ":\n" +
			ended.text);
		return ended.text;
	}

	/**
	 * Runs a main class that calls {@link #inside}, and reports each of its cases as a test.
	 *
	 * @param folder for what it prints
	 * @param output gets every line that the cases or their servers print
	 */
	public static List<DynamicTest> cases(final Path folder, final Class<?> main, final List<String> output)
		throws IOException, InterruptedException
	{
		final Ended ended = execute(folder, List.of("-Xmx512m"), main);
		final Map<String, String> problems = new LinkedHashMap<>();
		for (final String line : ended.text.lines().toList())
			if (line.startsWith(MARK)) {
				final String[] parts = line.substring(1).split(MARK, -1);
				problems.put(parts[0], new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8));
			}
			else output.add(line);
		problems.put("everything ran", ended.exitCode == 0 && !problems.isEmpty() ? "" : "exit code " + ended.exitCode +
			"\n" + String.join("\n", output));
		final List<DynamicTest> tests = new ArrayList<>();
		problems.forEach((name, problem) -> tests.add(DynamicTest.dynamicTest(name, () -> {
			if (!problem.isEmpty()) Assertions.fail(problem);
		})));
		return tests;
	}

	/** Runs the cases one after another, within the network. A failed one does not keep the others from running. */
	public static void inside(final Map<String, Case> cases) {
		cases.forEach((name, each) -> {
			String problem = "";
			try {
				each.run();
			}
			catch (final Throwable e) {
				final StringWriter text = new StringWriter();
				e.printStackTrace(new PrintWriter(text));
				problem = text.toString();
			}
			System.out.println();
			System.out.println(MARK + name + MARK + Base64.getEncoder().encodeToString(problem.getBytes(
				StandardCharsets.UTF_8)));
		});
	}

	private static Ended execute(final Path folder, final List<String> jvmFlags, final Class<?> main,
		final String... arguments) throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of("unshare", "-rn", "sh", "-c",
			"ip link set lo up && exec \"$@\"", "sh", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-Dhounsfield.data=" + System.getProperty("hounsfield.data", "absent")));
		command.addAll(jvmFlags);
		command.addAll(List.of("-cp", CLASSES.stream().map(ClassFiles::locationOf).distinct().map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator)), main.getName()));
		command.addAll(List.of(arguments));
		final Path output = folder.resolve("output-" + System.nanoTime() + ".txt");
		final ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().remove(Login.ENVIRONMENT);
		if (Files.exists(loginFile(folder))) builder.environment().put(Login.ENVIRONMENT, loginFile(folder).toString());
		final Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
			Assertions.fail(main.getSimpleName() + " did not end in " + TIMEOUT_SECONDS + " s:\n" + text(output));
		}
		return new Ended(process.exitValue(), text(output));
	}

	/** Servers print what is no UTF-8. */
	private static String text(final Path output) throws IOException {
		return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
	}
}
