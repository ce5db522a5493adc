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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every real file goes through reader and writer without losing or changing a value; what cannot be written says why.
 */
class Part10WriterRealDataTest {

	private static final String ENDS = "the value ends here";
	private static final String DIRECTORY = "found a DICOMDIR";

	/** Files that are no whole instance, with the words that say so. */
	private static final Map<String, String> REFUSED = new TreeMap<>(Map.ofEntries(
		Map.entry("colour/JLSL_RGB_ILV0.dcm", "SOPInstanceUID: missing"),
		Map.entry("colour/JLSL_RGB_ILV2.dcm", "SOPInstanceUID: missing"),
		Map.entry("dicomdir/three-patients/DICOMDIR", DIRECTORY),
		Map.entry("dicomdir/variants/DICOMDIR-bigEnd", DIRECTORY),
		Map.entry("dicomdir/variants/DICOMDIR-implicit", DIRECTORY),
		Map.entry("dicomdir/variants/DICOMDIR-reordered", DIRECTORY),
		Map.entry("malformed/GH340.dcm", "SOPClassUID: missing"),
		Map.entry("malformed/MR_truncated.dcm", ENDS),
		Map.entry("malformed/bad_sequence.dcm", "64 characters that are no UID"),
		Map.entry("malformed/ct-slice-cut-in-pixel-data.dcm", ENDS),
		Map.entry("malformed/empty_charset_LEI.dcm", "SOPClassUID: missing"),
		Map.entry("malformed/emri_small_jpeg_2k_lossless_too_short.dcm", "the file ends at byte 40316"),
		Map.entry("malformed/meta_missing_tsyntax.dcm", "SOPClassUID: missing"),
		Map.entry("malformed/nested_priv_SQ.dcm", "SOPClassUID: missing")));

	@Test
	void writesEveryRealFileAsItWas() throws IOException {
		final Map<String, String> refused = new TreeMap<>();
		int written = 0;
		try (Stream<Path> files = Files.walk(RealData.folder())) {
			for (final Path path : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
				final String name = RealData.folder().relativize(path).toString();
				final DicomFile file;
				try {
					file = new Part10Reader().read(DicomSource.of(path));
				}
				catch (final DicomException e) {
					continue;
				}
				final byte[] bytes;
				try {
					bytes = RoundTrip.write(file);
				}
				catch (final DicomException e) {
					refused.put(name, e.getMessage());
					continue;
				}
				final DicomFile again = RoundTrip.read(name, bytes);
				assertEquals(List.of(), again.warnings(), name);
				RoundTrip.assertSame(name, file.dataSet(), again.dataSet());
				assertArrayEquals(bytes, RoundTrip.write(again), name);
				written++;
			}
		}
		assertEquals(REFUSED.keySet(), refused.keySet());
		refused.forEach((name, message) -> assertTrue(message.contains(REFUSED.get(name)), message));
		assertTrue(written > 200, written + " files");
	}
}
