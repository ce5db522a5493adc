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
import io.github.hounsfield.dicom.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Attributes that can tell frames at one position apart, in the order of the questions. Those of Enhanced files stand
 * in PS3.3 sections C.7.6.16 and C.8.13.5. Classic files have counterparts.
 */
enum FrameAttribute {

	SEGMENT("Segment", "", Role.CHANNEL),
	ECHO("Echo Time", "ms", Role.CHANNEL),
	B_VALUE("b-value", "s/mm2", Role.CHANNEL),
	INVERSION_TIME("Inversion Time", "ms", Role.CHANNEL),
	FLIP_ANGLE("Flip Angle", "degrees", Role.CHANNEL),
	KVP("KVP", "kV", Role.CHANNEL),
	TEMPORAL_POSITION("Temporal Position", "", Role.TIME),
	CARDIAC_PHASE("Cardiac Phase", "%", Role.TIME),
	TRIGGER_TIME("Trigger Time", "ms", Role.RANKED_TIME),
	IMAGE_TYPE("Image Type", "", Role.CHANNEL),
	ACQUISITION_NUMBER("Acquisition", "", Role.TIME),
	FRAME_REFERENCE_TIME("Frame Reference Time", "ms", Role.RANKED_TIME),
	GRADIENT("Gradient", "", Role.CHANNEL),
	DIMENSION_INDEX("Dimension Index", "", Role.CHANNEL),
	ACQUISITION_TIME("Acquisition Time", "s", Role.RANKED_TIME),
	CONTENT_TIME("Content Time", "s", Role.RANKED_TIME),
	INSTANCE_NUMBER("Instance Number", "", Role.RANKED_TIME);

	/** What an attribute becomes in a hyperstack. */
	enum Role {
		/** Its values are the same at all positions. */
		CHANNEL,
		/** Its values are the same at all positions. */
		TIME,
		/** Its values differ from position to position. Their order within one position counts. */
		RANKED_TIME
	}

	/** A value of an attribute. Values of one attribute are ordered by number, then by text. */
	record Value(double number, String text) implements Comparable<Value> {

		@Override
		public int compareTo(final Value other) {
			final int numbers = Double.compare(number, other.number);
			return numbers != 0 ? numbers : text.compareTo(other.text);
		}
	}

	/** GE adds this to some b-values. */
	private static final double GE_MARK = 1e9;

	private final String title;
	private final String unit;
	private final Role role;

	FrameAttribute(final String title, final String unit, final Role role) {
		this.title = title;
		this.unit = unit;
		this.role = role;
	}

	String title() {
		return title;
	}

	String unit() {
		return unit;
	}

	Role role() {
		return role;
	}

	/** @return null where the frame has none */
	Value of(final Frame frame) {
		return switch (this) {
			case SEGMENT -> numeric(frame, Tag.SegmentIdentificationSequence, Tag.ReferencedSegmentNumber);
			case ECHO -> echoTime(frame);
			case B_VALUE -> bValue(frame);
			case INVERSION_TIME -> inversionTime(frame);
			case FLIP_ANGLE -> numeric(frame, FrameTag.MRTimingAndRelatedParametersSequence, FrameTag.FlipAngle);
			case KVP -> numeric(frame, FrameTag.CTXRayDetailsSequence, Tag.KVP);
			case TEMPORAL_POSITION -> temporalPosition(frame);
			case CARDIAC_PHASE -> numeric(frame, Tag.CardiacSynchronizationSequence,
				FrameTag.NominalPercentageOfCardiacPhase);
			case TRIGGER_TIME -> triggerTime(frame);
			case IMAGE_TYPE -> imageType(frame);
			case ACQUISITION_NUMBER -> numeric(frame, Tag.FrameContentSequence, frame.instance().isEnhanced()
				? Tag.FrameAcquisitionNumber : Tag.AcquisitionNumber);
			case FRAME_REFERENCE_TIME -> numeric(frame, Tag.FrameContentSequence, Tag.FrameReferenceTime);
			case GRADIENT -> gradient(frame);
			case DIMENSION_INDEX -> otherDimensions(frame);
			case ACQUISITION_TIME -> acquisitionTime(frame);
			case CONTENT_TIME -> contentTime(frame);
			case INSTANCE_NUMBER -> instanceNumber(frame);
		};
	}

