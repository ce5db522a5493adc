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

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leaves out files that are copies of others, and tells of different images with one SOP Instance UID. */
final class DuplicateInstances {

	private final Map<String, List<Finding>> findings;

	/** @param findings takes what is found, by series */
	DuplicateInstances(final Map<String, List<Finding>> findings) {
		this.findings = findings;
	}

	/** @return those kept: of copies the first by name, an uncompressed one before a compressed one */
	List<Instance> removeFrom(final List<Instance> instances) {
		final List<Instance> sorted = new ArrayList<>(instances);
		sorted.sort(Comparator.comparing((Instance instance) -> instance.file().transferSyntax().encapsulated())
			.thenComparing(Instance::name, NaturalOrder.INSTANCE));
		final Map<String, List<Instance>> byUid = new TreeMap<>();
		final List<Instance> kept = new ArrayList<>();
		for (final Instance instance : sorted) {
			final String series = GroupKey.seriesOf(instance);
			final List<Instance> same = instance.sopInstanceUid().isEmpty() ? new ArrayList<>() : byUid.computeIfAbsent(
				series + "\n" + instance.sopInstanceUid() + "\n" + place(instance), key -> new ArrayList<>());
			if (same.isEmpty()) {
				same.add(instance);
				kept.add(instance);
			}
			else add(series, Kind.COPY, same.get(0), instance);
		}
		reportSharedUids(kept);
		return kept;
	}

	private void reportSharedUids(final List<Instance> kept) {
		final Map<String, Instance> firsts = new TreeMap<>();
		for (final Instance instance : kept) {
			if (instance.sopInstanceUid().isEmpty()) continue;
			final String series = GroupKey.seriesOf(instance);
			final Instance first = firsts.putIfAbsent(series + "\n" + instance.sopInstanceUid(), instance);
			if (first != null) add(series, Kind.SHARED_UID, first, instance);
		}
	}

	/**
	 * What copies share besides their UID; where it differs, the UID was given twice. The transfer syntax may differ:
	 * lossless compression keeps the UID.
	 */
	private static String place(final Instance instance) {
		final StringBuilder place = new StringBuilder();
		place.append(instance.rows()).append(' ').append(instance.columns()).append(' ').append(instance.numberOfFrames())
			.append(' ').append(instance.samplesPerPixel()).append(' ').append(instance.bitsAllocated()).append(' ').append(
				instance.instanceNumber());
		try {
			for (final double value : instance.dataSet().numbers(Tag.ImagePositionPatient))
				place.append(' ').append(value);
		}
		catch (final DicomException e) {
			place.append(e.problem());
		}
		return place.toString();
	}

	private void add(final String series, final Kind kind, final Instance first, final Instance second) {
		findings.computeIfAbsent(series, key -> new ArrayList<>()).add(Findings.of(kind, List.of(first.name(), second
			.name()), ""));
	}
}
