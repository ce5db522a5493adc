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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.deidentify.DeidentifyOptions.Privates;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A value planted in every attribute of table E.1-1, in every VR, at the top, in sequences, in a private group and
 * behind the pixels, stands nowhere in what a de-identified folder holds: no byte, no name, no line of the report. Also
 * tests {@code ConfidentialityTable}.
 */
class PlantedValuesTest {

	private static final DeidentifyOptions DESCRIPTORS = DeidentifyOptions.BASIC.withPrivates(
		Privates.SAFE).withDescriptors(true);

	@TempDir
	private Path scratch;

	@Test
	void theTableHasTheRowsOfTheStandard() {
		assertEquals(621, PlantedValues.lines().size());
		assertEquals(Map.of("X", 384L, "D", 92L, "U", 54L, "Z", 42L, "X/D", 22L, "X/Z", 11L, "X/Z/D", 8L, "Z/D", 6L,
			"X/Z/U*", 2L), PlantedValues.lines().stream().map(line -> line.split("\t")[2]).collect(
				Collectors.groupingBy(action -> action, Collectors.counting())));
		assertEquals(621, ConfidentialityTable.rows().size());
	}

	/** Inside a functional group, which stays, and inside a reference, of which a part stays. */
	@Test
	void inSequences() throws IOException {
		final Path source = scratch.resolve("PLANTED source");
		for (final String vr : PlantedValues.VRS)
			for (final DicomBytes form : new DicomBytes[] { DicomBytes.explicitLittle(), DicomBytes.implicitLittle() })
				write(source, PlantedValues.file(form, (out, elements) -> {
					final DicomBytes item = all(out, vr, true);
					for (final int sequence : new int[] { 0x52009229, 0x00081140, 0x00081111, 0x00082112, 0x00189346 })
						elements.put(sequence, out.empty().openSequence(sequence >>> 16, sequence & 0xFFFF, item, out.empty()
							.sequence(0x0018, 0x9301, item)).dataSet());
				}));
		assertNothingLeft(source, DeidentifyOptions.BASIC);
		assertNothingLeft(source, DESCRIPTORS);
	}

	@Test
	void inAPrivateGroup() throws IOException {
		final Path source = scratch.resolve("PLANTED source");
		for (final String vr : PlantedValues.VRS)
			write(source, PlantedValues.file(DicomBytes.explicitLittle(), (out, elements) -> {
				elements.put(0x00190010, out.empty().text(0x0019, 0x0010, "LO", "GEMS_ACQU_01").dataSet());
				elements.put(0x00191023, out.empty().text(0x0019, 0x1023, vr.equals("SQ") ? "LO" : vr, "PLANTED!").dataSet());
				elements.put(0x001910A0, out.empty().sequence(0x0019, 0x10A0, all(out, vr, true)).dataSet());
			}));
		assertNothingLeft(source, DeidentifyOptions.BASIC);
		assertNothingLeft(source, DESCRIPTORS);
	}

	/** Behind the pixels; bytes there that are no element make the file one that is not copied. */
	@Test
	void inTheTail() throws IOException {
		final Path source = scratch.resolve("PLANTED source");
		for (final String vr : PlantedValues.VRS) {
			final byte[] file = PlantedValues.file(DicomBytes.explicitLittle(), (out, elements) -> {
				elements.put(0x7FE11010, out.empty().text(0x7FE1, 0x1010, "LO", "PLANTED").dataSet());
				elements.put(0xFFFAFFFA, out.empty().sequence(0xFFFA, 0xFFFA, all(out, vr, true)).dataSet());
				elements.put(0xFFFCFFFC, out.empty().bytes(0xFFFC, 0xFFFC, "OB", "PLANTED!".getBytes(StandardCharsets.US_ASCII))
					.dataSet());
			});
			write(source, file);
		}
		assertEquals(PlantedValues.VRS.size(), assertNothingLeft(source, DeidentifyOptions.BASIC).copied());
		write(source, PlantedValues.file(DicomBytes.explicitLittle(), (out, elements) -> elements.put(0xFFFCFFFC,
			"PLANTED without a tag".getBytes(StandardCharsets.US_ASCII))));
		final FolderDeidentification.Summary summary = assertNothingLeft(source, DeidentifyOptions.BASIC);
		assertEquals(1, summary.notCopied());
	}

	@Test
	void atTheTop() throws IOException {
		final Path source = scratch.resolve("PLANTED top");
		for (final String vr : PlantedValues.VRS)
			for (final boolean plausible : new boolean[] { false, true })
				for (final DicomBytes form : new DicomBytes[] { DicomBytes.explicitLittle(), DicomBytes.explicitBig() })
					write(source, PlantedValues.planted(form, vr, plausible));
		assertNothingLeft(source, DeidentifyOptions.BASIC);
		assertNothingLeft(source, DESCRIPTORS);
	}

	private static DicomBytes all(final DicomBytes form, final String vr, final boolean plausible) {
		final DicomBytes item = form.empty();
		for (final int tag : PlantedValues.tags())
			if (tag >>> 16 < 0x7FE0) PlantedValues.plant(item, tag, vr, plausible);
		return item;
	}

	private static void write(final Path folder, final byte[] bytes) throws IOException {
		final Path patient = folder.resolve("PLANTED^Jane");
		Files.createDirectories(patient);
		try (Stream<Path> files = Files.list(patient)) {
			Files.write(patient.resolve("PLANTED " + files.count()), bytes);
		}
	}

	private FolderDeidentification.Summary assertNothingLeft(final Path source, final DeidentifyOptions options)
		throws IOException
	{
		final Path folder = scratch.resolve("out " + options.privates());
		final Pseudonyms pseudonyms = new Pseudonyms(new Secret(new byte[32]));
		final FolderDeidentification.Summary summary = new FolderDeidentification(new Deidentifier(options, pseudonyms),
			pseudonyms).run(new FolderDeidentification.Request(source, folder, null, PixelPolicy.CHECK), Workers.threads(2));
		assertTrue(summary.copied() >= PlantedValues.VRS.size() - 2, summary.toString());
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path path : (Iterable<Path>) files::iterator) {
				assertNull(PlantedValues.found(folder.relativize(path).toString().getBytes(StandardCharsets.ISO_8859_1)));
				if (Files.isRegularFile(path)) assertNull(PlantedValues.found(Files.readAllBytes(path)), path.toString());
			}
		}
		return summary;
	}
}
