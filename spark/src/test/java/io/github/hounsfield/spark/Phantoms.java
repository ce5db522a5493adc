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

import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of phantom studies, sound ones and bad ones of each kind. */
final class Phantoms {

	/** Kinds of bad studies, {@link #bad}. */
	static final int KINDS = 6;

	private static final double SPACING_MM = 400;

	private Phantoms() {}

	/** A writer of a small chest of its own UID. */
	static CtSeriesWriter writer(final int size, final int slices, final long seed) {
		return new CtSeriesWriter(size, slices, SPACING_MM / size, 240.0 / slices, 12, seed);
	}

	/** A sound study; some hold a second series. */
	static void sound(final Path studies, final int number) throws IOException {
		final Path study = studies.resolve(String.format("study-%04d", number));
		writer(32 + 8 * (number % 4), 6 + number % 5, 1000L + number).write(study.resolve("a"));
		if (number % 3 == 0) writer(32, 6, 5000L + number).write(study.resolve("b"));
	}

	/** A study that has no numbers, for one of several reasons. */
	static void bad(final Path studies, final int number) throws IOException {
		final int kind = number % KINDS;
		final Path study = Files.createDirectories(studies.resolve(String.format("bad-%04d-%d", number, kind)));
		if (kind == 0) return;
		if (kind == 1) {
			Files.writeString(study.resolve("Smith^John.txt"), "no DICOM");
			return;
		}
		final List<Path> files = writer(32, 8, 9000L + number).write(study);
		switch (kind) {
			// a slice is missing
			case 2 -> Files.delete(files.get(4));
			// a file ends in the middle of its pixels
			case 3 -> {
				try (RandomAccessFile file = new RandomAccessFile(files.get(3).toFile(), "rw")) {
					file.setLength(file.length() - 700);
				}
			}
			// a slice is there twice
			case 4 -> {
				final byte[] copy = Files.readAllBytes(files.get(2));
				copy[copy.length - 1] ^= 1;
				Files.write(study.resolve("copy"), copy);
			}
			// no rescale: Convert to HU refuses; the tag (0028,1052) becomes a private one of another meaning
			default -> {
				for (final Path file : files)
					replace(file, new byte[] { 0x28, 0, 0x52, 0x10 }, new byte[] { 0x28, 0, 0x52, 0x1F });
			}
		}
	}

	/** A zip that is none. */
	static void badZip(final Path studies) throws IOException {
		Files.write(studies.resolve("broken.zip"), "PK\3\4 and no more".getBytes(StandardCharsets.ISO_8859_1));
	}

	private static void replace(final Path file, final byte[] old, final byte[] now) throws IOException {
		final String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		Files.write(file, text.replace(new String(old, StandardCharsets.ISO_8859_1), new String(now,
			StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
	}
}
