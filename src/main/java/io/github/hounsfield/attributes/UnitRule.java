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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which unit values have after the Modality LUT, and whether it is Hounsfield units. */
public final class UnitRule {

	/** Term of PS3.3 C.11.1.1.2 for Hounsfield units. */
	public static final String HU = "HU";

	/** Other spellings that writers use. */
	private static final Pattern HOUNSFIELD = Pattern.compile("(?i)HU|houn[ds]*field.*");

	/** Unspecified (PS3.3 C.11.1.1.2). */
	private static final String UNSPECIFIED = "US";

	/** What a header says of Hounsfield units. */
	public enum Verdict {
		/** The values are HU. */
		HU,
		/** The values are HU by the image's type, but the header names another unit. */
		HU_DOUBTED,
		/** The header does not say which modality made the image. */
		NO_MODALITY,
		/** Another modality than CT, for which HU are not defined. */
		NOT_CT,
		/** A CT in another unit. */
		OTHER_UNIT
	}

	/**
	 * @param verdict the answer
	 * @param found the modality or unit that the header names; empty where it names none
	 */
	public record Hounsfield(Verdict verdict, String found) {

		/** Whether values after the Modality LUT are HU. */
		boolean isHu() {
			return verdict == Verdict.HU || verdict == Verdict.HU_DOUBTED;
		}
	}

	private UnitRule() {}

	/**
	 * Whether values after the Modality LUT are Hounsfield units. By PS3.3 C.8.2.1 (table C.8-3, Rescale Intercept) a CT
	 * image is in HU if three things hold. Image Type (0008,0008) is ORIGINAL. It is not LOCALIZER. Multi-energy CT
	 * Acquisition (0018,9361) is not YES. Rescale Type does not matter then. Other CT images without a Rescale Type are
	 * in HU, unless the acquisition is multi-energy. A lookup table names its own unit.
	 *
	 * @throws AttributeException where an attribute that decides cannot be read
	 */
	public static Hounsfield hounsfield(final Attributes header) {
		final Optional<String> modality = header.text(Tag.Modality);
		if (modality.isEmpty()) return new Hounsfield(Verdict.NO_MODALITY, "");
		if (!modality.get().equals("CT")) return new Hounsfield(Verdict.NOT_CT, modality.get());
		final Optional<Attributes> table = ModalityLutRule.table(header);
		final String unit = table.isPresent() ? table.get().text(Tag.ModalityLUTType).orElse("") : header.text(
			Tag.RescaleType).orElse("");
		if (isHounsfield(unit)) return new Hounsfield(Verdict.HU, unit);
		final boolean multiEnergy = header.text(Tag.MultienergyCTAcquisition).orElse("").equals("YES");
		if (unit.isEmpty()) return new Hounsfield(multiEnergy && table.isEmpty() ? Verdict.OTHER_UNIT : Verdict.HU, "");
		final boolean original = table.isEmpty() && !multiEnergy && isOriginal(header);
		return new Hounsfield(original ? Verdict.HU_DOUBTED : Verdict.OTHER_UNIT, unit);
	}

	/** Whether the scanner itself made the image, and it is no scout view. */
	private static boolean isOriginal(final Attributes header) {
		final List<String> frame = header.texts(Tag.FrameType);
		final List<String> type = frame.isEmpty() ? header.texts(Tag.ImageType) : frame;
		return !type.isEmpty() && type.get(0).equals("ORIGINAL") && !(type.size() > 2 && type.get(2).equals("LOCALIZER"));
	}

	/**
	 * The unit of values after the Modality LUT.
	 *
	 * @return "HU" for CT; otherwise Modality LUT Type, Dose Units, Rescale Type or Units as the file has them; empty if
	 *          it has none
	 * @throws AttributeException where an attribute that decides cannot be read
	 */
	public static String unit(final Attributes header) {
		final Optional<Attributes> table = ModalityLutRule.table(header);
		final boolean mapped = table.isPresent() || header.has(Tag.RescaleSlope);
		if (mapped && hounsfield(header).isHu()) return HU;
		final List<Optional<String>> candidates = List.of(table.flatMap(item -> item.text(Tag.ModalityLUTType)), header.has(
			Tag.DoseGridScaling) ? header.text(Tag.DoseUnits) : Optional.empty(), header.text(Tag.RescaleType), header.text(
				Tag.Units));
		final String unit = candidates.stream().flatMap(Optional::stream).findFirst().orElse("");
		return unit.equals(UNSPECIFIED) ? "" : isHounsfield(unit) ? HU : unit;
	}

	private static boolean isHounsfield(final String unit) {
		return HOUNSFIELD.matcher(unit).matches();
	}
}
