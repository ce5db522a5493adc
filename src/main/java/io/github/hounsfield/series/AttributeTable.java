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

import io.github.hounsfield.series.FrameAttribute.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The attributes of frames at a list of positions. Used by one thread. */
final class AttributeTable {

	/** Compares keys of the same attributes. */
	static final Comparator<List<Comparable<?>>> ORDER = AttributeTable::compare;

	private static final Value NO_RANK = new Value(0, "");

	private final List<List<Frame>> positions;
	private final Map<Frame, Integer> places = new IdentityHashMap<>();
	private final Map<FrameAttribute, Map<Frame, Value>> values = new EnumMap<>(FrameAttribute.class);

	AttributeTable(final List<List<Frame>> positions) {
		this.positions = positions;
		for (int i = 0; i < positions.size(); i++)
			for (final Frame frame : positions.get(i))
				places.put(frame, i);
		for (final FrameAttribute attribute : FrameAttribute.values()) {
			final Map<Frame, Value> column = new IdentityHashMap<>();
			for (final Frame frame : places.keySet()) {
				final Value value = attribute.of(frame);
				if (value == null) break;
				column.put(frame, value);
			}
			if (column.size() == places.size()) values.put(attribute, column);
		}
	}

	/** Index of the position of a frame. */
	int place(final Frame frame) {
		return places.get(frame);
	}

	/** Attributes that all frames have, with different values at one position. */
	List<FrameAttribute> varying() {
		final List<FrameAttribute> varying = new ArrayList<>();
		for (final FrameAttribute attribute : values.keySet())
			for (final List<Frame> position : positions)
				if (distinct(position, List.of(attribute)) > 1) {
					varying.add(attribute);
					break;
				}
		return varying;
	}

	/**
	 * Picks candidates in their order. One is kept if it tells more frames apart than those before it. The search ends
	 * when no two frames look alike.
	 */
	List<FrameAttribute> splitting(final List<FrameAttribute> candidates) {
		final List<FrameAttribute> chosen = new ArrayList<>();
		for (final FrameAttribute candidate : candidates) {
			if (isResolvedBy(chosen)) break;
			final List<FrameAttribute> more = new ArrayList<>(chosen);
			more.add(candidate);
			for (final List<Frame> position : positions)
				if (distinct(position, more) > distinct(position, chosen)) {
					chosen.add(candidate);
					break;
				}
		}
		return chosen;
	}

	/** Whether no two frames at one position have the same values. */
	boolean isResolvedBy(final List<FrameAttribute> attributes) {
		for (final List<Frame> position : positions)
			if (distinct(position, attributes) < position.size()) return false;
		return true;
	}

	private int distinct(final List<Frame> position, final List<FrameAttribute> attributes) {
		final Set<List<Comparable<?>>> keys = new HashSet<>();
		for (final Frame frame : position)
			keys.add(key(frame, attributes));
		return keys.size();
	}

	List<Comparable<?>> key(final Frame frame, final List<FrameAttribute> attributes) {
		final List<Comparable<?>> key = new ArrayList<>();
		for (final FrameAttribute attribute : attributes)
			key.add(values.get(attribute).get(frame));
		return key;
	}

	Value value(final Frame frame, final FrameAttribute attribute) {
		return values.get(attribute).get(frame);
	}

	/**
	 * The frames of one position by their values and, behind these, their rank by one more attribute.
	 *
	 * @param rank null for none
	 * @return null if that does not tell them apart
	 */
	Map<List<Comparable<?>>, Frame> cell(final List<Frame> position, final List<FrameAttribute> attributes,
		final FrameAttribute rank)
	{
		if (rank != null && !values.containsKey(rank)) return null;
		final Map<List<Comparable<?>>, TreeMap<Value, Frame>> groups = new TreeMap<>(ORDER);
		for (final Frame frame : position) {
			final Value order = rank == null ? NO_RANK : value(frame, rank);
			if (groups.computeIfAbsent(key(frame, attributes), key -> new TreeMap<>()).put(order, frame) != null) return null;
		}
		final Map<List<Comparable<?>>, Frame> cell = new TreeMap<>(ORDER);
		groups.forEach((key, frames) -> {
			int index = 0;
			for (final Frame frame : frames.values()) {
				final List<Comparable<?>> ranked = new ArrayList<>(key);
				if (rank != null) ranked.add(index++);
				cell.put(ranked, frame);
			}
		});
		return cell;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static int compare(final List<Comparable<?>> a, final List<Comparable<?>> b) {
		for (int i = 0; i < a.size(); i++) {
			final int order = ((Comparable) a.get(i)).compareTo(b.get(i));
			if (order != 0) return order;
		}
		return 0;
	}
}
