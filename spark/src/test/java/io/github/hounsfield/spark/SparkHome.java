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
package io.github.hounsfield.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder as a distribution of Spark has it, made of the jars that Maven has: {@code jars}, and in {@code bin} the
 * scripts spark-class and spark-submit, which do what Spark's own do: its launcher writes the command, they start it.
 */
final class SparkHome {

	/** What is this project's and not Spark's. */
	private static final String OTHERS = "(hounsfield-|ij-|imglib2-|picocli-|junit-|opentest4j-|apiguardian-).*";

	private static final String SPARK_CLASS = """
		#!/usr/bin/env bash
		# Spark's launcher prints a line of a zero byte, then the command, each part with a zero byte behind it.
		home=$(cd "$(dirname "$0")/.." && pwd)
		mapfile -d '' -t command < <(SPARK_HOME=$home "%1$s" -Xmx128m -cp "$home/jars/*" org.apache.spark.launcher.Main "$@")
		command[1]=${command[1]#$'\\n'}
		exec "${command[@]:1}"
		""";
	private static final String SPARK_SUBMIT = """
		#!/usr/bin/env bash
		exec "$(dirname "$0")/spark-class" org.apache.spark.deploy.SparkSubmit "$@"
		""";

	private final Path folder;

	private SparkHome(final Path folder) {
		this.folder = folder;
	}

	/** With all jars of the tests' class path. */
	static SparkHome withAll(final Path folder) throws IOException {
		return of(folder, "");
	}

	/** With Spark's jars alone, as a distribution. */
	static SparkHome withSpark(final Path folder) throws IOException {
		return of(folder, OTHERS);
	}

	private static SparkHome of(final Path folder, final String leftOut) throws IOException {
		final Path jars = Files.createDirectories(folder.resolve("jars"));
		Files.writeString(folder.resolve("RELEASE"), "");
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			final Path jar = Path.of(entry);
			if (Files.isRegularFile(jar) && !jar.getFileName().toString().matches(leftOut)) Files.createSymbolicLink(jars
				.resolve(jar.getFileName()), jar);
		}
		final Path bin = Files.createDirectories(folder.resolve("bin"));
		script(bin.resolve("spark-class"), String.format(SPARK_CLASS, Path.of(System.getProperty("java.home"), "bin",
			"java")));
		script(bin.resolve("spark-submit"), SPARK_SUBMIT);
		return new SparkHome(folder);
	}

	private static void script(final Path file, final String text) throws IOException {
		Files.writeString(file, text);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	Path folder() {
		return folder;
	}

	/** With this Spark, on loopback. */
	ProcessBuilder process(final List<String> command) {
		final ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("SPARK_HOME", folder.toString());
		builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
		builder.environment().put("SPARK_SCALA_VERSION", "2.13");
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return builder;
	}

	/** Takes the links to the jars away: JUnit warns of each that leads out of its folder. */
	void unlink() throws IOException {
		try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
			for (final Path jar : jars.toList())
				Files.delete(jar);
		}
	}

	/** Names of the jars, for a test that none is missing or too many. */
	List<String> jars() throws IOException {
		try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
			return jars.map(jar -> jar.getFileName().toString()).sorted().toList();
		}
	}
}
