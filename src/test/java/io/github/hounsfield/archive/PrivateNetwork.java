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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs a program in a JVM of its own in a network of its own, which has a loopback interface and nothing else: servers
 * that bind all interfaces meet nobody. When the program's process group ends, so do the servers that it started, since
 * each is stopped by its process id.
 */
public final class PrivateNetwork {

	private static final long TIMEOUT_SECONDS = 240;

	/** One of each folder and jar that the program needs. */
	private static final List<String> CLASSES = List.of(PrivateNetwork.class.getName(), DicomArchive.class.getName(),
		"com.google.gson.Gson", "org.junit.jupiter.api.Assumptions", "org.opentest4j.AssertionFailedError",
		"org.junit.platform.commons.util.StringUtils", "org.scijava.Context", "org.scijava.parsington.Tokens",
		"net.imglib2.RandomAccessibleInterval", "ij.IJ", "net.imagej.patcher.LegacyEnvironment", "javassist.ClassPool");

	private PrivateNetwork() {}

	/** Skips the calling test, with a message, where there is no such network or a program is missing. */
	public static void assume(final String... programs) {
		for (final String program : programs)
			Assumptions.assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed: see .ci/run");
		Assumptions.assumeTrue(canUnshare(), "no private network here (unshare -rn): the archive's servers are not started");
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
	 * @return what it printed, both streams
	 * @throws AssertionError where it ends with another code than 0, or not in time
	 */
	public static String run(final Path folder, final List<String> jvmFlags, final Class<?> main,
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
		final Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile())
			.start();
		if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
			Assertions.fail(main.getSimpleName() + " did not end in " + TIMEOUT_SECONDS + " s:\n" + Files.readString(output));
		}
		final String text = Files.readString(output);
		if (process.exitValue() != 0) Assertions.fail(main.getSimpleName() + " ended with " + process.exitValue() + ":\n" +
			text);
		return text;
	}
}
