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
package io.github.hounsfield.macros;

import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder of small studies, some of them bad in the ways in which studies are. */
final class Studies {

	private static final int SIZE = 32;
	private static final int SLICES = 4;
	private static final double SPACING = 12.8;
	private static final double SLICE_SPACING = 60;

	/** Ways of being bad and a part of the reason that is due. */
	private static final Map<String, String> KINDS = new LinkedHashMap<>();
	static {
		KINDS.put("cut", "Slices are missing or double");
		KINDS.put("header", "Slices are missing or double");
		KINDS.put("text", "not a DICOM file");
		KINDS.put("no rescale", "has no RescaleSlope and RescaleIntercept");
		KINDS.put("mr", "is MR, not CT");
		KINDS.put("syntax", "cannot be decoded");
		KINDS.put("empty", "there are no files");
	}

	private final Path folder;
	private final Map<String, CtSeriesWriter> good = new LinkedHashMap<>();
	private final Map<String, String> bad = new LinkedHashMap<>();

	/** Writes the studies; those that are bad are spread among the others. */
	Studies(final Path folder, final int total, final int badOnes) throws IOException {
		this.folder = Files.createDirectories(folder);
		final List<String> kinds = new ArrayList<>(KINDS.keySet());
		for (int i = 0; i < total; i++) {
			final boolean isBad = (i + 1) * badOnes / total > i * badOnes / total;
			final String name = String.format("study %03d, (x)", i);
			final CtSeriesWriter writer = new CtSeriesWriter(SIZE, SLICES, SPACING, SLICE_SPACING, 12, 1000 + i);
			if (!isBad) {
				writer.write(folder.resolve(name));
				good.put(name, writer);
				continue;
			}
			final String kind = kinds.get(bad.size() % kinds.size());
			spoil(kind, folder.resolve(name), writer);
			bad.put(name, KINDS.get(kind));
		}
	}

	Path folder() {
		return folder;
	}

	Map<String, CtSeriesWriter> good() {
		return good;
	}

	/** Name of each bad study and a part of the reason that is due. */
	Map<String, String> bad() {
		return bad;
	}

	private static void spoil(final String kind, final Path study, final CtSeriesWriter writer) throws IOException {
		if (kind.equals("empty") || kind.equals("text")) {
			Files.createDirectories(study);
			if (kind.equals("text")) Files.writeString(study.resolve("notes.dcm"), "These are not the slices you look for.\n");
			return;
		}
		final List<Path> files = writer.write(study);
		if (kind.equals("cut")) {
			final byte[] bytes = Files.readAllBytes(files.get(1));
			Files.write(files.get(1), Arrays.copyOf(bytes, bytes.length - 100));
		}
		final Path last = files.get(SLICES - 1);
		if (kind.equals("header")) Files.write(last, Arrays.copyOf(Files.readAllBytes(last), 300));
		for (final Path file : kind.equals("cut") || kind.equals("header") ? List.<Path>of() : files)
			switch (kind) {
				case "no rescale" -> replace(file, "\50\0\122\20DS\6\0-1024 \50\0\123\20DS\2\0001 ", "");
				case "mr" -> replace(file, "\10\0\140\0CS\2\0CT", "\10\0\140\0CS\2\0MR");
				default -> replace(file, "1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.9\0");
			}
	}

	private static void replace(final Path file, final String from, final String to) throws IOException {
		final String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		if (!bytes.contains(from)) throw new IllegalStateException(file + " does not hold what is to be spoilt");
		Files.write(file, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** The row of a good study, from what its slices were written with: columns 1 to 3 as text, then the numbers. */
	static List<String> row(final String study, final CtSeriesWriter writer) {
		long voxels = 0;
		long sum = 0;
		long lung = 0;
		int min = Integer.MAX_VALUE;
		int max = Integer.MIN_VALUE;
		for (int slice = 0; slice < writer.slices(); slice++)
			for (final short stored : writer.storedValues(slice)) {
				if (stored == CtSeriesWriter.PADDING) continue;
				final int hu = stored - 1024;
				voxels++;
				sum += hu;
				if (hu >= -950 && hu <= -500) lung++;
				min = Math.min(min, hu);
				max = Math.max(max, hu);
			}
		final double voxelMm3 = writer.spacingMm() * writer.spacingMm() * writer.sliceSpacingMm();
		return List.of('"' + study + '"', "1", "1", '"' + writer.seriesInstanceUid() + '"', "" + writer.size(), "" +
			writer.size(), "" +
			writer.slices(), format("%.6f", writer.spacingMm()), format("%.6f", writer.spacingMm()), format("%.6f", writer
				.sliceSpacingMm()), "" + voxels, min + ".000", max + ".000", format("%.4f", (double) sum / voxels), format("%.6f",
					(double) lung / voxels), format("%.3f", lung * voxelMm3 / 1000), "\"\"");
	}

	private static String format(final String format, final double value) {
		return String.format(Locale.ROOT, format, value);
	}
}
