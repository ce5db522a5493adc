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
package io.github.hounsfield.imagej.export;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every real series as NIfTI: 200 random voxels of each lie where their slice's own header has them and hold its
 * values, as pydicom and nibabel read both, and are found there in the files of dcm2niix and vtk-dicom. Skipped where
 * these tools are absent.
 */
class ExportRealDataTest {

	/** Positions are written with 32 bits. */
	private static final double PLACE_MM = 5e-4;

	/** Theirs are 32 bits too, after other arithmetic. */
	private static final double PEER_MM = 1e-3;

	/** Slices whose positions are rounded in the files lie up to so far from an even grid, mm. */
	private static final double ROUNDED_MM = 0.05;

	@TempDir
	private Path folder;

	private static Path copied(final Series series, final Path to) throws IOException {
		Files.createDirectories(to);
		final Set<String> names = new HashSet<>();
		for (final Frame frame : series.frames()) {
			final Path file = Path.of(frame.instance().file().source().name());
			if (names.add(file.toString())) Files.copy(file, to.resolve(names.size() + ".dcm"));
		}
		return to;
	}

	private Optional<Path> converted(final Path out, final String... command) throws Exception {
		Tools.run(command);
		try (Stream<Path> files = Files.list(out)) {
			return files.filter(file -> file.toString().endsWith(".nii") && !file.toString().contains("_Tilt") && !file
				.toString().contains("_Eq")).sorted().findFirst();
		}
	}

	@Test
	void everyVoxelIsWhereItsHeaderHasIt() throws Exception {
		final Path data = RealData.folder().resolve("series");
		assumeTrue(Tools.hasPython("nibabel", "pydicom", "numpy"),
			"no /usr/bin/python3 with nibabel, pydicom and numpy: places are not compared");
		final Path script = folder.resolve("volumes.py");
		try (InputStream in = ExportRealDataTest.class.getResourceAsStream("/io/github/hounsfield/export/volumes.py")) {
			Files.copy(in, script);
		}
		final List<Executable> checks = new ArrayList<>();
		final StringBuilder table = new StringBuilder(String.format(
			"%-52s %-9s %-5s %9s %9s | %-28s | %s%n", "series", "type", "axes", "place mm", "value", "dcm2niix", "vtk-dicom"));
		final List<Path> folders;
		try (Stream<Path> files = Files.list(data)) {
			folders = files.sorted().toList();
		}
		int number = 0;
		for (final Path one : folders)
			for (final Series series : SeriesOpener.DEFAULT.scan(List.of(one)).series())
				compare(one.getFileName() + " " + ++number, series, script, table, checks);
		System.out.println(table);
		assertAll(checks);
	}

	private void compare(final String name, final Series series, final Path script, final StringBuilder table,
		final List<Executable> checks) throws Exception
	{
		final Path work = Files.createDirectory(folder.resolve(name.replace(' ', '-')));
		final Path exported = work.resolve("ours.nii");
		final ImagePlus image = SeriesOpener.DEFAULT.open(series).image();
		final VolumeWriter writer = VolumeWriter.with(Workers.threads(2));
		if (!series.geometry().uniform()) {
			final ImageException e = assertThrows(ImageException.class, () -> ImageExport.write(image, exported.toString(),
				writer, told -> {}));
			table.append(String.format("%-52s refused: %s%n", name, e.getMessage()));
			checks.add(() -> assertEquals(Remedy.OPEN_EVEN, e.remedy(), name));
			return;
		}
		ImageExport.write(image, exported.toString(), writer, told -> {});
		final Path files = copied(series, work.resolve("dicom"));
		final List<String> command = new ArrayList<>(List.of(Tools.PYTHON, script.toString(), exported.toString(), files
			.toString()));
		if (Tools.has("dcm2niix")) {
			final Path out = Files.createDirectory(work.resolve("dcm2niix"));
			converted(out, "dcm2niix", "-z", "n", "-b", "n", "-f", "v", "-o", out.toString(), files.toString()).ifPresent(
				file -> command.add("dcm2niix=" + file));
		}
		if (Tools.has("dicomtonifti")) {
			final Path out = Files.createDirectory(work.resolve("vtk"));
			converted(out, "dicomtonifti", "-r", "-s", "-o", out.resolve("v.nii").toString(), files.toString()).ifPresent(
				file -> command.add("vtk=" + file));
		}
		final Map<String, Object> found = Json.read(Files.writeString(work.resolve("found.json"), Tools.run(command.toArray(
			String[]::new))));
		final Map<String, Object> others = Json.object(found, "others");
		table.append(String.format(Locale.ROOT, "%-52s %-9s %-5s %9.2g %9.2g | %-28s | %s%n", name, found.get("type"), found
			.get("axes"), number(found, "place_mm"), number(found, "header_value"), peer(others, "dcm2niix"), peer(others,
				"vtk")));
		checks.add(() -> assertTrue(number(found, "header_voxels") == 200 || !Tools.hasPython("gdcm"), name + ": " + found));
		checks.add(() -> assertEquals(0, number(found, "place_mm"), ROUNDED_MM, name));
		if (!name.startsWith("mr-")) checks.add(() -> assertEquals(0, number(found, "place_mm"), PLACE_MM, name));
		checks.add(() -> assertEquals(0, number(found, "header_value"), 1e-3, name));
		// none of the two keeps the positions of sheared slices; they rescale slices one by one where we write stored values
		final boolean comparable = !series.geometry().isTilted() && !name.startsWith("mr-varying-rescale");
		for (final String tool : List.of("dcm2niix", "vtk"))
			if (others.containsKey(tool) && comparable) checks.add(() -> {
				final Map<String, Object> peer = Json.object(others, tool);
				assertEquals(200, number(peer, "voxels"), name + " " + tool);
				assertEquals(0, number(peer, "place_mm"), PEER_MM, name + " " + tool);
				assertEquals(0, number(peer, "value"), name + " " + tool);
			});
		if (!series.geometry().isTilted()) checks.add(() -> assertNotNull(found.get("sform_qform"), name));
		if (found.get("sform_qform") != null) checks.add(() -> assertEquals(0, number(found, "sform_qform"), 1e-5, name));
	}

	private static double number(final Map<String, Object> from, final String key) {
		return ((Number) from.get(key)).doubleValue();
	}

	@SuppressWarnings("unchecked") // JSON
	private static String peer(final Map<String, Object> others, final String name) {
		final Map<String, Object> peer = (Map<String, Object>) others.get(name);
		return peer == null ? "no file" : String.format(Locale.ROOT, "%3.0f voxels %.1g mm %.1g", number(peer, "voxels"),
			number(peer, "place_mm"), number(peer, "value"));
	}
}
