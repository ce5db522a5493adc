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

import io.github.hounsfield.series.FrameAttribute.Role;
import io.github.hounsfield.series.FrameAttribute.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes channels and times. Each position has one frame for each combination of values. */
final class Grid {

	private final List<FrameAttribute> attributes;
	private final List<Map<List<Comparable<?>>, Frame>> cells;
	private final AttributeTable table;

	/**
	 * @param attributes of the keys, in the order in which they stand in them
	 * @param cells for each position the frames by their keys, the same keys in all
	 */
	Grid(final List<FrameAttribute> attributes, final List<Map<List<Comparable<?>>, Frame>> cells,
		final AttributeTable table)
	{
		this.attributes = attributes;
		this.cells = cells;
		this.table = table;
	}

	OrderedFrames arrangement() {
		final List<Integer> c = new ArrayList<>();
		final List<Integer> t = new ArrayList<>();
		for (int i = 0; i < attributes.size(); i++)
			(attributes.get(i).role() == Role.CHANNEL ? c : t).add(i);
		final List<List<Comparable<?>>> channels = keys(c);
		final List<List<Comparable<?>>> times = keys(t);
		if (channels.size() * times.size() == cells.get(0).size()) return arrangement(c, channels, t, times);
		c.addAll(t);
		c.sort(null);
		return arrangement(c, keys(c), List.of(), keys(List.of()));
	}

	private OrderedFrames arrangement(final List<Integer> c, final List<List<Comparable<?>>> channels,
		final List<Integer> t, final List<List<Comparable<?>>> times)
	{
		final List<Frame> frames = new ArrayList<>();
		for (final List<Comparable<?>> time : times)
			for (final Map<List<Comparable<?>>, Frame> cell : cells)
				for (final List<Comparable<?>> channel : channels) {
					final List<Comparable<?>> key = new ArrayList<>(attributes.size());
					for (int i = 0; i < attributes.size(); i++)
						key.add(c.contains(i) ? channel.get(c.indexOf(i)) : time.get(t.indexOf(i)));
					frames.add(cell.get(key));
				}
		return new OrderedFrames(frames, axis(c, channels), axis(t, times), List.of());
	}

	/** All combinations of some of the attributes, in ascending order. */
	private List<List<Comparable<?>>> keys(final List<Integer> which) {
		final TreeSet<List<Comparable<?>>> keys = new TreeSet<>(AttributeTable.ORDER);
		for (final List<Comparable<?>> key : cells.get(0).keySet())
			keys.add(part(key, which));
		return new ArrayList<>(keys);
	}

	private static List<Comparable<?>> part(final List<Comparable<?>> key, final List<Integer> which) {
		final List<Comparable<?>> part = new ArrayList<>(which.size());
		for (final int i : which)
			part.add(key.get(i));
		return part;
	}

	private Axis axis(final List<Integer> which, final List<List<Comparable<?>>> keys) {
		if (keys.size() == 1) return Axis.NONE;
		final List<String> names = new ArrayList<>();
		for (final int i : which)
			names.add(attributes.get(i).title());
		final List<Double> values = new ArrayList<>();
		final List<String> labels = new ArrayList<>();
		for (int k = 0; k < keys.size(); k++) {
			final Frame frame = example(which, keys.get(k));
			final List<String> words = new ArrayList<>();
			double value = Double.NaN;
			for (final int i : which) {
				final FrameAttribute attribute = attributes.get(i);
				final Value one = table.value(frame, attribute);
				value = one.number();
				words.add(label(attribute, one, k));
			}
			values.add(which.size() == 1 ? value : Double.NaN);
			labels.add(String.join(", ", words));
		}
		return new Axis(String.join(", ", names), which.size() == 1 ? attributes.get(which.get(0)).unit() : "", values,
			labels);
	}

	/** A frame of the first position with a key. */
	private Frame example(final List<Integer> which, final List<Comparable<?>> key) {
		for (final Map.Entry<List<Comparable<?>>, Frame> entry : cells.get(0).entrySet())
			if (part(entry.getKey(), which).equals(key)) return entry.getValue();
		throw new IllegalStateException("no frame for " + key);
	}

	/** A label of an axis. Header text may name the patient, and clock times the visit, so such values are numbered. */
	private static String label(final FrameAttribute attribute, final Value value, final int index) {
		final boolean secret = Double.isNaN(value.number()) || attribute.isClock();
		if (secret) return attribute.title() + " " + (index + 1);
		final String number = BigDecimal.valueOf(value.number()).stripTrailingZeros().toPlainString();
		return attribute.title() + " " + number + (attribute.unit().isEmpty() ? "" : " " + attribute.unit());
	}
}
