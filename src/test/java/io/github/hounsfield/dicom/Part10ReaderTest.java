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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data sets of each encoding, and what writers make of them. Also tests {@code BulkData}, {@code DataSetParser},
 * {@code ElementHeader}, {@code HeaderInput}, {@code InflatedSource}, {@code Warnings}.
 */
class Part10ReaderTest extends Part10Bytes {

	private static final String JPEG = "1.2.840.10008.1.2.4.50";

	private static Stream<Named<byte[]>> encodings() {
		return Stream.of(Named.of("implicit", body(DicomBytes.implicitLittle()).file(IMPLICIT)), Named.of("explicit", body(
			DicomBytes.explicitLittle()).file(EXPLICIT)), Named.of("big endian", body(DicomBytes.explicitBig()).file(BIG)),
			Named.of("deflated", body(DicomBytes.explicitLittle()).file(DEFLATED)), Named.of("no preamble", withoutPreamble()),
			Named.of("no meta", body(DicomBytes.explicitLittle()).dataSet()), Named.of("no meta, implicit", body(DicomBytes
				.implicitLittle()).dataSet()), Named.of("no meta, big endian", body(DicomBytes.explicitBig()).dataSet()), Named
					.of("implicit said to be explicit", body(DicomBytes.implicitLittle()).file(EXPLICIT)), Named.of(
						"explicit said to be implicit", body(DicomBytes.explicitLittle()).file(IMPLICIT)), Named.of(
							"deflated with a zlib header", zlib()), Named.of("implicit meta", implicitMeta()), Named.of(
								"wrong meta length", wrongMetaLength()));
	}

	private static DicomBytes body(final DicomBytes bytes) {
		final Supplier<DicomBytes> item = () -> bytes.empty().text(0x0008, 0x0100, "SH", "CODE").ints(0x0008, 0x1161, "UL",
			0xFFFFFFFEL);
		final DicomBytes nested = bytes.empty().sequence(0x0008, 0x1140, item.get(), item.get()).openSequence(0x0008, 0x2112,
			item.get());
		return bytes.text(0x0008, 0x0005, "CS", "ISO_IR 100").text(0x0008, 0x0018, "UI", "1.2.3").openSequence(0x0008,
			0x1140, nested, bytes.empty()).sequence(0x0008, 0x2112, nested, bytes.empty()).text(0x0010, 0x0010, "PN",
				"A^B").text(0x0020, 0x0032, "DS", "-1.5\\2e1\\ 0 ").text(0x0020, 0x0013, "IS", "17").shorts(0x0028, 0x0010, "US",
					513).bytes(0x7FE0, 0x0010, "OW", new byte[] { 1, 2, 3, 4 });
	}

	@ParameterizedTest
	@MethodSource("encodings")
	void readsTheSameFromEveryEncoding(final byte[] file) throws IOException {
		final DataSet dataSet = read(file).dataSet();
		assertEquals("1.2.3", dataSet.requireString(Tag.SOPInstanceUID));
		assertEquals(List.of("A^B"), dataSet.strings(Tag.PatientName));
		assertArrayEquals(new double[] { -1.5, 20, 0 }, dataSet.numbers(Tag.ImagePositionPatient));
		assertEquals(17, dataSet.requireInteger(Tag.InstanceNumber));
		assertEquals(513, dataSet.requireInteger(Tag.Rows));
		for (final int tag : new int[] { 0x00081140, 0x00082112 }) {
			assertEquals(2, dataSet.items(tag).size());
			assertTrue(dataSet.items(tag).get(1).elements().isEmpty());
			final DataSet outer = dataSet.items(tag).get(0);
			assertEquals(2, outer.items(0x00081140).size());
			assertEquals(1, outer.items(0x00082112).size());
			assertEquals("CODE", outer.items(0x00081140).get(1).requireString(0x00080100));
			assertEquals(0xFFFFFFFEL, outer.firstItem(0x00082112).number(0x00081161).orElseThrow());
		}
		assertArrayEquals(new byte[] { 1, 2, 3, 4 }, dataSet.bytes(Tag.PixelData));
	}

	private static byte[] withoutPreamble() {
		final byte[] file = body(DicomBytes.explicitLittle()).file(EXPLICIT);
		return Arrays.copyOfRange(file, 128, file.length);
	}

	private static byte[] zlib() {
		final DicomBytes bytes = body(DicomBytes.explicitLittle());
		return DicomBytes.file(DEFLATED, DicomBytes.explicitLittle().raw((byte) 0x78, (byte) 0x9C).raw(DicomBytes.deflate(
			bytes.dataSet())).dataSet());
	}

	private static byte[] implicitMeta() {
		return DicomBytes.explicitLittle().raw(new byte[128]).raw("DICM".getBytes()).raw(DicomBytes.implicitLittle().text(
			0x0002, 0x0010, "UI", EXPLICIT).dataSet()).raw(body(DicomBytes.explicitLittle()).dataSet()).dataSet();
	}

	private static byte[] wrongMetaLength() {
		final byte[] file = body(DicomBytes.explicitLittle()).file(EXPLICIT);
		assertEquals(4, file[128 + 4 + 6]);
		file[128 + 4 + 8] = 99;
		return file;
	}

