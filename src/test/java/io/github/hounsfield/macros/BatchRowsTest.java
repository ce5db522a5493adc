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
package io.github.hounsfield.macros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in a row of the batch of HU measurements, written by the macro and by the Groovy script: names of studies
 * as people give them, and the numbers of lungs. Expected are the numbers that the slices were written with.
 */
class BatchRowsTest {

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;

	@BeforeAll
	static void startsImageJ() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej"))).timeoutSeconds(600);
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	/** Macro and script in turn over the same results, each of which has to read what the other wrote. */
	@Test
	void namesThatDifferInQuotationMarksAreTwoStudies() throws Exception {
		Assumptions.assumeTrue(File.separatorChar == '/', "on this system a file's name has no quotation marks");
		final Path quoted = Files.createDirectory(folder.resolve("quoted studies"));
		final Path results = folder.resolve("results of quoted studies");
		final List<String> names = List.of("a \"b\", c", "a 'b', c", "a \"\"");
		final List<String> expected = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			final CtSeriesWriter writer = new CtSeriesWriter(16, 2, 12.8, 60, 12, i);
			writer.write(quoted.resolve(names.get(i)));
			final List<String> row = new ArrayList<>(Studies.row("", writer));
			row.set(0, '"' + names.get(i).replace("\"", "\"\"") + '"');
			expected.add(String.join(",", row));
			if (i == 1) assertEquals(1, Scripts.runGroovy("Batch_HU_Measurements.groovy", Map.of("studies", quoted.toFile(),
				"results", results.toFile(), "shard", "1/1")).getOutput("measuredSeries"));
			else assertTrue(imagej.runHeadless(Scripts.run(BatchTest.MACRO), Scripts.argument(quoted, results)).out().contains(
				"returned ok"));
			assertEquals(expected, BatchTest.rows(results.resolve("measurements.csv")));
		}
		assertEquals(List.of(), BatchTest.rows(results.resolve("failures.csv")));
	}

	/** Names as people give them, which a spreadsheet takes for formulas and a macro's options for their end. */
	@Test
	void namesThatAreFormulasAndBracketsAreMeasuredOnce() throws Exception {
		Assumptions.assumeTrue(File.separatorChar == '/', "on this system a file's name may not hold all of these");
		final Path odd = Files.createDirectory(folder.resolve("odd studies"));
		final Path results = folder.resolve("results of odd studies");
		final List<String> names = List.of("+study", "-1 virtual=true", "=HYPERLINK(x)", "@x [1]");
		final List<String> expected = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			final CtSeriesWriter writer = new CtSeriesWriter(16, 2, 12.8, 60, 12, i);
			writer.write(odd.resolve(names.get(i)));
			final List<String> row = new ArrayList<>(Studies.row("", writer));
			row.set(0, "\"'" + names.get(i) + '"');
			expected.add(String.join(",", row));
		}
		new CtSeriesWriter(16, 2, 12.8, 60, 12, 9).write(odd.resolve("open [bracket"));
		for (int run = 0; run < 2; run++) {
			assertTrue(imagej.runHeadless(Scripts.run(BatchTest.MACRO), Scripts.argument(odd, results)).out().contains(
				"returned ok"));
			assertEquals(expected, BatchTest.rows(results.resolve("measurements.csv")));
			assertEquals(List.of("\"open [bracket\",0,0,\"\",\"The name has a bracket without its other half, which no macro " +
				"option can hold; rename it.\""), BatchTest.rows(results.resolve("failures.csv")));
		}
	}

	/**
	 * Lungs of a phantom with the volume that it was made of; of a study without lungs the reason, and its other numbers.
	 */
	@Test
	void withLungsEachStudyHasTheNumbersOfItsLungsInItsRow() throws Exception {
		final Path chests = Files.createDirectory(folder.resolve("chests"));
		final CtSeriesWriter chest = new CtSeriesWriter(96, 24, 4.2, 10, 8, 77);
		chest.write(chests.resolve("a chest"));
		new CtSeriesWriter(16, 2, 12.8, 60, 12, 3).write(chests.resolve("b none"));
		final Path byMacro = folder.resolve("results of lungs");
		final ImageJProcess.Result result = imagej.runHeadless(Scripts.run(BatchTest.MACRO), Scripts.argument(chests,
			byMacro, "1/1",
			"lungs=true"));
		assertTrue(result.out().contains("returned ok"), result::toString);
		final List<String> lines = Files.readAllLines(byMacro.resolve("measurements.csv"));
		assertEquals(3, lines.size(), result::toString);
		final List<String> headings = List.of(lines.get(0).split(","));
		final String[] cells = lines.get(1).split(",");
		final double right = chest.lungs().rightMm2() * 10 / 1000;
		final double both = right + chest.lungs().leftMm2() * 10 / 1000;
		assertEquals(both, Double.parseDouble(cells[headings.indexOf("LungsVolume_ml")]), 0.05 * both);
		assertEquals(right, Double.parseDouble(cells[headings.indexOf("RightVolume_ml")]), 0.05 * right);
		assertTrue(lines.get(2).contains(",,,,,,,,,,,,\"No lung: "), lines.get(2));
		final Path byScript = folder.resolve("results of Groovy lungs");
		Scripts.runGroovy("Batch_HU_Measurements.groovy", Map.of("studies", chests.toFile(), "results", byScript.toFile(),
			"shard", "1/1", "lungs", true));
		assertEquals(lines, Files.readAllLines(byScript.resolve("measurements.csv")));
		assertTrue(imagej.runHeadless(Scripts.run(BatchTest.MACRO), Scripts.argument(chests, byMacro, "1/1",
			"lungs=true")).out()
			.contains("returned ok"));
		assertEquals(lines, Files.readAllLines(byMacro.resolve("measurements.csv")), "what is there is not done again");
	}
}
