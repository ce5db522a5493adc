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

import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * CT files that hold a value nobody can miss in every attribute of PS3.15 table E.1-1. The attributes are read from the
 * table's file, line by line; how they are treated is not.
 */
public final class PlantedValues {

	/** What the bytes of no output may contain. */
	public static final List<String> MARKS = List.of("PLANTED", "1.77.77", "187703", "077Y", "7717717", "175717");

	public static final List<String> VRS = List.of("AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
		"OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN", "UR",
		"US", "UT", "UV");

	/** A file that has this is a document. */
	static final int ENCAPSULATED_DOCUMENT = 0x00420011;

	private PlantedValues() {}

	/** Tags of the table from group 0008 on, repeating groups twice each, and two private ones. */
	static List<Integer> tags() {
		final List<Integer> tags = new ArrayList<>();
		for (final String line : lines()) {
			final String tag = line.substring(0, line.indexOf('\t'));
			if (tag.startsWith("50XX")) tags.addAll(List.of(0x50003000, 0x501E0020, 0x50001001));
			else if (tag.startsWith("60XX")) tags.addAll(List.of(Integer.parseInt("6000" + tag.substring(4), 16), Integer
				.parseInt("601E" + tag.substring(4), 16)));
			else if (tag.equals("PRIVATE")) tags.addAll(List.of(0x00090010, 0x00091001, 0x7FDF1001));
			else if (Integer.parseUnsignedInt(tag, 16) >>> 16 >= 8) tags.add(Integer.parseUnsignedInt(tag, 16));
		}
		tags.sort(Integer::compareUnsigned);
		return tags;
	}

	static List<String> lines() {
		try {
			final Path file = Path.of(PlantedValues.class.getResource("table-e1-1.tsv").toURI());
			return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
		}
		catch (final IOException | URISyntaxException e) {
			throw new UncheckedIOException(new IOException(e));
		}
	}

	/** A value of a VR: one that this VR has, or the plain mark. */
	static String value(final String vr, final boolean plausible) {
		if (plausible) switch (vr) {
			case "DA":
				return "18770317";
			case "DT":
				return "18770317175717.77+0100";
			case "TM":
				return "175717.77";
			case "AS":
				return "077Y";
			case "UI":
				return "1.77.77.1\\1.77.77.2";
			case "DS", "IS":
				return "7717717";
			default:
		}
		return "PLANTED\u00e4XXXXXXXX";
	}

	/** One element with a planted value. */
	static void plant(final DicomBytes out, final int tag, final String vr, final boolean plausible) {
		final int group = tag >>> 16;
		final int number = tag & 0xFFFF;
		final boolean unknownSequence = vr.equals("UN") && Dictionary.vr(tag) == Vr.SQ;
		if (vr.equals("SQ") || unknownSequence) out.sequence(group, number, item(out));
		else if ("OB OW OF OD OL OV UN FD FL SL SS SV UL US UV AT".contains(vr)) out.bytes(group, number, vr,
			"PLANTED!".getBytes(
			StandardCharsets.ISO_8859_1));
		else out.text(group, number, vr, value(vr, plausible));
	}

	private static DicomBytes item(final DicomBytes out) {
		return out.empty().text(0x0008, 0x0104, "LO", "PLANTED code").text(0x0008, 0x1155, "UI", "1.77.77.3").text(0x0010,
			0x0010, "PN", "PLANTED^name").text(0x0040, 0xA121, "DA", "18770317").text(0x0040, 0xA160, "UT", "PLANTED text");
	}

	/** A whole file with the elements in place of, and among, those of a CT slice. */
	public static byte[] file(final DicomBytes form, final BiConsumer<DicomBytes, Map<Integer, byte[]>> more) {
		final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);
		put(elements, 0x00080008, form.empty().text(0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"));
		put(elements, 0x00080060, form.empty().text(0x0008, 0x0060, "CS", "CT"));
		put(elements, 0x0020000D, form.empty().text(0x0020, 0x000D, "UI", "1.77.77.10"));
		put(elements, 0x0020000E, form.empty().text(0x0020, 0x000E, "UI", "1.77.77.11"));
		for (final int[] number : new int[][] { { 0x0002, 1 }, { 0x0010, 2 }, { 0x0011, 2 }, { 0x0100, 16 }, { 0x0101, 16 },
			{ 0x0102, 15 }, { 0x0103, 0 } })
			put(elements, 0x00280000 | number[0], form.empty().shorts(0x0028, number[0], "US", number[1]));
		put(elements, 0x00281052, form.empty().text(0x0028, 0x1052, "DS", "-1024"));
		put(elements, 0x00281053, form.empty().text(0x0028, 0x1053, "DS", "1"));
		put(elements, 0x00280004, form.empty().text(0x0028, 0x0004, "CS", "MONOCHROME2"));
		put(elements, 0x7FE00010, form.empty().bytes(0x7FE0, 0x0010, "OW", new byte[8]));
		more.accept(form, elements);
		put(elements, 0x00080016, form.empty().text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2"));
		elements.putIfAbsent(0x00080018, form.empty().text(0x0008, 0x0018, "UI", "1.77.77.12").dataSet());
		final DicomBytes all = form.empty();
		elements.values().forEach(all::raw);
		return all.dataSet();
	}

	/** A CT slice with a planted value in every attribute before the pixels that leaves it one. */
	public static byte[] planted(final DicomBytes form, final String vr, final boolean plausible) {
		return file(form, (out, elements) -> {
			for (final int tag : tags())
				if (tag >>> 16 < 0x7FE0 && tag != ENCAPSULATED_DOCUMENT) {
					final DicomBytes element = out.empty();
					plant(element, tag, vr, plausible);
					put(elements, tag, element);
				}
		});
	}

	static void put(final Map<Integer, byte[]> elements, final int tag, final DicomBytes element) {
		elements.put(tag, element.dataSet());
	}

	/** @return the first mark that stands in the bytes, or null */
	public static String found(final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		for (final String mark : MARKS)
			if (text.contains(mark)) return mark + " at byte " + text.indexOf(mark);
		return null;
	}
}
