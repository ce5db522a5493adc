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
package io.github.hounsfield.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/**
 * Chooses the default reader. It is {@link Part10Reader}, or a service of the JDK's {@link ServiceLoader} that the
 * system property {@value #PROPERTY} names. Safe for several threads.
 */
public final class DicomReaders {

	/** System property that names the reader. */
	public static final String PROPERTY = "hounsfield.reader";

	/** Name of {@link Part10Reader}. */
	public static final String PART10 = "part10";

	private DicomReaders() {}

	/**
	 * @return a new reader
	 * @throws UncheckedIOException if the reader that the property names is missing, or its library is; no other reader
	 *          takes its place
	 */
	public static DicomReader chosen() {
		return named(System.getProperty(PROPERTY, ""), DicomReaders.class.getClassLoader());
	}

	static DicomReader named(final String name, final ClassLoader loader) {
		if (name.isEmpty() || name.equals(PART10)) return new Part10Reader();
		final List<String> names = new ArrayList<>(List.of(PART10));
		final List<String> incomplete = new ArrayList<>();
		for (final Provider<DicomReader> provider : ServiceLoader.load(DicomReader.class, loader).stream().toList()) {
			final DicomReader reader;
			try {
				reader = provider.get();
			}
			catch (final ServiceConfigurationError | LinkageError e) {
				incomplete.add(provider.type().getSimpleName() + " lacks " + root(e).getMessage());
				continue;
			}
			if (reader.name().equals(name)) return reader;
			names.add(reader.name());
		}
		throw new UncheckedIOException(new IOException("system property " + PROPERTY + " is '" + name +
			"'; found the readers " + String.join(", ", names) + (incomplete.isEmpty() ? "" : "; " + String.join("; ",
				incomplete) + "; put the library that has this class beside the plugin, or leave the property out")));
	}

	private static Throwable root(final Throwable e) {
		return e.getCause() == null ? e : root(e.getCause());
	}

	/** Whether the system property names another reader than {@link Part10Reader}. */
	public static boolean isAnother() {
		final String name = System.getProperty(PROPERTY, "");
		return !name.isEmpty() && !name.equals(PART10);
	}
}
