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
package io.github.hounsfield.series;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which elements identify a patient: at least all of the Basic Application Level Confidentiality Profile (PS3.15 annex
 * E, table E.1-1). Rules by value representation and by group take the place of most of the table's rows, and so go
 * beyond it: names, dates, times, ages, free text, application entities, unique identifiers that the standard itself
 * does not define, private and unknown elements, everything about patient, trial, visit, order and result. What is not
 * named by a rule stays: how the image was made, its geometry and its pixels. Immutable, safe for several threads.
 */
public final class Deidentification {

	/** Free text, names, times: whatever the attribute. */
	private static final Set<Vr> REPRESENTATIONS = EnumSet.of(Vr.PN, Vr.DA, Vr.TM, Vr.DT, Vr.AS, Vr.AE, Vr.LT, Vr.ST,
		Vr.UT, Vr.UC, Vr.UR, Vr.UN);

	/** Patient, trial, place, order, flow, visit, annotation, hanging protocol, signature, print, RT plans, results. */
	private static final Set<Integer> GROUPS = Set.of(0x0010, 0x0012, 0x0016, 0x0032, 0x0034, 0x0038, 0x0042, 0x0050,
		0x006A, 0x0070, 0x0072, 0x0088, 0x0400, 0x2030, 0x2100, 0x3002, 0x3006, 0x3008, 0x300A, 0x300C, 0x3010, 0x4008,
		0xFFFA, 0xFFFC);

	/** In groups that stay otherwise. */
	private static final Set<Integer> TAGS = Set.of(0x00080017, 0x00080019, 0x00080050, 0x00080080, 0x00080082,
		0x00080094, 0x00080096, 0x0008009D, 0x00080106, 0x00080107, 0x00080201, 0x00081010, 0x00081030, 0x0008103E,
		0x00081040, 0x00081041, 0x00081049, 0x00081052, 0x00081062, 0x00081072, 0x00081080, 0x00081084, 0x00081088,
		0x00081110, 0x00081111, 0x00081120, 0x00081140, 0x00082112, 0x00180010, 0x00181000, 0x00181004, 0x00181005,
		0x00181007, 0x00181008, 0x0018100A, 0x00181030, 0x001811BB, 0x00181204, 0x00181205, 0x00181400, 0x00185011,
		0x0018700A, 0x00189367, 0x00189371, 0x00189937, 0x00200010, 0x00200027, 0x00203401, 0x00203406, 0x003A0329,
		0x003A032B);

	/** The only ones of group 0040 that stay: Real World Value Mapping, of use to images. */
	private static final Set<Integer> KEPT = Set.of(0x00409096, 0x00409210, 0x00409211, 0x00409212, 0x00409216,
		0x00409224, 0x00409225, 0x004008EA, Tag.PatientIdentityRemoved, Tag.DeidentificationMethod);

	/** What the standard itself defines: SOP classes, transfer syntaxes. */
	private static final String STANDARD_ROOT = "1.2.840.10008.";

	private Deidentification() {}

	/**
	 * Whether an element must not be shown, by tag and value representation.
	 *
	 * @param vr as read; UN identifies, since nobody knows what it holds
	 */
	public static boolean identifies(final int tag, final Vr vr) {
		if (KEPT.contains(tag)) return false;
		final int group = tag >>> 16;
		final boolean overlayOrCurve = group >>> 8 == 0x50 || group >>> 8 == 0x60;
		return Tag.isPrivate(tag) || overlayOrCurve || group == 0x0040 || GROUPS.contains(group) || TAGS.contains(tag) ||
			REPRESENTATIONS.contains(vr);
	}

	/** Whether an element must not be shown; unique identifiers identify unless the standard itself defines them. */
	public static boolean identifies(final DataSet dataSet, final Element element) {
		if (identifies(element.tag(), element.vr())) return true;
		if (element.vr() != Vr.UI) return false;
		try {
			for (final String uid : dataSet.strings(element.tag()))
				if (!uid.startsWith(STANDARD_ROOT)) return true;
			return false;
		}
		catch (final DicomException e) {
			return true;
		}
	}

	/** A copy without the elements that identify, in sequences too; items that lose all are left out. */
	public static DataSet clean(final DataSet dataSet) {
		final DataSet.Builder builder = new DataSet.Builder("", dataSet.characterSet());
		for (final Element element : dataSet.elements()) {
			if (identifies(dataSet, element)) continue;
			if (element.vr() != Vr.SQ) {
				builder.add(element);
				continue;
			}
			final List<DataSet> items = new ArrayList<>();
			for (final DataSet item : element.items()) {
				final DataSet clean = clean(item);
				if (!clean.elements().isEmpty()) items.add(clean);
			}
			if (!items.isEmpty()) builder.add(Element.ofItems(element.tag(), element.position(), items));
		}
		return builder.build();
	}
}
