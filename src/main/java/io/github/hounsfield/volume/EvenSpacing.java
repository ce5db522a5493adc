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
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding.Place;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.series.VolumeGeometry;
import io.github.hounsfield.volume.AxisSampling.Border;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts unevenly spaced slices on an even grid, whose distance is the median of theirs, by linear interpolation between
 * the two slices around each new one. The first slice stays. Of slices at one position the first counts. The report
 * keeps its gaps, for interpolated slices are no data.
 * <p>
 * Slices with one transform, and those without any, are interpolated as stored values of the same type. Slices with
 * different transforms become {@link PlaneType#FLOAT32} of transformed values with NaN for padding. If one of the two
 * pixels is padding, the nearer one is taken. So it is in masks and colours.
 */
public final class EvenSpacing {

	/** A new slice that is closer than this to an old one is that slice, as a part of the distance. */
	private static final double SAME = 1e-6;

	/** At most so many new slices for each old one. */
	private static final int LARGEST_GROWTH = 10;

	private EvenSpacing() {}

	/**
	 * @param volume not changed; it is the result itself if it is even, or its distances are not known
	 * @param workers for a volume in memory; a virtual volume gives a virtual one
	 * @throws DicomException where the slices have no positions, are too far apart, or only some have a rescale
	 * @throws IOException where a plane cannot be read
	 */
	public static DicomVolume apply(final DicomVolume volume, final Workers workers) throws IOException {
		final VolumeGeometry geometry = volume.geometry();
		if (geometry.uniform() || volume.sizeZ() < 2) return volume;
		if (!geometry.isPositioned() || !geometry.hasDepth()) throw new DicomException(Problem.in(volume.slice(0)
			.frame().name()).found(
				"no Image Position (Patient) (0020,0032)").expected("one for each slice, which tells their distances"));
		final Even even = new Even(volume);
		final long transforms = volume.slices().stream().filter(slice -> slice.transform().isPresent()).count();
		if (even.transformed && transforms < volume.planeCount()) throw new DicomException(Problem.of(
			"some slices have a rescale and others have none").expected("one for each, to compute what lies between them"));
		final int count = even.sizeZ * volume.sizeC() * volume.sizeT();
		final PlaneSource planes = Resampled.planes(volume, count, even.type, (long) volume.width() * volume.height(),
			even::plane, workers);
		final int duplicates = volume.report().findings(Kind.DUPLICATE).size();
		final SeriesReport report = volume.report().without(EnumSet.of(Kind.UNEVEN_SPACING, Kind.DUPLICATE)).with(List.of(
			new Finding(Kind.RESAMPLED, List.of(new Place(volume.slice(0).frame().name(), 0, "the first slice"), new Place(
				volume.slice(volume.planeCount() - 1).frame().name(), 0, "the last slice")), geometry.spacingZMm(), geometry
					.spacingZMm(), List.of(), notes(even.type, duplicates))));
		return new DicomVolume(volume.series(), even.geometry(), report, volume.width(), volume.height(), even.slices(),
			planes);
	}

	private static String notes(final PlaneType type, final int duplicates) {
		final String rounding = Resampled.rounding(type);
		if (duplicates == 0) return rounding;
		return (rounding.isEmpty() ? "" : rounding + "; ") + duplicates + " slices at positions of others do not count";
	}

	/** The old slices that make each new one. */
	private static final class Even {

		private final DicomVolume volume;
		private final VolumeGeometry before;
		private final boolean transformed;
		private final PlaneType type;
		private final int sizeZ;
		private final int[] below;
		private final double[] part;
		private final VolumeResampler resampler;

		Even(final DicomVolume volume) throws DicomException {
			this.volume = volume;
			this.before = volume.geometry();
			final Optional<ModalityTransform> first = volume.slice(0).transform();
			transformed = volume.type().isContinuous() && volume.slices().stream().anyMatch(slice -> !slice
				.transform().equals(first));
			type = transformed ? PlaneType.FLOAT32 : volume.type();
			final double[] distances = before.slicePositions().stream().mapToDouble(p -> p.minus(before.origin()).dot(before
				.normal())).toArray();
			final double step = before.spacingZMm();
			final double steps = Math.floor(distances[distances.length - 1] / step + SAME) + 1;
			if (steps > LARGEST_GROWTH * distances.length) throw new DicomException(Problem.in(volume.slice(0).frame()
				.name()).found(distances.length + " slices, usually " + step + " mm apart, extend over " +
					distances[distances.length - 1] + " mm: an even grid would have " + Math.round(steps) +
					" slices").expected("at most " + LARGEST_GROWTH + " times as many as there are"));
			sizeZ = (int) steps;
			below = new int[sizeZ];
			part = new double[sizeZ];
			for (int z = 0, i = 0; z < sizeZ; z++) {
				while (i < distances.length - 2 && distances[i + 1] < z * step - SAME * step)
					i++;
				final double gap = distances[i + 1] - distances[i];
				final double raw = gap <= 0 ? 0 : Math.max(0, Math.min(1, (z * step - distances[i]) / gap));
				below[z] = i;
				part[z] = raw < SAME ? 0 : raw > 1 - SAME ? 1 : raw;
			}
			final double[] positions = new double[sizeZ];
			for (int z = 0; z < sizeZ; z++)
				positions[z] = below[z] + part[z];
			resampler = new VolumeResampler(AxisSampling.identity(volume.width()), AxisSampling.identity(volume.height()),
				AxisSampling.of(distances.length, positions, Interpolation.LINEAR, 0, Border.NOTHING), Double.NaN);
		}

		VolumeGeometry geometry() {
			final List<Vector3> positions = new ArrayList<>();
			for (int z = 0; z < sizeZ; z++) {
				final Vector3 lower = before.slicePositions().get(below[z]);
				positions.add(lower.plus(before.slicePositions().get(below[z] + 1).minus(lower).times(part[z])));
			}
			return new VolumeGeometry(before.origin(), before.rowCosines(), before.columnCosines(), before.spacingXMm(), before
				.spacingYMm(), before.spacingZMm(), before.depthSource(), true, before.tiltDegrees(), positions);
		}

		/** The meaning of each new plane's values: that of the nearer old plane. */
		List<Slice> slices() {
			final List<Slice> slices = new ArrayList<>();
			for (int i = 0; i < sizeZ * volume.sizeC() * volume.sizeT(); i++) {
				final Slice slice = volume.slice(old(i, below[z(i)] + (part[z(i)] < 0.5 ? 0 : 1)));
				slices.add(!transformed ? slice : new Slice(slice.frame(), Optional.of(Rescale.IDENTITY), slice.unit(),
					Padding.ofValue(Double.NaN), slice.windows()));
			}
			return slices;
		}

		private int z(final int index) {
			return index / volume.sizeC() % sizeZ;
		}

		/** Index of an old plane for a new one. */
		private int old(final int index, final int slice) {
			final int c = index % volume.sizeC();
			final int t = index / volume.sizeC() / sizeZ;
			return c + volume.sizeC() * (slice + volume.sizeZ() * t);
		}

		Plane plane(final int index) throws IOException {
			final int z = z(index);
			if (!volume.type().isContinuous()) return Plane.nearest(type, values(old(index, resampler
				.nearestPlane(z))));
			final Map<Integer, PaddedPlanes.Old> planes = new HashMap<>();
			for (final int slice : resampler.planesFor(z))
				planes.put(slice, padded(old(index, slice)));
			return Plane.nearest(type, PaddedPlanes.compute(resampler, z, planes::get, Double.NaN));
		}

		/** Padding among transformed values is NaN. */
		private PaddedPlanes.Old padded(final int index) throws IOException {
			final double[] values = values(index);
			return new PaddedPlanes.Old(values, transformed ? null : PaddedPlanes.paddingOf(volume.slice(index).padding(),
				values));
		}

		private double[] values(final int index) throws IOException {
			final double[] values = volume.plane(index).values();
			if (!transformed) return values;
			final Slice slice = volume.slice(index);
			final ModalityTransform transform = slice.transform().orElseThrow();
			for (int i = 0; i < values.length; i++)
				values[i] = slice.padding().contains(values[i]) ? Double.NaN : transform.apply(values[i]);
			return values;
		}
	}
}
