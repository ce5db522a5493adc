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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityLut;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.VoiLut;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.pixel.PixelFormat;
import io.github.hounsfield.pixel.StoredType;
import io.github.hounsfield.series.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From the attributes of a frame to what its values mean. Attributes that cannot be used are said, never guessed. */
final class SliceReader {

	private final Frame frame;
	private final PixelFormat format;
	private final DataSet dataSet;
	private final Consumer<String> badRescale;
	private final Consumer<String> notes;

	/**
	 * @param badRescale takes why there is no transform although the file has something like one
	 * @param notes takes what else cannot be used
	 */
	SliceReader(final Frame frame, final PixelFormat format, final Consumer<String> badRescale,
		final Consumer<String> notes)
	{
		this.frame = frame;
		this.format = format;
		this.dataSet = frame.instance().dataSet();
		this.badRescale = badRescale;
		this.notes = notes;
	}

	Slice read() {
		if (format.isColour() || format.type() == StoredType.BIT) return new Slice(frame, Optional.empty(), "",
			Padding.NONE, List.of());
		Optional<ModalityTransform> transform = Optional.empty();
		Padding padding = Padding.NONE;
		try {
			transform = transform();
		}
		catch (final DicomException | IntensityException e) {
			badRescale.accept(e.getMessage());
		}
		try {
			padding = padding();
		}
		catch (final DicomException | IntensityException e) {
			notes.accept(e.getMessage());
		}
		return new Slice(frame, transform, unit(), padding, windows(LookupTables.mapsSigned(format.signed(), text(dataSet,
			Tag.Modality), transform)));
	}

	/** PS3.3 section C.11.1; a Modality LUT Sequence goes before a rescale, which must not stand beside it. */
	private Optional<ModalityTransform> transform() throws DicomException {
		final DataSet lut = dataSet.firstItem(Tag.ModalityLUTSequence);
		if (!lut.elements().isEmpty()) return Optional.of(new ModalityLut(LookupTables.read(lut, format.signed())));
		if (PlaneDecoder.isScaledDose(format, dataSet)) return Optional.of(Rescale.IDENTITY);
		if (dataSet.has(Tag.DoseGridScaling)) return Optional.of(new Rescale(PlaneDecoder.doseGridScaling(dataSet), 0));
		final DataSet group = frame.attributes(Tag.PixelValueTransformationSequence);
		final boolean slope = group.has(Tag.RescaleSlope);
		final boolean intercept = group.has(Tag.RescaleIntercept);
		if (!slope && !intercept) return Optional.empty();
		if (!slope) throw group.problem(Tag.RescaleSlope, "missing, though there is a Rescale Intercept");
		if (!intercept) throw group.problem(Tag.RescaleIntercept, "missing, though there is a Rescale Slope");
		return Optional.of(new Rescale(require(group, Tag.RescaleSlope), require(group, Tag.RescaleIntercept)));
	}

	/** CT values are HU where nothing else is said (PS3.3 section C.11.1.1.2). */
	private String unit() {
		final DataSet lut = dataSet.firstItem(Tag.ModalityLUTSequence);
		final String[] candidates = { text(lut, Tag.ModalityLUTType), text(dataSet, Tag.DoseGridScaling).isEmpty() ? ""
			: text(dataSet, Tag.DoseUnits), text(frame.attributes(Tag.PixelValueTransformationSequence), Tag.RescaleType),
			text(dataSet, Tag.Units) };
		for (final String unit : candidates)
			if (unit.equals("US")) return "";
			else if (Slice.isHounsfield(unit)) return "HU";
			else if (!unit.isEmpty()) return unit;
		final boolean rescaled = frame.attributes(Tag.PixelValueTransformationSequence).has(Tag.RescaleSlope);
		return rescaled && text(dataSet, Tag.Modality).equals("CT") ? "HU" : "";
	}

	/** PS3.3 section C.7.5.1.1.2. Values in double precision are rounded, as those of the planes are. */
	private Padding padding() throws DicomException {
		for (final int tag : new int[] { Tag.FloatPixelPaddingValue, Tag.DoubleFloatPixelPaddingValue }) {
			if (!dataSet.has(tag)) continue;
			final float value = (float) require(dataSet, tag);
			final int limit = tag == Tag.FloatPixelPaddingValue ? Tag.FloatPixelPaddingRangeLimit
				: Tag.DoubleFloatPixelPaddingRangeLimit;
			return dataSet.has(limit) ? Padding.ofRange(value, (float) require(dataSet, limit)) : Padding.ofValue(value);
		}
		if (!dataSet.has(Tag.PixelPaddingValue) || format.type() == StoredType.FLOAT32 || format
			.type() == StoredType.FLOAT64) return Padding.NONE;
		final long value = wholeNumber(Tag.PixelPaddingValue);
		if (!dataSet.has(Tag.PixelPaddingRangeLimit)) return Padding.ofPixelPaddingValue(value, format.bitsAllocated(),
			format.signed());
		return Padding.ofPixelPaddingRange(value, wholeNumber(Tag.PixelPaddingRangeLimit), format.bitsAllocated(), format
			.signed());
	}

	private static double require(final DataSet place, final int tag) throws DicomException {
		final double[] values = place.numbers(tag);
		if (values.length == 1) return values[0];
		throw place.problem(tag, values.length == 0 ? "blank, expected a number" : "found " + values.length +
			" values, expected one");
	}

	private long wholeNumber(final int tag) throws DicomException {
		final double value = require(dataSet, tag);
		if (value != Math.rint(value)) throw dataSet.problem(tag, "found " + value + ", expected a whole number");
		return (long) value;
	}

	/**
	 * PS3.3 section C.11.2.
	 *
	 * @param mapsSigned whether values after the Modality LUT have a sign
	 */
	private List<NamedVoi> windows(final boolean mapsSigned) {
		final List<NamedVoi> windows = new ArrayList<>();
		final DataSet group = frame.attributes(Tag.FrameVOILUTSequence);
		try {
			final double[] centers = group.numbers(Tag.WindowCenter);
			final double[] widths = group.numbers(Tag.WindowWidth);
			final List<String> explanations = group.strings(Tag.WindowCenterWidthExplanation);
			if (centers.length != widths.length) throw group.problem(Tag.WindowWidth, "found " + widths.length +
				" values, expected as many as there are centers: " + centers.length);
			final VoiLutFunction function = VoiLutFunction.ofDefinedTerm(group.string(Tag.VOILUTFunction).orElse(""));
			for (int i = 0; i < centers.length; i++)
				addWindow(windows, centers[i], widths[i], function, i < explanations.size() ? explanations.get(i) : "");
		}
		catch (final DicomException | IntensityException e) {
			notes.accept(e.getMessage());
		}
		for (final DataSet lut : dataSet.items(Tag.VOILUTSequence))
			try {
				final String explanation = text(lut, Tag.LUTExplanation);
				windows.add(new NamedVoi(new VoiLut(LookupTables.read(lut, mapsSigned), explanation), explanation));
			}
			catch (final DicomException | IntensityException e) {
				notes.accept(e.getMessage());
			}
		return windows;
	}

	/** A window that the standard does not allow is said, and does not take the others with it. */
	private void addWindow(final List<NamedVoi> windows, final double center, final double width,
		final VoiLutFunction function, final String explanation)
	{
		try {
			windows.add(new NamedVoi(new Window(center, width, function), explanation));
		}
		catch (final IntensityException e) {
			notes.accept(e.getMessage());
		}
	}

	private static String text(final DataSet place, final int tag) {
		try {
			return place.string(tag).orElse("");
		}
		catch (final DicomException e) {
			return "";
		}
	}
}
