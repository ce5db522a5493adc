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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Part10Writer;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A mask as one Segmentation of type BINARY (PS3.3 A.51): there is a frame for each segment and slice, also for empty
 * ones. So empty slices come back. Frames are in the order of segments, then of slices. Immutable.
 */
public final class SegmentationImage {

	/** Segmentation Storage. */
	public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";

	/**
	 * @param source header of the mask's slice
	 * @param position Image Position (Patient): centre of the first pixel, mm
	 */
	public record Slice(SourceHeader source, Vector3 position) {}

	private final SlicePlacing placing;
	private final List<Slice> slices;
	private final List<Segment> segments;
	private final Derivation derivation;

	/**
	 * @param slices at least one, in the order in which frames are to be
	 * @param segments at least one
	 */
	public SegmentationImage(final SlicePlacing placing, final List<Slice> slices, final List<Segment> segments,
		final Derivation derivation)
	{
		this.placing = placing;
		this.slices = List.copyOf(slices);
		this.segments = List.copyOf(segments);
		this.derivation = derivation;
	}

	/** The pixels of a mask. */
	@FunctionalInterface
	public interface Planes {

		/**
		 * @param segment index of the segment that is looked for, from 0
		 * @param slice from 0
		 * @return pixels in which that segment has its value, not changed
		 */
		byte[] plane(int segment, int slice);
	}

	/** How many frames. */
	int size() {
		return slices.size() * segments.size();
	}

	/**
	 * @param planes the mask's pixels; what is not a segment's value is background
	 * @throws DerivedException where the frames are more than one file can hold
	 */
	public DataSet dataSet(final Planes planes) throws DerivedException {
		final SourceHeader source = slices.get(0).source();
		final DataSetMaker made = new DataSetMaker();
		new NewSeries(source, derivation).add(made, "SEG");
		made.add(Elements.text(Tag.SOPClassUID, SOP_CLASS));
		made.add(Elements.integers(Tag.InstanceNumber, 1));
		made.add(Elements.text(Tag.ImageType, "DERIVED", "PRIMARY"));
		addMaker(made);
		addContent(made);
		addFrames(made);
		made.add(PixelBytes.element(1, pack(planes)));
		made.copy(source, CopiedAttributes::isCopiedToSegmentation);
		Lossy.addTo(made, source);
		NewSeries.addIdentityMark(made, source);
		made.addIfAbsent(Elements.text(Tag.LossyImageCompression, "00"));
		NewSeries.addEmpty(made);
		return made.build();
	}

	/** Enhanced General Equipment (PS3.3 C.7.5.2): what made the segmentation, not the scanner. */
	private static void addMaker(final DataSetMaker made) {
		made.add(Elements.text(Tag.Manufacturer, NewSeries.MAKER));
		made.add(Elements.text(Tag.ManufacturerModelName, NewSeries.MAKER));
		made.add(Elements.text(DerivedTag.DEVICE_SERIAL_NUMBER, "0"));
		made.add(Elements.text(DerivedTag.SOFTWARE_VERSIONS, Part10Writer.IMPLEMENTATION_VERSION_NAME));
	}

	private void addContent(final DataSetMaker made) {
		made.add(Elements.text(DerivedTag.CONTENT_LABEL, "SEGMENTATION"));
		made.add(Elements.empty(DerivedTag.CONTENT_DESCRIPTION));
		made.add(Elements.empty(DerivedTag.CONTENT_CREATOR_NAME));
		made.add(Elements.text(DerivedTag.SEGMENTATION_TYPE, "BINARY"));
		made.add(Elements.integers(Tag.SamplesPerPixel, 1));
		made.add(Elements.text(Tag.PhotometricInterpretation, StoredFormat.MONOCHROME2));
		made.add(Elements.integers(Tag.Rows, placing.rows()));
		made.add(Elements.integers(Tag.Columns, placing.columns()));
		made.add(Elements.integers(Tag.BitsAllocated, 1));
		made.add(Elements.integers(Tag.BitsStored, 1));
		made.add(Elements.integers(Tag.HighBit, 0));
		made.add(Elements.integers(Tag.PixelRepresentation, 0));
		made.add(Elements.sequence(Tag.SegmentSequence, IntStream.range(0, segments.size()).mapToObj(this::segment).toArray(
			DataSet[]::new)));
		final DataSet[] series = SourceReferences.series(slices.stream().map(Slice::source).toList());
		if (series.length > 0) made.add(Elements.sequence(DerivedTag.REFERENCED_SERIES_SEQUENCE, series));
	}

	private DataSet segment(final int index) {
		final Segment segment = segments.get(index);
		final boolean known = !segment.algorithm().isEmpty();
		final DataSetMaker type = new DataSetMaker();
		segment.type().item().elements().forEach(type::add);
		segment.side().ifPresent(side -> type.add(Elements.sequence(
			DerivedTag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, side.item())));
		return item(Elements.integers(Tag.SegmentNumber, index + 1), Elements.text(Tag.SegmentLabel, segment.label()),
			Elements
			.text(DerivedTag.SEGMENT_ALGORITHM_TYPE, known ? "AUTOMATIC" : "SEMIAUTOMATIC"), Elements.text(
				DerivedTag.SEGMENT_ALGORITHM_NAME, known ? segment.algorithm() : "ImageJ"), Elements.sequence(
					DerivedTag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, segment.category().item()), Elements.sequence(
						DerivedTag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, type.build()));
	}

