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
package io.github.hounsfield.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What writers broke is read where its meaning is certain, and refused by name where it is not. Proves Part10Reader.
 */
class BrokenPart10Test extends Part10Bytes {

	@Test
	void readsLengthsOfTheWrongSize() throws IOException {
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "CT").header(0x0008, 0x0070, "LO", 0).raw(
			(byte) 4, (byte) 0, (byte) 0, (byte) 0).raw("ACME".getBytes()).header(0x0008, 0x0080, "LO", 0).text(0x0008, 0x0090,
				"PN", "X^").raw((byte) 8, (byte) 0, (byte) 0x81, (byte) 0, (byte) 'U', (byte) 'T', (byte) 2, (byte) 0, (byte) 'h',
					(byte) 'i').raw((byte) 0x28, (byte) 0, (byte) 0x10, (byte) 0, (byte) ' ', (byte) ' ', (byte) 2, (byte) 0,
						(byte) 7, (byte) 0).raw((byte) 0x28, (byte) 0, (byte) 0x11, (byte) 0, (byte) 2, (byte) 0, (byte) 0, (byte) 0,
							(byte) 8, (byte) 0).text(0x0028, 0x1053, "DS", "2.0 ").file(EXPLICIT);
		final DicomFile read = read(file);
		assertEquals("ACME", read.dataSet().requireString(Tag.Manufacturer));
		assertTrue(read.dataSet().element(Tag.InstitutionName).isEmpty());
		assertEquals("X^", read.dataSet().requireString(0x00080090));
		assertEquals("hi", read.dataSet().requireString(0x00080081));
		assertEquals(7, read.dataSet().requireInteger(Tag.Rows));
		assertEquals(8, read.dataSet().requireInteger(Tag.Columns));
		assertEquals(2, read.dataSet().number(Tag.RescaleSlope).orElseThrow());
		assertEquals(4, read.warnings().size(), read.warnings().toString());
	}

	/** A blank VR in a file so long that the bytes of VR and length, taken for a length, stay inside it. */
	@Test
	void doesNotSwallowElementsBehindABlankVr() throws IOException {
		final byte[] file = DicomBytes.explicitLittle().shorts(0x0028, 0x0103, "US", 1).raw((byte) 0x28, (byte) 0,
			(byte) 0x20, (byte) 1, (byte) ' ', (byte) ' ', (byte) 2, (byte) 0, (byte) 0x30, (byte) 0xF8).text(0x0028, 0x1052,
				"DS", "-1024").header(0x0028, 0x1053, "DS", 0).raw(new byte[0]).bytes(0x7FE0, 0x0010, "OW", filled(600_000,
					0xFF)).file(EXPLICIT);
		final DataSet dataSet = read(file).dataSet();
		assertEquals(-2000, dataSet.number(Tag.PixelPaddingValue).orElseThrow());
		assertEquals(-1024, dataSet.number(Tag.RescaleIntercept).orElseThrow());
		assertTrue(dataSet.number(Tag.RescaleSlope).isEmpty());
	}

	/** An empty element in front of a smaller tag is empty, not one with a length of 32 bits. */
	@Test
	void readsEmptyElementsInFrontOfSmallerTags() throws IOException {
		final byte[] file = DicomBytes.explicitLittle().header(0x0028, 0x1053, "DS", 0).text(0x0008, 0x0060, "CS",
			"CT").bytes(
			0x7FE0, 0x0010, "OW", filled(8 << 20, 0xFF)).file(EXPLICIT);
		final DicomFile read = read(file);
		assertTrue(read.dataSet().element(Tag.RescaleSlope).isEmpty());
		assertEquals("CT", read.dataSet().requireString(Tag.Modality));
	}

	private static byte[] filled(final int length, final int value) {
		final byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

	@Test
	void readsWhatHasDelimitersTooManyOrTooFew() throws IOException {
		final byte[] file = DicomBytes.explicitLittle().sequence(0x0008, 0x1140, DicomBytes.explicitLittle().text(0x0008,
			0x0100, "SH", "AB").mark(0xE00D, 0)).mark(0xE0DD, 0).header(0x0008, 0x1150, "SQ", 0xFFFFFFFFL).mark(0xE000,
				0xFFFFFFFFL).text(0x0008, 0x0100, "SH", "CD").mark(0xE0DD, 0).text(0x0010, 0x0020, "LO", "ID").raw(new byte[20])
			.file(EXPLICIT);
		final DataSet dataSet = read(file).dataSet();
		assertEquals("AB", dataSet.firstItem(0x00081140).requireString(0x00080100));
		assertEquals("CD", dataSet.firstItem(0x00081150).requireString(0x00080100));
		assertEquals("ID", dataSet.requireString(Tag.PatientID));
	}

	@Test
	void keepsTheFirstOfTwoEqualElementsAndPutsOthersInOrder() throws IOException {
		final DicomFile file = read(DicomBytes.explicitLittle().text(0x0010, 0x0020, "LO", "ID").text(0x0008, 0x0060, "CS",
			"CT").text(0x0010, 0x0020, "LO", "XX").file(EXPLICIT));
		assertEquals("ID", file.dataSet().requireString(Tag.PatientID));
		assertEquals("CT", file.dataSet().requireString(Tag.Modality));
		assertEquals(List.of(Tag.Modality, Tag.PatientID), file.dataSet().elements().stream().map(Element::tag).toList());
		assertTrue(file.warnings().get(0).found().contains("twice"), file.warnings().toString());
	}

	@Test
	void refusesWhatIsNoDicom() {
		for (final byte[] bytes : new byte[][] { {}, "hello, world".getBytes(), new byte[1000], { (byte) 0x89, 'P', 'N',
			'G', 13, 10, 26, 10, 0, 0, 0, 13 }, DicomBytes.explicitLittle().raw(new byte[128]).raw("DICM".getBytes())
				.dataSet() })
			assertThrows(DicomException.NotDicom.class, () -> read(bytes));
	}

	@Test
	void namesFileTagByteAndLengths() {
		final DicomException e = assertThrows(DicomException.class, () -> read(DicomBytes.explicitLittle().text(0x0008,
			0x0060, "CS", "CT").header(0x0008, 0x0070, "LO", 1000).raw(new byte[10]).file(EXPLICIT)));
		final String message = e.getMessage();
		for (final String part : List.of("test", "(0008,0070)", "Manufacturer", "at byte", "claims 1000 bytes",
			"expected at most the 10 that are left"))
			assertTrue(message.contains(part), message);
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void refusesAThousandNestedSequences(final boolean open) {
		DicomBytes item = DicomBytes.explicitLittle();
		for (int i = 0; i < 1000; i++)
			item = open ? DicomBytes.explicitLittle().openSequence(0x0008, 0x1140, item) : DicomBytes.explicitLittle().sequence(
				0x0008, 0x1140, item);
		final byte[] file = item.file(EXPLICIT);
		assertTrue(assertThrows(DicomException.class, () -> read(file)).getMessage().contains("nested"));
	}

	/**
	 * An anonymizer took the tag and length of a sequence away and left its items, as real ultrasound files have it: they
	 * are skipped with what is in them, and all else is read.
	 */
	@ParameterizedTest(name = "{0}, items {1}, end {2}")
	@CsvSource({ "explicit, open, true", "explicit, open, false", "explicit, closed, true", "explicit, closed, false",
		"implicit, open, true", "implicit, closed, false", "big, open, true", "big, closed, false" })
	void skipsItemsWithoutASequence(final String encoding, final String items, final boolean delimited)
		throws IOException
	{
		final DicomBytes bytes = encoding.equals("big") ? DicomBytes.explicitBig() : encoding.equals("implicit") ? DicomBytes
			.implicitLittle() : DicomBytes.explicitLittle();
		final DicomBytes inner = bytes.empty().text(0x0008, 0x0100, "SH", "SECRET").openSequence(0x0008, 0x1140, bytes.empty()
			.text(0x0008, 0x0104, "LO", "SECRET"));
		bytes.text(0x0008, 0x0060, "CS", "US");
		bare(bytes, inner, items, delimited);
		bytes.text(0x0010, 0x0010, "PN", "A^B").sequence(0x0018, 0x6011, bare(bytes.empty().shorts(0x0018, 0x6012, "US", 1),
			inner, items, false).shorts(0x0018, 0x6014, "US", 2));
		bare(bytes, inner, items, delimited);
		final DicomFile file = read(bytes.image(1, 1, 8, 8, 7, false).bytes(0x7FE0, 0x0010, "OB", new byte[] { 7, 0 }).file(
			encoding.equals("big") ? BIG : encoding.equals("implicit") ? IMPLICIT : EXPLICIT));
		assertEquals("US", file.dataSet().requireString(Tag.Modality));
		assertEquals("A^B", file.dataSet().requireString(0x00100010));
		final DataSet region = file.dataSet().firstItem(0x00186011);
		assertEquals(1, region.requireInteger(0x00186012));
		assertEquals(2, region.requireInteger(0x00186014));
		assertArrayEquals(new byte[] { 7, 0 }, file.dataSet().bytes(Tag.PixelData));
		assertEquals(null, file.dataSet().element(0x00080100));
		assertEquals(1, file.warnings().stream().filter(warning -> warning.toString().contains("such items are skipped"))
			.count(), file.warnings()::toString);
		assertTrue(!file.warnings().toString().contains("SECRET"), file.warnings()::toString);
	}

	private static DicomBytes bare(final DicomBytes bytes, final DicomBytes item, final String items,
		final boolean delimited)
	{
		for (int i = 0; i < 2; i++)
			if (items.equals("open")) bytes.mark(0xE000, 0xFFFFFFFFL).raw(item.dataSet()).mark(0xE00D, 0);
			else bytes.mark(0xE000, item.dataSet().length).raw(item.dataSet());
		return delimited ? bytes.mark(0xE0DD, 0) : bytes;
	}

	@Test
	void refusesAnItemThatClaimsMoreThanIsLeft() {
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "US").mark(0xE000, 1000).raw(new byte[20])
			.file(EXPLICIT);
		assertTrue(assertThrows(DicomException.class, () -> read(file)).getMessage().contains("claims 1000 bytes"));
	}

	@Test
	void refusesADeflateBomb() {
		final byte[] bomb = DicomBytes.deflate(DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "CT").raw(
			new byte[300 <<
			20]).dataSet());
		assertTrue(bomb.length < 2_000_000);
		final byte[] file = DicomBytes.file(DEFLATED, bomb);
		assertTrue(assertThrows(DicomException.class, () -> read(file)).getMessage().contains("inflates to more than"));
	}

	@Test
	void readsAFileThatShrankAThousandfold() throws IOException {
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "CT").bytes(0x7FE0, 0x0010, "OW",
			new byte[8 << 20]).file(DEFLATED);
		assertTrue(file.length < 50_000);
		assertArrayEquals(new byte[8 << 20], read(file).dataSet().bytes(Tag.PixelData));
	}
}
