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

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.series.Series;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Faults of pixel data that could be read. There is one finding for each file and fault. Safe for several threads. */
final class PixelWarnings {

	private final Series series;
	private final Consumer<Finding> listener;
	private final Map<Frame, Integer> indices = new IdentityHashMap<>();
	private final Map<Instance, Integer> firstIndex = new IdentityHashMap<>();
	private final Map<Integer, TreeSet<String>> said = new TreeMap<>();
	private final TreeSet<Integer> rounded = new TreeSet<>();

	/** @param listener hears of each finding once, when its plane is read, from the thread that reads it */
	PixelWarnings(final Series series, final Consumer<Finding> listener) {
		this.series = series;
		this.listener = listener;
		for (int i = 0; i < series.frames().size(); i++) {
			indices.put(series.frames().get(i), i);
			firstIndex.putIfAbsent(series.frames().get(i).instance(), i);
		}
	}

	void add(final Frame frame, final String warning) {
		final int index = firstIndex.get(frame.instance());
		final boolean isNew;
		synchronized (this) {
			isNew = said.computeIfAbsent(index, key -> new TreeSet<>()).add(warning);
		}
		if (isNew) listener.accept(pixelData(index, warning));
	}

	/** Notes that a frame has values which its type of plane cannot hold exactly. */
	void rounded(final Frame frame) {
		final int index = indices.get(frame);
		final boolean isNew;
		synchronized (this) {
			isNew = rounded.add(index);
		}
		if (isNew) listener.accept(roundedValues(index));
	}

	/** The findings in the order of the files; a new list. */
	synchronized List<Finding> findings() {
		final List<Finding> findings = new ArrayList<>();
		said.forEach((index, warnings) -> warnings.forEach(warning -> findings.add(pixelData(index, warning))));
		rounded.forEach(index -> findings.add(roundedValues(index)));
		return findings;
	}

	private Finding pixelData(final int index, final String warning) {
		return VolumeLoader.finding(Kind.PIXEL_DATA, series, index, List.of(Problem.of(warning)), "");
	}

	private Finding roundedValues(final int index) {
		return VolumeLoader.finding(Kind.ROUNDED_VALUES, series, index, List.of(), "");
	}
}
