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

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.VolumeGeometry.DepthSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures ordered slices, and finds what is irregular about them. Used by one thread. */
final class GeometryCheck {

	/** The kinds of findings made here. They are made anew after slices were taken out. */
	static final Set<Kind> KINDS = EnumSet.of(Kind.DUPLICATE, Kind.SAME_PLANE, Kind.GAP, Kind.UNEVEN_SPACING,
		Kind.ROUNDED_POSITIONS, Kind.TILT, Kind.OFF_LINE, Kind.ASSUMED_DEPTH, Kind.UNKNOWN_DEPTH, Kind.UNKNOWN_SPACING,
		Kind.DETECTOR_SPACING);

	/** Distances are rounded to this part of a mm, far finer than any file. */
	private static final double TIDY = 1e9;

	private final List<Frame> slices;
	private final SlicePlane reference;
	private final List<Finding> findings = new ArrayList<>();
	private Vector3 normal;
	private double[] distances;
	/** How far rounding of the decimal strings may move a position along the normal, mm. */
	private double slack;
	/** How far it may move a position in any direction, mm. */
	private double slackInPlane;

	/**
	 * @param slices of one channel and time, in order
	 * @param reference has the orientation of all; null if the slices have no planes
	 */
	GeometryCheck(final List<Frame> slices, final SlicePlane reference) {
		this.slices = slices;
		this.reference = reference;
	}

	List<Finding> findings() {
		return findings;
	}

	VolumeGeometry measure() {
		final Optional<PixelSpacing> spacing = slices.get(0).spacing();
		if (spacing.isEmpty()) findings.add(Findings.of(Kind.UNKNOWN_SPACING, slices.get(0), 0, Double.NaN, Double.NaN, ""));
		else if (spacing.get().tag() != Tag.PixelSpacing) findings.add(Findings.of(Kind.DETECTOR_SPACING, slices.get(0), 0,
			spacing.get().columnSpacingMm(), Double.NaN, ""));
		final double x = spacing.map(PixelSpacing::columnSpacingMm).orElse(Double.NaN);
		final double y = spacing.map(PixelSpacing::rowSpacingMm).orElse(Double.NaN);
		return reference == null ? withoutPositions(x, y) : withPositions(x, y);
	}

	private VolumeGeometry withoutPositions(final double x, final double y) {
		double z = Double.NaN;
		DepthSource source = DepthSource.NONE;
		if (slices.size() > 1) {
			final Frame first = slices.get(0);
			final double given = Math.abs(first.number(Tag.PixelMeasuresSequence, Tag.SpacingBetweenSlices).orElse(0));
			if (given > 0 && !Mosaic.is(first)) {
				z = given;
				source = DepthSource.SPACING_BETWEEN_SLICES;
				findings.add(Findings.of(Kind.ASSUMED_DEPTH, first, 0, z, Double.NaN, ""));
			}
			else findings.add(Findings.of(Kind.UNKNOWN_DEPTH, first, 0, Double.NaN, Double.NaN, ""));
		}
		return new VolumeGeometry(Vector3.ZERO, new Vector3(1, 0, 0), new Vector3(0, 1, 0), x, y, z, source, false, 0, List
			.of());
	}

	private VolumeGeometry withPositions(final double x, final double y) {
		normal = reference.normal();
		distances = new double[slices.size()];
		final List<Vector3> positions = new ArrayList<>(slices.size());
		for (int i = 0; i < distances.length; i++) {
			distances[i] = SliceSorter.distance(slices.get(i), normal);
			positions.add(position(i));
		}
		measureSlack();
		boolean uniform = !findDuplicates();
		final double median = medianGap();
		double z = median;
		if (Double.isNaN(median)) {
			if (slices.size() > 1) findings.add(Findings.of(Kind.UNKNOWN_DEPTH, slices.get(0), 0, Double.NaN, Double.NaN, ""));
		}
		else if (worstGap(median) > Tolerances.UNEVEN_RATIO * median) {
			final int worst = furthestFromEvenGrid();
			final double step = (distances[distances.length - 1] - distances[0]) / (distances.length - 1);
			final double off = Math.abs(distances[worst] - distances[0] - worst * step);
			if (uniform && off <= 2 * slack) {
				z = tidy(step);
				findings.add(Findings.of(Kind.ROUNDED_POSITIONS, slices.get(worst), worst, off, rounding(), ""));
			}
			else {
				uniform = false;
				findUnevenGaps(median);
			}
		}
		final double tilt = findTilt();
		uniform &= !findOffLine();
		return new VolumeGeometry(position(0), reference.rowCosines(), reference.columnCosines(), x, y, z, Double.isNaN(z)
			? DepthSource.NONE : DepthSource.POSITIONS, uniform, tilt, positions);
	}

	/** The number of decimal places. Writers drop zeros at the end, so the longest number counts. */
	private double rounding() {
		double unit = Double.POSITIVE_INFINITY;
		for (final Frame slice : slices)
			unit = Math.min(unit, slice.plane().orElseThrow().roundingMm());
		return unit > Tolerances.COARSEST_ROUNDING_MM ? 0 : unit;
	}

