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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Vector3;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A new series of one file a slice, data set by data set (PS3.3 A.3, A.4, A.8.1, A.21). Study and frame of reference
 * are the source's. Series and instances are new. Slices are counted from 0 in the order of the series, along the
 * normal. Immutable, safe for several threads.
 */
public final class DerivedSeries {

	/**
	 * @param source header of this slice's source, or of the nearest source slice
	 * @param position Image Position (Patient): centre of the first pixel, mm
	 * @param scaling Modality LUT of this slice; empty if stored values stand for themselves
	 */
	public record Slice(SourceHeader source, Vector3 position, Optional<Scaling> scaling) {}

	private final ImageKind kind;
	private final SlicePlacing placing;
	private final List<Slice> slices;
	private final int times;
	private final Derivation derivation;
	private final StoredFormat format;
	private final NewSeries identity;

	/**
	 * @param slices at least one, in the order in which they are to be numbered, time by time
	 * @param times as many slices of each
	 * @param format of all planes
	 */
	public DerivedSeries(final ImageKind kind, final SlicePlacing placing, final List<Slice> slices, final int times,
		final Derivation derivation, final StoredFormat format)
	{
		if (times < 1 || slices.size() % times != 0) throw new IllegalArgumentException("found " + slices.size() +
			" slices; expected as many for each of " + times + " times");
		this.times = times;
		this.kind = kind;
		this.placing = placing;
		this.slices = List.copyOf(slices);
		this.derivation = derivation;
		this.format = format;
		this.identity = new NewSeries(slices.get(0).source(), derivation);
	}

	/** How many slices. */
	public int size() {
		return slices.size();
	}

	/** Whether there is a Pixel Padding Value. */
	public boolean isPadded() {
		return format.padding().isPresent();
	}

	/** Tags of elements that some slice's source has and the derived image has not, in the order of tags. */
	public NavigableSet<Integer> notKept() {
		final NavigableSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
		for (final Slice slice : slices)
			for (final int tag : slice.source().values().keySet())
				if (!CopiedAttributes.isMadeAnew(tag) && (!isCopied(tag) || slice.source().element(tag)
					.isEmpty())) tags.add(tag);
		return tags;
	}

	/**
	 * The data set of one slice, its instance UID new at each call.
	 *
	 * @param index from 0
	 * @param plane whose bytes it goes on to use
	 */
	public DataSet dataSet(final int index, final StoredPlane plane) {
		final Slice slice = slices.get(index);
		final SourceHeader source = slice.source();
		final DataSetMaker made = new DataSetMaker();
		identity.add(made, kind == ImageKind.SECONDARY_CAPTURE ? source.text(Tag.Modality).orElse("OT") : kind.modality());
		made.add(Elements.text(Tag.SOPClassUID, kind.sopClass()));
		made.add(Elements.integers(Tag.InstanceNumber, index + 1));
		made.add(Elements.text(Tag.ImageType, "DERIVED", kind == ImageKind.PET ? "PRIMARY" : "SECONDARY", value3(source)));
		SourceReferences.addTo(made, source);
		addPlace(made, slice);
		addPixels(made, slice, plane);
		if (times > 1) {
			made.add(Elements.integers(Tag.TemporalPositionIdentifier, index / (slices.size() / times) + 1));
			made.add(Elements.integers(Tag.NumberOfTemporalPositions, times));
		}
		addKind(made, index, source);
		made.copy(source, this::isCopied);
		Lossy.addTo(made, source);
		NewSeries.addIdentityMark(made, source);
		NewSeries.addEmpty(made);
		for (final int tag : kind.mayBeEmpty())
			made.addIfAbsent(Elements.empty(tag));
		if (kind != ImageKind.SECONDARY_CAPTURE) made.addIfAbsent(Elements.empty(0x00185100));
		return made.build();
	}

	/** Resampled slices may have lost the gantry's tilt. */
	private boolean isCopied(final int tag) {
		final boolean ofSlices = tag == Tag.GantryDetectorTilt && derivation.codes().contains(Code.SPATIAL_RESAMPLING);
		return !ofSlices && CopiedAttributes.isCopied(tag, kind);
	}

