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
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.series.VolumeGeometry;
import io.github.hounsfield.volume.AxisSampling.Border;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Takes the shear out of a volume that was scanned with a tilted gantry. Each slice is shifted within its own plane, by
 * linear interpolation between four pixels. Then all lie straight above the first along the common normal. The grid
 * grows to hold every slice whole. Distances and normals stay as they are, and each slice keeps its rescale.
 * <p>
 * If one of the four pixels is padding, the nearest pixel is taken, so that padding never mixes with tissue. So it is
 * in masks and colours. Outside a slice stands its padding value, else the air of a CT, else the least value of the
 * slice.
 */
public final class Untilt {

	/** Shifts that differ from whole pixels by less count as whole, in pixels. */
	private static final double WHOLE = 1e-6;

	/** Most pixels of an upright slice for each of a tilted one. */
	private static final int LARGEST_GROWTH = 10;

	private Untilt() {}

	/**
	 * @param volume not changed; it is the result itself if it is not tilted
	 * @param workers for a volume in memory; a virtual volume gives a virtual one
	 * @throws DicomException where the volume is tilted and has no pixel spacing, or its slices hardly overlap
	 * @throws IOException where a plane cannot be read
	 */
	public static DicomVolume apply(final DicomVolume volume, final Workers workers) throws IOException {
		final VolumeGeometry geometry = volume.geometry();
		if (!geometry.isTilted()) return volume;
		if (!geometry.isCalibrated()) throw new DicomException(Problem.in(volume.slice(0).frame().name())
			.found("no Pixel Spacing (0028,0030)").expected("one, to tell the shear of the slices in pixels"));
		final Shear shear = new Shear(volume);
		final PlaneSource planes = Resampled.planes(volume, volume.planeCount(), volume.type(), (long) shear.width *
			shear.height, shear::plane, workers);
		final SeriesReport report = volume.report().without(EnumSet.of(Kind.TILT)).with(List.of(new Finding(Kind.UNTILTED,
			List.of(), geometry.tiltDegrees(), Double.NaN, List.of(), Resampled.rounding(volume.type()))));
		return new DicomVolume(volume.series(), shear.geometry(), report, shear.width, shear.height, volume
			.slices(), planes);
	}

	/** How far each slice moves. */
	private static final class Shear {

		private final DicomVolume volume;
		private final VolumeGeometry before;
		private final double[] shiftX;
		private final double[] shiftY;
		private final int minX;
		private final int minY;
		private final int width;
		private final int height;

		Shear(final DicomVolume volume) throws DicomException {
			this.volume = volume;
			this.before = volume.geometry();
			final int n = volume.sizeZ();
			shiftX = new double[n];
			shiftY = new double[n];
			double leastX = 0;
			double leastY = 0;
			double mostX = 0;
			double mostY = 0;
			for (int z = 0; z < n; z++) {
				final Vector3 moved = before.slicePositions().get(z).minus(before.origin());
				shiftX[z] = tidy(moved.dot(before.rowCosines()) / before.spacingXMm());
				shiftY[z] = tidy(moved.dot(before.columnCosines()) / before.spacingYMm());
				leastX = Math.min(leastX, shiftX[z]);
				leastY = Math.min(leastY, shiftY[z]);
				mostX = Math.max(mostX, shiftX[z]);
				mostY = Math.max(mostY, shiftY[z]);
			}
			minX = (int) Math.floor(leastX);
			minY = (int) Math.floor(leastY);
			final double wide = volume.width() + Math.ceil(mostX) - Math.floor(leastX);
			final double high = volume.height() + Math.ceil(mostY) - Math.floor(leastY);
			if (wide * high > LARGEST_GROWTH * volume.width() * (double) volume.height()) throw new DicomException(Problem.in(
				volume.slice(0).frame().name()).found("the slices are shifted so far that an upright grid would have " + wide +
					" x " + high + " pixels").expected("at most " + LARGEST_GROWTH + " times the " + volume.width() +
						" x " + volume.height() + " that there are"));
			width = (int) wide;
			height = (int) high;
		}

		private static double tidy(final double pixels) {
			return Math.abs(pixels - Math.rint(pixels)) < WHOLE ? Math.rint(pixels) : pixels;
		}

		VolumeGeometry geometry() {
			final Vector3 origin = before.origin().plus(before.rowCosines().times(minX * before.spacingXMm())).plus(before
				.columnCosines().times(minY * before.spacingYMm()));
			final Vector3 normal = before.normal();
			final List<Vector3> positions = new ArrayList<>();
			for (final Vector3 position : before.slicePositions())
				positions.add(origin.plus(normal.times(position.minus(before.origin()).dot(normal))));
			return new VolumeGeometry(origin, before.rowCosines(), before.columnCosines(), before.spacingXMm(), before
				.spacingYMm(), before.spacingZMm(), before.depthSource(), before.uniform(), 0, positions);
		}

		Plane plane(final int index) throws IOException {
			final int z = index / volume.sizeC() % volume.sizeZ();
			final Slice slice = volume.slice(index);
			final int w = volume.width();
			final int h = volume.height();
			final double[] in = volume.plane(index).values();
			final double outside = PlaneValues.outside(volume.type(), slice, in);
			final VolumeResampler resampler = new VolumeResampler(axis(w, width, minX - shiftX[z]), axis(h, height, minY -
				shiftY[z]), AxisSampling.identity(1), Double.NaN);
			if (!volume.type().isContinuous()) return nearest(resampler, in, outside);
			return Plane.nearest(volume.type(), PaddedPlanes.compute(resampler, 0, one -> new PaddedPlanes.Old(in, PaddedPlanes
				.paddingOf(slice.padding(), in)), outside));
		}

		private Plane nearest(final VolumeResampler resampler, final double[] in, final double outside) {
			final double[] out = new double[width * height];
			for (int i = 0; i < out.length; i++) {
				final int at = resampler.at(i, volume.width());
				out[i] = at < 0 ? outside : in[at];
			}
			return Plane.nearest(volume.type(), out);
		}

		private static AxisSampling axis(final int inputs, final int outputs, final double first) {
			final double[] positions = new double[outputs];
			for (int i = 0; i < outputs; i++)
				positions[i] = i + first;
			return AxisSampling.of(inputs, positions, Interpolation.LINEAR, 0, Border.NOTHING);
		}
	}
}
