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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder's run: whole files or none, equal bytes whatever happened before, patients and references apart and whole.
 * Also tests {@code FileCopier}, {@code ObjectKinds}, {@code WholeFile}, {@code ReportFile}, {@code SourceFiles},
 * {@code Overlap} and {@code FileEnd}.
 */
class FolderDeidentificationTest {

	private static final int SLICES = 60;

	@TempDir
	private Path scratch;

	private Path source;
	private Path folder;

	@BeforeEach
	void write() throws IOException {
		source = scratch.resolve("source");
		folder = scratch.resolve("out");
		FolderRun.writeSlices(source, SLICES, 2000);
	}

	@Test
	void twoRunsGiveEqualBytesForAnyNumberOfThreads() throws IOException {
		assertEquals(SLICES, FolderRun.run(source, folder, 1).copied());
		FolderRun.run(source, scratch.resolve("again"), 4);
		FolderRun.assertSame(FolderRun.tree(folder), FolderRun.tree(scratch.resolve("again")));
	}

	@Test
	void patientsStayApartAndReferencesResolve() throws IOException {
		assertEquals(3, FolderRun.run(source, folder, 2).patients());
		final Map<String, Set<String>> instances = new HashMap<>();
		final Map<String, Set<String>> references = new HashMap<>();
		for (final Map.Entry<String, byte[]> file : FolderRun.tree(folder).entrySet()) {
			if (!file.getKey().endsWith(".dcm")) continue;
			final DataSet dataSet = new Part10Reader().read(DicomSource.of(file.getKey(), file.getValue())).dataSet();
			final String study = dataSet.requireString(0x0020000D);
			instances.computeIfAbsent(study, any -> new HashSet<>()).add(dataSet.requireString(0x00080018));
			references.computeIfAbsent(study, any -> new HashSet<>()).add(dataSet.firstItem(0x00081140).requireString(
				0x00081155));
		}
		assertEquals(6, instances.size());
		assertEquals(instances, references);
	}

	/** Every file that is there already, whole, is left alone; what is not whole is written. */
	@Test
	void aRunThatIsDoneAgainWritesWhatIsMissingOrWrong() throws IOException {
		FolderRun.run(source, folder, 2);
		final Map<String, byte[]> whole = FolderRun.tree(folder);
		final List<String> names = whole.keySet().stream().filter(name -> name.endsWith(".dcm")).toList();
		Files.delete(folder.resolve(names.get(3)));
		Files.write(folder.resolve(names.get(4)), new byte[100]);
		Files.write(folder.resolve(names.get(5) + ".part"), new byte[100]);
		Files.write(folder.resolve(names.get(3) + ".part"), new byte[100]);
		final FileTime old = FileTime.fromMillis(1_000_000_000_000L);
		Files.setLastModifiedTime(folder.resolve(names.get(6)), old);
		FolderRun.run(source, folder, 2);
		final Map<String, byte[]> again = FolderRun.tree(folder);
		again.keySet().remove(names.get(5) + ".part");
		FolderRun.assertSame(whole, again);
		assertEquals(old, Files.getLastModifiedTime(folder.resolve(names.get(6))));
	}

	@Test
	void foldersWithinEachOtherAreRefused() {
		assertThrows(IOException.class, () -> FolderRun.run(source, source.resolve("out"), 2));
		assertThrows(IOException.class, () -> FolderRun.run(source, source, 2));
		assertThrows(IOException.class, () -> FolderRun.run(source, scratch, 2));
	}

	@Test
	void whatIsNotCopiedIsListedByNumberWithItsReason() throws IOException {
		final Path bad = Files.createDirectories(source.resolve("0 bad"));
		Files.write(bad.resolve("a.txt"), "Doe^Jane".getBytes(StandardCharsets.US_ASCII));
		Files.write(bad.resolve("b.dcm"), new byte[0]);
		final byte[] slice = Files.readAllBytes(source.resolve("Doe Jane/0/slice 0.dcm"));
		Files.write(bad.resolve("c.dcm"), Arrays.copyOf(slice, slice.length - 5));
		Files.write(bad.resolve("d.dcm"), object("1.2.840.10008.5.1.4.1.1.88.11"));
		Files.write(bad.resolve("e.dcm"), object("1.2.840.10008.5.1.4.1.1.104.1"));
		Files.write(bad.resolve("f.dcm"), object("1.2.840.10008.5.1.4.1.1.11.1"));
		Files.write(bad.resolve("g.dcm"), object("1.2.840.10008.5.1.4.1.1.7"));
		Files.write(bad.resolve("h.dcm"), object("1.3.12.2.1107.5.9.1"));
		Files.copy(source.resolve("Doe Jane/0/slice 0.dcm"), bad.resolve("i.dcm"));
		final FolderDeidentification.Summary summary = FolderRun.run(source, folder, 2);
		assertEquals(SLICES + 1, summary.copied());
		assertEquals(1, summary.refused());
		assertEquals(7, summary.notCopied());
		final List<String> lines = Files.readAllLines(summary.report());
		assertEquals("file,status,copy,removed,replaced,note", lines.get(0));
		assertEquals("1,not copied,,\"\",\"\",\"no DICOM file\"", lines.get(1));
		assertTrue(lines.get(3).startsWith(
			"3,not copied,,\"\",\"\",\"it is not whole or cannot be read to its end, in (7FE0,0010)"),
			lines.get(3));
		assertTrue(lines.get(4).endsWith("\"a structured report\""), lines.get(4));
		assertTrue(lines.get(5).endsWith("\"an encapsulated document\""), lines.get(5));
		assertTrue(lines.get(6).endsWith("\"a presentation state\""), lines.get(6));
		assertTrue(lines.get(7).equals("7,refused,,\"\",\"\",\"a name may be burned into its pixels: a Secondary Capture\""));
		assertTrue(lines.get(8).contains("a private SOP class"), lines.get(8));
		assertTrue(lines.stream().anyMatch(line -> line.endsWith("\"it has the SOP Instance UID of file 9\"")));
		assertFalse(String.join("", lines).contains("Doe"));
		assertEquals(1, FolderRun.run(source, folder, PixelPolicy.SKIP, Workers.serial()).leftOut());
		assertEquals(1, FolderRun.run(source, folder, PixelPolicy.COPY, Workers.serial()).burnedIn());
	}

	private static byte[] object(final String sopClass) {
		return DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", sopClass).text(0x0008, 0x0018, "UI", "1.9.9." + sopClass
			.length()).text(0x0010, 0x0020, "LO", "ID 1").dataSet();
	}
}
