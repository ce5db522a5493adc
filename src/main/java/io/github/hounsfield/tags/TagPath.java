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
package io.github.hounsfield.tags;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element that somebody asks for, also within sequences: {@code KVP}, {@code (0018,0060)}, {@code 00180060},
 * {@code (0019,100C,SIEMENS MR HEADER)}, {@code RequestAttributesSequence[0].ScheduledProcedureStepID}. Items are
 * counted from 0. Immutable.
 */
public final class TagPath {

	private static final Pattern STEP =
		Pattern.compile("(?:\\(\\s*([0-9A-Fa-f]{4})\\s*,\\s*([0-9A-Fa-f]{4})\\s*(?:,([^()]+))?\\)" +
		"|([0-9A-Fa-f]{8})|([A-Za-z][A-Za-z0-9]*))(?:\\[(\\d{1,6})\\])?");

	/** Not an item: the element itself is asked for. */
	private static final int WHOLE = -1;

	/** @param creator of a private block, empty where the tag is meant as it stands */
	private record Step(int tag, String creator, int item) {

		int tag(final DataSet dataSet) {
			return creator.isEmpty() ? tag : TagNames.locate(dataSet, tag, creator);
		}

		@Override
		public String toString() {
			final String name = creator.isEmpty() ? TagNames.of(DataSet.EMPTY, tag) : TagNames.withCreator(tag, creator);
			return item == WHOLE ? name : name + "[" + item + "]";
		}
	}

	private final List<Step> steps;
	private final String name;

	private TagPath(final List<Step> steps) {
		this.steps = List.copyOf(steps);
		this.name = String.join(".", steps.stream().map(Step::toString).toList());
	}

	/** @throws TagException where the text is no such path; says what was found and what is expected */
	static TagPath parse(final String text) throws TagException {
		final List<Step> steps = new ArrayList<>();
		final Matcher step = STEP.matcher(text.trim());
		final int end = text.trim().length();
		int at = 0;
		while (step.find(at) && step.start() == at) {
			steps.add(step(step));
			at = step.end();
			if (at == end) break;
			if (text.trim().charAt(at) != '.' || ++at == end) throw wrong(text);
		}
		if (steps.isEmpty() || at != end) throw wrong(text);
		for (int i = 0; i < steps.size(); i++) {
			final boolean last = i == steps.size() - 1;
			if (last == (steps.get(i).item == WHOLE)) continue;
			throw new TagException("'" + text.trim() + "' " + (last ? "names an item, which has no value of its own"
				: "does not say which item of " + steps.get(i)), last ? "an element in it, as in " + steps.get(i) + ".CodeValue"
					: steps.get(i) + "[0] for the first");
		}
		return new TagPath(steps);
	}

	private static Step step(final Matcher step) throws TagException {
		final int item = step.group(6) == null ? WHOLE : Integer.parseInt(step.group(6));
		if (step.group(1) != null) return new Step((int) Long.parseLong(step.group(1) + step.group(2), 16), step.group(
			3) == null ? "" : step.group(3).trim(), item);
		final String digits = step.group(4);
		final OptionalInt keyword = Dictionary.tag(digits == null ? step.group(5) : digits);
		if (keyword.isPresent()) return new Step(keyword.getAsInt(), "", item);
		if (digits != null) return new Step((int) Long.parseLong(digits, 16), "", item);
		throw new TagException("'" + step.group(5) + "' is no keyword of the data dictionary (PS3.6), and no set of tags (" +
			String.join(", ", TagList.names()) + ")", "a keyword, a set, or a tag such as (gggg,eeee)");
	}

	private static TagException wrong(final String text) {
		return new TagException("'" + text.trim() + "' is no tag",
			"a keyword such as KVP, (gggg,eeee), ggggeeee, (gggg,eeee,creator), or Keyword[0].Keyword within a sequence");
	}

	/** How the path is written, which names its column. */
	@Override
	public String toString() {
		return name;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof TagPath path && path.name.equals(name);
	}

	@Override
	public int hashCode() {
		return name.hashCode();
	}

	/**
	 * The value as text.
	 *
	 * @param dataSets the first step is looked up in them in this order
	 * @param last of this path
	 * @return empty if the element is absent or empty; {@link TagFilter#HIDDEN} if it, or a sequence around it, may not
	 *          be shown
	 */
	String value(final List<DataSet> dataSets, final TagFilter filter, final LastValue last) {
		final Step first = steps.get(0);
		for (final DataSet root : dataSets) {
			final Element element = root.element(first.tag(root));
			if (element == null) continue;
			if (first.item != WHOLE) return value(root, filter);
			return element.isEmpty() ? "" : last.of(root, element, filter);
		}
		return "";
	}

	private String value(final DataSet root, final TagFilter filter) {
		DataSet dataSet = root;
		for (final Step step : steps) {
			final Element element = dataSet.element(step.tag(dataSet));
			if (element == null || element.isEmpty()) return "";
			if (!filter.shown().test(dataSet, element)) return TagFilter.HIDDEN;
			if (step.item == WHOLE) return ElementText.of(dataSet, element);
			if (step.item >= element.items().size()) return "";
			dataSet = element.items().get(step.item);
		}
		throw new IllegalStateException(name);
	}
}
