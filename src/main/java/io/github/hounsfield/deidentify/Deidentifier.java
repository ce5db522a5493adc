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

import io.github.hounsfield.deidentify.Rules.Decision;
import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Turns a data set into one that names no patient, by the Basic Application Level Confidentiality Profile of PS3.15
 * annex E and the chosen options. Elements that no rule changes are the same objects as before, also Pixel Data. Pixels
 * are never decoded, so text or faces in them stay. Safe for several threads.
 */
public final class Deidentifier {

	/**
	 * @param dataSet without what identifies, marked as de-identified (0012,0062)
	 * @param patient the new Patient ID
	 * @param removed tags of elements that were left out at any depth, in the order of tags
	 * @param replaced tags of elements whose values were emptied or replaced
	 */
	public record Result(DataSet dataSet, String patient, NavigableSet<Integer> removed, NavigableSet<Integer> replaced) {}

	private final Rules rules;
	private final Pseudonyms pseudonyms;

	public Deidentifier(final DeidentifyOptions options, final Pseudonyms pseudonyms) {
		this.rules = new Rules(options);
		this.pseudonyms = pseudonyms;
	}

	/**
	 * @param dataSet of one file, from its first element to its Pixel Data
	 * @param identityRemoved whether the mark (0012,0062) may say YES; false where pixels may hold burned-in text
	 * @throws UnknownPatientException where new identifiers come from a table that lacks this patient
	 * @throws DicomException where a value cannot be read from its source
	 */
	public Result deidentify(final DataSet dataSet, final boolean identityRemoved) throws IOException {
		final Identity identity = pseudonyms.of(dataSet);
		final Run run = new Run(identity, new AttributeTypes(Texts.first(dataSet, Tag.SOPClassUID)));
		final DataSet clean = run.clean(dataSet);
		final DataSet.Builder marked = new DataSet.Builder(dataSet.source(), CharacterSet.DEFAULT);
		for (final Element element : clean.elements())
			if (!Marks.isMark(element.tag())) marked.add(element);
		Marks.add(marked, rules.options(), identityRemoved);
		return new Result(marked.build(), identity.code(), run.removed, run.replaced);
	}

	/** One data set with its items. */
	private final class Run {

		private final Identity identity;
		private final AttributeTypes types;
		private final NavigableSet<Integer> removed = new TreeSet<>(Integer::compareUnsigned);
		private final NavigableSet<Integer> replaced = new TreeSet<>(Integer::compareUnsigned);

		private Run(final Identity identity, final AttributeTypes types) {
			this.identity = identity;
			this.types = types;
		}

		private DataSet clean(final DataSet dataSet) throws IOException {
			final DataSet.Builder builder = new DataSet.Builder(dataSet.source(), dataSet.characterSet());
			final SafePrivates safe = SafePrivates.of(dataSet, rules.options());
			for (final Element element : dataSet.elements()) {
				if (Marks.isMark(element.tag())) continue;
				final Element after = Tag.isPrivate(element.tag()) ? safe.keeps(element) ? element : null : treat(dataSet,
					element, rules.decide(element.tag(), types));
				if (after != null) builder.add(after);
				if (after == null) removed.add(element.tag());
				else if (after != element && after.vr() != Vr.SQ) replaced.add(element.tag());
			}
			return builder.build();
		}

		/** @return null where the element goes */
		private Element treat(final DataSet dataSet, final Element element, final Decision decision) throws IOException {
			final Element after = act(dataSet, element, decision.action());
			if (after != null || decision.action() == Action.REMOVE) return after;
			return decision.otherwise() == decision.action() ? null : act(dataSet, element, decision.otherwise());
		}

		private Element act(final DataSet dataSet, final Element element, final Action action) throws IOException {
			return switch (action) {
				case REMOVE -> null;
				case KEEP -> keep(element);
				case EMPTY -> element.isEmpty() && element.vr() == Dictionary.vr(element.tag()) ? element : Replacement.empty(
					element.tag());
				case DUMMY -> element.isEmpty() ? Replacement.empty(element.tag()) : Replacement.dummy(element.tag());
				case UID -> uids(element);
				case SHIFT -> Texts.map(element, text -> Times.earlier(text, identity.days()));
				case KEEP_TIME -> Texts.map(element, text -> Times.isTime(Dictionary.vr(element.tag()), text) ? text : null);
				case AGE -> Texts.map(element, Times::age);
				case CLEAN -> KnownWords.clean(dataSet, element);
				case PATIENT -> Replacement.text(element.tag(), identity.code());
			};
		}

		private Element keep(final Element element) throws IOException {
			if (!Kinds.fits(element)) return null;
			if (element.vr() != Vr.SQ) return isNamed(element) ? Replacement.empty(element.tag()) : element;
			final List<DataSet> items = new ArrayList<>();
			boolean emptied = !element.items().isEmpty();
			for (final DataSet item : element.items()) {
				final DataSet cleaned = clean(item);
				final DataSet clean = ReferenceItems.isReference(element.tag()) ? ReferenceItems.only(item, cleaned) : cleaned;
				emptied &= clean.elements().isEmpty() && !item.elements().isEmpty();
				items.add(clean);
			}
			return emptied ? null : Element.ofItems(element.tag(), element.position(), items);
		}

		/** Whether text that images need has the patient's name in it, because people wrote it. */
		private boolean isNamed(final Element element) throws IOException {
			if (element.tag() >>> 16 == 0x0008 || !NeededText.contains(element.tag())) return false;
			for (final String value : Texts.values(element))
				if (identity.isNamed(value)) return true;
			return false;
		}

		/** UIDs that the standard defines stay. Any other value becomes a new UID. */
		private Element uids(final Element element) throws IOException {
			if (element.vr() == Vr.SQ) return null;
			final boolean named = ConfidentialityTable.find(element.tag()) != null;
			if (!named && rules.options().uids() == DeidentifyOptions.Uids.KEEP) return Kinds.fits(element) ? element : null;
			return Texts.map(element, text -> StandardUids.stays(text, named) ? text : pseudonyms.uid(text));
		}
	}
}
