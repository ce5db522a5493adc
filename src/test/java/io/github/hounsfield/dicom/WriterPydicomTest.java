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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.Pydicom;
import io.github.hounsfield.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pydicom finds the same values in what the writer made of each real file as in the file itself. */
class WriterPydicomTest {

	@Test
	void pydicomReadsTheSameValues(@TempDir final Path folder) throws IOException, InterruptedException {
		Pydicom.assumePresent();
		final StringBuilder pairs = new StringBuilder();
		int count = 0;
		try (Stream<Path> files = Files.walk(RealData.folder())) {
			for (final Path path : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
				final Path written = folder.resolve(++count + ".dcm");
				try {
					Files.write(written, RoundTrip.write(new Part10Reader().read(DicomSource.of(path))));
					pairs.append(path).append('\t').append(written).append('\n');
				}
				catch (final DicomException e) {
					continue;
				}
			}
		}
		final List<String> lines = Pydicom.run(WriterPydicomTest.class, "compare.py", pairs.toString());
		assertEquals(List.of(), lines.subList(0, lines.size() - 1));
		assertTrue(lines.get(lines.size() - 1).startsWith("compared 2"), lines.toString());
	}
}
