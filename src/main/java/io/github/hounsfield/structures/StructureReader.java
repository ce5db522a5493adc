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
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Vector3;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what an RT Structure Set (PS3.3 sections C.8.8.5 and C.8.8.6) or a Segmentation marks on an image. */
public final class StructureReader {

	/** RT Structure Set Storage. */
	public static final String STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";
	/** Segmentation Storage. */
	public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

	private final DataSet file;
	private final ImageGrid grid;
	private final List<String> refusals = new ArrayList<>();
	private int contours;
	private int withoutContours;

	private StructureReader(final DataSet file, final ImageGrid grid) {
		this.file = file;
		this.grid = grid;
	}

	/**
	 * @throws StructureException where the file is neither, is empty or broken as a whole, is of another Frame of
	 *           Reference, or nothing of it lies on the image; each with its own message
	 * @throws IOException where the file cannot be read
	 */
	public static Import read(final DicomFile file, final ImageGrid grid) throws IOException {
		final DataSet dataSet = file.dataSet();
		final String kind = dataSet.string(Tag.SOPClassUID).orElse("");
		final Import found = switch (kind) {
			case STRUCTURE_SET -> new StructureReader(dataSet, grid).structures();
			case SEGMENTATION -> new SegmentationReader(file, grid).segments();
			default -> throw new StructureException(dataSet.place(Tag.SOPClassUID).found("found").quote("'" + kind + "'" +
				dataSet.string(Tag.Modality).map(modality -> " of Modality " + modality).orElse("")).expected(
					"an RT Structure Set (" + STRUCTURE_SET + ") or a Segmentation (" + SEGMENTATION + ")"));
		};
		if (!found.structures().isEmpty()) return found;
		throw StructureException.in(dataSet.source(), "nothing of it lies on the image: " + String.join("; ", found.refusals()
			.subList(0, Math.min(5, found.refusals().size()))) + (found.refusals().size() > 5 ? "; and " + (found.refusals()
				.size() - 5) + " more" : ""), "");
	}

	/** @throws StructureException where a Frame of Reference UID is not the image's */
	static void requireSameFrame(final DataSet file, final int tag, final String uid, final ImageGrid grid)
		throws StructureException
	{
		if (uid.equals(grid.frameOfReferenceUid())) return;
		throw new StructureException(file.place(tag).found(foreign(uid)).expected("that of the image, " + grid
			.frameOfReferenceUid() + "; open the series that it was drawn on"));
	}

	private static String foreign(final String uid) {
		return uid.isEmpty() ? "no Frame of Reference UID is told" : "it was drawn in another Frame of Reference, " + uid;
	}

	private Import structures() throws DicomException {
		final Map<Integer, DataSet> contoursOf = contoursByNumber();
		final List<DataSet> rois = file.items(StructureTag.StructureSetROISequence);
		final List<Placed> placed = new ArrayList<>();
		final List<String> foreign = new ArrayList<>();
		final Map<Integer, String> names = new HashMap<>();
		for (final DataSet roi : rois) {
			final int number = roi.requireInteger(StructureTag.ROINumber);
			final String name = roi.string(StructureTag.ROIName).orElse("ROI " + number);
			if (names.put(number, name) != null) throw broken(roi, StructureTag.ROINumber, "found " + number + " twice",
				"another number for each structure");
			final DataSet drawn = contoursOf.get(number);
			if (drawn == null || drawn.items(StructureTag.ContourSequence).isEmpty()) {
				refusals.add("'" + name + "' has no contours");
				withoutContours++;
				continue;
			}
			contours += drawn.items(StructureTag.ContourSequence).size();
			final String uid = roi.string(StructureTag.ReferencedFrameOfReferenceUID).orElse("");
			if (!uid.equals(grid.frameOfReferenceUid())) {
				foreign.add(uid);
				refusals.add("'" + name + "': " + foreign(uid) + "; the image's is " + grid.frameOfReferenceUid());
				continue;
			}
			final Placed one = structure(name, drawn, names.size() - 1);
			if (!one.isEmpty()) placed.add(one);
		}
		for (final int number : contoursOf.keySet())
			if (!names.containsKey(number)) throw broken(contoursOf.get(number), StructureTag.ReferencedROINumber, "found " +
				number, "the ROI Number of a structure in " + Dictionary.describe(StructureTag.StructureSetROISequence));
		if (contours == 0) throw StructureException.in(file.source(), "the structure set is empty: it has " + rois.size() +
			(rois.size() == 1 ? " structure" : " structures") + " and no contours", "");
		if (placed.isEmpty() && !foreign.isEmpty() && foreign.size() == refusals.size() - withoutContours) requireSameFrame(
			file,
			StructureTag.ReferencedFrameOfReferenceUID, foreign.get(0), grid);
		return new Import(placed, refusals);
	}

