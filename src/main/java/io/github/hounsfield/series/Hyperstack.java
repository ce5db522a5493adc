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

import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.FrameAttribute.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what tells frames at the same positions apart, and makes channels and times of it. Volumes that lack some
 * positions become images of their own. Frames that look alike stay side by side in one stack.
 */
final class Hyperstack {

	private final List<List<Frame>> positions;
	private final AttributeTable table;

	private Hyperstack(final List<List<Frame>> positions) {
		this.positions = positions;
		this.table = new AttributeTable(positions);
	}

	/**
	 * @param positions frames in the order of their positions, those at one position together
	 * @return one arrangement or several, with each frame in exactly one of them
	 */
	static List<OrderedFrames> arrange(final List<List<Frame>> positions) {
		if (hasOneEach(positions)) return List.of(OrderedFrames.stack(positions));
		final Hyperstack hyperstack = new Hyperstack(positions);
		final OrderedFrames whole = hyperstack.whole();
		if (whole != null) return List.of(whole);
		final List<OrderedFrames> parts = hyperstack.parts();
		return parts != null ? parts : List.of(OrderedFrames.stack(positions));
	}

	private static boolean hasOneEach(final List<List<Frame>> positions) {
		for (final List<Frame> position : positions)
			if (position.size() != 1) return false;
		return true;
	}

	/** All frames in one hyperstack, or null. */
	private OrderedFrames whole() {
		final int times = positions.get(0).size();
		for (final List<Frame> position : positions)
			if (position.size() != times) return null;
		final List<FrameAttribute> varying = table.varying();
		varying.remove(FrameAttribute.INSTANCE_NUMBER);
		for (final FrameAttribute one : varying) {
			if (one == FrameAttribute.GRADIENT || one.isClock()) continue;
			final OrderedFrames found = one.role() == Role.RANKED_TIME ? grid(List.of(), one) : grid(List.of(one), null);
			if (found != null) return found;
		}
		final List<FrameAttribute> values = table.splitting(varying.stream().filter(one -> one.role() != Role.RANKED_TIME)
			.toList());
		final OrderedFrames byValues = grid(values, null);
		if (byValues != null) return byValues;
		final List<FrameAttribute> channels = values.stream().filter(one -> one.role() == Role.CHANNEL).toList();
		final List<FrameAttribute> ordered = new ArrayList<>(varying);
		ordered.removeIf(one -> one.role() == Role.CHANNEL);
		for (final FrameAttribute rank : ordered) {
			final OrderedFrames found = grid(channels, rank);
			if (found != null) return found;
			final OrderedFrames alone = grid(List.of(), rank);
			if (alone != null) return alone;
		}
		OrderedFrames last = grid(channels, FrameAttribute.INSTANCE_NUMBER);
		if (last == null) last = grid(List.of(), FrameAttribute.INSTANCE_NUMBER);
		if (last == null) return null;
		return last.with(Findings.of(Kind.ASSUMED_TIME, last.frames().get(0), 0, times, 1, ""));
	}

	/**
	 * Frames by the values of attributes and the order of one more.
	 *
	 * @param rank its order within one position counts; null for none
	 * @return null where they do not make one frame for each combination at each position
	 */
	private OrderedFrames grid(final List<FrameAttribute> values, final FrameAttribute rank) {
		if (values.isEmpty() && rank == null) return null;
		final List<FrameAttribute> attributes = new ArrayList<>(values);
		if (rank != null) attributes.add(rank);
		final List<Map<List<Comparable<?>>, Frame>> cells = new ArrayList<>();
		for (final List<Frame> position : positions) {
			final Map<List<Comparable<?>>, Frame> cell = table.cell(position, values, rank);
			if (cell == null || !cells.isEmpty() && !cell.keySet().equals(cells.get(0).keySet())) return null;
			cells.add(cell);
		}
		return new Grid(attributes, cells, table).arrangement();
	}

	/** Volumes of different extent, each an arrangement, or null. */
	private List<OrderedFrames> parts() {
		final List<FrameAttribute> candidates = table.varying().stream().filter(FrameAttribute::separates).toList();
		List<FrameAttribute> chosen = null;
		for (final FrameAttribute one : candidates)
			if (chosen == null && table.isResolvedBy(List.of(one))) chosen = List.of(one);
		if (chosen == null) chosen = table.splitting(candidates);
		if (chosen.isEmpty() || !table.isResolvedBy(chosen)) return null;
		final List<FrameAttribute> attributes = chosen;
		final Map<List<Comparable<?>>, List<List<Frame>>> volumes = new TreeMap<>(AttributeTable.ORDER);
		int count = 0;
		for (final List<Frame> position : positions)
			for (final Frame frame : position) {
				volumes.computeIfAbsent(table.key(frame, attributes), key -> new ArrayList<>()).add(List.of(frame));
				count++;
			}
		final boolean scattered = count < 2 * volumes.size() && !attributes.contains(FrameAttribute.SEGMENT);
		if (scattered) return null;
		final boolean joinable = attributes.equals(List.of(FrameAttribute.ACQUISITION_NUMBER));
		final List<List<List<Frame>>> parts = joinable ? join(volumes.values()) : new ArrayList<>(volumes.values());
		return arrangements(parts);
	}

	/** Joins acquisitions that lie beside each other into one volume. */
	private List<List<List<Frame>>> join(final Iterable<List<List<Frame>>> acquisitions) {
		final List<List<List<Frame>>> joined = new ArrayList<>();
		final List<Set<Integer>> taken = new ArrayList<>();
		for (final List<List<Frame>> acquisition : acquisitions) {
			final Set<Integer> places = new HashSet<>();
			acquisition.forEach(position -> places.add(table.place(position.get(0))));
			int into = 0;
			while (into < joined.size() && taken.get(into).stream().anyMatch(places::contains))
				into++;
			if (into == joined.size()) {
				joined.add(new ArrayList<>());
				taken.add(new HashSet<>());
			}
			joined.get(into).addAll(acquisition);
			taken.get(into).addAll(places);
		}
		for (final List<List<Frame>> volume : joined)
			volume.sort(Comparator.comparingInt(position -> table.place(position.get(0))));
		return joined;
	}

	/** Volumes that have all positions make one hyperstack. Each other volume stands alone. */
	private List<OrderedFrames> arrangements(final List<List<List<Frame>>> volumes) {
		final List<List<Frame>> complete = new ArrayList<>();
		positions.forEach(position -> complete.add(new ArrayList<>()));
		final List<OrderedFrames> result = new ArrayList<>();
		for (final List<List<Frame>> volume : volumes)
			if (volume.size() == positions.size()) for (int i = 0; i < volume.size(); i++)
				complete.get(i).addAll(volume.get(i));
			else {
				final Frame first = volume.get(0).get(0);
				result.add(OrderedFrames.stack(volume).with(Findings.of(Kind.INCOMPLETE, first, 0, volume.size(), positions.size(),
					"")));
			}
		if (!complete.get(0).isEmpty()) result.addAll(0, arrange(complete));
		return result;
	}
}