	private void measureSlack() {
		final double half = rounding() / 2;
		slack = half * (Math.abs(normal.x()) + Math.abs(normal.y()) + Math.abs(normal.z()));
		slackInPlane = half * Math.sqrt(3);
	}

	private boolean isDuplicate(final int i) {
		return distances[i + 1] - distances[i] < Tolerances.DUPLICATE_MM;
	}

	/** @return whether two slices lie in one plane */
	private boolean findDuplicates() {
		boolean found = false;
		for (int i = 0; i < slices.size() - 1; i++) {
			if (!isDuplicate(i)) continue;
			found = true;
			final double apart = position(i + 1).minus(position(i)).length();
			if (apart < Tolerances.DUPLICATE_MM) findings.add(Findings.of(Kind.DUPLICATE, slices, i, i + 1, apart,
				Tolerances.DUPLICATE_MM));
			else findings.add(Findings.of(Kind.SAME_PLANE, slices, i, i + 1, apart, Tolerances.DUPLICATE_MM));
		}
		return found;
	}

	/** Rounds away what binary subtraction adds to decimal numbers: 2.5, not 2.4999999999999929. */
	private static double tidy(final double mm) {
		return Math.rint(mm * TIDY) / TIDY;
	}

	/** The median. Of an even number of gaps it is the lower one in the middle, which two slices really have. */
	private double medianGap() {
		final double[] gaps = new double[slices.size()];
		int count = 0;
		for (int i = 0; i < slices.size() - 1; i++)
			if (!isDuplicate(i)) gaps[count++] = distances[i + 1] - distances[i];
		if (count == 0) return Double.NaN;
		Arrays.sort(gaps, 0, count);
		final double lower = gaps[(count - 1) / 2];
		final double upper = gaps[count / 2];
		return tidy(upper - lower > Tolerances.UNEVEN_RATIO * lower ? lower : (lower + upper) / 2);
	}

	private double worstGap(final double median) {
		double worst = 0;
		for (int i = 0; i < slices.size() - 1; i++)
			if (!isDuplicate(i)) worst = Math.max(worst, Math.abs(distances[i + 1] - distances[i] - median));
		return worst;
	}

	private int furthestFromEvenGrid() {
		final int n = distances.length;
		final double step = (distances[n - 1] - distances[0]) / (n - 1);
		int worst = 0;
		for (int i = 1; i < n; i++)
			if (Math.abs(distances[i] - distances[0] - i * step) > Math.abs(distances[worst] - distances[0] - worst * step))
				worst = i;
		return worst;
	}

	private void findUnevenGaps(final double median) {
		int worst = -1;
		for (int i = 0; i < slices.size() - 1; i++) {
			if (isDuplicate(i)) continue;
			final double gap = distances[i + 1] - distances[i];
			if (gap - 2 * slack > Tolerances.GAP_RATIO * median) findings.add(Findings.of(Kind.GAP, slices, i, i + 1, gap,
				median));
			if (worst < 0 || Math.abs(gap - median) > Math.abs(distances[worst + 1] - distances[worst] - median)) worst = i;
		}
		findings.add(Findings.of(Kind.UNEVEN_SPACING, slices, worst, worst + 1, distances[worst + 1] - distances[worst],
			median));
	}

	/** @return degrees, 0 where the slices lie straight above each other */
	private double findTilt() {
		final int last = slices.size() - 1;
		final Vector3 line = position(last).minus(position(0));
		final double height = line.dot(normal);
		if (height < Tolerances.DUPLICATE_MM) return 0;
		final double degrees = Math.toDegrees(normal.angleTo(line));
		final double shift = line.minus(normal.times(height)).length();
		if (degrees <= Tolerances.TILT_DEGREES || shift <= 2 * slackInPlane) return 0;
		findings.add(Findings.of(Kind.TILT, slices, 0, last, degrees, Tolerances.TILT_DEGREES));
		return degrees;
	}

	/** @return whether a slice lies beside the line through the first and the last */
	private boolean findOffLine() {
		final int last = slices.size() - 1;
		final Vector3 line = position(last).minus(position(0));
		final double height = line.dot(normal);
		if (height < Tolerances.DUPLICATE_MM) return false;
		double furthest = 0;
		int which = 0;
		for (int i = 1; i < last; i++) {
			final Vector3 onLine = position(0).plus(line.times((distances[i] - distances[0]) / height));
			final double off = position(i).minus(onLine).length();
			if (off <= furthest) continue;
			furthest = off;
			which = i;
		}
		if (furthest <= Tolerances.LINE_MM + 4 * slackInPlane) return false;
		findings.add(Findings.of(Kind.OFF_LINE, slices.get(which), which, furthest, Tolerances.LINE_MM, ""));
		return true;
	}

	private Vector3 position(final int i) {
		return slices.get(i).plane().orElseThrow().position();
	}
}
