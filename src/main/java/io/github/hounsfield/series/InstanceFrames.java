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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of a file with their planes: classic, classic multi-frame, and Enhanced. */
final class InstanceFrames {

	private final Instance instance;
	private final List<Problem> notes;

	/** @param notes takes problems of the geometry, each once */
	InstanceFrames(final Instance instance, final List<Problem> notes) {
		this.instance = instance;
		this.notes = notes;
	}

	List<Frame> frames() {
		final DataSet dataSet = instance.dataSet();
		final DataSet shared = dataSet.firstItem(Tag.SharedFunctionalGroupsSequence);
		final List<DataSet> perFrame = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
		final int count = instance.numberOfFrames();
		if (!perFrame.isEmpty() && perFrame.size() != count) note(dataSet.problem(Tag.PerFrameFunctionalGroupsSequence,
			"found " + perFrame.size() + " items", "one for each of " + count + " frames"));
		final double[] offsets = count > 1 && !instance.isEnhanced() ? frameOffsets() : new double[0];
		final List<Frame> frames = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			final DataSet own = i < perFrame.size() ? perFrame.get(i) : DataSet.EMPTY;
			final Frame bare = new Frame(instance, i, own, shared, null, null);
			frames.add(new Frame(instance, i, own, shared, plane(bare, offsets), spacing(bare)));
		}
		return frames;
	}

	private SlicePlane plane(final Frame frame, final double[] offsets) {
		final DataSet data = instance.dataSet();
		DataSet positions = frame.attributes(Tag.PlanePositionSequence);
		DataSet orientations = frame.attributes(Tag.PlaneOrientationSequence);
		if (!instance.isEnhanced() && !data.has(Tag.ImagePositionPatient)) positions = orientations = data.firstItem(
			FrameTag.DetectorInformationSequence);
		final double[] p = numbers(positions, Tag.ImagePositionPatient, 3);
		final double[] o = numbers(orientations, Tag.ImageOrientationPatient, 6);
		if (p == null || o == null) return null;
		final Vector3 row = new Vector3(o[0], o[1], o[2]);
		final Vector3 column = new Vector3(o[3], o[4], o[5]);
		if (!isOrthonormal(row, column)) {
			note(orientations.problem(Tag.ImageOrientationPatient, "found " + Arrays.toString(o),
				"two unit vectors at a right angle"));
			return null;
		}
		final Vector3 position = new Vector3(p[0], p[1], p[2]);
		final SlicePlane first = new SlicePlane(position, row, column, rounding(positions));
		if (instance.numberOfFrames() == 1 || instance.isEnhanced()) return first;
		if (offsets.length != instance.numberOfFrames()) return null;
		return new SlicePlane(position.plus(first.normal().times(offsets[frame.index()])), row, column, first
			.roundingMm());
	}

	/**
	 * Distances of the frames of a classic file from its first one along the normal, mm; empty where the file does not
	 * say. RT dose: Grid Frame Offset Vector (PS3.3 section C.8.8.3.2); nuclear medicine: Spacing Between Slices of a
	 * reconstruction (section C.8.4.15).
	 */
	private double[] frameOffsets() {
		final DataSet data = instance.dataSet();
		final int count = instance.numberOfFrames();
		try {
			final double[] grid = data.numbers(Tag.GridFrameOffsetVector);
			if (grid.length > 0) return gridOffsets(grid, count);
			final boolean reconstructed = data.has(Tag.SpacingBetweenSlices) && !isTimed(data) && (data.has(
				FrameTag.DetectorInformationSequence) || data.has(Tag.ImagePositionPatient));
			if (!reconstructed) return new double[0];
			final double step = data.number(Tag.SpacingBetweenSlices).orElse(0);
			final double[] even = new double[count];
			for (int i = 0; i < count; i++)
				even[i] = i * step;
			return step == 0 ? new double[0] : even;
		}
		catch (final DicomException e) {
			note(e);
			return new double[0];
		}
	}

	private double[] gridOffsets(final double[] grid, final int count) throws DicomException {
		final DataSet data = instance.dataSet();
		if (grid.length != count) throw data.problem(Tag.GridFrameOffsetVector, "found " + grid.length +
			" values", "one for each of " + count + " frames");
		if (grid[0] == 0) return grid;
		final double[] position = data.numbers(Tag.ImagePositionPatient);
		final double[] o = data.numbers(Tag.ImageOrientationPatient);
		if (position.length != 3 || o.length != 6 || grid[0] != position[2]) throw data.problem(Tag.GridFrameOffsetVector,
			"begins with " + grid[0], "0 or the z of Image Position (Patient)");
		final double normalZ = o[0] * o[4] - o[1] * o[3];
		if (Math.abs(Math.abs(normalZ) - 1) > Tolerances.COSINE) throw data.problem(Tag.GridFrameOffsetVector,
			"holds patient coordinates of a tilted plane", "offsets, as only axial planes may have coordinates");
		final double[] offsets = new double[count];
		for (int i = 0; i < count; i++)
			offsets[i] = (grid[i] - grid[0]) * Math.signum(normalZ);
		return offsets;
	}

	/** Whether the frames of a classic file follow each other in time (PS3.3 section C.7.6.6). */
	static boolean isTimed(final DataSet data) {
		try {
			final double[] pointers = data.numbers(Tag.FrameIncrementPointer);
			for (final double pointer : pointers)
				if ((int) (long) pointer == Tag.FrameTime || (int) (long) pointer == Tag.FrameTimeVector) return true;
			return false;
		}
		catch (final DicomException e) {
			return false;
		}
	}

	/** When each frame of a timed file was taken, ms after the first one; empty where the file does not say. */
	static double[] frameTimes(final Instance instance) {
		final DataSet data = instance.dataSet();
		final double[] times = new double[instance.numberOfFrames()];
		try {
			final double[] steps = data.numbers(Tag.FrameTimeVector);
			final double even = data.number(Tag.FrameTime).orElse(Double.NaN);
			if (steps.length != times.length && Double.isNaN(even)) return new double[0];
			for (int i = 1; i < times.length; i++)
				times[i] = times[i - 1] + (steps.length == times.length ? steps[i] : even);
			return times;
		}
		catch (final DicomException e) {
			return new double[0];
		}
	}

	private PixelSpacing spacing(final Frame frame) {
		final DataSet measures = frame.attributes(Tag.PixelMeasuresSequence);
		for (final int tag : new int[] { Tag.PixelSpacing, Tag.ImagerPixelSpacing, Tag.NominalScannedPixelSpacing }) {
			final DataSet place = measures.has(tag) ? measures : instance.dataSet();
			final double[] yx = numbers(place, tag, 2);
			if (yx == null) continue;
			if (yx[0] > 0 && yx[1] > 0) return new PixelSpacing(yx[0], yx[1], tag);
			note(place.problem(tag, "found " + Arrays.toString(yx), "two positive numbers"));
		}
		return null;
	}

	/** @return as many finite numbers as asked for, or null */
	private double[] numbers(final DataSet place, final int tag, final int count) {
		try {
			final double[] values = place.numbers(tag);
			if (values.length == 0) return null;
			for (final double value : values)
				if (values.length != count || !Double.isFinite(value)) throw place.problem(tag, "found " + Arrays.toString(
					values), count + " numbers");
			return values;
		}
		catch (final DicomException e) {
			note(e);
			return null;
		}
	}

	/** Unit of the last decimal place of the position as text. */
	private static double rounding(final DataSet place) {
		int places = Integer.MIN_VALUE;
		try {
			for (final String text : place.strings(Tag.ImagePositionPatient))
				places = Math.max(places, decimalPlaces(text));
		}
		catch (final DicomException e) {
			return 0;
		}
		return places == Integer.MIN_VALUE ? 0 : Math.pow(10, -places);
	}

	static int decimalPlaces(final String text) {
		final int e = Math.max(text.indexOf('e'), text.indexOf('E'));
		final String mantissa = e < 0 ? text : text.substring(0, e);
		final int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
		final int point = mantissa.indexOf('.');
		return (point < 0 ? 0 : mantissa.length() - point - 1) - exponent;
	}

	private static boolean isOrthonormal(final Vector3 row, final Vector3 column) {
		return Math.abs(row.length() - 1) <= Tolerances.COSINE && Math.abs(column.length() - 1) <= Tolerances.COSINE &&
			Math.abs(row.dot(column)) <= Tolerances.COSINE;
	}

	private void note(final DicomException e) {
		final Problem note = e.problem().severity(Severity.NOTE);
		if (!notes.contains(note)) notes.add(note);
	}
}
