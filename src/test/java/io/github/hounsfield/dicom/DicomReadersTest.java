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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Sets the system property, so no other test may run beside it. */
@Isolated
class DicomReadersTest {

	@Test
	void isOursWhereNothingIsNamed() {
		for (final String name : new String[] { null, "", "part10" }) {
			assertInstanceOf(Part10Reader.class, named(name, DicomReaders::chosen));
			assertEquals(false, named(name, DicomReaders::isAnother));
		}
	}

	@Test
	void neverTakesAnotherThanTheOneNamed() {
		final String message = assertThrows(UncheckedIOException.class, () -> named("nobody's", DicomReaders::chosen))
			.getMessage();
		for (final String part : new String[] { "hounsfield.reader", "nobody's", "part10" })
			assertTrue(message.contains(part), message);
		assertEquals(true, named("nobody's", DicomReaders::isAnother));
	}

	/** A reader of which the library is not there, as the JVM finds it out when the reader is made. */
	public static final class WithoutLibrary implements DicomReader {

		public WithoutLibrary() {
			throw new NoClassDefFoundError("org/example/io/ExampleInputStream");
		}

		@Override
		public String name() {
			return "example";
		}

		@Override
		public DicomFile read(final DicomSource source) {
			throw new AssertionError("cannot be made");
		}
	}

	@Test
	void saysWhichClassALibraryWouldHave(@TempDir final Path folder) throws IOException {
		final Path services = Files.writeString(folder.resolve("services"), WithoutLibrary.class.getName());
		final URL url = services.toUri().toURL();
		final ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {

			@Override
			public Enumeration<URL> getResources(final String name) {
				return Collections.enumeration(name.endsWith(DicomReader.class.getName()) ? List.of(url) : List.<URL> of());
			}
		};
		final String message = assertThrows(UncheckedIOException.class, () -> DicomReaders.named("example", loader))
			.getCause().getMessage();
		assertEquals("system property hounsfield.reader is 'example'; found the readers part10; WithoutLibrary lacks " +
			"org/example/io/ExampleInputStream; put the library that has this class beside the plugin, or leave the property " +
			"out", message);
	}

	private static <T> T named(final String name, final Supplier<T> call) {
		final String before = System.getProperty(DicomReaders.PROPERTY);
		try {
			set(name);
			return call.get();
		}
		finally {
			set(before);
		}
	}

	private static void set(final String name) {
		if (name == null) System.clearProperty(DicomReaders.PROPERTY);
		else System.setProperty(DicomReaders.PROPERTY, name);
	}
}
