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

/**
 * Frames in the order of a series, before they are measured.
 *
 * @param frames first by channel, then slice, then time
 * @param findings about how they were arranged
 */
record OrderedFrames(List<Frame> frames, Axis channels, Axis times, List<Finding> findings) {

	/** One stack of all frames. Frames at one position stand side by side. */
	static OrderedFrames stack(final List<List<Frame>> positions) {
		final List<Frame> frames = new ArrayList<>();
		positions.forEach(frames::addAll);
		return new OrderedFrames(frames, Axis.NONE, Axis.NONE, List.of());
	}

	OrderedFrames with(final Finding finding) {
		final List<Finding> more = new ArrayList<>(findings);
		more.add(finding);
		return new OrderedFrames(frames, channels, times, more);
	}

	/** The frames of the first channel and time, slice by slice. */
	List<Frame> slices() {
		final int c = channels.size();
		final List<Frame> slices = new ArrayList<>();
		for (int i = 0; i < frames.size() / times.size(); i += c)
			slices.add(frames.get(i));
		return slices;
	}
}
