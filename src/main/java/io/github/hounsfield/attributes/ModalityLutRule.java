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

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityLut;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Modality LUT of a header (PS3.3 C.11.1): a table where it has one, otherwise Rescale Slope (0028,1053) and
 * Rescale Intercept (0028,1052). A header must not have both. If it has, the table counts.
 */
public final class ModalityLutRule {

	private ModalityLutRule() {}

	/**
	 * @return empty where the header has none
	 * @throws AttributeException if one of slope and intercept is missing, is no number, or has several values
	 * @throws IntensityException where the numbers cannot be used
	 */
	public static Optional<ModalityTransform> of(final Attributes header) {
		final Optional<Attributes> table = table(header);
		if (table.isPresent()) return Optional.of(new ModalityLut(LookupTableRule.of(table.get(), StoredBits.isSigned(
			header))));
		return rescale(header).map(rescale -> rescale);
	}

	/**
	 * The item of the Modality LUT Sequence that counts; empty where there is none, or one without a descriptor and data.
	 */
	static Optional<Attributes> table(final Attributes header) {
		final List<Attributes> items = header.items(Tag.ModalityLUTSequence);
		if (items.isEmpty()) return Optional.empty();
		final Attributes item = items.get(0);
		return item.has(Tag.LUTDescriptor) || item.has(Tag.LUTData) || item.has(Tag.ModalityLUTType) ? Optional.of(item)
			: Optional.empty();
	}

	/**
	 * Slope and intercept, even beside a table.
	 *
	 * @return empty where the header has neither
	 * @throws AttributeException as {@link #of} does
	 * @throws IntensityException as {@link #of} does
	 */
	public static Optional<Rescale> rescale(final Attributes header) {
		final OptionalDouble slope = header.number(Tag.RescaleSlope);
		final OptionalDouble intercept = header.number(Tag.RescaleIntercept);
		if (slope.isEmpty() && intercept.isEmpty()) return Optional.empty();
		if (slope.isEmpty()) throw header.problem(Tag.RescaleSlope, "missing", "one beside RescaleIntercept");
		if (intercept.isEmpty()) throw header.problem(Tag.RescaleIntercept, "missing", "one beside RescaleSlope");
		return Optional.of(new Rescale(slope.getAsDouble(), intercept.getAsDouble()));
	}

	/** Whether a table stands in place of slope and intercept. */
	public static boolean hasTable(final Attributes header) {
		return table(header).isPresent();
	}

	/**
	 * Dose Grid Scaling (3004,000E). The values of an RT dose are multiplied by it (PS3.3 C.8.8.3).
	 *
	 * @throws AttributeException where it is no number above 0
	 */
	public static double doseGridScaling(final Attributes header) {
		final OptionalDouble scaling = header.number(Tag.DoseGridScaling);
		if (scaling.isPresent() && scaling.getAsDouble() > 0 && !Double.isInfinite(scaling.getAsDouble())) return scaling
			.getAsDouble();
		throw header.problem(Tag.DoseGridScaling, "found " + (scaling.isPresent() ? scaling.getAsDouble() : "nothing"),
			"a number above 0");
	}
}
