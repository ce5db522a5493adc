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

import io.github.hounsfield.deidentify.ConfidentialityTable.Choice;
import io.github.hounsfield.deidentify.ConfidentialityTable.Row;
import io.github.hounsfield.deidentify.DeidentifyOptions.Dates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Uids;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.util.EnumSet;
import java.util.Set;

/**
 * The action for each tag, by PS3.15 table E.1-1 and the options chosen. The tag decides, and the VR is always the
 * dictionary's, not the file's. Attributes that the table does not name stay if they are numbers, codes or sequences,
 * or text that CT, MR and PET images need. Other text, names, dates and titles go. Immutable.
 */
final class Rules {

	/** The action for an element, and a second one for a value that does not fit the first. */
	record Decision(Action action, Action otherwise) {

		static Decision of(final Action action) {
			return new Decision(action, action);
		}
	}

	/** VRs of free text. Attributes of them go if the table does not name them. */
	private static final Set<Vr> FREE = EnumSet.of(Vr.PN, Vr.LO, Vr.LT, Vr.ST, Vr.UT, Vr.UC, Vr.SH, Vr.DA, Vr.DT, Vr.TM,
		Vr.AS, Vr.AE, Vr.UR, Vr.UN);

	/** Written by people and of type 1 in segmentations (PS3.3 section C.8.20.2): label and algorithm of a segment. */
	private static final Set<Integer> DUMMIES = Set.of(Tag.SegmentLabel, 0x00620009);

	/** Of type 2: Content Description (C.12.1), and breed and owners of an animal (C.7.1.1), which the table removes. */
	private static final Set<Integer> EMPTIED = Set.of(0x00700081, 0x00102292, 0x00102297, 0x00102299);

	private static final int DICTIONARY_ONLY_KEEPS_TO = 0xFFF0;

	private final DeidentifyOptions options;

	Rules(final DeidentifyOptions options) {
		this.options = options;
	}

	DeidentifyOptions options() {
		return options;
	}

	/**
	 * @param tag not private
	 * @param types of the information object that the element is in
	 */
	Decision decide(final int tag, final AttributeTypes types) {
		final int group = tag >>> 16;
		if (group < 0x0008 || group >= DICTIONARY_ONLY_KEEPS_TO || group >>> 8 == 0x50 || group >>> 8 == 0x60) return Decision
			.of(Action.REMOVE);
		if (tag == Tag.PatientID || tag == Tag.PatientName) return Decision.of(Action.PATIENT);
		if (EMPTIED.contains(tag)) return Decision.of(Action.EMPTY);
		final Row row = ConfidentialityTable.find(tag);
		if (row == null) return Decision.of(unnamed(tag));
		final Action basic = basic(row, types);
		final Action chosen = chosen(row);
		return new Decision(chosen == null ? basic : chosen, basic);
	}

	/** The action by the options; null if none of them decides. */
	private Action chosen(final Row row) {
		if (options.uids() == Uids.KEEP && row.uids() == Choice.KEEP) return Action.KEEP;
		if (options.device() && row.device() == Choice.KEEP) return Action.KEEP;
		if (options.institution() && row.institution() == Choice.KEEP) return Action.KEEP;
		if (options.characteristics() && row.characteristics() == Choice.KEEP) return row.tag() == Tag.PatientAge
			? Action.AGE : Action.KEEP;
		if (options.dates() == Dates.KEEP && row.fullDates() == Choice.KEEP) return Action.KEEP_TIME;
		if (options.dates() == Dates.SHIFT && row.modifiedDates() == Choice.CLEAN) return switch (Dictionary.vr(row.tag())) {
			case DA, DT -> Action.SHIFT;
			default -> Action.KEEP_TIME;
		};
		final boolean cleaned = options.descriptors() && row.descriptors() == Choice.CLEAN || options.characteristics() &&
			row.characteristics() == Choice.CLEAN;
		return cleaned && Dictionary.vr(row.tag()) != Vr.SQ ? Action.CLEAN : null;
	}

	/** The action of a row. Of several it is the one that keeps the file conformant (PS3.15 section E.1.1). */
	private static Action basic(final Row row, final AttributeTypes types) {
		final String choices = row.basic();
		final boolean sequence = Dictionary.vr(row.tag()) == Vr.SQ;
		if (choices.endsWith("U*")) return Action.KEEP;
		if (choices.indexOf('/') < 0) return action(choices, sequence);
		final AttributeTypes.Type type = types.of(row.tag());
		if (type == AttributeTypes.Type.OPTIONAL && choices.startsWith("X")) return Action.REMOVE;
		if (type == AttributeTypes.Type.MAY_BE_EMPTY && choices.contains("Z")) return Action.EMPTY;
		if (row.tag() == AttributeTypes.REFERENCED_PERFORMED_PROCEDURE_STEP) return Action.KEEP;
		return action(choices.substring(choices.lastIndexOf('/') + 1), sequence);
	}

	/** A sequence has no dummy, for only its items have values. */
	private static Action action(final String letter, final boolean sequence) {
		return switch (letter) {
			case "X" -> Action.REMOVE;
			case "Z" -> Action.EMPTY;
			case "U" -> Action.UID;
			case "D" -> sequence ? Action.REMOVE : Action.DUMMY;
			default -> throw new IllegalStateException("table E.1-1: found " + letter + "; expected X, Z, D or U");
		};
	}

	private static Action unnamed(final int tag) {
		if (!Dictionary.isKnown(tag)) return Action.REMOVE;
		if (DUMMIES.contains(tag)) return Action.DUMMY;
		final Vr vr = Dictionary.vr(tag);
		if (vr == Vr.UI) return Action.UID;
		return FREE.contains(vr) && !NeededText.contains(tag) ? Action.REMOVE : Action.KEEP;
	}
}
