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
package io.github.hounsfield.structures;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.pixel.FrameReader;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.Tolerances;
import io.github.hounsfield.series.Vector3;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a Segmentation (PS3.3 sections A.51 and C.8.20) on the image's grid. A frame must have the grid's directions
 * and spacings, lie on a slice, and be shifted by whole pixels. Any other frame is refused by its number.
 */
final class SegmentationReader {

	/** Part of a pixel by which a shift may miss a whole number. */
	private static final double WHOLE = 0.01;

	private final DicomFile file;
	private final DataSet dataSet;
	private final ImageGrid grid;
	private final List<String> refusals = new ArrayList<>();
	private final Map<Integer, Placed> segments = new LinkedHashMap<>();
	private long outside;

	SegmentationReader(final DicomFile file, final ImageGrid grid) {
		this.file = file;
		this.dataSet = file.dataSet();
		this.grid = grid;
	}

	Import segments() throws IOException {
		final String type = dataSet.requireString(StructureTag.SegmentationType);
		if (!type.equals("BINARY")) throw new StructureException(dataSet.place(StructureTag.SegmentationType).found("found")
			.quote("'" + type + "'").expected("BINARY; what share of a pixel counts as inside is not known"));
		StructureReader.requireSameFrame(dataSet, Tag.FrameOfReferenceUID, dataSet.string(Tag.FrameOfReferenceUID).orElse(""),
			grid);
		for (final DataSet item : dataSet.items(Tag.SegmentSequence)) {
			final int number = item.requireInteger(Tag.SegmentNumber);
			final String label = item.string(Tag.SegmentLabel).orElse("Segment " + number);
			if (segments.put(number, new Placed(label, Colours.cieLab(item, segments.size()), new TreeMap<>(), new TreeMap<>(),
				new TreeMap<>())) != null) throw new StructureException(item.place(Tag.SegmentNumber).found("found " + number +
					" twice").expected("another number for each segment"));
		}
		if (segments.isEmpty()) throw StructureException.in(dataSet.source(), "the segmentation is empty: it has no segments",
			"");
		try (FrameReader reader = FrameReader.open(file)) {
			for (int frame = 0; frame < reader.frames(); frame++)
				try {
					read(reader, frame);
				}
				catch (final StructureException e) {
					throw e;
				}
				catch (final DicomException e) {
					refusals.add("frame " + (frame + 1) + ": " + e.reason(Wording.NAMED));
				}
		}
		for (final Placed segment : segments.values())
			if (segment.isEmpty()) refusals.add("'" + segment.name() + "' has no pixels on the image");
		if (outside > 0) refusals.add(outside + (outside == 1 ? " pixel lies" : " pixels lie") + " outside of the image");
		return new Import(segments.values().stream().filter(segment -> !segment.isEmpty()).toList(), refusals);
	}

	private void read(final FrameReader reader, final int frame) throws IOException {
		final int number = group(frame, Tag.SegmentIdentificationSequence).requireInteger(Tag.ReferencedSegmentNumber);
		final Placed segment = segments.get(number);
		if (segment == null) throw dataSet.problem(Tag.PerFrameFunctionalGroupsSequence, "found segment " + number,
			"one of Segment Sequence (0062,0002)");
		final double[] place = numbers(frame, Tag.PlanePositionSequence, Tag.ImagePositionPatient, 3);
		final double[] cosines = numbers(frame, Tag.PlaneOrientationSequence, Tag.ImageOrientationPatient, 6);
		final double[] spacing = numbers(frame, Tag.PixelMeasuresSequence, Tag.PixelSpacing, 2);
		final Vector3 row = new Vector3(cosines[0], cosines[1], cosines[2]);
		final Vector3 column = new Vector3(cosines[3], cosines[4], cosines[5]);
		if (row.angleTo(grid.row()) > Tolerances.ORIENTATION_RADIANS || column.angleTo(grid.column()) >
			Tolerances.ORIENTATION_RADIANS) throw dataSet.problem(Tag.ImageOrientationPatient, "found " + Arrays.toString(
				cosines), "the image's directions");
		if (Math.abs(spacing[1] - grid.spacingX()) > 1e-4 * grid.spacingX() || Math.abs(spacing[0] - grid.spacingY()) > 1e-4 *
			grid.spacingY()) throw dataSet.problem(Tag.PixelSpacing, "found " + Arrays.toString(spacing), "the image's, " + grid
				.spacingY() + " x " + grid.spacingX() + " mm");
		final Vector3 position = new Vector3(place[0], place[1], place[2]);
		final int z = grid.nearest(position.dot(grid.normal()));
		final Vector3 first = grid.toSlice(position, z);
		final long x = Math.round(first.x());
		final long y = Math.round(first.y());
		if (Math.abs(first.z()) > Tolerances.LINE_MM || Math.abs(first.x() - x) > WHOLE || Math.abs(first.y() - y) > WHOLE)
			throw dataSet.problem(Tag.ImagePositionPatient, "lies " + (float) Math.abs(first.z()) + " mm from slice " + (z + 1) +
				", shifted by " + (float) first.x() + " and " + (float) first.y() + " pixels",
				"a slice's place, shifted by whole pixels");
		final Plane plane = reader.newPlane();
		reader.read(frame, plane);
		mark(segment, z, plane.values(), x, y);
	}

	private void mark(final Placed segment, final int z, final double[] values, final long shiftX, final long shiftY)
		throws DicomException
	{
		final int columns = dataSet.requireInteger(Tag.Columns);
		byte[] plane = segment.planes().get(z);
		for (int i = 0; i < values.length; i++) {
			if (values[i] == 0) continue;
			final long x = i % columns + shiftX;
			final long y = i / columns + shiftY;
			if (x < 0 || y < 0 || x >= grid.width() || y >= grid.height()) {
				outside++;
				continue;
			}
			if (plane == null) plane = new byte[grid.width() * grid.height()];
			plane[(int) (y * grid.width() + x)] = 1;
		}
		if (plane != null) segment.planes().put(z, plane);
	}

	private DataSet group(final int frame, final int sequence) {
		final List<DataSet> frames = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
		final DataSet own = frame < frames.size() ? frames.get(frame).firstItem(sequence) : DataSet.EMPTY;
		return own.elements().isEmpty() ? dataSet.firstItem(Tag.SharedFunctionalGroupsSequence).firstItem(sequence) : own;
	}

	private double[] numbers(final int frame, final int sequence, final int tag, final int count) throws DicomException {
		final double[] values = group(frame, sequence).numbers(tag);
		if (values.length != count) throw dataSet.problem(tag, "found " + values.length + " numbers",
			Integer.toString(count));
		return values;
	}
}