	/** Whether it is a time of day. Often each image has another one, which means nothing more. */
	boolean isClock() {
		return this == ACQUISITION_TIME || this == CONTENT_TIME;
	}

	/** Whether the attribute may tell volumes apart even if some lack positions that others have. */
	boolean separates() {
		return role != Role.RANKED_TIME && this != GRADIENT && this != DIMENSION_INDEX;
	}

	private static Value numeric(final Frame frame, final int group, final int tag) {
		final OptionalDouble number = frame.number(group, tag);
		return number.isEmpty() ? null : new Value(number.getAsDouble(), "");
	}

	private static Value echoTime(final Frame frame) {
		final Value effective = numeric(frame, Tag.MREchoSequence, Tag.EffectiveEchoTime);
		if (effective != null) return effective;
		final Value time = numeric(frame, Tag.MREchoSequence, Tag.EchoTime);
		return time != null ? time : numeric(frame, Tag.MREchoSequence, Tag.EchoNumbers);
	}

	/** The standard's attribute, or the private one that scanners wrote before. */
	private static Value bValue(final Frame frame) {
		final Value standard = numeric(frame, Tag.MRDiffusionSequence, Tag.DiffusionBValue);
		if (standard != null) return standard;
		final DataSet dataSet = frame.instance().dataSet();
		final OptionalDouble siemens = privateNumber(dataSet, 0x0019, "SIEMENS MR HEADER", 0x0C);
		if (siemens.isPresent()) return new Value(siemens.getAsDouble(), "");
		final OptionalDouble philips = privateNumber(dataSet, 0x2001, "Philips Imaging DD 001", 0x03);
		if (philips.isPresent()) return new Value(philips.getAsDouble(), "");
		final OptionalDouble ge = privateNumber(dataSet, 0x0043, "GEMS_PARM_01", 0x39);
		return ge.isEmpty() ? null : new Value(ge.getAsDouble() % GE_MARK, "");
	}

	/** The first number of a private element, if its creator reserved the block (PS3.5 section 7.8.1). */
	private static OptionalDouble privateNumber(final DataSet dataSet, final int group, final String creator,
		final int element)
	{
		for (int block = 0x10; block <= 0xFF; block++)
			if (Headers.text(dataSet, group << 16 | block).equals(creator)) return Headers.number(dataSet, group << 16 |
				block << 8 | element);
		return OptionalDouble.empty();
	}

	private static Value inversionTime(final Frame frame) {
		final Value several = numeric(frame, FrameTag.MRModifierSequence, FrameTag.InversionTimes);
		return several != null ? several : numeric(frame, FrameTag.MRModifierSequence, FrameTag.InversionTime);
	}

	private static Value temporalPosition(final Frame frame) {
		final Value index = numeric(frame, Tag.FrameContentSequence, Tag.TemporalPositionIndex);
		return index != null ? index : numeric(frame, Tag.FrameContentSequence, Tag.TemporalPositionIdentifier);
	}

	private static Value triggerTime(final Frame frame) {
		final Value delay = numeric(frame, Tag.CardiacSynchronizationSequence, Tag.NominalCardiacTriggerDelayTime);
		return delay != null ? delay : numeric(frame, Tag.CardiacSynchronizationSequence, Tag.TriggerTime);
	}

	/** Frame Type or Image Type, and what part of a complex number the pixels are. */
	private static Value imageType(final Frame frame) {
		for (final int group : new int[] { FrameTag.MRImageFrameTypeSequence, FrameTag.CTImageFrameTypeSequence,
			FrameTag.PETFrameTypeSequence })
		{
			final DataSet type = frame.attributes(group);
			if (type == frame.instance().dataSet()) continue;
			return new Value(Double.NaN, values(type, Tag.FrameType) + Headers.text(type,
				FrameTag.ComplexImageComponent));
		}
		final String text = values(frame.instance().dataSet(), Tag.ImageType);
		return text.isEmpty() ? null : new Value(Double.NaN, text);
	}

