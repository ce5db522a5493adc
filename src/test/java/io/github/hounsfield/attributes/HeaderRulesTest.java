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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.attributes.UnitRule.Verdict;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.imagej.pixels.HeaderWriter;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityLut;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.VoiLut;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each rule of PS3.3 gives one answer for a data set and for the text that ImageJ keeps of it. Proves PaddingRule,
 * StoredBits, ModalityLutRule, LookupTableRule, VoiLutRule and UnitRule. Values are worked out by hand. Also tests
 * {@code DataSetAttributes}, {@code Attributes} and {@code HeaderTextAttributes}.
 */
class HeaderRulesTest {

	/** What holds the header. */
	enum Holder {
		DATA_SET, TEXT;

		Attributes of(final DicomFixture fixture) {
			try {
				final DataSet dataSet = DicomReaders.chosen().read(DicomSource.of("a.dcm", fixture.file())).dataSet();
				return this == DATA_SET ? DataSetAttributes.of(dataSet) : HeaderWriter.write(List.of(dataSet), (set,
					element) -> true).attributes();
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	private static DicomFixture ct() {
		return DicomFixture.slice("1.2.3", 1).text(0x00280030, "DS", "1\\1");
	}

	private static String refusal(final org.junit.jupiter.api.function.Executable rule) {
		return assertThrows(IntensityException.class, rule).getMessage();
	}

	@ParameterizedTest
	@EnumSource
	void paddingIsOneWholeNumberOfTheSizeOfAPixel(final Holder holder) {
		assertEquals(Padding.NONE, PaddingRule.of(holder.of(ct())));
		assertEquals(Padding.ofValue(63536), PaddingRule.of(holder.of(ct().put(0x00280120, "SS", new byte[] { 0x30,
			(byte) 0xF8 }))), "-2000 modulo 65536");
		assertEquals(Padding.ofValue(-2000), PaddingRule.of(holder.of(ct().shorts(0x00280103, 1).shorts(0x00280120, 63536))));
		assertEquals(Padding.ofRange(10, 20), PaddingRule.of(holder.of(ct().shorts(0x00280120, 20).shorts(0x00280121, 10))));
	}

	@ParameterizedTest
	@EnumSource
	void paddingThatIsAFractionOrSeveralValuesIsRefused(final Holder holder) {
		assertTrue(refusal(() -> PaddingRule.of(holder.of(ct().text(0x00280120, "DS", "-2000.5")))).contains(
			"is -2000.5; expected a whole number"));
		assertTrue(refusal(() -> PaddingRule.of(holder.of(ct().shorts(0x00280120, 1, 2)))).contains(
			"has 2 values; expected one"));
		assertTrue(refusal(() -> PaddingRule.of(holder.of(ct().shorts(0x00280120, 1).text(0x00280121, "DS", "2.5"))))
			.contains("(0028,0121)"));
		assertTrue(refusal(() -> PaddingRule.of(holder.of(ct().without(0x00280100).shorts(0x00280120, 1)))).contains(
			"is 1; expected BitsAllocated beside it"));
	}

	/** PS3.3 C.7.5.1.1.2: each kind of pixels has attributes of its own. */
	@ParameterizedTest
	@EnumSource
	void floatingPointPixelsHaveTheirOwnPadding(final Holder holder) {
		final DicomFixture doubles = ct().shorts(0x00280100, 64).without(0x00280101).without(0x00280102).without(0x00280103)
			.without(0x7FE00010);
		assertEquals(Padding.ofValue(0.1f), PaddingRule.of(holder.of(doubles.doubles(0x00280123, 0.1))));
		assertEquals(Padding.ofRange(0.1f, 2), PaddingRule.of(holder.of(doubles.doubles(0x00280125, 2))));
		assertEquals(Padding.NONE, PaddingRule.of(holder.of(ct().doubles(0x00280123, 0.1))), "of whole numbers");
	}

	@ParameterizedTest
	@CsvSource({ "16, 12, 0, 0, 4095", "16, 12, 1, -2048, 2047", "8, 8, 0, 0, 255", "16, 16, 1, -32768, 32767" })
	void bitsAndSignSayWhichValuesAreAllowed(final int allocated, final int stored, final int sign, final double min,
		final double max)
	{
		for (final Holder holder : Holder.values()) {
			final StoredBits bits = StoredBits.of(holder.of(ct().shorts(0x00280100, allocated).shorts(0x00280101, stored)
				.shorts(0x00280103, sign))).orElseThrow();
			assertEquals(List.of(min, max), List.of(bits.min(), bits.max()), holder.name());
		}
	}

	@Test
	void moreBitsStoredThanAllocatedAreRefused() {
		for (final Holder holder : Holder.values())
			assertTrue(refusal(() -> StoredBits.of(holder.of(ct().shorts(0x00280101, 17)))).contains(
				"BitsStored (0028,0101) is 17"));
	}

	@ParameterizedTest
	@EnumSource
	void slopeAndInterceptGoTogether(final Holder holder) {
		assertEquals(Optional.empty(), ModalityLutRule.of(holder.of(ct())));
		final DicomFixture rescaled = ct().text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "0.5");
		assertEquals(Optional.of(new Rescale(0.5, -1024)), ModalityLutRule.of(holder.of(rescaled)));
		assertTrue(refusal(() -> ModalityLutRule.of(holder.of(ct().text(0x00281053, "DS", "1")))).contains("(0028,1052)"));
		assertTrue(refusal(() -> ModalityLutRule.of(holder.of(ct().text(0x00281052, "DS", "1")))).contains("(0028,1053)"));
		assertTrue(refusal(() -> ModalityLutRule.of(holder.of(rescaled.text(0x00281053, "DS", "1\\2")))).contains(
			"has 2 values; expected one"));
		assertTrue(refusal(() -> ModalityLutRule.of(holder.of(rescaled.text(0x00281053, "DS", "0")))).contains("is 0.0"));
	}

	private static DicomFixture table(final int entries, final int first, final int bits, final int... data) {
		return new DicomFixture().shorts(0x00283002, entries, first, bits).shorts(0x00283006, data);
	}

	@ParameterizedTest
	@EnumSource
	void aTableGoesBeforeSlopeAndIntercept(final Holder holder) {
		final DicomFixture header = ct().text(0x00281052, "DS", "0").text(0x00281053, "DS", "1").shorts(0x00280103,
			1).sequence(
			0x00283000, table(3, 65535, 16, 7, 8, 9).text(0x00283004, "LO", "HU"));
		final ModalityLut lut = (ModalityLut) ModalityLutRule.of(holder.of(header)).orElseThrow();
		assertEquals(List.of(7.0, 8.0, 9.0), List.of(lut.apply(-1), lut.apply(0), lut.apply(1)), "65535 with a sign is -1");
		assertEquals(Optional.of(new Rescale(1, 0)), ModalityLutRule.of(holder.of(header.sequence(0x00283000))),
			"a sequence without an item");
		assertTrue(refusal(() -> ModalityLutRule.of(holder.of(ct().sequence(0x00283000, new DicomFixture().shorts(0x00283002,
			3, 0, 16))))).contains("(0028,3006) LUTData"));
		assertTrue(refusal(() -> ModalityLutRule.of(holder.of(ct().sequence(0x00283000, table(4, 0, 16, 7, 8, 9))))).contains(
			"has 3 entries"));
	}

	@ParameterizedTest
	@EnumSource
	void windowsComeBeforeTablesAndABadOneHidesNoOther(final Holder holder) {
		final DicomFixture header = ct().text(0x00281050, "DS", "40\\-600\\0").text(0x00281051, "DS", "400\\1500\\0").text(
			0x00281055, "LO", "SOFT\\LUNG").sequence(0x00283010, table(2, 65536 - 1024, 8, 10, 200).text(0x00283003, "LO",
				"TABLE"));
		final List<VoiLutRule.Suggestion> all = VoiLutRule.of(holder.of(header), true);
		assertEquals(List.of("SOFT", "LUNG", "", "TABLE"), all.stream().map(VoiLutRule.Suggestion::explanation).toList());
		assertEquals(Optional.of(new Window(-600, 1500)), all.get(1).transform());
		assertEquals("W 1500, L -600", all.get(1).levels());
		assertTrue(all.get(2).transform().isEmpty());
		assertTrue(all.get(2).problem().orElseThrow().found().contains("WindowWidth (0028,1051) is 0.0"));
		assertEquals(200, ((VoiLut) all.get(3).transform().orElseThrow()).level(-1023));
		final List<VoiLutRule.Suggestion> uneven = VoiLutRule.of(holder.of(header.text(0x00281051, "DS", "400")), true);
		final String problem = uneven.get(0).problem().orElseThrow().toString();
		assertTrue(problem.contains("found 1 value; expected 3, as WindowCenter (0028,1050) has"), problem);
		assertTrue(uneven.get(1).transform().isPresent(), "the table");
	}

	/** PS3.3 C.8.2.1, table C.8-3; C.11.1.1.2. An empty cell is an absent attribute. */
	@ParameterizedTest
	@CsvSource({
		"CT, ORIGINAL\\PRIMARY\\AXIAL,     ,     , HU         , HU",
		"CT, ORIGINAL\\PRIMARY\\AXIAL,     , HU  , HU         , HU",
		"CT, ORIGINAL\\PRIMARY\\AXIAL,     , US  , HU_DOUBTED , HU",
		"CT, ORIGINAL\\PRIMARY\\AXIAL, NO  , US  , HU_DOUBTED , HU",
		"CT, ORIGINAL\\PRIMARY\\AXIAL, YES , US  , OTHER_UNIT , ''",
		"CT, ORIGINAL\\PRIMARY\\AXIAL, YES , HU  , HU         , HU",
		"CT, ORIGINAL\\PRIMARY\\AXIAL, YES ,     , OTHER_UNIT , ''",
		"CT, DERIVED\\SECONDARY\\AXIAL,    , US  , OTHER_UNIT , ''",
		"CT, DERIVED\\SECONDARY\\AXIAL,    ,     , HU         , HU",
		"CT, ORIGINAL\\PRIMARY\\LOCALIZER, , US  , OTHER_UNIT , ''",
		"CT, , , MGML, OTHER_UNIT , MGML",
		"MR, ORIGINAL\\PRIMARY, , HU  , NOT_CT     , HU",
		"  , ORIGINAL\\PRIMARY\\AXIAL,     , HU  , NO_MODALITY, HU" })
	void hounsfieldUnitsAreOneRule(final String modality, final String type, final String multiEnergy, final String unit,
		final String verdict, final String shown)
	{
		final DicomFixture header = ct().text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1").without(0x00080060);
		if (modality != null) header.text(0x00080060, "CS", modality);
		if (type != null) header.text(0x00080008, "CS", type);
		if (multiEnergy != null) header.text(0x00189361, "CS", multiEnergy);
		if (unit != null) header.text(0x00281054, "LO", unit);
		for (final Holder holder : Holder.values()) {
			assertEquals(Verdict.valueOf(verdict), UnitRule.hounsfield(holder.of(header)).verdict(), holder.name());
			assertEquals(shown, UnitRule.unit(holder.of(header)), holder.name());
		}
	}

	/** The rescale, and so its rule, is not that of a table. */
	@ParameterizedTest
	@EnumSource
	void aTableIsInTheUnitThatItNames(final Holder holder) {
		final DicomFixture density = ct().text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL").sequence(0x00283000, table(2, 0,
			16, 1, 2).text(0x00283004, "LO", "OD"));
		assertEquals(new UnitRule.Hounsfield(Verdict.OTHER_UNIT, "OD"), UnitRule.hounsfield(holder.of(density)));
	}
}
