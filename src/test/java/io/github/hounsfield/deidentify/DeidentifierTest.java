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
package io.github.hounsfield.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.deidentify.DeidentifyOptions.Dates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Privates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Uids;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the profile and each option make of the elements of a CT slice, by PS3.15 annex E. Also tests
 * {@code KnownWords}, {@code Pseudonyms}, {@code Rules}, {@code SafePrivates}, {@code Marks}, {@code Replacement},
 * {@code ReferenceItems}, {@code AttributeTypes}, {@code Identity}, {@code Texts}.
 */
class DeidentifierTest {

	private static final byte[] KEY = new byte[32];
	private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new Secret(KEY));
	private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

	private static DeidentifyOptions options(final Dates dates, final Uids uids, final Privates privates,
		final boolean rest)
	{
		return DeidentifyOptions.BASIC.withDates(dates).withUids(uids).withPrivates(privates).withCharacteristics(
			rest).withDevice(rest).withInstitution(rest).withDescriptors(rest);
	}

	private static final DeidentifyOptions SHIFT = options(Dates.SHIFT, Uids.MAP, Privates.REMOVE, false);
	private static final DeidentifyOptions ALL = options(Dates.KEEP, Uids.KEEP, Privates.SAFE, true);

	private static DicomBytes slice(final String patient) {
		return DicomBytes.explicitLittle().text(0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL").text(0x0008, 0x0016, "UI",
			CT).text(0x0008, 0x0018, "UI", "1.2.3.4").text(0x0008, 0x0020, "DA", "20240301").text(0x0008, 0x0021, "DA",
				"20240310").text(0x0008, 0x002A, "DT", "20240301235959.5+0100").text(0x0008, 0x0030, "TM", "101112.5").text(
					0x0008, 0x0050, "SH", "ACC1").text(0x0008, 0x0060, "CS", "CT").text(0x0008, 0x0070, "LO", "MAKER").text(0x0008,
						0x0080, "LO", "Hospital").text(0x0008, 0x1030, "LO", "Chest Dr. Miller 5 mm").text(0x0010, 0x0010, "PN",
							"Doe^Jane").text(0x0010, 0x0020, "LO", patient).text(0x0010, 0x0030, "DA", "19300101").text(0x0010, 0x0040,
								"CS", "F").text(0x0010, 0x1010, "AS", "094Y").text(0x0018, 0x1000, "LO", "SERIAL").text(0x0018, 0x1210,
									"SH", "B40f").text(0x0019, 0x0010, "LO", "GEMS_ACQU_01").text(0x0019, 0x1023, "DS", "39.37").text(0x0019,
										0x1024, "DS", "secret").text(0x0019, 0x1099, "LO", "secret").text(0x0020, 0x000D, "UI", "1.2.3").text(
											0x0020, 0x0013, "IS", "7").text(0x0020, 0x0052, "UI", "1.2.840.10008.1.4.1.1");
	}

	private static DataSet read(final DicomBytes bytes) throws IOException {
		return new Part10Reader().read(DicomSource.of("file 1", bytes.dataSet())).dataSet();
	}

	private static DataSet clean(final DeidentifyOptions options, final DicomBytes file) throws IOException {
		return new Deidentifier(options, PSEUDONYMS).deidentify(read(file), true).dataSet();
	}

	private static String text(final DataSet dataSet, final int tag) throws IOException {
		return dataSet.element(tag) == null ? null : dataSet.string(tag).orElse("");
	}

	@Test
	void theBasicProfileAlone() throws IOException {
		final DataSet clean = clean(DeidentifyOptions.BASIC, slice("P1"));
		assertEquals("", text(clean, 0x00080020), "Study Date: Z");
		assertNull(text(clean, 0x00080021), "Series Date: X/D, of type 3 in CT");
		assertEquals("", text(clean, 0x00080050), "Accession Number: Z");
		assertNull(text(clean, 0x00080080), "Institution Name: X/Z/D, of type 3");
		assertEquals("MAKER", text(clean, 0x00080070));
		assertEquals("", text(clean, 0x00100030), "Birth Date: Z");
		assertNull(text(clean, 0x00101010), "Age: X");
		assertEquals("B40f", text(clean, 0x00181210));
		assertNull(clean.element(0x00190010));
		assertEquals("7", text(clean, 0x00200013));
		assertEquals("1.2.840.10008.1.4.1.1", text(clean, 0x00200052), "a frame of reference of the standard");
		assertEquals(text(clean, 0x00100010), text(clean, 0x00100020));
		assertTrue(text(clean, 0x00100020).matches("P-[0-9A-F]{16}"));
		assertEquals("YES", text(clean, 0x00120062));
		assertEquals("REMOVED", text(clean, 0x00280303));
		assertEquals("[113100]", codes(clean));
	}

	@Test
	void everyOptionTogether() throws IOException {
		final DataSet clean = clean(ALL, slice("P1"));
		assertEquals("20240301", text(clean, 0x00080020));
		assertEquals("101112.5", text(clean, 0x00080030));
		assertEquals("", text(clean, 0x00100030), "no option keeps a birth date");
		assertEquals("Hospital", text(clean, 0x00080080));
		assertEquals("SERIAL", text(clean, 0x00181000));
		assertEquals("F", text(clean, 0x00100040));
		assertEquals("090Y", text(clean, 0x00101010), "94 years become 90");
		assertEquals("Chest 5 mm", text(clean, 0x00081030), "no name stays");
		assertEquals("1.2.3.4", text(clean, 0x00080018));
		assertEquals("39.37", text(clean, 0x00191023));
		assertEquals("GEMS_ACQU_01", text(clean, 0x00190010));
		assertNull(clean.element(0x00191024), "a safe element whose value is no number");
		assertNull(clean.element(0x00191099));
		assertEquals("UNMODIFIED", text(clean, 0x00280303));
		assertEquals("[113100, 113105, 113106, 113108, 113109, 113110, 113111, 113112]", codes(clean));
	}

	private static String codes(final DataSet clean) {
		return clean.items(0x00120064).stream().map(item -> {
			try {
				assertEquals("DCM", item.requireString(0x00080102));
				return item.requireString(0x00080100);
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		}).collect(Collectors.toList()).toString();
	}

	/** 2.25. and the first 128 bits of HMAC-SHA-256 of the UID, as a decimal; computed here by Java's own classes. */
	@Test
	void uidsAreTheHmacOfTheOldOnes() throws Exception {
		final DataSet clean = clean(DeidentifyOptions.BASIC, slice("P1"));
		final Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
		final byte[] hash = mac.doFinal("1.2.3.4".getBytes("US-ASCII"));
		assertEquals("2.25." + new BigInteger(1, Arrays.copyOf(hash, 16)), text(clean, 0x00080018));
		assertEquals(CT, text(clean, 0x00080016));
	}

	@Test
	void shiftedDatesKeepTheirDifferencesAndTimes() throws IOException {
		final DataSet clean = clean(SHIFT, slice("P1"));
		final long days = days("20240301", text(clean, 0x00080020));
		assertTrue(days >= 1 && days <= 3650, days + " days");
		assertEquals(days, days("20240310", text(clean, 0x00080021)));
		assertEquals(days, days("20240301", text(clean, 0x0008002A).substring(0, 8)));
		assertTrue(text(clean, 0x0008002A).endsWith("235959.5+0100"));
		assertEquals("101112.5", text(clean, 0x00080030));
		assertEquals("", text(clean, 0x00100030));
		assertEquals("MODIFIED", text(clean, 0x00280303));
		assertEquals("[113100, 113107]", codes(clean));
		assertEquals(text(clean, 0x00080020), text(clean(SHIFT, slice("P1")), 0x00080020));
		assertNotEquals(text(clean, 0x00080020), text(clean(SHIFT, slice("P2")), 0x00080020));
	}

	private static long days(final String before, final String after) {
		return ChronoUnit.DAYS.between(LocalDate.parse(after, DateTimeFormatter.BASIC_ISO_DATE), LocalDate.parse(before,
			DateTimeFormatter.BASIC_ISO_DATE));
	}

	@ParameterizedTest
	@CsvSource({ "20240301, 1, 20240229", "20230301, 1, 20230228", "20000301, 1, 20000229", "19000301, 1, 19000228",
		"20240101, 366, 20221231", "2024.03.01, 1, 2024.02.29", "2024, 1, 2023", "202403, 1, 202402",
		"20240301120000.123456-0500, 1, 20240229120000.123456-0500", "2024030112, 365, 2023030212" })
	void daysBefore(final String date, final int days, final String expected) {
		assertEquals(expected, Times.earlier(date, days));
	}

	@ParameterizedTest
	@CsvSource({ "20240231", "20241301", "today", "2024-03-01", "20240301T10" })
	void whatIsNoDateIsNotMoved(final String text) {
		assertNull(Times.earlier(text, 1));
	}

	@Test
	void aDateThatIsNoneGoesAsTheBasicProfileHasIt() throws IOException {
		final DicomBytes file = DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", CT).text(0x0008, 0x0018, "UI", "1.2")
			.text(0x0008, 0x0020, "DA", "born 1930").text(0x0008, 0x0022, "DA", "Doe^Jane").text(0x0008, 0x0030, "TM",
				"Doe^Jane");
		for (final DeidentifyOptions options : new DeidentifyOptions[] { SHIFT, ALL }) {
			final DataSet clean = clean(options, file);
			assertEquals("", text(clean, 0x00080020));
			assertNull(clean.element(0x00080022));
			assertEquals("", text(clean, 0x00080030));
		}
	}

	@ParameterizedTest
	@CsvSource({ "089Y, 089Y", "090Y, 090Y", "091Y, 090Y", "012M, 012M", "999W, 999W", "999D, 999D" })
	void agesEndAt90(final String age, final String expected) {
		assertEquals(expected, Times.age(age));
	}

	@Test
	void patientsDoNotBecomeOne() throws IOException {
		final String one = text(clean(DeidentifyOptions.BASIC, slice("P1")), 0x00100020);
		assertNotEquals(one, text(clean(DeidentifyOptions.BASIC, slice("P2")), 0x00100020));
		assertEquals(one, text(clean(DeidentifyOptions.BASIC, slice(" P1 ")), 0x00100020), "spaces around it do not count");
		final DicomBytes unnamed = DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", CT).text(0x0008, 0x0018, "UI",
			"1.2").text(0x0010, 0x0020, "LO", "");
		final DicomBytes another = unnamed.empty().raw(unnamed.dataSet()).text(0x0020, 0x000D, "UI", "1.9");
		unnamed.text(0x0020, 0x000D, "UI", "1.8");
		assertNotEquals(text(clean(DeidentifyOptions.BASIC, unnamed), 0x00100020), text(clean(DeidentifyOptions.BASIC,
			another), 0x00100020), "without an ID each study is a patient");
	}

	@Test
	void newIdentifiersFromATable() throws IOException {
		final Deidentifier table = new Deidentifier(DeidentifyOptions.BASIC, new Pseudonyms(new Secret(KEY), Map.of("P1",
			"S-001")));
		assertEquals("S-001", text(table.deidentify(read(slice("P1")), true).dataSet(), 0x00100020));
		final UnknownPatientException e = assertThrows(UnknownPatientException.class, () -> table.deidentify(read(slice(
			"Doe 77")), true));
		assertFalse(e.getMessage().contains("Doe"), e.getMessage());
	}

	/** Pixels that were copied unseen: the mark must not say that no one can be identified. */
	@Test
	void theMarkIsNoWhereThePixelsMayHoldAName() throws IOException {
		final DataSet clean = new Deidentifier(DeidentifyOptions.BASIC, PSEUDONYMS).deidentify(read(slice("P1")), false)
			.dataSet();
		assertEquals("NO", text(clean, 0x00120062));
	}

	@Test
	void aMarkOfTheSourceDoesNotStay() throws IOException {
		final DicomBytes file = DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", CT).text(0x0008, 0x0018, "UI", "1.2");
		file.text(0x0012, 0x0063, "LO", "by Dr. Miller").sequence(0x0012, 0x0064, file.empty().text(0x0008, 0x0100, "SH",
			"113101"));
		final DataSet clean = clean(DeidentifyOptions.BASIC, file);
		assertEquals("[113100]", codes(clean));
		assertFalse(text(clean, 0x00120063).contains("Miller"));
	}

	@Test
	void theNameInTextThatStaysOtherwiseGoes() throws IOException {
		final DicomBytes file = slice("P1").text(0x0028, 0x1055, "LO", "WINDOW OF JANE");
		assertEquals("", text(clean(DeidentifyOptions.BASIC, file), 0x00281055));
		final DicomBytes other = slice("P1").text(0x0028, 0x1055, "LO", "LUNG");
		assertEquals("LUNG", text(clean(DeidentifyOptions.BASIC, other), 0x00281055));
	}

	@Test
	void pixelsAreTheSameElement() throws IOException {
		final DataSet before = read(slice("P1").bytes(0x7FE0, 0x0010, "OW", new byte[8]));
		final DataSet after = new Deidentifier(DeidentifyOptions.BASIC, PSEUDONYMS).deidentify(before, true).dataSet();
		assertSame(before.element(0x7FE00010), after.element(0x7FE00010));
	}

	@ParameterizedTest
	@CsvSource({ "CT Chest w/o contrast 1.0mm B40f, CT Chest wo contrast 1.0mm B40f", "Thorax Mueller, Thorax",
		"Chest 12.03.1958, Chest", "Chest 12 03 58, Chest", "AX T2 FLAIR, AX T2 FLAIR", "4711-0815, ''",
		"Abdomen 5 mm, Abdomen 5 mm", "PLANTED, ''" })
	void ofDescriptionsTheKnownWordsStay(final String text, final String expected) {
		assertEquals(expected, KnownWords.clean(text));
	}
}
