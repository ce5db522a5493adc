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
package io.github.hounsfield.archive.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The UIDs of PS3.6 annex A that this package uses. */
final class Uids {

	static final String VERIFICATION = "1.2.840.10008.1.1";
	/** Study Root Query/Retrieve Information Model (PS3.4 section C.6.2). */
	static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
	static final String MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
	static final String GET = "1.2.840.10008.5.1.4.1.2.2.3";

	static final String IMPLICIT_LITTLE = "1.2.840.10008.1.2";

	private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

	/** Transfer syntaxes that can be read here, the most common ones first. */
	static final List<String> TRANSFER_SYNTAXES = List.of("1.2.840.10008.1.2.1", IMPLICIT_LITTLE,
		"1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.5",
		"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.91",
		"1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.4.201",
		"1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203");

	/** Most classes in one association. With every transfer syntax they stay within 128 contexts (PS3.8 7.1.1.13). */
	static final int CLASSES = 127 / TRANSFER_SYNTAXES.size();

	/** Storage classes of a modality (PS3.4 annex B.5), for archives that do not tell the class of an instance. */
	private static final Map<String, List<String>> BY_MODALITY = Map.ofEntries(
		Map.entry("CT", List.of("2", "2.1", "2.2", "7")), Map.entry("MR", List.of("4", "4.1", "4.2", "7")),
		Map.entry("PT", List.of("128", "130", "7")), Map.entry("NM", List.of("20", "7")),
		Map.entry("CR", List.of("1", "7")), Map.entry("DX", List.of("1.1", "1.1.1", "1")),
		Map.entry("MG", List.of("1.2", "1.2.1", "13.1.3")), Map.entry("US", List.of("6.1", "3.1", "6.2")),
		Map.entry("XA", List.of("12.1", "12.1.1", "13.1.1")), Map.entry("RF", List.of("12.2", "12.2.1")),
		Map.entry("SEG", List.of("66.4", "66.5")), Map.entry("RTSTRUCT", List.of("481.3")),
		Map.entry("RTDOSE", List.of("481.2")), Map.entry("RTPLAN", List.of("481.5")),
		Map.entry("SR", List.of("88.11", "88.22", "88.33")), Map.entry("OT", List.of("7", "7.2", "7.3", "7.4")));

	private Uids() {}

	/** A few classes that hold instances of a modality. */
	static List<String> classesOf(final String modality) {
		final List<String> uids = new ArrayList<>();
		for (final String end : BY_MODALITY.getOrDefault(modality, List.of("2", "4", "7", "1", "128")))
			uids.add(STORAGE + end);
		return uids;
	}

	/** Whether it may be a storage class. */
	static boolean isStorage(final String uid) {
		return uid.startsWith(STORAGE);
	}
}
