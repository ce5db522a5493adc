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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All real files, the broken ones included: equal bytes each time, pixels as they were, no identifier of the source.
 */
class DeidentifyRealDataTest {

	/** Names, IDs, dates of birth, UIDs of instances, accession numbers: too short ones stand in other bytes by chance. */
	private static final int[] IDENTIFIERS = { 0x00100010, 0x00100020, 0x00100030, 0x00080018, 0x0020000D, 0x0020000E,
		0x00080050, 0x00080090, 0x00081070, 0x00181000 };
	private static final int SHORTEST = 7;

	/** What de-identifying writes itself; files have it as a date of birth and in place of names. */
	private static final Set<String> OWN_WORDS = Set.of("20000101", "REMOVED", "ANONYMIZED");

	@Test
	void everyRealFile(@TempDir final Path scratch) throws IOException {
		final FolderDeidentification.Summary summary = FolderRun.run(RealData.folder(), scratch.resolve("one"), 2);
		FolderRun.run(RealData.folder(), scratch.resolve("two"), 1);
		assertTrue(summary.copied() >= 231 && summary.copied() + summary.refused() + summary.notCopied() == summary.files(),
			summary.toString());
		final Map<String, byte[]> copies = FolderRun.tree(scratch.resolve("one"));
		final Map<String, byte[]> again = FolderRun.tree(scratch.resolve("two"));
		assertEquals(copies.keySet(), again.keySet());
		copies.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
		final List<Path> sources = sources();
		final Set<String> patients = new HashSet<>();
		for (final String line : Files.readAllLines(summary.report())) {
			final String[] cells = line.split(",", 4);
			if (!cells[1].equals("copied")) continue;
			final Path source = sources.get(Integer.parseInt(cells[0]) - 1);
			final DicomFile before = new Part10Reader().read(DicomSource.of(source));
			assertClean(source.toString(), before, copies.get(cells[2]));
			patients.add(before.dataSet().string(Tag.PatientID).orElse("study " + before.dataSet().string(
				Tag.StudyInstanceUID)));
		}
		assertEquals(patients.size(), summary.patients());
	}

	/** In the order of paths below the folder. */
	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(RealData.folder())) {
			final List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).toList());
			all.sort((a, b) -> RealData.folder().relativize(a).toString().compareTo(RealData.folder().relativize(b).toString()));
			return all;
		}
	}

	private static void assertClean(final String name, final DicomFile before, final byte[] copy) throws IOException {
		final DicomFile after = new Part10Reader().read(DicomSource.of("copy", copy));
		assertEquals(List.of(), after.warnings(), name);
		final Element pixels = before.dataSet().element(Tag.PixelData);
		if (pixels != null && !pixels.isBigEndian()) {
			final BulkData bulk = after.dataSet().element(Tag.PixelData).bulk();
			if (!bulk.encapsulated()) assertArrayEquals(Arrays.copyOf(pixels.bytes(), (int) bulk.length()), bulk
				.read(), name);
			else assertEquals(before.transferSyntax(), after.transferSyntax(), name);
		}
		final String text = new String(copy, 0, copy.length - (pixels == null ? 0 : (int) Math.min(copy.length, after
			.dataSet().element(Tag.PixelData).length())), StandardCharsets.ISO_8859_1);
		for (final int tag : IDENTIFIERS)
			for (final String value : values(before.dataSet(), tag))
				assertTrue(value.length() < SHORTEST || OWN_WORDS.contains(value) || !text.contains(value), name + " " +
					Tag.toString(tag));
		assertEquals("YES", after.dataSet().requireString(Tag.PatientIdentityRemoved), name);
	}

	private static List<String> values(final DataSet dataSet, final int tag) throws IOException {
		final Element element = dataSet.element(tag);
		return element == null ? List.of() : Texts.values(element);
	}
}
