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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** The data dictionary of PS3.6: VR, keyword and name of each standard element. */
public final class Dictionary {

	/**
	 * @param tag 0xGGGGEEEE
	 * @param vr the first of the VRs that the standard allows
	 * @param keyword such as RescaleSlope
	 * @param name such as Rescale Slope
	 */
	public record Entry(int tag, Vr vr, String keyword, String name) {}

	/** Text of the dictionary. Each line has tag, VR, keyword and name of an element, in ascending order of tags. */
	private static final String LINES;
	private static final int[] TAGS;
	private static final Vr[] VRS;
	/** Index at which the keyword of each tag begins. */
	private static final int[] KEYWORDS;
	/** Entries that were asked for. Several threads may make the same. */
	private static final Entry[] ENTRIES;

	/** A hash table with open addressing. A cell is the index of a tag plus 1, or 0. */
	private static final int SLOT_BITS = 14;
	private static final int[] SLOTS = new int[1 << SLOT_BITS];

	private static final int DIGITS = 8;

	static {
		try (InputStream in = Dictionary.class.getResourceAsStream("dictionary.tsv")) {
			LINES = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the data dictionary in the jar cannot be read", e);
		}
		int[] tags = new int[8192];
		Vr[] vrs = new Vr[8192];
		int[] keywords = new int[8192];
		int count = 0;
		for (int start = 0; start < LINES.length(); start = endOfLine(start) + 1) {
			if (LINES.charAt(start) == '#') continue;
			int tag = 0;
			for (int i = 0; i < DIGITS; i++)
				tag = tag << 4 | hex(LINES.charAt(start + i));
			if (count > 0 && Integer.compareUnsigned(tags[count - 1], tag) >= 0) throw new IllegalStateException(
				"the data dictionary is not in order at " + Tag.toString(tag));
			tags[count] = tag;
			vrs[count] = Vr.of(LINES.charAt(start + DIGITS + 1), LINES.charAt(start + DIGITS + 2));
			keywords[count++] = start + DIGITS + 4;
		}
		for (int i = 0; i < count; i++) {
			int slot = slot(tags[i]);
			while (SLOTS[slot] != 0)
				slot = slot + 1 & SLOTS.length - 1;
			SLOTS[slot] = i + 1;
		}
		TAGS = Arrays.copyOf(tags, count);
		VRS = Arrays.copyOf(vrs, count);
		KEYWORDS = Arrays.copyOf(keywords, count);
		ENTRIES = new Entry[count];
	}

	private Dictionary() {}

	private static int endOfLine(final int from) {
		final int end = LINES.indexOf('\n', from);
		return end < 0 ? LINES.length() : end;
	}

	/** Value of a digit from '0' to '9' or 'A' to 'F'. */
	private static int hex(final int digit) {
		return (digit & 0xF) + (digit >> 6) * 9;
	}

	/** @return the entry, or null for private and unknown elements */
	public static Entry find(final int tag) {
		final int index = index(tag);
		if (index < 0) return null;
		final Entry known = ENTRIES[index];
		if (known != null && known.tag == tag) return known;
		final int start = KEYWORDS[index];
		final int between = LINES.indexOf('\t', start);
		final int end = endOfLine(start);
		final int next = LINES.indexOf('\t', between + 1);
		final Entry entry = new Entry(tag, VRS[index], LINES.substring(start, between), LINES.substring(between + 1,
			next < 0 || next > end ? end : next));
		ENTRIES[index] = entry;
		return entry;
	}

	/** Whether the dictionary has the element. */
	public static boolean isKnown(final int tag) {
		return index(tag) >= 0;
	}

	/**
	 * @param keyword such as RescaleSlope, in upper or lower case
	 * @return its element, 0xGGGGEEEE; empty where the dictionary has no such keyword
	 */
	public static OptionalInt tag(final String keyword) {
		final int length = keyword.length();
		for (int i = 0; i < KEYWORDS.length; i++)
			if (LINES.regionMatches(true, KEYWORDS[i], keyword, 0, length) && LINES.charAt(KEYWORDS[i] + length) == '\t')
				return OptionalInt.of(TAGS[i]);
		return OptionalInt.empty();
	}

	/** Overlays (60xx) and curves (50xx) repeat in several groups (PS3.5 section 7.6). The first group stands for all. */
	private static int index(final int tag) {
		if ((tag >>> 16 & 1) == 1) return -1;
		final int index = search(tag);
		final int repeating = tag & 0xFF000000;
		return index >= 0 || repeating != 0x60000000 && repeating != 0x50000000 ? index : search(repeating | tag & 0xFFFF);
	}

	private static int search(final int tag) {
		for (int slot = slot(tag);; slot = slot + 1 & SLOTS.length - 1) {
			final int index = SLOTS[slot] - 1;
			if (index < 0 || TAGS[index] == tag) return index;
		}
	}

	private static int slot(final int tag) {
		return tag * 0x9E3779B1 >>> 32 - SLOT_BITS;
	}

	/** The VR of an element in implicit VR; UN if the dictionary does not have the element. */
	public static Vr vr(final int tag) {
		if ((tag & 0xFFFF) == 0) return Vr.UL;
		if ((tag >>> 16 & 1) == 1 && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF) return Vr.LO;
		final int index = index(tag);
		return index < 0 ? Vr.UN : VRS[index];
	}

	/** For example {@code (0028,1053) RescaleSlope}. */
	public static String describe(final int tag) {
		final Entry entry = find(tag);
		return entry == null ? Tag.toString(tag) : Tag.toString(tag) + " " + entry.keyword();
	}

	/** Whether Pixel Representation decides between US and SS for the element (PS3.6: "US or SS"). */
	public static boolean isSignedByPixels(final int tag) {
		return switch (tag) {
			case 0x00189810, 0x00221452, 0x00280071, 0x00280104, 0x00280105, 0x00280106, 0x00280107, 0x00280108, 0x00280109,
				0x00280110, 0x00280111, 0x00280120, 0x00280121, 0x00281100, 0x00281101, 0x00281102, 0x00281103, 0x00281111,
				0x00281112, 0x00281113, 0x00281200, 0x00283002, 0x00409211, 0x00409216, 0x00603004, 0x00603006 -> true;
			default -> false;
		};
	}
}
