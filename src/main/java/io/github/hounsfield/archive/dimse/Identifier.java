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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data set of a query or a retrieval. Keys with values are matched, empty keys ask for values (PS3.4 section
 * C.4.1.1.3). Goes out in implicit VR little endian, which every archive takes (PS3.5 section 10.1).
 */
final class Identifier {

	static final int QueryRetrieveLevel = 0x00080052;
	static final int FailedSOPInstanceUIDList = 0x00080058;
	static final int ModalitiesInStudy = 0x00080061;
	static final int SOPClassesInStudy = 0x00080062;
	static final int NumberOfStudyRelatedSeries = 0x00201206;
	static final int NumberOfStudyRelatedInstances = 0x00201208;
	static final int NumberOfSeriesRelatedInstances = 0x00201209;

	private final Map<Integer, byte[]> elements = new TreeMap<>();
	/** The values that were asked for. They are cut from comments, so that no message holds them. */
	private final List<String> values = new ArrayList<>();

	/** @param level STUDY, SERIES or IMAGE */
	Identifier(final String level) {
		put(QueryRetrieveLevel, level, ' ');
	}

	/** Text to match; empty: to be told. */
	Identifier text(final int tag, final String value) {
		if (!value.isEmpty()) values.add(value);
		// UTF-8 where ASCII does not do (PS3.3 section C.12.1.1.2).
		if (!value.chars().allMatch(c -> c < 0x80)) put(Tag.SpecificCharacterSet, "ISO_IR 192", ' ');
		return put(tag, value, ' ');
	}

	/** UIDs, of which any may match. None asks for the value (PS3.4 section C.2.2.2.2). */
	Identifier uids(final int tag, final List<String> uids) {
		return put(tag, String.join("\\", uids), '\0');
	}

	Identifier uid(final int tag, final String uid) {
		return uids(tag, List.of(uid));
	}

	/** Keys to be told. */
	Identifier tell(final int... tags) {
		for (final int tag : tags)
			elements.putIfAbsent(tag, new byte[0]);
		return this;
	}

	private Identifier put(final int tag, final String value, final char padding) {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		if (bytes.length % 2 == 1) bytes = (value + padding).getBytes(StandardCharsets.UTF_8);
		elements.put(tag, bytes);
		return this;
	}

	byte[] encode() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		elements.forEach((tag, value) -> {
			Bytes.little16(out, tag >>> 16);
			Bytes.little16(out, tag);
			Bytes.little32(out, value.length);
			out.writeBytes(value);
		});
		return out.toByteArray();
	}

	/** A comment without the values that were asked for, and without whole UIDs. */
	String redact(final String comment) {
		String text = comment.replaceAll("\\p{Cntrl}", " ").replaceAll("[0-9]+(\\.[0-9]+){4,}", "UID");
		for (final String value : values)
			for (final String part : value.split("[\\^*?\\s=]+"))
				if (part.length() > 1) text = text.replace(part, "...");
		return text.length() > 64 ? text.substring(0, 64) : text;
	}

	/** The answer of an archive, in its own character set. */
	static DataSet decode(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream file = new ByteArrayOutputStream(bytes.length + 256);
		FileMeta.write(file, "", "", "1.2.840.10008.1.2");
		file.writeBytes(bytes);
		return DicomReaders.chosen().read(DicomSource.of("answer of the archive", file.toByteArray())).dataSet();
	}
}