	private Map<Integer, DataSet> contoursByNumber() throws DicomException {
		final Map<Integer, DataSet> found = new HashMap<>();
		for (final DataSet item : file.items(StructureTag.ROIContourSequence)) {
			final int number = item.requireInteger(StructureTag.ReferencedROINumber);
			if (found.put(number, item) != null) throw broken(item, StructureTag.ReferencedROINumber, "found " + number +
				" twice", "contours of each structure in one item");
		}
		return found;
	}

	private static StructureException broken(final DataSet item, final int tag, final String found,
		final String expected)
	{
		return new StructureException(item.place(tag).found("the structure set is broken: " + found).expected(expected));
	}

	private Placed structure(final String name, final DataSet drawn, final int index) {
		final ContourPlacer placer = new ContourPlacer(name, grid, refusals);
		final List<DataSet> items = drawn.items(StructureTag.ContourSequence);
		for (int i = 0; i < items.size(); i++)
			try {
				placer.place(contour(items.get(i), i + 1));
			}
			catch (final DicomException e) {
				refusals.add("contour " + (i + 1) + " of '" + name + "': " + e.reason(Wording.NAMED));
			}
		return placer.placed(Colours.display(drawn, index));
	}

	/** @throws DicomException where it is none that can be drawn; says what was found */
	private static Contour contour(final DataSet item, final int number) throws DicomException {
		final String type = item.requireString(StructureTag.ContourGeometricType);
		final boolean isPoint = type.equals("POINT");
		// CLOSED_PLANAR_XOR is what some call the standard's CLOSEDPLANAR_XOR
		if (!isPoint && !List.of("CLOSED_PLANAR", "CLOSEDPLANAR_XOR", "CLOSED_PLANAR_XOR").contains(type))
			throw new DicomException(item.place(StructureTag.ContourGeometricType).found("found").quote("'" + type + "'")
				.expected("CLOSED_PLANAR, CLOSEDPLANAR_XOR or POINT; open lines mark no pixels"));
		final double[] data = item.numbers(StructureTag.ContourData);
		final int told = item.integer(StructureTag.NumberOfContourPoints).orElse(data.length / 3);
		if (data.length % 3 != 0 || told != data.length / 3) throw item.problem(StructureTag.ContourData, "found " +
			data.length + " numbers", "three for each of " + told + " points");
		if (isPoint ? told != 1 : told < 3) throw item.problem(StructureTag.ContourData, "found " + told + " points", isPoint
			? "one" : "at least three");
		final List<Vector3> points = new ArrayList<>(told);
		for (int i = 0; i < data.length; i += 3) {
			if (!Double.isFinite(data[i]) || !Double.isFinite(data[i + 1]) || !Double.isFinite(data[i + 2])) throw item.problem(
				StructureTag.ContourData, "found a number that is too large", "millimetres");
			points.add(new Vector3(data[i], data[i + 1], data[i + 2]));
		}
		return new Contour(number, isPoint, points);
	}
}
