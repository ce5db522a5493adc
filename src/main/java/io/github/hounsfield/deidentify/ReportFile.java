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

import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The report of a run, a CSV file (RFC 4180) with a line for each file. It has the file's number in the order of paths,
 * what was done, the copy, the tags that were left out or replaced, and a note. It holds no value and no name of the
 * source.
 */
final class ReportFile {

	private static final String HEADING = "file,status,copy,removed,replaced,note\r\n";

	private ReportFile() {}

	/**
	 * Before the work: refuses to replace a file that no run has written. A report of an earlier run is replaced.
	 *
	 * @throws IOException if the file is there and is no report
	 */
	static void requireReplaceable(final Path file) throws IOException {
		if (!Files.exists(file)) return;
		final byte[] heading = HEADING.getBytes(StandardCharsets.UTF_8);
		try (InputStream in = Files.newInputStream(file)) {
			if (Arrays.equals(heading, in.readNBytes(heading.length))) return;
		}
		throw new IOException("report is a file that is there already and is no report of an earlier run; expected a new " +
			"file, or such a report");
	}

	static void write(final Path file, final FileOutcome[] outcomes) throws IOException {
		final StringBuilder text = new StringBuilder(HEADING);
		for (final FileOutcome outcome : outcomes)
			text.append(outcome.number()).append(',').append(outcome.status().name().toLowerCase(Locale.ROOT).replace('_',
				' ')).append(',').append(outcome.output()).append(',').append(quote(tags(outcome.removed()))).append(',').append(
					quote(tags(outcome.replaced()))).append(',').append(quote(outcome.note())).append("\r\n");
		final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		WholeFile.write(file.toAbsolutePath(), out -> {
			final ByteBuffer buffer = ByteBuffer.wrap(bytes);
			while (buffer.hasRemaining())
				out.write(buffer);
		});
	}

	/** Private elements are named by their group. Unknown ones are not named, for their tags may be part of a value. */
	private static String tags(final Collection<Integer> tags) {
		final Set<String> texts = new LinkedHashSet<>();
		for (final int tag : tags)
			texts.add(Tag.isPrivate(tag) ? Tag.toString(tag).substring(0, 6) + "xxxx)" : Dictionary.isKnown(tag) ? Tag.toString(
				tag) : "unknown");
		return String.join(" ", texts);
	}

	private static String quote(final String text) {
		return '"' + text.replace("\"", "\"\"") + '"';
	}
}
