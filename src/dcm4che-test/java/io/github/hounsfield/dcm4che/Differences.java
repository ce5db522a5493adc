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
package io.github.hounsfield.dcm4che;

import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In what two readers' data sets of one file differ, element by element, a line each: tag, what, ours, dcm4che's. */
final class Differences {

	private final List<String> found = new ArrayList<>();

	private Differences() {}

	/** @return a line for each difference; none where both refuse the file for the same kind of reason */
	static List<String> of(final DicomSource source) throws IOException {
		final Differences differences = new Differences();
		final Object ours = readOrRefuse(new Part10Reader(), source);
		final Object theirs = readOrRefuse(new Dcm4cheReader(), source);
		if (ours instanceof DicomFile && theirs instanceof DicomFile) differences.compare((DicomFile) ours,
			(DicomFile) theirs);
		else differences.unequal("file", "outcome", ours instanceof DicomFile ? "read" : ours.getClass().getSimpleName(),
			theirs instanceof DicomFile ? "read" : theirs.getClass().getSimpleName());
		return differences.found;
	}

	private static Object readOrRefuse(final DicomReader reader, final DicomSource source) throws IOException {
		try {
			return reader.read(source);
		}
		catch (final DicomException e) {
			return e;
		}
	}

	private void unequal(final String path, final String what, final Object ours, final Object theirs) {
		if (!ours.equals(theirs)) found.add(path + " " + what + " " + ours + " " + theirs);
	}

	private void compare(final DicomFile ours, final DicomFile theirs) throws IOException {
		unequal("file", "syntax", ours.transferSyntax(), theirs.transferSyntax());
		compare("", ours.meta(), theirs.meta());
		compare("", ours.dataSet(), theirs.dataSet());
	}

	private void compare(final String path, final DataSet ours, final DataSet theirs) throws IOException {
		final Set<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
		ours.elements().forEach(element -> tags.add(element.tag()));
		theirs.elements().forEach(element -> tags.add(element.tag()));
		for (final int tag : tags) {
			final Element mine = ours.element(tag);
			final Element other = theirs.element(tag);
			final String name = path + Tag.toString(tag);
			if (mine == null || other == null) unequal(name, "is", mine == null ? "absent" : "there", other == null ? "absent"
				: "there");
			else compare(name, mine, other);
		}
	}

	private void compare(final String name, final Element mine, final Element other) throws IOException {
		unequal(name, "VR", mine.vr(), other.vr());
		unequal(name, "position", mine.position(), other.position());
		if (mine.vr() == Vr.SQ != (other.vr() == Vr.SQ)) return;
		if (mine.vr() != Vr.SQ) unequal(name, "bigEndian", mine.isBigEndian(), other.isBigEndian());
		unequal(name, "items", mine.items().size(), other.items().size());
		for (int i = 0; i < Math.min(mine.items().size(), other.items().size()); i++)
			compare(name + "[" + i + "]", mine.items().get(i), other.items().get(i));
		if (mine.bulk() == null || other.bulk() == null) {
			unequal(name, "bulk", mine.bulk() != null, other.bulk() != null);
			if (mine.bulk() == null && other.bulk() == null && !Arrays.equals(mine.bytes(), other.bytes())) unequal(name,
				"bytes", Arrays.toString(mine.bytes()), Arrays.toString(other.bytes()));
		}
		else compare(name, mine.bulk(), other.bulk());
	}

	private void compare(final String name, final BulkData mine, final BulkData other) {
		unequal(name, "begins", mine.position(), other.position());
		unequal(name, "length", mine.length(), other.length());
		unequal(name, "available", mine.available(), other.available());
		unequal(name, "encapsulated", mine.encapsulated(), other.encapsulated());
	}
}
