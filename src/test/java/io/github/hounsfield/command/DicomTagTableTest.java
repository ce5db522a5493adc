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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

/**
 * DICOM Tag Table as scripts call it: files it writes, headers of slices, what it refuses. Also tests
 * {@code SliceHeader}, {@code TagTables} and {@code TagTreeWindow}.
 */
class DicomTagTableTest {

	@TempDir
	private static Path folder;
	private static Path study;
	private static Context context;

	@BeforeAll
	static void write() throws IOException {
		context = new Context();
		study = Files.createDirectory(folder.resolve("study of Doe"));
		for (int z = 0; z < 3; z++)
			Files.write(study.resolve("I" + z), slice(z).file());
		Files.writeString(study.resolve("notes.txt"), "no DICOM file");
	}

	private static DicomFixture slice(final int z) {
		return Slices.ct(z).text(0x00100010, "PN", "Doe^Jane").text(0x00181210, "SH", "=1+1").text(0x00281050, "DS", "-600")
			.text(0x00081030, "LO", "a,\"b\"").sequence(0x00081111, new DicomFixture().uid(0x00081155, "1.2.5"))
			.sequence(0x00081140, new DicomFixture().text(0x00080060, "CS", "MR"));
	}

	@AfterAll
	static void stop() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	private static String run(final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(DicomTagTable.class, true, inputs).get().getCancelReason();
	}

	@Test
	void writesATableForSpreadsheets() throws Exception {
		final Path csv = folder.resolve("tags.csv");
		assertNull(run("path", study.toFile(), "tags", "ConvolutionKernel,WindowCenter,StudyDescription,InstanceNumber",
			"level", "file", "save", csv.toFile(), "anonymize", false));
		assertEquals(List.of("File,Series,SOPInstanceUID,ConvolutionKernel,WindowCenter,StudyDescription,InstanceNumber",
			"I0,1,1.2.3.4.1,'=1+1,-600,\"a,\"\"b\"\"\",1", "I1,1,1.2.3.4.2,'=1+1,-600,\"a,\"\"b\"\"\",2",
			"I2,1,1.2.3.4.3,'=1+1,-600,\"a,\"\"b\"\"\",3"), Files.readAllLines(csv));
		assertEquals(List.of("File,Reason,SeriesInstanceUID", "notes.txt,\"not a DICOM file\",\"\"".replace(
			"\"not a DICOM file\"",
			Files.readAllLines(folder.resolve("tags-left-out.csv")).get(1).split(",")[1])), Files.readAllLines(folder.resolve(
				"tags-left-out.csv")));
	}

	@Test
	void isAnonymousByDefault() throws Exception {
		final Path csv = folder.resolve("anonymous.csv");
		assertNull(run("path", study.toFile(), "tags", "PatientName,StudyDescription,InstanceNumber", "save", csv.toFile()));
		assertEquals(List.of("File,Series,PatientName,StudyDescription,InstanceNumber",
			"1,1,(anonymized),(anonymized),varies (3 values)"), Files.readAllLines(csv));
		assertFalse(Files.readString(folder.resolve("anonymous-left-out.csv")).contains("notes"));
		final String reason = run("path", study.resolve("Jane Doe").toFile());
		assertTrue(reason.startsWith("path: there is no such folder or file") && !reason.contains("Doe"), reason);
	}

	@Test
	void allListsOneFile() throws Exception {
		final Path csv = folder.resolve("all.txt");
		assertNull(run("path", study.resolve("I1").toFile(), "tags", "all", "save", csv.toFile(), "anonymize", false));
		final List<String> lines = Files.readAllLines(csv);
		assertEquals("Tag\tVR\tPath\tName\tValue", lines.get(0));
		assertTrue(lines.contains("(0008,1155)\tUI\tReferencedPerformedProcedureStepSequence[0].ReferencedSOPInstanceUID\t" +
			"Referenced SOP Instance UID\t1.2.5"), lines::toString);
		assertTrue(lines.contains("(0028,0010)\tUS\tRows\tRows\t3"), lines::toString);
		assertTrue(lines.contains("(7FE0,0010)\tOW\tPixelData\tPixel Data\t(24 bytes)"), lines::toString);
		assertTrue(run("path", study.toFile(), "tags", "all").contains("tags is all, which lists the elements of one file"));
	}

	/** The image's text gives the values that the file has. */
	@Test
	void readsTheSliceOfTheActiveImage() throws Exception {
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, folder, slice(0), slice(1), slice(2));
		image.setSlice(2);
		WindowManager.setTempCurrentImage(image);
		final Path csv = folder.resolve("slice.csv");
		assertNull(run("tags", "InstanceNumber,Rows,PixelSpacing,ImagePositionPatient,PatientName,PixelData," +
			"ReferencedImageSequence[0].Modality", "save", csv.toFile(), "anonymize", false));
		assertEquals(List.of("slice 2 of " + image.getTitle() + ",2,3,0.7\\0.5,-10\\20\\2,Doe^Jane,\"\",MR"),
			Files.readAllLines(
			csv).subList(1, 2).stream().map(line -> line.replace("'-10", "-10")).toList());
		assertNull(run("tags", "InstanceNumber,PatientName", "save", csv.toFile(), "overwrite", true));
		assertEquals("slice 2,2,(anonymized)", Files.readAllLines(csv).get(1));
		WindowManager.setTempCurrentImage(null);
		assertTrue(run("tags", "all").contains("path is missing, and no image is open"));
	}

	@Test
	void refusesWhatItCannotRead() throws Exception {
		assertTrue(run("path", study.toFile(), "tags", "Nonsense").contains("'Nonsense' is no keyword"));
		assertTrue(run("path", study.toFile(), "level", "slice").contains(
			"level is 'slice'; expected series, file or frame"));
	}
}
