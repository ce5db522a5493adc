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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Groups frames by their grid. The result does not depend on the order of the frames. */
final class Orientations {

	private Orientations() {}

	/**
	 * @param frames all with a plane or all without one
	 * @return lists of frames; in each list orientations and pixel spacings agree with those of its first frame
	 */
	static List<List<Frame>> split(final List<Frame> frames) {
		final List<Frame> sorted = new ArrayList<>(frames);
		// Equal grids are equal in the canonical order.
		if (haveOneGrid(sorted)) {
			sorted.sort(SliceSorter.BY_INSTANCE);
			return List.of(sorted);
		}
		sorted.sort(Orientations::canonical);
		final List<List<Frame>> grids = new ArrayList<>();
		final TreeMap<Double, List<List<Frame>>> byX = new TreeMap<>();
		for (final Frame frame : sorted) {
			final double x = frame.plane().map(plane -> plane.rowCosines().x()).orElse(0.0);
			List<Frame> home = null;
			for (final Map.Entry<Double, List<List<Frame>>> near : byX.subMap(x - 2 * Tolerances.ORIENTATION_RADIANS, true, x +
				2 * Tolerances.ORIENTATION_RADIANS, true).entrySet())
				for (final List<Frame> grid : near.getValue())
					if (home == null && isSameGrid(grid.get(0), frame)) home = grid;
			if (home == null) {
				home = new ArrayList<>();
				grids.add(home);
				byX.computeIfAbsent(x, key -> new ArrayList<>()).add(home);
			}
			home.add(frame);
		}
		return grids;
	}

	/** The order of frames by their grid, where planes and spacings that are absent come as zeros. */
	private static int canonical(final Frame a, final Frame b) {
		int order = compare(a.plane().map(SlicePlane::rowCosines), b.plane().map(SlicePlane::rowCosines));
		if (order == 0) order = compare(a.plane().map(SlicePlane::columnCosines), b.plane().map(
			SlicePlane::columnCosines));
		if (order == 0) order = Double.compare(a.spacing().map(PixelSpacing::rowSpacingMm).orElse(0.0), b.spacing().map(
			PixelSpacing::rowSpacingMm).orElse(0.0));
		return order != 0 ? order : SliceSorter.BY_INSTANCE.compare(a, b);
	}

	private static int compare(final Optional<Vector3> a, final Optional<Vector3> b) {
		final Vector3 first = a.orElse(Vector3.ZERO);
		final Vector3 second = b.orElse(Vector3.ZERO);
		int order = Double.compare(first.x(), second.x());
		if (order == 0) order = Double.compare(first.y(), second.y());
		return order != 0 ? order : Double.compare(first.z(), second.z());
	}

	/** Whether cosines and spacings of all frames are equal in every digit. */
	private static boolean haveOneGrid(final List<Frame> frames) {
		if (frames.isEmpty() || frames.get(0).plane().isEmpty()) return false;
		final Frame first = frames.get(0);
		final SlicePlane reference = first.plane().get();
		for (final Frame frame : frames)
			if (frame.plane().isEmpty() || !frame.plane().get().isAlong(reference) || !frame.spacing().equals(first
				.spacing())) return false;
		return true;
	}

	private static boolean isSameGrid(final Frame a, final Frame b) {
		final Optional<PixelSpacing> first = a.spacing();
		final Optional<PixelSpacing> second = b.spacing();
		if (first.isPresent() != second.isPresent()) return false;
		if (first.isPresent() && !first.get().isSameAs(second.get())) return false;
		return a.plane().isEmpty() || angle(a.plane().get(), b.plane().get()) <= Tolerances.ORIENTATION_RADIANS;
	}

	/** The larger of the angles between rows and between columns, radians. */
	static double angle(final SlicePlane a, final SlicePlane b) {
		return Math.max(a.rowCosines().angleTo(b.rowCosines()), a.columnCosines().angleTo(b.columnCosines()));
	}
}
