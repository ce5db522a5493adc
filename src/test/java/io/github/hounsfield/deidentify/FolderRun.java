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
package io.github.hounsfield.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.work.Workers;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run for tests: in this process, or as one of its own that can be killed. */
public final class FolderRun {

	private FolderRun() {}

	/** Arguments: source and output folder. */
	public static void main(final String[] arguments) throws IOException {
		System.out.println("started");
		System.out.flush();
		run(Path.of(arguments[0]), Path.of(arguments[1]), 2);
		System.out.println("done");
	}

	/** What {@link #main} needs, whatever the class path of this process is called. */
	static String classPath() {
		final StringBuilder path = new StringBuilder();
		for (final Class<?> one : List.of(FolderRun.class, Deidentifier.class))
			try {
				path.append(Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())).append(File.pathSeparator);
			}
			catch (final URISyntaxException e) {
				throw new IllegalStateException(e);
			}
		return path.toString();
	}

	static FolderDeidentification.Summary run(final Path source, final Path folder, final int threads)
		throws IOException
	{
		return run(source, folder, PixelPolicy.CHECK, Workers.threads(threads));
	}

	static FolderDeidentification.Summary run(final Path source, final Path folder, final PixelPolicy policy,
		final Workers workers) throws IOException
	{
		final Pseudonyms pseudonyms = new Pseudonyms(new Secret(new byte[32]));
		return new FolderDeidentification(new Deidentifier(DeidentifyOptions.BASIC, pseudonyms), pseudonyms).run(
			new FolderDeidentification.Request(source, folder, null, policy), workers);
	}

	/** CT slices of three patients, two studies each. */
	static void writeSlices(final Path folder, final int count, final int pixels) throws IOException {
		for (int i = 0; i < count; i++) {
			final String study = "1.9." + i % 3 + "." + i % 2;
			final DicomBytes slice = DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2").text(
				0x0008, 0x0018, "UI", study + ".7." + i).text(0x0008, 0x0060, "CS", "CT");
			slice.sequence(0x0008, 0x1140, slice.empty().text(0x0008, 0x1150, "UI", "1.2.840.10008.5.1.4.1.1.2").text(0x0008,
				0x1155, "UI", study + ".7." + (i + 6) % count)).text(0x0010, 0x0010, "PN", "Doe^Jane").text(0x0010, 0x0020, "LO",
					"ID " + i % 3).text(0x0020, 0x000D, "UI", study).text(0x0020, 0x000E, "UI", study + ".1").text(0x0020, 0x0013,
						"IS", "" + i).shorts(0x0028, 0x0010, "US", 1).shorts(0x0028, 0x0011, "US", pixels).bytes(0x7FE0, 0x0010, "OW",
							new byte[2 * pixels]);
			final Path file = folder.resolve("Doe Jane/" + i % 2 + "/slice " + i + ".dcm");
			Files.createDirectories(file.getParent());
			Files.write(file, slice.dataSet());
		}
	}

	/** Bytes of all files by their paths. */
	static Map<String, byte[]> tree(final Path folder) throws IOException {
		final Map<String, byte[]> tree = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
				tree.put(folder.relativize(file).toString(), Files.readAllBytes(file));
		}
		return tree;
	}

	/** Two trees of files with equal names and bytes. */
	static void assertSame(final Map<String, byte[]> expected, final Map<String, byte[]> actual) {
		assertEquals(expected.keySet(), actual.keySet());
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
	}
}
