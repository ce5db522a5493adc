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
package io.github.hounsfield.volume;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes planes that cannot be decoded out of a series. In a stack each goes alone. A hyperstack must stay complete, so
 * there the channel, slice or time goes that takes the most broken planes and the fewest others with it.
 */
final class UndecodableFrames {

	private UndecodableFrames() {}

	/**
	 * @param failures why planes failed, by their index
	 * @throws DicomException where nothing would be left; says why the first plane failed
	 */
	static Series remove(final Series series, final Map<Integer, ? extends IOException> failures) throws DicomException {
		if (failures.isEmpty()) return series;
		final int[] sizes = { series.sizeC(), series.sizeZ(), series.sizeT() };
		final boolean[][] keep = new boolean[3][];
		for (int d = 0; d < 3; d++) {
			keep[d] = new boolean[sizes[d]];
			Arrays.fill(keep[d], true);
		}
		final Set<Integer> left = new HashSet<>(failures.keySet());
		while (!left.isEmpty()) {
			drop(left, sizes, keep);
			for (int d = 0; d < 3; d++)
				if (count(keep[d]) == 0) throw nothingLeft(series, failures);
		}
		final List<Finding> findings = new ArrayList<>();
		failures.forEach((index, e) -> findings.add(VolumeLoader.finding(Kind.UNDECODABLE, series, index, e.getMessage() +
			alongWith(series, keep))));
		return series.subset(keep[0], keep[1], keep[2], findings);
	}

	private static void drop(final Set<Integer> left, final int[] sizes, final boolean[][] keep) {
		int axis = 1;
		int index = 0;
		double best = -1;
		final double total = (double) count(keep[0]) * count(keep[1]) * count(keep[2]);
		for (int d = 0; d < 3; d++) {
			final int dimension = d;
			final double cost = total / count(keep[d]);
			final int[] broken = new int[sizes[d]];
			left.forEach(plane -> broken[place(plane, dimension, sizes)]++);
			for (int i = 0; i < sizes[d]; i++)
				if (keep[d][i] && broken[i] / cost > best && (count(keep[d]) > 1 || total == 1)) {
					best = broken[i] / cost;
					axis = d;
					index = i;
				}
		}
		keep[axis][index] = false;
		final int dropped = axis;
		final int at = index;
		left.removeIf(plane -> place(plane, dropped, sizes) == at);
	}

	private static int place(final int plane, final int dimension, final int[] sizes) {
		return switch (dimension) {
			case 0 -> plane % sizes[0];
			case 1 -> plane / sizes[0] % sizes[1];
			default -> plane / sizes[0] / sizes[1];
		};
	}

	private static int count(final boolean[] keep) {
		int count = 0;
		for (final boolean one : keep)
			if (one) count++;
		return count;
	}

	/** What whole planes went for the sake of broken ones. */
	private static String alongWith(final Series series, final boolean[][] keep) {
		if (series.sizeC() * series.sizeT() == 1) return "";
		final List<String> words = new ArrayList<>();
		final String[] names = { "channel", "slice", "time" };
		for (int d = 0; d < 3; d++)
			for (int i = 0; i < keep[d].length; i++)
				if (!keep[d][i]) words.add(names[d] + " " + (i + 1));
		return "; left out of the hyperstack: " + String.join(", ", words);
	}

	private static DicomException nothingLeft(final Series series, final Map<Integer, ? extends IOException> failures) {
		final IOException first = failures.values().iterator().next();
		return new DicomException(failures.size() == 1 && series.frames().size() == 1 ? first.getMessage() : failures
			.size() + " of " + series.frames().size() + " slices cannot be decoded, the first one because " + first
				.getMessage(), first);
	}
}
