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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.util.function.BiPredicate;

/**
 * Which elements of a header may be shown if the patient must not be named. These are the elements that the basic
 * profile keeps. Nothing replaces an element that is left out.
 */
public final class ShownAttributes {

	private static final Rules RULES = new Rules(DeidentifyOptions.BASIC);

	private ShownAttributes() {}

	/**
	 * Whether an element of a data set, or of an item, must not be shown. If a sequence may be shown, each element in its
	 * items is asked for.
	 */
	static boolean identifies(final DataSet dataSet, final Element element) {
		final int tag = element.tag();
		if (Tag.isPrivate(tag) || ReferenceItems.isReference(tag)) return true;
		if (Marks.isMark(tag)) return false;
		try {
			final Action action = RULES.decide(tag, new AttributeTypes(Texts.first(dataSet, Tag.SOPClassUID))).action();
			if (action == Action.UID) return Texts.map(element, text -> StandardUids.stays(text, ConfidentialityTable.find(
				tag) != null) ? text : null) == null;
			return action != Action.KEEP || !Kinds.fits(element);
		}
		catch (final IOException e) {
			return true;
		}
	}

	/** The opposite of {@link #identifies}. */
	public static BiPredicate<DataSet, Element> shown() {
		return (dataSet, element) -> !identifies(dataSet, element);
	}
}
