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
package io.github.hounsfield.command;

import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.structures.Phantom.Drawn;
import io.github.hounsfield.structures.Phantom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that {@link RecorderCases} are about. */
final class RecorderFiles {

	static final CtSeriesWriter LARGE = new CtSeriesWriter(48, 4, 8, 20, 5, 9);
	static final CtSeriesWriter SMALL = new CtSeriesWriter(40, 3, 9, 25, 5, 10);

	private RecorderFiles() {}

	/** Series, a structure set of the larger one, photograph and cascade, and an empty folder {@code results}. */
	static void write(final Path folder) throws IOException {
		LARGE.write(folder.resolve("study/a"));
		SMALL.write(folder.resolve("study/b"));
		LARGE.write(folder.resolve("ct [chest] 1"));
		SMALL.write(folder.resolve("left ] over"));
		new CtSeriesWriter(32, 2, 12, 25, 5, 11).write(folder.resolve("a \"b\" \\c"));
		Files.delete(new CtSeriesWriter(32, 5, 12, 25, 5, 12).write(folder.resolve("gap")).get(1));
		copy("/io/github/hounsfield/sample/astronaut.png", folder.resolve("astronaut.png"));
		copy("/io/github/hounsfield/haar/haarcascade_frontalface_default.xml", folder.resolve("my cascade.xml"));
		Files.write(folder.resolve("rt.dcm"), Phantom.structureSet(structure(1, "Heart", "0"), structure(2, "Aorta", "-60"))
			.file());
		Files.createDirectory(folder.resolve("results"));
	}

	private static void copy(final String resource, final Path file) throws IOException {
		try (InputStream in = RecorderFiles.class.getResourceAsStream(resource)) {
			Files.copy(in, file);
		}
	}

	/** A triangle in the third slice of the larger series, which lies at z = 10 mm. */
	private static Drawn structure(final int number, final String name, final String x) {
		return new Drawn(number, name, "1.2.826.0.1.3680043.10.1561.4.9", List.of(Phantom.contour("CLOSED_PLANAR", 3, x +
			"\\0\\10\\" + x + "\\60\\10\\40\\0\\10")));
	}
}
