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
package io.github.hounsfield.attributes;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.VoiLut;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways to display a slice that its header suggests (PS3.3 C.11.2): windows, then lookup tables. */
public final class VoiLutRule {

	/**
	 * One suggestion.
	 *
	 * @param transform values after the Modality LUT to grey levels; empty where the standard does not allow it
	 * @param explanation Window Center &amp; Width Explanation (0028,1055) or LUT Explanation (0028,3003); empty where
	 *          there is none; free text
	 * @param levels width and center as {@code W 1500, L -600}; empty for a table
	 * @param problem why there is no transform; empty where there is one
	 */
	public record Suggestion(Optional<VoiTransform> transform, String explanation, String levels,
		Optional<Problem> problem)
	{}

	private VoiLutRule() {}

	/**
	 * Reads all suggestions. One that cannot be used does not hide the others.
	 *
	 * @param signed whether values after the Modality LUT have a sign, see {@link #mapsSigned}
	 * @return in the order of the header
	 */
	public static List<Suggestion> of(final Attributes header, final boolean signed) {
		final List<Suggestion> all = new ArrayList<>();
		try {
			addWindows(header, all);
		}
		catch (final IntensityException e) {
			all.add(new Suggestion(Optional.empty(), "", "", Optional.of(AttributeException.problem(e))));
		}
		try {
			for (final Attributes item : header.items(Tag.VOILUTSequence))
				addTable(item, signed, all);
		}
		catch (final IntensityException e) {
			all.add(new Suggestion(Optional.empty(), "", "", Optional.of(AttributeException.problem(e))));
		}
		return all;
	}

	/**
	 * Whether values after the Modality LUT have a sign. If so, the first mapped value of a VOI LUT has one too. Values
	 * of a CT always have a sign (PS3.3 C.11.2.1.1).
	 */
	public static boolean mapsSigned(final Attributes header, final Optional<? extends ModalityTransform> transform) {
		return StoredBits.isSigned(header) || header.text(Tag.Modality).orElse("").equals("CT") || transform.orElse(
			null) instanceof Rescale rescale && rescale.givesNegative();
	}

	private static void addWindows(final Attributes header, final List<Suggestion> all) {
		final double[] centers = header.numbers(Tag.WindowCenter);
		final double[] widths = header.numbers(Tag.WindowWidth);
		if (centers.length != widths.length) throw header.problem(Tag.WindowWidth, "found " + widths.length +
			(widths.length == 1 ? " value" : " values"), centers.length + ", as WindowCenter (0028,1050) has");
		if (centers.length == 0) return;
		final List<String> explanations = header.texts(Tag.WindowCenterWidthExplanation);
		final Optional<String> function = header.text(Tag.VOILUTFunction);
		for (int i = 0; i < centers.length; i++) {
			final double center = centers[i];
			final double width = widths[i];
			add(all, i < explanations.size() ? explanations.get(i) : "", "W " + number(width) + ", L " + number(center),
				() -> new Window(center, width, VoiLutFunction.ofDefinedTerm(function.orElse(""))));
		}
	}

	private static void addTable(final Attributes item, final boolean signed, final List<Suggestion> all) {
		final String explanation = item.text(Tag.LUTExplanation).orElse("");
		add(all, explanation, "", () -> new VoiLut(LookupTableRule.of(item, signed), explanation));
	}

	private static void add(final List<Suggestion> all, final String explanation, final String levels,
		final Supplier<VoiTransform> transform)
	{
		try {
			all.add(new Suggestion(Optional.of(transform.get()), explanation, levels, Optional.empty()));
		}
		catch (final IntensityException e) {
			all.add(new Suggestion(Optional.empty(), explanation, levels, Optional.of(AttributeException.problem(e))));
		}
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}
}
