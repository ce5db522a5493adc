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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the writer makes of a data set, byte by byte as PS3.5 and PS3.10 have it, and what it refuses. Also tests
 * {@code Elements}, {@code DataSet}, {@code TransferSyntax}, {@code DataSetWriter}, {@code LittleEndianOutput} and
 * {@code FragmentCursor}.
 */
class Part10WriterTest {

	private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

	private static DicomBytes instance(final DicomBytes bytes) {
		return bytes.text(0x0008, 0x0016, "UI", CT).text(0x0008, 0x0018, "UI", "1.2.3");
	}

	private static byte[] write(final DataSet dataSet, final TransferSyntax syntax) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		Part10Writer.write(dataSet, syntax, Channels.newChannel(out));
		return out.toByteArray();
	}

	private static byte[] rewrite(final byte[] dataSet) throws IOException {
		return RoundTrip.write(RoundTrip.read("test.dcm", dataSet));
	}

	private static String hex(final byte[] bytes, final int from, final int to) {
		return HexFormat.of().formatHex(bytes, from, to);
	}

	@Test
	void writesThisFileByteByByte() throws IOException {
		final DataSet.Builder builder = new DataSet.Builder("made", CharacterSet.DEFAULT);
		builder.add(Elements.text(Tag.SOPClassUID, CT));
		builder.add(Elements.text(Tag.SOPInstanceUID, "1.2.3"));
		builder.add(Elements.integers(Tag.Rows, 3));
		final byte[] bytes = write(builder.build(), TransferSyntax.EXPLICIT_LITTLE);
		assertArrayEquals(new byte[128], Arrays.copyOf(bytes, 128));
		// DICM, (0002,0000) UL of 4 bytes.
		assertEquals("4449434d" + "02000000" + "554c0400", hex(bytes, 128, 140));
		final int group = bytes[140] & 0xFF;
		assertEquals("02000100" + "4f420000" + "02000000" + "0001", hex(bytes, 144, 158));
		assertEquals("02000200" + "55491a00", hex(bytes, 158, 166));
		// The data set begins where the group's length says.
		assertEquals("08001600" + "55491a00", hex(bytes, 144 + group, 152 + group));
		assertEquals("08001800" + "55490600" + "312e322e3300", hex(bytes, 178 + group, 192 + group));
		assertEquals("28001000" + "55530200" + "0300", hex(bytes, 192 + group, bytes.length));
	}

	@Test
	void sequencesGetDefinedLengths() throws IOException {
		final DicomBytes implicit = DicomBytes.implicitLittle();
		final DicomBytes inner = implicit.empty().text(0x0008, 0x0100, "SH", "113100");
		instance(implicit).openSequence(0x0012, 0x0064, inner, implicit.empty());
		final byte[] bytes = rewrite(implicit.dataSet());
		final String end = "12006400" + "53510000" + "1e000000" + "feff00e0" + "0e000000" + "08000001" + "53480600" +
			"313133313030" + "feff00e0" + "00000000";
		assertEquals(end, hex(bytes, bytes.length - end.length() / 2, bytes.length));
	}

	@Test
	void numbersOfBigEndianAreTurned() throws IOException {
		final DicomBytes big = DicomBytes.explicitBig();
		instance(big).shorts(0x0028, 0x0010, "US", 0x0102).ints(0x0028, 0x0008, "UL", 0x01020304).bytes(0x7FE0, 0x0010,
			"OW", new byte[] { 1, 2, 3, 4, 5, 6 });
		final byte[] bytes = rewrite(big.dataSet());
		final String end = "e07f1000" + "4f570000" + "06000000" + "020104030605";
		assertEquals(end, hex(bytes, bytes.length - end.length() / 2, bytes.length));
		assertEquals(0x0102, RoundTrip.read("again", bytes).dataSet().requireInteger(Tag.Rows));
	}

	@ParameterizedTest
	@CsvSource({ "LO, 6120", "UI, 6100", "OB, 6100", "UN, 6100", "PN, 6120" })
	void oddValuesGetTheirPadding(final String vr, final String expected) throws IOException {
		final DataSet.Builder builder = new DataSet.Builder("made", CharacterSet.DEFAULT);
		builder.add(Elements.text(Tag.SOPClassUID, CT));
		builder.add(Elements.text(Tag.SOPInstanceUID, "1.2"));
		builder.add(Element.of(0x00110010, Vr.valueOf(vr), -1, new byte[] { 'a' }, false));
		final byte[] bytes = write(builder.build(), TransferSyntax.EXPLICIT_LITTLE);
		assertEquals(expected, hex(bytes, bytes.length - 2, bytes.length));
	}

	/** 70,000 bytes do not fit a length of 16 bits: UN (PS3.5 section 6.2.2). */
	@Test
	void aValueTooLongForItsVrBecomesUnknown() throws IOException {
		final DicomBytes implicit = DicomBytes.implicitLittle();
		instance(implicit).text(0x0010, 0x4000, "LT", "x".repeat(70_000));
		final byte[] bytes = rewrite(implicit.dataSet());
		assertEquals("10000040" + "554e0000" + "70110100", hex(bytes, bytes.length - 70_012, bytes.length - 70_000));
		assertEquals(70_000, RoundTrip.read("again", bytes).dataSet().element(0x00104000).length());
	}

	@Test
	void fragmentsKeepTheirTransferSyntaxAndBytes() throws IOException {
		final DicomBytes compressed = DicomBytes.explicitLittle();
		instance(compressed).fragments(new byte[0], new byte[] { 1, 2 }, new byte[] { 3, 4, 5 }).raw((byte) 0xFC,
			(byte) 0xFF, (byte) 0xFC, (byte) 0xFF, (byte) 'O', (byte) 'B', (byte) 0, (byte) 0, (byte) 2, (byte) 0, (byte) 0,
			(byte) 0, (byte) 7, (byte) 7);
		final DataSet dataSet = RoundTrip.read("compressed", compressed.dataSet()).dataSet();
		final TransferSyntax jpeg = TransferSyntax.of("1.2.840.10008.1.2.4.70");
		final byte[] bytes = write(dataSet, jpeg);
		final String end = "e07f1000" + "4f420000" + "ffffffff" + "feff00e0" + "00000000" + "feff00e0" + "02000000" +
			"0102" + "feff00e0" + "04000000" + "03040500" + "feffdde0" + "00000000";
		assertEquals(end, hex(bytes, bytes.length - end.length() / 2, bytes.length));
		assertEquals(jpeg, RoundTrip.read("again", bytes).transferSyntax());
	}

	/** Icons have fragments inside an item, whose length counts for that of the item. */
	@Test
	void fragmentsInAnItemAreKept() throws IOException {
		final DicomBytes file = DicomBytes.explicitLittle();
		final DicomBytes icon = file.empty().fragments(new byte[0], new byte[] { 1, 2, 3 });
		instance(file).openSequence(0x0088, 0x0200, icon).text(0x0088, 0x0904, "LO", "behind");
		final byte[] bytes = rewrite(file.dataSet());
		final String end = "88000002" + "53510000" + "30000000" + "feff00e0" + "28000000" + "e07f1000" + "4f420000" +
			"ffffffff" + "feff00e0" + "00000000" + "feff00e0" + "04000000" + "01020300" + "feffdde0" + "00000000" +
			"88000409" + "4c4f0600" + "626568696e64";
		assertEquals(end, hex(bytes, bytes.length - end.length() / 2, bytes.length));
	}

	@Test
	void groupLengthsAreLeftOut() throws IOException {
		final DicomBytes file = DicomBytes.explicitLittle().ints(0x0008, 0x0000, "UL", 99).ints(0x0008, 0x0001, "UL", 9);
		instance(file).ints(0x0010, 0x0000, "UL", 12).text(0x0010, 0x0010, "PN", "A");
		final DataSet again = RoundTrip.read("again", rewrite(file.dataSet())).dataSet();
		assertEquals("[(0008,0016), (0008,0018), (0010,0010)]", again.elements().stream().map(e -> Tag.toString(e.tag()))
			.toList().toString());
	}

	@Test
	void pixelsThatContradictTheTransferSyntaxAreRefused() throws IOException {
		final DicomBytes open = DicomBytes.explicitLittle();
		final DataSet fragments = RoundTrip.read("a", instance(open).fragments(new byte[0]).dataSet()).dataSet();
		assertTrue(assertThrows(DicomException.class, () -> write(fragments, TransferSyntax.EXPLICIT_LITTLE)).getMessage()
			.contains("found fragments; expected native pixels"));
		final DicomBytes defined = DicomBytes.explicitLittle();
		final DataSet whole = RoundTrip.read("b", instance(defined).bytes(0x7FE0, 0x0010, "OB", new byte[2]).dataSet())
			.dataSet();
		assertTrue(assertThrows(DicomException.class, () -> write(whole, TransferSyntax.of("1.2.840.10008.1.2.4.70")))
			.getMessage().contains("found a value of defined length; expected fragments"));
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 0.1", "-0, 0", "100, 100", "-1024, -1024", "0.333333333333333333, 0.33333333333333",
		"-0.333333333333333333, -0.3333333333333", "1e-12, 0.000000000001", "-1.23456789012345e-7, -1.234567890e-07",
		"123456789.123456789, 123456789.123457", "1e300, 1e+300" })
	void decimalsHaveAtMost16Characters(final double value, final String expected) {
		final String text = Elements.decimal(value);
		assertTrue(text.length() <= 16, text);
		assertEquals(Double.parseDouble(expected), Double.parseDouble(text), Math.abs(value) * 1e-9, text);
		assertTrue(Math.abs(Double.parseDouble(text) - value) <= Math.abs(Double.parseDouble(expected) - value), text);
	}

	@Test
	void numbersThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Elements.integers(Tag.Rows, 65536));
		assertThrows(IllegalArgumentException.class, () -> Elements.signed(Tag.PixelPaddingValue, true, 40000));
		assertThrows(IllegalArgumentException.class, () -> Elements.text(Tag.ImageType, "\u00e4"));
		assertThrows(IllegalArgumentException.class, () -> Elements.decimal(Double.NaN));
	}
}