	private static String values(final DataSet dataSet, final int tag) {
		try {
			return String.join("\\", dataSet.strings(tag));
		}
		catch (final DicomException e) {
			return "";
		}
	}

	private static Value gradient(final Frame frame) {
		try {
			final DataSet diffusion = frame.attributes(Tag.MRDiffusionSequence);
			final int nested = FrameTag.DiffusionGradientDirectionSequence;
			final DataSet direction = diffusion.items(nested).isEmpty() ? diffusion : diffusion.firstItem(nested);
			final double[] numbers = direction.numbers(FrameTag.DiffusionGradientOrientation);
			return new Value(Double.NaN, numbers.length == 0 ? "" : Arrays.toString(numbers));
		}
		catch (final DicomException e) {
			return null;
		}
	}

	/** Indices of all dimensions of an Enhanced file, except those about the place of the frame. */
	private static Value otherDimensions(final Frame frame) {
		final DataSet dataSet = frame.instance().dataSet();
		final List<DataSet> dimensions = dataSet.items(Tag.DimensionIndexSequence);
		try {
			final double[] indices = frame.attributes(Tag.FrameContentSequence).numbers(Tag.DimensionIndexValues);
			if (dimensions.isEmpty() || indices.length != dimensions.size()) return null;
			final StringBuilder text = new StringBuilder();
			for (int i = 0; i < indices.length; i++) {
				final int pointer = (int) (long) dimensions.get(i).number(Tag.DimensionIndexPointer).orElse(0);
				final boolean spatial = pointer == Tag.ImagePositionPatient || pointer == Tag.InStackPositionNumber ||
					pointer == Tag.StackID || pointer == Tag.ImageOrientationPatient;
				if (!spatial) text.append(String.format("%010d ", (long) indices[i]));
			}
			return text.length() == 0 ? null : new Value(Double.NaN, text.toString());
		}
		catch (final DicomException e) {
			return null;
		}
	}

	/** Seconds, exact within one day. Over several days they grow, which suffices for an order. */
	private static Value acquisitionTime(final Frame frame) {
		final DataSet dataSet = frame.instance().dataSet();
		final String frameTime = Headers.text(frame.attributes(Tag.FrameContentSequence),
			FrameTag.FrameAcquisitionDateTime);
		final String dateTime = frameTime.isEmpty() ? Headers.text(dataSet, FrameTag.AcquisitionDateTime)
			: frameTime;
		if (dateTime.length() >= 14) return seconds(dateTime.substring(0, 8), dateTime.substring(8));
		return seconds(Headers.text(dataSet, Tag.AcquisitionDate), Headers.text(dataSet, Tag.AcquisitionTime));
	}

	private static Value contentTime(final Frame frame) {
		final DataSet dataSet = frame.instance().dataSet();
		return seconds(Headers.text(dataSet, Tag.ContentDate), Headers.text(dataSet, Tag.ContentTime));
	}

	/** Time from DA and TM (PS3.5 section 6.2). A zone after the time is the same for all frames and left out. */
	private static Value seconds(final String date, final String time) {
		if (!time.matches("\\d{6}.*")) return null;
		final int day = date.matches("\\d{8}") ? Integer.parseInt(date) : 0;
		final int end = time.replaceFirst("[+-].*", "").length();
		final String second = time.substring(4, end);
		if (!second.matches("\\d\\d(\\.\\d*)?")) return null;
		final long days = day / 10000 * 372L + day / 100 % 100 * 31 + day % 100;
		return new Value(days * 86400 + Integer.parseInt(time.substring(0, 2)) * 3600 + Integer.parseInt(time.substring(2,
			4)) * 60 + Double.parseDouble(second), "");
	}

	private static Value instanceNumber(final Frame frame) {
		final Instance instance = frame.instance();
		if (instance.instanceNumber().isEmpty()) return null;
		return new Value(instance.instanceNumber().getAsInt(), String.format("%010d", frame.index()));
	}
}
