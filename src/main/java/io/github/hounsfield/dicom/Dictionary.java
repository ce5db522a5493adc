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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The data dictionary of PS3.6: VR, keyword and name of each standard element. */
public final class Dictionary {

	/**
	 * @param tag 0xGGGGEEEE
	 * @param vr the first of the VRs that the standard allows
	 * @param keyword such as RescaleSlope
	 * @param name such as Rescale Slope
	 */
	public record Entry(int tag, Vr vr, String keyword, String name) {}

	private static final Map<Integer, Entry> BY_TAG = read();

	private Dictionary() {}

	/** @return the entry, or null for private, unknown and repeating-group elements */
	public static Entry find(final int tag) {
		final Entry entry = BY_TAG.get(tag);
		if (entry != null) return entry;
		final int group = tag >>> 16;
		if ((group & 0xFF00) == 0x6000 && (group & 1) == 0) return BY_TAG.get(0x60000000 | tag & 0xFFFF);
		return null;
	}

	/** The VR that an implicit encoding leaves out; UN where the element is not in the dictionary. */
	public static Vr vr(final int tag) {
		if ((tag & 0xFFFF) == 0) return Vr.UL;
		if ((tag >>> 16 & 1) == 1 && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF) return Vr.LO;
		final Entry entry = find(tag);
		return entry == null ? Vr.UN : entry.vr();
	}

	/** For example {@code (0028,1053) RescaleSlope}. */
	public static String describe(final int tag) {
		final Entry entry = find(tag);
		return entry == null ? Tag.toString(tag) : Tag.toString(tag) + " " + entry.keyword();
	}

	private static Map<Integer, Entry> read() {
		final Map<Integer, Entry> entries = new HashMap<>(16384);
		try (InputStream in = Dictionary.class.getResourceAsStream("dictionary.tsv");
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("#")) continue;
				final String[] fields = line.split("\t");
				final int tag = Integer.parseUnsignedInt(fields[0], 16);
				entries.put(tag, new Entry(tag, Vr.valueOf(fields[1]), fields[2], fields[3]));
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the data dictionary in the jar cannot be read", e);
		}
		return entries;
	}
}
