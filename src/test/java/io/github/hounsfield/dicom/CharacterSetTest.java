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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names as the standard's annexes and sample files of several countries write them, byte by byte. Also tests
 * {@code PersonName}, {@code CodeTable} and {@code Iso2022Decoder}.
 */
class CharacterSetTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		// PS3.5 annex H.3.1 and H.3.2
		"\\ISO 2022 IR 87 | 59616d6164615e5461726f753d1b24423b3345441b28425e1b244242404f3a1b28423d1b244224642" +
			"45e24401b28425e1b2442243f246d24261b2842 | Yamada^Tarou=山田^太郎=やまだ^たろう",
		"ISO 2022 IR 13\\ISO 2022 IR 87 | d4cfc0de5ec0dbb33d1b24423b3345441b284a5e1b244242404f3a1b284a3d1b24422464245e" +
			"24401b284a5e1b2442243f246d24261b284a | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
		// PS3.5 annex I.2
		"\\ISO 2022 IR 149 | 486f6e675e47696c646f6e673d1b242943fbf35e1b242943d1ced4d73d1b242943c8ab5e1b242943b1e6b5bf" +
			"| Hong^Gildong=洪^吉洞=홍^길동",
		// PS3.5 annexes J.1 to J.3 and K.2
		"ISO_IR 192 | 57616e675e5869616f446f6e673de78e8b5ee5b08fe69db13d | Wang^XiaoDong=王^小東=",
		"GB18030 | 57616e675e5869616f446f6e673dcdf55ed0a1b6ab3d | Wang^XiaoDong=王^小东=",
		"GBK | 57616e675e5869616f446f6e673dcdf55ed0a1b6ab3d | Wang^XiaoDong=王^小东=",
		"\\ISO 2022 IR 58 | 5a68616e675e5869616f446f6e673d1b242941d5c55e1b242941d0a1b6ab3d | Zhang^XiaoDong=张^小东=",
		// One set for the upper half, no code extension
		"ISO_IR 100 | 4275635e4ae972f46d65 | Buc^Jérôme",
		"ISO_IR 101 | 5761b3eaf361 | Wałęóa",
		"ISO_IR 109 | a1e6 | Ħĉ",
		"ISO_IR 110 | a6b6 | Ļļ",
		"ISO_IR 126 | c4e9efedf5f3e9eff2 | Διονυσιος",
		"ISO_IR 127 | e2c8c7e6ea5ee4e6d2c7d1 | قباني^لنزار",
		"ISO_IR 138 | f9f8e5ef5ee3e1e5f8e4 | שרון^דבורה",
		"ISO_IR 144 | bbeeda63dcd179 | Люкcмбy",
		"ISO_IR 148 | c7fd5ed0fe | Çı^Ğş",
		"ISO_IR 166 | cad9c1bcd2 | สูมผา",
		"ISO_IR 13 | d4cfc0de5ec0dbb3 | ﾔﾏﾀﾞ^ﾀﾛｳ",
		// Several sets in one name
		"ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126 | 44efff5e1b2d4cbbee5e1b2d46c4e9 | Dïÿ^Лю^Δι",
		"\\ISO 2022 IR 159 | 41421b24284430211b28425e43 | AB丂^C",
		// The standard's Latin-1 is back behind a delimiter
		"ISO 2022 IR 100\\ISO 2022 IR 126 | 1b2d46c45ee9 | Δ^é" })
	void readsTheNamesOfTheStandard(final String terms, final String hex, final String name) throws IOException {
		assertEquals(List.of(name), read(terms, "PN", HexFormat.of().parseHex(hex)).strings(0x00100010));
	}

	@Test
	void aByteOfACharacterIsNoDelimiter() throws IOException {
		// JIS X 0208 24 5C is hiragana Bo
		final byte[] value = HexFormat.of().parseHex("1b2442245c245e1b28425c41");
		assertEquals(List.of("ぼま", "A"), read("\\ISO 2022 IR 87", "LO", value).strings(0x00100010));
		// GB18030 81 5C
		assertEquals(List.of("\u4E57", "A"), read("GB18030", "LO", new byte[] { (byte) 0x81, 0x5C, '\\', 'A' }).strings(
			0x00100010));
	}

	/** PS3.5 annex I.3: each line begins anew. */
	@Test
	void readsAKoreanText() throws IOException {
		final byte[] text = ("\033$)CThe first line includes \261\346\265\277.\r\n" +
			"\033$)CThe second line includes \261\346\265\277, too.\r\nThe third line.").getBytes(StandardCharsets.ISO_8859_1);
		assertEquals(List.of("The first line includes 길동.\r\nThe second line includes 길동, too.\r\nThe third line."), read(
			"\\ISO 2022 IR 149", "LT", text).strings(0x00100010));
	}

	@Test
	void aYenSignDividesValuesButIsYenInText() throws IOException {
		assertEquals(List.of("A", "B"), read("ISO_IR 13", "LO", new byte[] { 'A', 0x5C, 'B' }).strings(0x00100010));
		assertEquals(List.of("A¥B‾"), read("ISO_IR 13", "LT", new byte[] { 'A', 0x5C, 'B', 0x7E }).strings(0x00100010));
	}

	@Test
	void itemsInheritTheCharacterSetAndMayHaveTheirOwn() throws IOException {
		final DicomBytes plain = DicomBytes.explicitLittle().bytes(0x0010, 0x0010, "PN", new byte[] { (byte) 0xC4, ' ' });
		final DicomBytes own = DicomBytes.explicitLittle().text(0x0008, 0x0005, "CS", "ISO_IR 144").bytes(0x0010, 0x0010,
			"PN", new byte[] { (byte) 0xBB, ' ' });
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0005, "CS", "ISO_IR 126").openSequence(0x0008, 0x1140,
			plain, own, plain).file("1.2.840.10008.1.2.1");
		final List<DataSet> items = DicomReaders.chosen().read(DicomSource.of("test", file)).dataSet().items(0x00081140);
		assertEquals("Δ", items.get(0).requireString(Tag.PatientName));
		assertEquals("Л", items.get(1).requireString(Tag.PatientName));
		assertEquals("Δ", items.get(2).requireString(Tag.PatientName));
	}

	@Test
	void warnsOfAnUnknownCharacterSet() throws IOException {
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0005, "CS", "KLINGON").bytes(0x0010, 0x0010, "PN",
			new byte[] { (byte) 0xE9, 'a' }).file("1.2.840.10008.1.2.1");
		final DicomFile read = DicomReaders.chosen().read(DicomSource.of("test", file));
		assertEquals("éa", read.dataSet().requireString(Tag.PatientName));
		assertTrue(read.warnings().get(0).found().contains("character set"), read.warnings().toString());
		assertFalse(CharacterSet.of(List.of("ISO_IR 999")).isKnown());
	}

	@Test
	void dividesAPersonNameIntoItsGroups() {
		final PersonName name = PersonName.of("Yamada^Tarou^^Dr^PhD=山田^太郎=やまだ^たろう");
		assertEquals("Yamada^Tarou^^Dr^PhD", name.alphabetic());
		assertEquals("山田^太郎", name.ideographic());
		assertEquals("やまだ^たろう", name.phonetic());
		assertEquals("Dr Tarou Yamada PhD", name.display());
		assertEquals("", PersonName.of("A^B").phonetic());
		assertEquals("太郎 山田", PersonName.of("=山田^太郎").display());
	}

	private static DataSet read(final String terms, final String vr, final byte[] value) throws IOException {
		final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0005, "CS", terms).bytes(0x0010, 0x0010, vr, value)
			.file("1.2.840.10008.1.2.1");
		return DicomReaders.chosen().read(DicomSource.of("test", file)).dataSet();
	}
}