	@Test
	void takesTheTransferSyntaxThatTheBytesShow() throws IOException {
		final DicomFile file = read(body(DicomBytes.implicitLittle()).file(EXPLICIT));
		assertEquals(IMPLICIT, file.transferSyntax().uid());
		assertTrue(file.warnings().get(0).found().contains("reads as Implicit"), file.warnings().toString());
	}

	@Test
	void readsUnknownVrByTheDictionary() throws IOException {
		final byte[] items = DicomBytes.implicitLittle().mark(0xE000, 10).text(0x0008, 0x0100, "SH", "AB").dataSet();
		final byte[] file = DicomBytes.explicitLittle().bytes(0x0008, 0x0018, "UN", "1.2.3\0".getBytes()).bytes(0x0008,
			0x1140, "UN", items).bytes(0x0009, 0x0010, "UN", "ME".getBytes()).bytes(0x0009, 0x1001, "UN", items).bytes(0x0009,
				0x1002, "UN", new byte[] { (byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, 9, 9, 9, 9, 9 }).header(0x0009, 0x1003, "UN",
					0xFFFFFFFFL).raw(items).mark(0xE0DD, 0).bytes(0x0028, 0x0010, "UN", new byte[] { 1, 2 }).file(EXPLICIT);
		final DataSet dataSet = read(file).dataSet();
		assertEquals("1.2.3", dataSet.requireString(Tag.SOPInstanceUID));
		assertEquals("AB", dataSet.firstItem(0x00081140).requireString(0x00080100));
		assertEquals("ME", dataSet.requireString(0x00090010));
		assertEquals("AB", dataSet.firstItem(0x00091001).requireString(0x00080100));
		assertEquals(9, dataSet.bytes(0x00091002).length);
		assertEquals("AB", dataSet.firstItem(0x00091003).requireString(0x00080100));
		assertEquals(513, dataSet.requireInteger(Tag.Rows));
	}

	@Test
	void readsPrivateSequencesOfImplicitFiles() throws IOException {
		final DicomBytes bytes = DicomBytes.implicitLittle();
		final DicomBytes inner = bytes.empty().openSequence(0x0009, 0x1001, bytes.empty().text(0x0008, 0x0100, "SH", "AB"));
		final byte[] file = bytes.openSequence(0x0009, 0x1001, inner).sequence(0x0009, 0x1002, inner).file(IMPLICIT);
		for (final int tag : new int[] { 0x00091001, 0x00091002 })
			assertEquals("AB", read(file).dataSet().firstItem(tag).firstItem(0x00091001).requireString(0x00080100));
	}

	/** PS3.6 "US or SS": a padding of -2000 in an implicit file is no 63536. */
	@ParameterizedTest(name = "PixelRepresentation {0}: {1}")
	@CsvSource({ "0, 63536", "1, -2000" })
	void readsPixelValuesOfImplicitFilesByPixelRepresentation(final int representation, final int value)
		throws IOException
	{
		final DicomBytes icon = DicomBytes.implicitLittle().shorts(0x0028, 0x0103, "US", 1 - representation).shorts(0x0028,
			0x0107, "SS", -2000);
		final byte[] file = DicomBytes.implicitLittle().shorts(0x0028, 0x0103, "US", representation).shorts(0x0028, 0x0120,
			"US", 63536).sequence(0x0028, 0x3000, DicomBytes.implicitLittle().shorts(0x0028, 0x3002, "SS", 4, -2000, 16))
			.sequence(0x0088, 0x0200, icon).file(IMPLICIT);
		final DataSet dataSet = read(file).dataSet();
		assertEquals(value, dataSet.number(Tag.PixelPaddingValue).orElseThrow());
		assertEquals(value, dataSet.firstItem(Tag.ModalityLUTSequence).numbers(Tag.LUTDescriptor)[1]);
		assertEquals(value == -2000 ? 63536 : -2000, dataSet.firstItem(0x00880200).number(Tag.LargestImagePixelValue)
			.orElseThrow());
	}

	@Test
	void leavesFragmentsInTheFile() throws IOException {
		final DicomFile file = read(DicomBytes.explicitLittle().text(0x0008, 0x0060, "CS", "CT").fragments(new byte[0],
			new byte[] { 1, 2 }).file(JPEG));
		final BulkData bulk = file.dataSet().element(Tag.PixelData).bulk();
		assertTrue(bulk.encapsulated());
		assertEquals(8 + 8 + 2 + 8, bulk.length());
	}

	@Test
	void leavesLongValuesInTheFile() throws IOException {
		final byte[] value = new byte[100_001];
		value[100_000] = 5;
		final byte[] file = DicomBytes.explicitLittle().bytes(0x0009, 0x1001, "OB", value).text(0x0010, 0x0020, "LO", "ID")
			.file(EXPLICIT);
		final DataSet dataSet = read(file).dataSet();
		assertEquals(100_001, dataSet.element(0x00091001).bulk().length());
		assertArrayEquals(value, dataSet.bytes(0x00091001));
		assertEquals("ID", dataSet.requireString(Tag.PatientID));
	}
}
