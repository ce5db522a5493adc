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

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The broken files, beside what DCMTK and pydicom make of them, and the attributes of all good ones. Also tests
 * {@code Dictionary}.
 */
class MalformedRealDataTest {

	/** The expected values have nine decimals. */
	private static final double ROUNDED = 5.1e-10;

	private static Path data;
	private static Map<String, Object> expected;

	@BeforeAll
	static void readExpectedValues() throws IOException {
		data = RealData.folder();
		expected = RealData.expected();
	}

	/** What others read is read; what is refused is what DCMTK refuses too. */
	@Test
	void readsWhatOthersRead() throws IOException {
		final List<Path> files = new ArrayList<>();
		try (Stream<Path> folder = Files.list(data.resolve("malformed"))) {
			folder.sorted(Comparator.naturalOrder()).forEach(files::add);
		}
		final Map<String, Object> odd = Json.object(expected, "odd_files");
		final List<String> refused = new ArrayList<>();
		System.out.println("file | elements | warnings or error | dcmdump | pydicom");
		for (final Path file : files) {
			final Map<String, Object> others = Json.object(odd, "malformed/" + file.getFileName());
			String result;
			try {
				final DicomFile read = new Part10Reader().read(DicomSource.of(file));
				result = read.dataSet().elements().size() + " | " + read.warnings();
			}
			catch (final DicomException e) {
				result = "- | " + e.getMessage();
				refused.add(file.getFileName().toString());
				assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
				assertEquals(1.0, others.get("dcmdump_rc"), file + " is read by dcmdump");
			}
			System.out.println(file.getFileName() + " | " + result + " | " + others.get("dcmdump_rc") + " | " + others.get(
				"pydicom_force"));
		}
		assertEquals(List.of("ct-slice-cut-in-header.dcm", "no_meta.dcm"), refused);
	}

	/** Values as dcmdump prints them. */
	@Test
	void readsTheRightValues() throws IOException {
		final DataSet wrongVr = read("GH179A.dcm");
		assertEquals(-1024, wrongVr.number(Tag.RescaleIntercept).orElseThrow());
		assertEquals("HU", wrongVr.requireString(Tag.RescaleType));
		final List<DataSet> exposures = wrongVr.items(0x0040030E);
		assertEquals(6380, exposures.get(exposures.size() - 1).requireInteger(0x00181150));
		assertEquals("113691", read("bad_sequence.dcm").firstItem(0x00189346).requireString(0x00080100));
		assertEquals(512, read("explicit_VR-UN.dcm").requireInteger(Tag.Rows));
		assertEquals("CT", read("explicit_VR-UN.dcm").requireString(Tag.Modality));
		assertEquals(1, read("UN_sequence.dcm").items(0x4453100C).size());
		assertEquals(1, read("nested_priv_SQ.dcm").items(0x00010001).size());
		assertEquals(1, read("nested_priv_SQ.dcm").firstItem(0x00010001).items(0x00010001).size());
		assertEquals(1, read("priv_SQ.dcm").items(0x3F031001).size());
	}

	/** Attributes that decide a volume, of every file that others read. */
	@Test
	void readsTheAttributesOfEveryFile() throws IOException {
		final Map<String, Object> files = Json.object(expected, "files");
		final List<Executable> checks = new ArrayList<>();
		int read = 0;
		for (final String name : files.keySet()) {
			final Map<String, Object> values = Json.object(files, name);
			if (values.get("sha256_stored") == null) continue;
			final DataSet dataSet = new Part10Reader().read(DicomSource.of(data.resolve(name))).dataSet();
			final ToIntFunction<Integer> integer = tag -> {
				try {
					return dataSet.requireInteger(tag);
				}
				catch (final DicomException e) {
					throw new AssertionError(e);
				}
			};
			checks.add(() -> assertEquals(values.get("rows"), (double) integer.applyAsInt(Tag.Rows), name));
			checks.add(() -> assertEquals(values.get("bits_stored"), (double) integer.applyAsInt(Tag.BitsStored), name));
			checks.add(() -> assertEquals(values.get("photometric"), dataSet.requireString(Tag.PhotometricInterpretation)));
			if (values.get("PixelPaddingValue") instanceof Double) checks.add(() -> assertEquals(values.get(
				"PixelPaddingValue"), dataSet.number(Tag.PixelPaddingValue).orElseThrow(), name));
			if (values.get("SOPInstanceUID") != null) checks.add(() -> assertEquals(values.get("SOPInstanceUID"), dataSet
				.requireString(Tag.SOPInstanceUID)));
			for (final int tag : new int[] { Tag.ImagePositionPatient, Tag.ImageOrientationPatient, Tag.PixelSpacing }) {
				final List<Object> numbers = Json.list(values, Dictionary.find(tag).keyword());
				if (numbers != null) checks.add(() -> assertArrayEquals(numbers.stream().mapToDouble(v -> (Double) v).toArray(),
					dataSet.numbers(tag), ROUNDED, name));
			}
			read++;
		}
		assertTrue(read > 200, read + " files");
		assertAll(checks);
	}

	private static DataSet read(final String name) throws IOException {
		return new Part10Reader().read(DicomSource.of(data.resolve("malformed").resolve(name))).dataSet();
	}
}
