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
package io.github.hounsfield.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.Pydicom;
import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The text of every element of the real files, nested, private and several-valued ones too, is what pydicom reads. Also
 * tests {@code ElementNode} and {@code ElementText}.
 */
class TagValuesRealDataTest {

	@Test
	void everyValueIsPydicoms() throws IOException, InterruptedException {
		Pydicom.assumePresent();
		final List<Path> files = new ArrayList<>();
		final List<Map<String, ElementNode>> own = new ArrayList<>();
		try (Stream<Path> all = Files.walk(RealData.folder())) {
			for (final Path path : all.filter(Files::isRegularFile).sorted().toList())
				try {
					final DicomFile file = new Part10Reader().read(DicomSource.of(path));
					final Map<String, ElementNode> nodes = new HashMap<>();
					collect(ElementNode.of(List.of(file.meta(), file.dataSet()), TagFilter.ALL), "", nodes);
					own.add(nodes);
					files.add(path);
				}
				catch (final DicomException e) {
					continue;
				}
		}
		final List<String> lines = Pydicom.run(TagValuesRealDataTest.class, "values.py", files.stream().map(Path::toString)
			.collect(Collectors.joining("\n")));
		final Map<String, List<String>> different = new TreeMap<>();
		int compared = 0;
		final List<String> problems = new ArrayList<>();
		for (final String line : lines) {
			final String[] cells = line.split("\t", -1);
			assertEquals(4, cells.length, line);
			final Path file = files.get(Integer.parseInt(cells[0]));
			final String found = text(cells[2]);
			if (cells[1].equals("problem")) {
				problems.add(file.getFileName() + " " + found);
				continue;
			}
			final ElementNode node = own.get(Integer.parseInt(cells[0])).get(cells[1]);
			final String wanted = node != null && node.vr().equals("UN") ? text(cells[3]) : found;
			compared++;
			if (node == null || !same(node, wanted)) different.computeIfAbsent(file.getFileName() + "", f -> new ArrayList<>())
				.add(cells[1] + " " + (node == null ? "missing" : node.vr() + " " + node.value()) + " pydicom " + wanted);
		}
		assertEquals(Map.of(), different, compared + " compared");
		assertTrue(compared > 25000 && problems.size() < files.size() / 10, compared + " values, " + problems.size() +
			" of " + files.size() +
			" files not read by pydicom: " + problems);
	}

	private static void collect(final List<ElementNode> nodes, final String before, final Map<String, ElementNode> into) {
		for (final ElementNode node : nodes) {
			final String path = before + node.tag().replaceAll("[(),]", "");
			into.put(path, node);
			for (int i = 0; i < node.children().size(); i++)
				collect(node.children().get(i).children(), path + "[" + i + "].", into);
		}
	}

	private static String text(final String digits) {
		return new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
	}

	/** Floating point numbers are the same number however they are written; everything else is the same text. */
	private static boolean same(final ElementNode node, final String wanted) {
		if (node.value().equals(wanted)) return true;
		final String[] a = node.value().split("\\\\", -1);
		final String[] b = wanted.split("\\\\", -1);
		if (!List.of("FL", "OF", "FD", "OD").contains(node.vr()) || a.length != b.length) return false;
		final boolean single = node.vr().equals("FL") || node.vr().equals("OF");
		for (int i = 0; i < a.length; i++)
			try {
				final double x = Double.parseDouble(a[i]);
				final double y = Double.parseDouble(b[i].replace("nan", "NaN").replace("inf", "Infinity"));
				if (single ? (float) x != (float) y : Double.compare(x, y) != 0) return false;
			}
			catch (final NumberFormatException e) {
				return false;
			}
		return true;
	}
}
