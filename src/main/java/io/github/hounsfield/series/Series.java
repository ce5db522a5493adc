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
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Frames that make one image: a stack of parallel slices, or a hyperstack of several over the same positions. Frames
 * are in order, first by channel, then slice, then time: {@code index = c + sizeC * (z + sizeZ * t)}. Immutable, safe
 * for several threads.
 */
public final class Series {

	/** Times are even if their differences vary by less than this part. */
	private static final double EVEN = 0.01;

	private final List<Frame> frames;
	private final Axis channels;
	private final Axis times;
	private final VolumeGeometry geometry;
	private final SeriesReport report;
	private final int part;

	/**
	 * @param frames in order
	 * @param part 1 for the largest of the volumes that share the Series Instance UID, then 2 and so on
	 */
	Series(final List<Frame> frames, final Axis channels, final Axis times, final VolumeGeometry geometry,
		final SeriesReport report, final int part)
	{
		if (frames.isEmpty() || frames.size() % (channels.size() * times.size()) != 0) throw new IllegalArgumentException(
			frames.size() + " frames, " + channels.size() + " channels, " + times.size() + " times");
		this.frames = List.copyOf(frames);
		this.channels = channels;
		this.times = times;
		this.geometry = geometry;
		this.report = report;
		this.part = part;
	}

	/** In order; at least one. */
	public List<Frame> frames() {
		return frames;
	}

	/** @throws IndexOutOfBoundsException where an index, counted from 0, is not below its size */
	public Frame frame(final int c, final int z, final int t) {
		if (c < 0 || c >= sizeC() || z < 0 || z >= sizeZ() || t < 0 || t >= sizeT()) throw new IndexOutOfBoundsException(
			"channel index " + c + ", slice index " + z + ", time index " + t + "; expected below " + sizeC() + ", " + sizeZ() +
				", " + sizeT());
		return frames.get(c + sizeC() * (z + sizeZ() * t));
	}

	public int sizeC() {
		return channels.size();
	}

	public int sizeZ() {
		return frames.size() / (channels.size() * times.size());
	}

	public int sizeT() {
		return times.size();
	}

	/** Width in pixels. */
	public int columns() {
		return first().instance().columns();
	}

	/** Height in pixels. */
	public int rows() {
		return first().instance().rows();
	}

	/** What the channels are: echoes, b-values, segments. */
	public Axis channels() {
		return channels;
	}

	/** What the times are: temporal positions, trigger times, acquisitions. */
	public Axis times() {
		return times;
	}

	/**
	 * Time from one image to the next along {@link #times()}, s. It is known if the times are even within 1 percent, or
	 * Temporal Resolution (0020,0110) says it. Otherwise empty.
	 */
	public OptionalDouble frameIntervalSeconds() {
		if (sizeT() < 2) return OptionalDouble.empty();
		final List<Double> values = times.values();
		final double step = (values.get(sizeT() - 1) - values.get(0)) / (sizeT() - 1);
		boolean even = step > 0 && (times.unit().equals("ms") || times.unit().equals("s"));
		for (int t = 1; t < sizeT(); t++)
			even &= Math.abs(values.get(t) - values.get(t - 1) - step) <= EVEN * step;
		if (even) return OptionalDouble.of(times.unit().equals("s") ? step : step / 1000);
		final OptionalDouble resolution = Headers.number(dataSet(), Tag.TemporalResolution);
		return resolution.isPresent() && resolution.getAsDouble() > 0 ? OptionalDouble.of(resolution.getAsDouble() / 1000)
			: OptionalDouble.empty();
	}

	public VolumeGeometry geometry() {
		return geometry;
	}

	public SeriesReport report() {
		return report;
	}

	/** The same frames with more findings. */
	public Series withFindings(final List<Finding> more) {
		return new Series(frames, channels, times, geometry, report.with(more), part);
	}

	/**
	 * The series without some channels, slices or times, measured anew.
	 *
	 * @param keepC for each channel whether it stays; at least one
	 * @param keepZ for each slice whether it stays; at least one
	 * @param keepT for each time whether it stays; at least one
	 * @param more to say about it
	 */
	public Series subset(final boolean[] keepC, final boolean[] keepZ, final boolean[] keepT,
		final List<Finding> more)
	{
		final List<Frame> kept = new ArrayList<>();
		for (int t = 0; t < sizeT(); t++)
			for (int z = 0; z < sizeZ(); z++)
				for (int c = 0; c < sizeC(); c++)
					if (keepC[c] && keepZ[z] && keepT[t]) kept.add(frame(c, z, t));
		final OrderedFrames arrangement = new OrderedFrames(kept, channels.subset(keepC), times.subset(keepT), List.of());
		final SlicePlane reference = geometry.isPositioned() ? new SlicePlane(geometry.origin(), geometry.rowCosines(),
			geometry.columnCosines(), 0) : null;
		final GeometryCheck check = new GeometryCheck(arrangement.slices(), reference);
		final VolumeGeometry measured = check.measure();
		final List<Finding> findings = new ArrayList<>(report.findings());
		findings.removeIf(finding -> GeometryCheck.KINDS.contains(finding.kind()));
		findings.addAll(check.findings());
		findings.addAll(more);
		return new Series(kept, arrangement.channels(), arrangement.times(), measured, new SeriesReport(findings), part);
	}

	/** The header of the first slice. */
	public DataSet dataSet() {
		return first().instance().dataSet();
	}

	/** Empty where the files have none. */
	public String seriesInstanceUid() {
		return first().instance().seriesInstanceUid();
	}

	/** Number among the volumes with one Series Instance UID; the largest is 1. */
	public int part() {
		return part;
	}

	/** Series Instance UID, followed by "#2" and so on for all but the largest volume of that UID. */
	public String key() {
		return part == 1 ? seriesInstanceUid() : seriesInstanceUid() + "#" + part;
	}

	/** CT, MR, PT...; empty where the files do not say. */
	public String modality() {
		return text(Tag.Modality);
	}

	/** Free text of the operator, which may identify the patient. */
	public String seriesDescription() {
		return Headers.line(dataSet(), Tag.SeriesDescription);
	}

	/** Free text of the operator, which may identify the patient. */
	public String studyDescription() {
		return Headers.line(dataSet(), Tag.StudyDescription);
	}

	/** As in the file, YYYYMMDD; empty where the files do not say. */
	public String studyDate() {
		return text(Tag.StudyDate);
	}

	public String seriesNumber() {
		return text(Tag.SeriesNumber);
	}

	/** Identifies the patient: not for logs. */
	public Patient patient() {
		return new Patient(text(Tag.PatientName), text(Tag.PatientID), text(Tag.PatientBirthDate), text(Tag.PatientSex));
	}

	private Frame first() {
		return frames.get(0);
	}

	private String text(final int tag) {
		return Headers.text(dataSet(), tag);
	}

	/** Size and kind. Identifies nobody. */
	@Override
	public String toString() {
		return modality() + " series of " + sizeZ() + (sizeZ() == 1 ? " slice, " : " slices, ") + columns() + " x " + rows() +
			(sizeC() > 1 ? ", " + sizeC() + " channels" : "") + (sizeT() > 1 ? ", " + sizeT() + " times" : "");
	}
}
