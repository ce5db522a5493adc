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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Orders frames without positions: by Instance Number, else by file name. The report says which. */
final class Unpositioned {

	/** Slice Location, mm along the normal (PS3.3 section C.7.6.2.1.2): only equality counts here. */
	private static final int SLICE_LOCATION = 0x00201041;

	private Unpositioned() {}

	/** @return one arrangement or several, with each frame in exactly one of them */
	static List<OrderedFrames> arrange(final List<Frame> frames) {
		final List<Frame> sorted = new ArrayList<>(frames);
		if (frames.size() == 1) return List.of(stack(sorted));
		sorted.sort(SliceSorter.BY_INSTANCE);
		if (isOnePlace(sorted)) {
			final List<OrderedFrames> times = Hyperstack.arrange(List.of(sorted));
			if (times.size() == 1 && times.get(0).slices().size() == 1 && times.get(0).findings().isEmpty()) return times;
		}
		return List.of(slices(sorted));
	}

	/** Whether all show one place. An equal Slice Location (0020,1041) says so. Mosaics do, for each is a volume. */
	private static boolean isOnePlace(final List<Frame> frames) {
		final OptionalDouble first = Headers.number(frames.get(0).instance().dataSet(), SLICE_LOCATION);
		for (final Frame frame : frames) {
			if (frame.instance().numberOfFrames() > 1) return false;
			final OptionalDouble location = Headers.number(frame.instance().dataSet(), SLICE_LOCATION);
			if (!Mosaic.is(frame) && (location.isEmpty() || !location.equals(first))) return false;
		}
		return true;
	}

	private static OrderedFrames slices(final List<Frame> sorted) {
		final Instance first = sorted.get(0).instance();
		if (first.numberOfFrames() > 1) {
			if (InstanceFrames.isTimed(first.dataSet())) return clip(sorted);
			return stack(sorted).with(Findings.of(Kind.MISSING_POSITIONS, sorted.get(0), 0, Double.NaN, Double.NaN,
				"within the file, the order of frames"));
		}
		final Set<Integer> numbers = new HashSet<>();
		sorted.forEach(frame -> frame.instance().instanceNumber().ifPresent(numbers::add));
		if (numbers.size() == sorted.size()) return stack(sorted).with(Findings.of(Kind.MISSING_POSITIONS, sorted.get(0), 0,
			Double.NaN, Double.NaN, ""));
		sorted.sort(SliceSorter.BY_NAME);
		return stack(sorted).with(Findings.of(Kind.MISSING_INSTANCE_NUMBERS, sorted, 0, 1, Double.NaN, Double.NaN));
	}

	private static OrderedFrames stack(final List<Frame> frames) {
		return new OrderedFrames(frames, Axis.NONE, Axis.NONE, List.of());
	}

	/** Frames over time (PS3.3 section C.7.6.5): their times are sums of what the file gives for each. */
	private static OrderedFrames clip(final List<Frame> frames) {
		final double[] times = InstanceFrames.frameTimes(frames.get(0).instance());
		final List<Double> values = new ArrayList<>(Collections.nCopies(frames.size(), Double.NaN));
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < frames.size(); i++) {
			if (times.length == frames.size()) values.set(i, times[i]);
			labels.add("Frame " + (i + 1));
		}
		return new OrderedFrames(frames, Axis.NONE, new Axis("Frame Time", "ms", values, labels), List.of());
	}
}
