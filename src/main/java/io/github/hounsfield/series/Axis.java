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
 * What tells the volumes of a hyperstack apart along one axis.
 *
 * @param name in words: "Echo Time", "Temporal Position"; empty for an axis of one
 * @param unit of the values, "" where they are mere numbers
 * @param values one for each index; NaN if the values are no numbers
 * @param labels one for each index, such as "Echo Time 4.2 ms"; text values of the header are not among them
 */
public record Axis(String name, String unit, List<Double> values, List<String> labels) {

	/** An axis of one. */
	public static final Axis NONE = new Axis("", "", List.of(Double.NaN), List.of(""));

	public Axis {
		values = List.copyOf(values);
		labels = List.copyOf(labels);
	}

	/** The axis without some of its values; {@link #NONE} if one value is left. */
	Axis subset(final boolean[] keep) {
		final List<Double> keptValues = new ArrayList<>();
		final List<String> keptLabels = new ArrayList<>();
		for (int i = 0; i < size(); i++)
			if (keep[i]) {
				keptValues.add(values.get(i));
				keptLabels.add(labels.get(i));
			}
		return keptLabels.size() == 1 ? NONE : new Axis(name, unit, keptValues, keptLabels);
	}

	int size() {
		return labels.size();
	}
}
