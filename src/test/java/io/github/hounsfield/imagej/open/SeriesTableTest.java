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
package io.github.hounsfield.imagej.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.imagej.tables.SpreadsheetCell;
import io.github.hounsfield.imagej.tables.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that tables are written with commas or tabs so that programs and spreadsheets read them. Also tests
 * {@code TableFile} and {@code SpreadsheetCell}.
 */
class SeriesTableTest {

	private static final List<SeriesTable.Row> ROWS = List.of(new SeriesTable.Row(1, "\u5c71\u7530 \u592a\u90ce",
		"2024-01-31", "chest, \"B40f\"", "CT", 12, "512 x 512 x 12", "0.7 x 0.7 x ?", "", "1.2.3"), new SeriesTable.Row(2,
			"", "", "two\tcells", "MR", 3, "4 x 4 x 3", "? x ? x ?", "gap", "1.2.4"));

	@Test
	void writesCommasAsOtherProgramsReadThem(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("list.CSV");
		TableFile.save(SeriesTable.table(ROWS), file);
		assertEquals("Series,Patient,Study date,Description,Modality,Slices,Size,Spacing (mm),Warnings,SeriesInstanceUID\n" +
			"1,\u5c71\u7530 \u592a\u90ce,2024-01-31,\"chest, \"\"B40f\"\"\",CT,12,512 x 512 x 12,0.7 x 0.7 x ?,\"\",1.2.3\n" +
			"2,\"\",\"\",two cells,MR,3,4 x 4 x 3,? x ? x ?,gap,1.2.4\n", Files.readString(file));
	}

	@Test
	void writesTabsOtherwise(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("list.txt");
		TableFile.save(SeriesTable.table(ROWS), file);
		assertEquals("2\t\t\ttwo cells\tMR\t3\t4 x 4 x 3\t? x ? x ?\tgap\t1.2.4", Files.readAllLines(file).get(2));
	}

	/** Series Descriptions come from elsewhere; none may run in a spreadsheet. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		"=HYPERLINK(1) | '=HYPERLINK(1)", "+1+2 | '+1+2", "@SUM(A1) | '@SUM(A1)", "-2+3 | '-2+3", "-1000 | -1000",
		"-1.5e3 | -1.5e3", "` =1+1` | `' =1+1`", "\uFF1D1+1 | '\uFF1D1+1", "-NaN | -NaN", "a=b | a=b", "- | '-" })
	void writesFormulasAsText(final String cell, final String expected) {
		assertEquals(expected, SpreadsheetCell.of(cell));
	}

	@Test
	void quotesAFormulaThatHoldsACommaOrQuotationMarks() {
		assertEquals("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"", SpreadsheetCell.csv("=HYPERLINK(\"a\",\"b\")"));
	}
}
