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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The studies that a plan names. */
final class StudyPaths {

	private StudyPaths() {}

	/**
	 * @param studies a folder: the folders and zips in it, by name, as the batch macros take them; or a text file: a path
	 *          on each line, relative to the file's folder, empty lines and those that begin with # left out
	 * @throws PlanException where there is no study; a path that leads to nothing is a failed row later on
	 */
	static List<String> of(final String studies) throws IOException {
		final Path path = Path.of(studies);
		if (!Files.exists(path)) throw new PlanException("--studies is '" + studies +
			"', and there is no such file or folder");
		final List<String> found = Files.isDirectory(path) ? folder(path) : list(path);
		if (found.isEmpty()) throw new PlanException("--studies is '" + studies + "', and it holds no study; expected " +
			(Files
			.isDirectory(path) ? "folders or zips in it" : "a path on a line"));
		return found;
	}

	private static List<String> folder(final Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(entry -> Files.isDirectory(entry) || entry.getFileName().toString().toLowerCase(Locale.ROOT)
				.endsWith(".zip")).map(Path::toString).sorted().toList();
		}
	}

	private static List<String> list(final Path file) throws IOException {
		final Set<String> paths = new LinkedHashSet<>();
		for (final String line : Files.readAllLines(file)) {
			if (line.isBlank() || line.startsWith("#")) continue;
			try {
				paths.add(file.resolveSibling(line).normalize().toString());
			}
			catch (final InvalidPathException e) {
				throw new PlanException("--studies is '" + file + "', and its line '" + line + "' is no path: " + e.getReason());
			}
		}
		return new ArrayList<>(paths);
	}
}