	/**
	 * Value 3 of Image Type: a CT has AXIAL or LOCALIZER (PS3.3 C.8.2.1.1.1), or MPR where it was reformatted. Value 2 of
	 * a PET is PRIMARY always (PS3.3 C.8.9.4.1.1).
	 */
	private String value3(final SourceHeader source) {
		if (derivation.isReformatted()) return "MPR";
		final String value = source.text(Tag.ImageType, 2).or(() -> source.text(Tag.FrameType, 2)).filter(text ->
			text.matches(
			"[A-Z0-9_ ]{1,16}")).orElse("OTHER");
		if (kind != ImageKind.CT || value.equals("LOCALIZER") || value.equals("MPR")) return value;
		return "AXIAL";
	}

	private void addPlace(final DataSetMaker made, final Slice slice) {
		final Vector3 row = placing.row();
		final Vector3 column = placing.column();
		made.add(Elements.decimals(Tag.ImagePositionPatient, slice.position().toArray()));
		made.add(Elements.decimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(),
			column.z()));
		made.add(Elements.decimals(Tag.PixelSpacing, placing.rowSpacingMm(), placing.columnSpacingMm()));
		made.add(Elements.decimals(DerivedTag.SLICE_LOCATION, slice.position().dot(placing.normal())));
		made.add(Double.isNaN(placing.thicknessMm()) ? Elements.empty(Tag.SliceThickness) : Elements.decimals(
			Tag.SliceThickness, placing.thicknessMm()));
		if (!Double.isNaN(placing.spacingBetweenSlicesMm()) && placing.spacingBetweenSlicesMm() > 0) made.add(Elements
			.decimals(Tag.SpacingBetweenSlices, placing.spacingBetweenSlicesMm()));
	}

	private void addPixels(final DataSetMaker made, final Slice slice, final StoredPlane plane) {
		made.add(Elements.integers(Tag.SamplesPerPixel, 1));
		made.add(Elements.text(Tag.PhotometricInterpretation, format.photometric()));
		made.add(Elements.integers(Tag.Rows, placing.rows()));
		made.add(Elements.integers(Tag.Columns, placing.columns()));
		made.add(Elements.integers(Tag.BitsAllocated, format.bitsAllocated()));
		made.add(Elements.integers(Tag.BitsStored, format.bitsStored()));
		made.add(Elements.integers(Tag.HighBit, format.bitsStored() - 1));
		made.add(Elements.integers(Tag.PixelRepresentation, format.isSigned() ? 1 : 0));
		if (plane.smallest() <= plane.largest()) {
			made.add(Elements.signed(Tag.SmallestImagePixelValue, format.isSigned(), plane.smallest()));
			made.add(Elements.signed(Tag.LargestImagePixelValue, format.isSigned(), plane.largest()));
		}
		format.padding().ifPresent(value -> made.add(Elements.signed(Tag.PixelPaddingValue, format.isSigned(), value)));
		format.paddingLimit().ifPresent(value -> made.add(Elements.signed(Tag.PixelPaddingRangeLimit, format.isSigned(),
			value)));
		slice.scaling().ifPresent(scaling -> {
			made.add(Elements.decimals(Tag.RescaleIntercept, scaling.intercept()));
			made.add(Elements.decimals(Tag.RescaleSlope, scaling.slope()));
			if (!scaling.type().isEmpty()) made.add(Elements.text(Tag.RescaleType, scaling.type()));
		});
		made.add(PixelBytes.element(format.bitsAllocated(), plane.bytes()));
	}

	/**
	 * Elements that a kind must have and its source may lack, and counts of this series. Image Index of a PET goes through
	 * all slices of a time before the next (PS3.3 C.8.9.4.1.9). A dynamic one says how many times there are (C.8.9.1).
	 */
	private void addKind(final DataSetMaker made, final int index, final SourceHeader source) {
		switch (kind) {
			case PET -> {
				made.add(Elements.integers(DerivedTag.NUMBER_OF_SLICES, slices.size() / times));
				made.add(Elements.integers(DerivedTag.IMAGE_INDEX, index + 1));
				if ("DYNAMIC".equals(source.text(DerivedTag.SERIES_TYPE, 0).orElse(""))) made.add(Elements.integers(
					DerivedTag.NUMBER_OF_TIME_SLICES, times));
			}
			case MR -> {
				if (source.text(0x00180020).isEmpty()) made.add(Elements.text(0x00180020, "RM"));
				if (source.text(0x00180021).isEmpty()) made.add(Elements.text(0x00180021, "NONE"));
			}
			case SECONDARY_CAPTURE -> made.add(Elements.text(DerivedTag.CONVERSION_TYPE, "WSD"));
			default -> {}
		}
	}
}