	private void addFrames(final DataSetMaker made) {
		made.add(Elements.integers(Tag.NumberOfFrames, size()));
		final String organization = NewUid.make();
		made.add(Elements.sequence(DerivedTag.DIMENSION_ORGANIZATION_SEQUENCE, item(Elements.text(
			DerivedTag.DIMENSION_ORGANIZATION_UID, organization))));
		made.add(Elements.sequence(Tag.DimensionIndexSequence, dimension(organization, Tag.ReferencedSegmentNumber,
			Tag.SegmentIdentificationSequence, "Segment"), dimension(organization, Tag.ImagePositionPatient,
				Tag.PlanePositionSequence, "Position")));
		final Vector3 row = placing.row();
		final Vector3 column = placing.column();
		final DataSetMaker measures = new DataSetMaker();
		measures.add(Elements.decimals(Tag.PixelSpacing, placing.rowSpacingMm(), placing.columnSpacingMm()));
		if (placing.spacingBetweenSlicesMm() > 0) measures.add(Elements.decimals(Tag.SpacingBetweenSlices, placing
			.spacingBetweenSlicesMm()));
		final double thickness = placing.thicknessMm() > 0 ? placing.thicknessMm() : placing.spacingBetweenSlicesMm();
		if (thickness > 0) measures.add(Elements.decimals(Tag.SliceThickness, thickness));
		made.add(Elements.sequence(Tag.SharedFunctionalGroupsSequence, item(Elements.sequence(Tag.PixelMeasuresSequence,
			measures.build()), Elements.sequence(Tag.PlaneOrientationSequence, item(Elements.decimals(
				Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z()))))));
		made.add(Elements.sequence(Tag.PerFrameFunctionalGroupsSequence, IntStream.range(0, size()).mapToObj(this::frame)
			.toArray(DataSet[]::new)));
	}

	private static DataSet dimension(final String organization, final int pointer, final int group, final String label) {
		return item(Elements.text(DerivedTag.DIMENSION_ORGANIZATION_UID, organization), Elements.integers(
			Tag.DimensionIndexPointer, pointer & 0xFFFFFFFFL), Elements.integers(Tag.FunctionalGroupPointer,
				group & 0xFFFFFFFFL),
			Elements.text(DerivedTag.DIMENSION_DESCRIPTION_LABEL, label));
	}

	private DataSet frame(final int index) {
		final int segment = index / slices.size() + 1;
		final int z = index % slices.size();
		final DataSetMaker frame = new DataSetMaker();
		frame.add(Elements.sequence(Tag.FrameContentSequence, item(Elements.integers(Tag.DimensionIndexValues, segment, z +
			1))));
		frame.add(Elements.sequence(Tag.PlanePositionSequence, item(Elements.decimals(Tag.ImagePositionPatient, slices.get(z)
			.position().toArray()))));
		frame.add(Elements.sequence(Tag.SegmentIdentificationSequence, item(Elements.integers(Tag.ReferencedSegmentNumber,
			segment))));
		final Optional<DataSet> source = SourceReferences.sourceImage(slices.get(z).source());
		source.ifPresent(image -> frame.add(Elements.sequence(DerivedTag.DERIVATION_IMAGE_SEQUENCE, item(Elements.sequence(
			DerivedTag.SOURCE_IMAGE_SEQUENCE, image), Elements.sequence(DerivedTag.DERIVATION_CODE_SEQUENCE, Code.SEGMENTATION
				.item())))));
		return frame.build();
	}

	private static DataSet item(final Element... elements) {
		final DataSet.Builder item = new DataSet.Builder("", CharacterSet.DEFAULT);
		for (final Element element : elements)
			item.add(element);
		return item.build();
	}

	/** One bit a pixel, the first in the lowest bit, frame after frame without gaps (PS3.5 section 8.1.1, annex D). */
	private byte[] pack(final Planes planes) throws DerivedException {
		final long pixels = (long) placing.columns() * placing.rows();
		final long length = (pixels * size() + 7) / 8;
		if (length > Integer.MAX_VALUE - 8) throw new DerivedException(Problem.of("the mask has " + size() + " frames of " +
			pixels + " pixels").expected("at most " + 8L * Integer.MAX_VALUE + " pixels in one file"),
			DerivedException.Remedy.SAVE_PARTS);
		final byte[] bytes = new byte[(int) length];
		for (int z = 0; z < slices.size(); z++)
			for (int s = 0; s < segments.size(); s++) {
				final byte[] plane = planes.plane(s, z);
				final byte value = (byte) segments.get(s).value();
				long bit = pixels * ((long) s * slices.size() + z);
				for (int i = 0; i < pixels; i++, bit++)
					if (plane[i] == value) bytes[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
			}
		return bytes;
	}
}
