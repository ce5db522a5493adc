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
package io.github.hounsfield.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.deidentify.ShownAttributes;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows and columns of the tag table are what was asked of files written here by hand. Also tests {@code TagPath},
 * {@code TagList}, {@code TagNames} and {@code LastValue}.
 */
class TagTableTest {

	private static final TagFilter ANONYMOUS = new TagFilter(ShownAttributes.shown(), false);

	@TempDir
	private static Path folder;
	private static SeriesListing listing;

	@BeforeAll
	static void scan() throws IOException {
		final Path classic = Files.createDirectories(folder.resolve("classic/deep"));
		Files.write(classic.resolve("b"), slice(1, "120").file());
		Files.write(classic.resolve("a"), slice(2, "140").file());
		Files.write(folder.resolve("enhanced"), enhanced().file());
		listing = new SeriesScanner().scan(List.of(folder), ScanOptions.DEFAULT);
	}

	private static DicomFixture slice(final int number, final String kvp) {
		return DicomFixture.slice("1.2.3", number, "0\\0\\" + 2 * number).text(0x00100010, "PN", "Doe^Jane").text(0x00180060,
			"DS", kvp).text(0x00281050, "DS", "-600\\40").text(0x00190010, "LO", "ACME 1.0").put(0x00191003, "FD",
				new byte[] { 0,
				0, 0, 0, 0, 0, (byte) 0xF8, 0x3F }).sequence(0x00400275, new DicomFixture().text(0x00400009, "SH", "first"),
					new DicomFixture().text(0x00400009, "SH", "second"));
	}

	private static DicomFixture enhanced() {
		final DicomFixture file = DicomFixture.slice("1.2.9", 1).text(0x00280008, "IS", "2").pixels(new short[24]);
		file.sequence(0x52009229, new DicomFixture().sequence(0x00289110, new DicomFixture().text(0x00280030, "DS",
			"0.7\\0.5")
			.text(0x00180050, "DS", "3")));
		return file.sequence(0x52009230, frame("0\\0\\0"), frame("0\\0\\3"));
	}

	private static DicomFixture frame(final String position) {
		return new DicomFixture().sequence(0x00209113, new DicomFixture().position(position)).sequence(0x00209116,
			new DicomFixture().orientation("1\\0\\0\\0\\1\\0"));
	}

	private static TagTable table(final String tags, final TagTable.Level level, final TagFilter filter)
		throws TagException
	{
		return TagTable.of(listing, TagList.parse(tags), level, filter);
	}

	@Test
	void aSeriesHasOneValueOrVaries() throws TagException {
		final TagTable table = table("kvp; WindowCenter, (0028,0010)", TagTable.Level.SERIES, TagFilter.ALL);
		assertEquals(List.of("File", "Series", "KVP", "WindowCenter", "Rows"), table.columns());
		assertEquals(List.of(List.of("classic/deep/b", "1", "varies (2 values)", "-600\\40", "3"), List.of("enhanced", "2",
			"",
			"", "3")), table.rows());
	}

	@Test
	void aFileHasItsOwn() throws TagException {
		final TagTable table = table("KVP,RequestAttributesSequence[1].ScheduledProcedureStepID,RequestAttributesSequence," +
			"RequestAttributesSequence[2].ScheduledProcedureStepID,(0019,xx03,ACME 1.0)".replace("xx", "00"),
			TagTable.Level.FILE, TagFilter.ALL);
		assertEquals("(0019,0003,ACME 1.0)", table.columns().get(7));
		assertEquals(List.of("classic/deep/b", "1", "1.2.3.1", "120", "second", "(2 items)", "", "1.5"), table.rows().get(0));
		assertEquals(List.of("classic/deep/a", "1", "1.2.3.2", "140", "second", "(2 items)", "", "1.5"), table.rows().get(1));
		assertEquals(3, table.rows().size());
	}

	/** PS3.3 C.7.6.16: of a frame's own groups, else of those that all share, else of the data set. */
	@Test
	void aFrameReadsItsFunctionalGroups() throws TagException {
		final TagTable table = table("ImagePositionPatient,SliceThickness,Modality,TransferSyntaxUID", TagTable.Level.FRAME,
			TagFilter.ALL);
		assertEquals(List.of("File", "Series", "SOPInstanceUID", "Frame"), table.columns().subList(0, 4));
		assertEquals(List.of("enhanced", "2", "1.2.9.1", "1", "0\\0\\0", "3", "CT", "1.2.840.10008.1.2.1"),
			table.rows().get(2));
		assertEquals(List.of("enhanced", "2", "1.2.9.1", "2", "0\\0\\3", "3", "CT", "1.2.840.10008.1.2.1"),
			table.rows().get(3));
		assertEquals("varies (2 values)", table("ImagePositionPatient", TagTable.Level.FILE, TagFilter.ALL).rows().get(2).get(
			3));
	}

	@Test
	void anonymousTablesNameNobody() throws TagException {
		final TagTable table = table("PatientName,KVP,(0019,1003)", TagTable.Level.FILE, ANONYMOUS);
		assertEquals(List.of("1", "1", "(anonymized)", "(anonymized)", "120", "(anonymized)"), table.rows().get(0));
		assertEquals(List.of("3", "2", "(anonymized)", "", "", ""), table.rows().get(2));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"KVQ                    | 'KVQ' is no keyword of the data dictionary (PS3.6)",
		"(0018,006)             | '(0018,006)' is no tag; expected a keyword such as KVP",
		"KVP.                   | is no tag",
		"RequestAttributesSequence.CodeValue | does not say which item of RequestAttributesSequence; expected " +
			"RequestAttributesSequence[0]",
		"RequestAttributesSequence[0]        | names an item, which has no value of its own",
		"' , ; '                | tags is empty; expected keywords, (gggg,eeee), or the sets CTProtocol, Geometry" })
	void wrongTagsAreRefused(final String tags, final String reason) {
		final TagException e = assertThrows(TagException.class, () -> TagList.parse(tags));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "00180060 | KVP", "'( 0018 , 0060 )' | KVP", "60020010 | (6002,0010)",
		"(0019,100C,SIEMENS MR, HEADER) | (0019,100C,SIEMENS MR, HEADER)", "(7777,1234) | (7777,1234)",
		"(0040,0275)[3].(0040,0009) | RequestAttributesSequence[3].ScheduledProcedureStepID" })
	void tagsAreWrittenInSeveralWays(final String tags, final String name) throws TagException {
		assertEquals(List.of(name), TagList.parse(tags).stream().map(TagPath::toString).toList());
	}

	@Test
	void setsStandForTheirTags() throws TagException {
		final List<String> names = TagList.parse("Rows;geometry,KVP").stream().map(TagPath::toString).toList();
		assertEquals("Rows", names.get(0));
		assertEquals(names.size() - 1, names.indexOf("KVP"));
		assertTrue(names.contains("ImageOrientationPatient"), names.toString());
		assertTrue(TagList.parse("CTProtocol").size() > 20);
	}
}
