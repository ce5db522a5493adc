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

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiled classes of the tests' class path, and jars made of them. */
public final class ClassFiles {

	private ClassFiles() {}

	/** The jar or folder that a class is loaded from. */
	public static Path locationOf(final String className) {
		try {
			final Class<?> type = Class.forName(className, false, ClassFiles.class.getClassLoader());
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final ClassNotFoundException | URISyntaxException exc) {
			throw new IllegalStateException(className + " is not on the class path of the tests", exc);
		}
	}

	/** The class files of classes, each with its outermost class and all classes whose names begin as that one's. */
	static Map<String, byte[]> of(final Class<?>... classes) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		for (final Class<?> type : classes) {
			final Path root = locationOf(type.getName());
			final String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
			tree(root).forEach((name, bytes) -> {
				if (name.startsWith(outermost)) files.put(name, bytes);
			});
		}
		return files;
	}

	/** All files below a folder, by their names from there. */
	static Map<String, byte[]> tree(final Path root) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(root)) {
			for (final Path path : paths.filter(Files::isRegularFile).collect(Collectors.toList()))
				files.put(root.relativize(path).toString().replace(File.separatorChar, '/'), Files.readAllBytes(path));
		}
		return files;
	}

	/** Writes a jar. */
	static void jar(final Path jar, final Map<String, byte[]> entries) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
				out.putNextEntry(new JarEntry(entry.getKey()));
				out.write(entry.getValue());
				out.closeEntry();
			}
		}
	}
}
