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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts frames in order: by the distance of their planes along the normal, then Instance Number, then SOP Instance UID
 * and frame. The order never depends on how files were found. It depends on their names only if nothing else tells them
 * apart.
 */
public final class SliceSorter {

	/** The scanner's order. Frames without Instance Number come last. */
	static final Comparator<Frame> BY_INSTANCE = SliceSorter::compareInstances;

	/** Order of file names, numbers in them by value. */
	static final Comparator<Frame> BY_NAME = SliceSorter::compareNames;

	private SliceSorter() {}

	private static int compareInstances(final Frame a, final Frame b) {
		final Instance first = a.instance();
		final Instance second = b.instance();
		int order = Long.compare(number(first), number(second));
		if (order == 0) order = first.sopInstanceUid().compareTo(second.sopInstanceUid());
		if (order == 0) order = Integer.compare(a.index(), b.index());
		return order != 0 ? order : NaturalOrder.INSTANCE.compare(first.name(), second.name());
	}

	private static long number(final Instance instance) {
		return instance.instanceNumber().isPresent() ? instance.instanceNumber().getAsInt() : Long.MAX_VALUE;
	}

	private static int compareNames(final Frame a, final Frame b) {
		final int order = NaturalOrder.INSTANCE.compare(a.instance().name(), b.instance().name());
		return order != 0 ? order : Integer.compare(a.index(), b.index());
	}

	/**
	 * Frames by position.
	 *
	 * @param frames each with a plane; not changed
	 * @param normal of all planes, unit vector
	 * @return in ascending distance along the normal, those closer than {@link Tolerances#DUPLICATE_MM} together; within
	 *         one position by Instance Number
	 */
	static List<List<Frame>> byPosition(final List<Frame> frames, final Vector3 normal) {
		final List<Frame> sorted = new ArrayList<>(frames);
		sorted.sort((a, b) -> {
			final int order = Double.compare(distance(a, normal), distance(b, normal));
			return order != 0 ? order : compareInstances(a, b);
		});
		final List<List<Frame>> positions = new ArrayList<>();
		double start = Double.NEGATIVE_INFINITY;
		for (final Frame frame : sorted) {
			final double distance = distance(frame, normal);
			if (distance - start >= Tolerances.DUPLICATE_MM) {
				positions.add(new ArrayList<>());
				start = distance;
			}
			positions.get(positions.size() - 1).add(frame);
		}
		for (final List<Frame> position : positions)
			if (position.size() > 1) position.sort(BY_INSTANCE);
		return positions;
	}

	/** Distance of a frame's plane along a normal, mm. */
	static double distance(final Frame frame, final Vector3 normal) {
		return frame.plane().orElseThrow().distance(normal);
	}
}
