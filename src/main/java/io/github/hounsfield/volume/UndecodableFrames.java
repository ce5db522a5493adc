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
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes planes that cannot be decoded out of a series. A stack loses them alone. A hyperstack must stay complete, so it
 * loses whole channels, slices or times: those with the most broken planes and the fewest others.
 */
final class UndecodableFrames {

	/** At most so many channels, slices and times are named in a finding. */
	private static final int NAMED = 20;

	private UndecodableFrames() {}

	/**
	 * @param failures why planes failed, by their index
	 * @throws DicomException where nothing would be left; says why the first plane failed
	 */
	static Series remove(final Series series, final Map<Integer, ? extends IOException> failures) throws DicomException {
		if (failures.isEmpty()) return series;
		final BrokenPlanes broken = new BrokenPlanes(new int[] { series.sizeC(), series.sizeZ(), series.sizeT() }, failures
			.keySet());
		while (!broken.isEmpty()) {
			broken.drop();
			if (broken.nothingLeft()) throw nothingLeft(series, failures);
		}
		final boolean[][] keep = broken.keep();
		final String alongWith = alongWith(series, keep);
		final List<Finding> findings = new ArrayList<>();
		failures.forEach((index, e) -> findings.add(VolumeLoader.finding(Kind.UNDECODABLE, series, index, List.of(Wording
			.problem(source(series, index), e)), alongWith)));
		return series.subset(keep[0], keep[1], keep[2], findings);
	}

	/** A finding about whole planes that went with broken ones. */
	private static String alongWith(final Series series, final boolean[][] keep) {
		if (series.sizeC() * series.sizeT() == 1) return "";
		final List<String> words = new ArrayList<>();
		final String[] names = { "channel", "slice", "time" };
		int more = 0;
		for (int d = 0; d < 3; d++)
			for (int i = 0; i < keep[d].length; i++)
				if (!keep[d][i] && words.size() == NAMED) more++;
				else if (!keep[d][i]) words.add(names[d] + " " + (i + 1));
		return "left out of the hyperstack: " + String.join(", ", words) + (more == 0 ? "" : " and " + more + " more");
	}

	private static DicomException nothingLeft(final Series series, final Map<Integer, ? extends IOException> failures) {
		final Map.Entry<Integer, ? extends IOException> first = failures.entrySet().iterator().next();
		return new NothingDecodedException(failures.size(), series.frames().size(), first.getKey() + 1, source(series, first
			.getKey()), first.getValue());
	}

	private static String source(final Series series, final int index) {
		return series.frames().get(index).instance().file().source().name();
	}
}
