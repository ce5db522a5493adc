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
package io.github.hounsfield.imagej;

import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A folder with several series of the thorax phantom, as a scanner's export has them. */
public final class PhantomStudy {

	private static final String DESCRIPTION = "Chest 5.0 mm";

	private PhantomStudy() {}

	/** A series and the description it gets, which is as long as the writer's own. */
	private record Member(CtSeriesWriter writer, String description) {}

	/**
	 * Three series: 24 slices of 5 mm, 12 of 10 mm, a single one.
	 *
	 * @param size rows and columns
	 */
	public static void write(final Path folder, final int size) throws IOException {
		final double spacing = 409.6 / size;
		final List<Member> members = List.of(new Member(new CtSeriesWriter(size, 24, spacing, 12, 12, 1), "Lung B70f 12"),
			new Member(new CtSeriesWriter(size, 12, spacing, 24, 8, 2), "Soft B31f 24"), new Member(new CtSeriesWriter(size, 1,
				spacing, 5, 30, 3), "Control scan"));
		for (final Member member : members)
			for (final Path file : member.writer.write(folder.resolve("series " + member.writer.seed())))
				Files.write(file, described(Files.readAllBytes(file), member.description));
	}

	private static byte[] described(final byte[] file, final String description) {
		final byte[] before = DESCRIPTION.getBytes(StandardCharsets.US_ASCII);
		final byte[] after = description.getBytes(StandardCharsets.US_ASCII);
		if (before.length != after.length) throw new IllegalArgumentException(description);
		for (int at = 0; at + before.length < file.length; at++)
			if (Arrays.equals(before, 0, before.length, file, at, at + before.length)) {
				System.arraycopy(after, 0, file, at, after.length);
				return file;
			}
		throw new IllegalStateException("the phantom's description is not " + DESCRIPTION);
	}
}
