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

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From files in any order to series: frames of one Series Instance UID, matrix and orientation make one volume or
 * hyperstack. Exposure, table height and window, which differ from slice to slice, never split one.
 */
public final class SeriesGrouper {

	private final SkippedSlices skipped;
	private final Optional<PixelDigests> digests;
	private final Map<String, List<Finding>> findings = new TreeMap<>();

	/** A grouper without a decoder. Files of one image in different transfer syntaxes count as copies. */
	SeriesGrouper(final List<SkippedFile> skipped) {
		this(skipped, Optional.empty());
	}

	/**
	 * @param skipped files that were left out; a series reports those that may be its slices
	 * @param digests tells copies of an image from other images with its UID
	 */
	public SeriesGrouper(final List<SkippedFile> skipped, final Optional<PixelDigests> digests) {
		this.skipped = new SkippedSlices(skipped);
		this.digests = digests;
	}

	/** @return each frame in exactly one series; copies of an image are in none and reported */
	public List<Series> group(final List<Instance> instances) {
		final Map<GroupKey, List<Frame>> groups = new LinkedHashMap<>();
		final List<Instance> images = new DuplicateInstances(findings, digests).removeFrom(instances);
		final Subjects subjects = new Subjects(images);
		for (final Instance instance : images) {
			final String series = GroupKey.seriesOf(instance);
			final List<Problem> notes = new ArrayList<>(instance.notes());
			for (final Frame frame : new InstanceFrames(instance, notes).frames())
				groups.computeIfAbsent(GroupKey.of(frame, subjects.of(instance)), key -> new ArrayList<>()).add(frame);
			for (final Problem note : notes)
				add(series, Finding.of(Kind.HEADER, Place.of(instance.name()), note));
			if (instance.seriesInstanceUid().isEmpty()) add(series, Findings.of(Kind.NO_SERIES_UID, List.of(instance.name()),
				""));
		}
		final Map<String, List<Volume>> volumes = new TreeMap<>();
		groups.forEach((key, frames) -> volumes.computeIfAbsent(key.series(), uid -> new ArrayList<>()).addAll(volumes(key,
			frames)));
		final List<Series> series = new ArrayList<>();
		volumes.forEach((uid, list) -> series.addAll(parts(uid, list, subjects.findings(uid))));
		return skipped.report(series);
	}

	/** An arrangement, and the common orientation of its slices; null for none. */
	private record Volume(OrderedFrames arrangement, SlicePlane reference, GroupKey key) {

		Frame first() {
			return arrangement.frames().get(0);
		}

		int count() {
			return arrangement.frames().size();
		}
	}

	private static List<Volume> volumes(final GroupKey key, final List<Frame> frames) {
		final List<Volume> volumes = new ArrayList<>();
		for (final List<Frame> alike : Orientations.split(frames)) {
			if (!key.positioned()) {
				for (final OrderedFrames one : Unpositioned.arrange(alike))
					volumes.add(new Volume(one, null, key));
				continue;
			}
			final SlicePlane reference = alike.get(0).plane().orElseThrow();
			for (final OrderedFrames one : Hyperstack.arrange(SliceSorter.byPosition(alike, reference.normal())))
				volumes.add(new Volume(one, reference, key));
		}
		return volumes;
	}

	private List<Series> parts(final String uid, final List<Volume> volumes, final List<Finding> mixed) {
		volumes.sort((a, b) -> {
			final int order = Integer.compare(b.count(), a.count());
			return order != 0 ? order : SliceSorter.BY_INSTANCE.compare(a.first(), b.first());
		});
		int total = 0;
		for (final Volume volume : volumes)
			total += volume.count();
		final List<Series> parts = new ArrayList<>();
		for (int i = 0; i < volumes.size(); i++) {
			final Volume volume = volumes.get(i);
			final OrderedFrames arrangement = volume.arrangement();
			final GeometryCheck check = new GeometryCheck(arrangement.slices(), volume.reference());
			final VolumeGeometry geometry = check.measure();
			final List<Finding> all = new ArrayList<>(arrangement.findings());
			all.addAll(check.findings());
			final Instance first = volume.first().instance();
			if (Mosaic.is(first)) all.add(Findings.of(Kind.MOSAIC, volume.first(), 0, Double.NaN, Double.NaN, Mosaic.count(
				first)));
			all.addAll(mixed);
			if (volume.reference() != null) Acquisitions.find(arrangement.slices()).ifPresent(all::add);
			if (volume.reference() != null) PositionAgreement.find(arrangement).ifPresent(all::add);
			if (volumes.size() > 1) all.add(Findings.of(Kind.SPLIT, volume.first(), 0, total - volume.count(), volume.count(),
				why(volume, volumes)));
			mixedOrientation(volume, volumes, all);
			if (i == 0 && findings.containsKey(uid)) {
				final Map<String, Integer> places = places(arrangement);
				for (final Finding finding : findings.get(uid))
					all.add(finding.in(places));
			}
			parts.add(new Series(arrangement.frames(), arrangement.channels(), arrangement.times(), geometry, new SeriesReport(
				all), i + 1));
		}
		return parts;
	}

	/** Number of each file's first slice, from 1. */
	private static Map<String, Integer> places(final OrderedFrames arrangement) {
		final int sizeC = arrangement.channels().size();
		final int sizeZ = arrangement.frames().size() / sizeC / arrangement.times().size();
		final Map<String, Integer> places = new HashMap<>();
		for (int i = 0; i < arrangement.frames().size(); i++)
			places.putIfAbsent(arrangement.frames().get(i).instance().name(), i / sizeC % sizeZ + 1);
		return places;
	}

	/** How other images of the series differ. Holds no text of the header. */
	private static String why(final Volume volume, final List<Volume> others) {
		final List<String> reasons = new ArrayList<>();
		for (final Volume other : others)
			if (other != volume) for (final String reason : volume.key().differences(other.key()))
				if (!reasons.contains(reason)) reasons.add(reason);
		return reasons.isEmpty() ? "of other orientation, spacing or extent" : String.join(", ", reasons);
	}

	private static void mixedOrientation(final Volume volume, final List<Volume> others, final List<Finding> findings) {
		for (final Volume other : others) {
			if (other == volume || volume.reference() == null || other.reference() == null) continue;
			final double angle = Orientations.angle(volume.reference(), other.reference());
			if (angle <= Tolerances.ORIENTATION_RADIANS) continue;
			findings.add(new Finding(Kind.MIXED_ORIENTATION, List.of(new Place(volume.first().name(), 0, "this volume"),
				new Place(other.first().name(), 0, "another of the same series")), Math.toDegrees(angle), Math.toDegrees(
					Tolerances.ORIENTATION_RADIANS), List.of(), ""));
			return;
		}
	}

	private void add(final String series, final Finding finding) {
		findings.computeIfAbsent(series, key -> new ArrayList<>()).add(finding);
	}
}
