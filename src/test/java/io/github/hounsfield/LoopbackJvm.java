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

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
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
 * Runs cases in a JVM that has a network of its own, loopback alone: servers that are started there, some of which bind
 * every interface, can be reached from nowhere else, and their ports are free. Linux, with {@code unshare} and {@code
 * ip}.
 */
public final class LoopbackJvm {

	private static final String MARK = "\u0001";
	private static final int MINUTES = 10;

	private LoopbackJvm() {}

	/** One case. */
	public interface Case {

		void run() throws Exception;
	}

	/** Skips the calling test, with a message, where a program is absent, or a network of one's own cannot be had. */
	public static void assume(final String... programs) {
		for (final String program : programs)
			Assumptions.assumeTrue(isThere(program), program + " is not installed: nothing to test against");
		Assumptions.assumeTrue(isThere("unshare") && isThere("ip") && works(),
			"unshare gives no network here: servers are not started");
	}

	private static boolean isThere(final String program) {
		if (program.startsWith("/")) return Files.isExecutable(Path.of(program));
		return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")).anyMatch(folder -> Files.isExecutable(Path
			.of(folder, program)));
	}

	private static boolean works() {
		try {
			return new ProcessBuilder("unshare", "-rn", "ip", "link", "set", "lo", "up").redirectErrorStream(true).start()
				.waitFor() == 0;
		}
		catch (final IOException | InterruptedException e) {
			return false;
		}
	}

	/**
	 * Runs {@code main} of a class that calls {@link #inside}, and reports each of its cases as a test.
	 *
	 * @param output gets every line that the cases or their servers print
	 */
	public static List<DynamicTest> run(final Class<?> cases, final List<String> output) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of("unshare", "-rn", "sh", "-c",
			"ip link set lo up && exec \"$0\" \"$@\"", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx512m", "-cp", classPath()));
		for (final String name : List.of("hounsfield.data", "hounsfield.fuzz"))
			if (System.getProperty(name) != null) command.add("-D" + name + "=" + System.getProperty(name));
		command.add(cases.getName());
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final Map<String, String> results = new LinkedHashMap<>();
		try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(),
			StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine())
				if (line.startsWith(MARK)) {
					final String[] parts = line.substring(1).split(MARK, -1);
					results.put(parts[0], new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8));
				}
				else output.add(line);
		}
		finally {
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
		}
		results.put("everything ran", process.exitValue() == 0 && !results.isEmpty() ? "" : "exit code " + process
			.exitValue() + "\n" + String.join("\n", output));
		return results.entrySet().stream().map(result -> DynamicTest.dynamicTest(result.getKey(), () -> report(result
			.getValue()))).collect(Collectors.toList());
	}

	private static void report(final String problem) {
		if (!problem.isEmpty()) Assertions.fail(problem);
	}

	/** Runs the cases one after another; a failed one does not keep the others from running. */
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

	/** Of the tests that are running. */
	private static String classPath() {
		final ClassLoader loader = LoopbackJvm.class.getClassLoader();
		if (!(loader instanceof URLClassLoader urls)) return System.getProperty("java.class.path");
		return Stream.of(urls.getURLs()).map(LoopbackJvm::path).collect(Collectors.joining(File.pathSeparator));
	}

	private static String path(final URL url) {
		return Path.of(URI.create(url.toString())).toString();
	}
}
