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

import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.attributes.Attributes;
import io.github.hounsfield.attributes.DataSetAttributes;
import io.github.hounsfield.attributes.ModalityLutRule;
import io.github.hounsfield.attributes.PaddingRule;
import io.github.hounsfield.attributes.UnitRule;
import io.github.hounsfield.attributes.VoiLutRule;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.pixel.PixelFormat;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Reads from the attributes of a frame what its values mean. Attributes that cannot be used are reported, never
 * guessed.
 */
final class SliceReader {

	private final Frame frame;
	private final PixelFormat format;
	private final Attributes header;
	private final BiConsumer<Kind, Problem> problems;

	/** @param problems takes problems: a transform or another attribute that cannot be used or is doubted */
	SliceReader(final Frame frame, final PixelFormat format, final BiConsumer<Kind, Problem> problems) {
		this.frame = frame;
		this.format = format;
		this.header = DataSetAttributes.ofFrame(frame.instance().dataSet(), frame::attributes);
		this.problems = problems;
	}

	Slice read() {
		if (format.isColour() || format.type() == PlaneType.BIT) return new Slice(frame, Optional.empty(), "",
			Padding.NONE, List.of());
		final Optional<ModalityTransform> transform = orElse(Optional.empty(), Kind.BAD_RESCALE, this::transform);
		final Padding padding = orElse(Padding.NONE, Kind.HEADER, () -> PaddingRule.of(header));
		final String unit = orElse("", Kind.HEADER, () -> UnitRule.unit(header));
		if (transform.isPresent()) doubtUnit();
		return new Slice(frame, transform, unit, padding, orElse(List.of(), Kind.HEADER, () -> windows(transform)));
	}

	private <T> T orElse(final T otherwise, final Kind kind, final Supplier<T> rule) {
		try {
			return rule.get();
		}
		catch (final IntensityException e) {
			problems.accept(kind, AttributeException.problem(e));
			return otherwise;
		}
	}

	/** A dose whose values no 32-bit type of ImageJ keeps is multiplied by its Dose Grid Scaling when it is decoded. */
	private Optional<ModalityTransform> transform() {
		if (ModalityLutRule.hasTable(header) || !header.has(Tag.DoseGridScaling)) return ModalityLutRule.of(header);
		final boolean scaled = PlaneDecoder.isScaledDose(format, frame.instance().dataSet());
		return Optional.of(scaled ? Rescale.IDENTITY : new Rescale(ModalityLutRule.doseGridScaling(header), 0));
	}

	private void doubtUnit() {
		final UnitRule.Hounsfield hounsfield = orElse(new UnitRule.Hounsfield(UnitRule.Verdict.NO_MODALITY, ""), Kind.HEADER,
			() -> UnitRule.hounsfield(header));
		if (hounsfield.verdict() == UnitRule.Verdict.HU_DOUBTED) problems.accept(Kind.DOUBTED_UNIT, Problem
			.in(frame.instance().file().source().name()).quote(hounsfield.found()));
	}

	private List<NamedVoi> windows(final Optional<ModalityTransform> transform) {
		final List<NamedVoi> windows = new ArrayList<>();
		for (final VoiLutRule.Suggestion suggestion : VoiLutRule.of(header, VoiLutRule.mapsSigned(header, transform)))
			suggestion.transform().ifPresentOrElse(voi -> windows.add(new NamedVoi(voi, suggestion.explanation())),
				() -> problems.accept(Kind.HEADER, suggestion.problem().orElseThrow()));
		return windows;
	}
}
