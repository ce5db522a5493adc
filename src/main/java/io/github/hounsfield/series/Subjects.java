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
import io.github.hounsfield.series.GroupKey.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the patients and Frames of Reference of each series. A series has one of each (PS3.3 sections A.1.2 and
 * C.7.4.1). If there are more, its images do not belong together.
 */
final class Subjects {

	private final Map<String, Set<String>> patients = new HashMap<>();
	private final Map<String, Set<String>> references = new HashMap<>();

	Subjects(final Collection<Instance> instances) {
		for (final Instance instance : instances) {
			final Subject subject = Subject.of(instance);
			add(patients, instance, subject.patientId());
			add(references, instance, subject.frameOfReferenceUid());
		}
	}

	private static void add(final Map<String, Set<String>> values, final Instance instance, final String value) {
		final Set<String> all = values.computeIfAbsent(GroupKey.seriesOf(instance), key -> new TreeSet<>());
		if (!value.isEmpty()) all.add(value);
	}

	/** What tells an image from those of other patients and Frames of Reference of its series. */
	Subject of(final Instance instance) {
		final String series = GroupKey.seriesOf(instance);
		final boolean severalPatients = patients.get(series).size() > 1;
		final boolean severalReferences = references.get(series).size() > 1;
		if (!severalPatients && !severalReferences) return Subject.ONE;
		final Subject subject = Subject.of(instance);
		return new Subject(severalPatients ? subject.patientId() : "", severalReferences ? subject.frameOfReferenceUid()
			: "");
	}

	/** The findings about each volume of a series. */
	List<Finding> findings(final String series) {
		final List<Finding> findings = new ArrayList<>();
		final int ids = patients.getOrDefault(series, Set.of()).size();
		final int frames = references.getOrDefault(series, Set.of()).size();
		if (ids > 1) findings.add(new Finding(Kind.MIXED_PATIENTS, List.of(), ids, 1, List.of(), ""));
		if (frames > 1) findings.add(new Finding(Kind.MIXED_FRAMES_OF_REFERENCE, List.of(), frames, 1, List.of(), ""));
		return findings;
	}
}
