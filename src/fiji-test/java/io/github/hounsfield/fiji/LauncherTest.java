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
package io.github.hounsfield.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ImageJ2 started as a user starts Fiji: with scripts on its command line, and with its window. */
class LauncherTest {

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(64, 7, 6.4, 30, 12, 5);

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;
	private static Path series;

	@BeforeAll
	static void writeSeries() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej"))).timeoutSeconds(90);
		series = folder.resolve("a chest");
		PHANTOM.write(series);
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	private static ImageJProcess.Result runScript(final Path script, final String inputs) throws Exception {
		return imagej.launchImageJ2(true, "--run", script.toAbsolutePath().toString(), inputs);
	}

	private static double meanHu() {
		double sum = 0;
		for (int slice = 0; slice < PHANTOM.slices(); slice++)
			for (final short stored : PHANTOM.storedValues(slice))
				sum += stored == CtSeriesWriter.PADDING ? -1000 : stored + CtSeriesWriter.INTERCEPT;
		return sum / PHANTOM.slices() / PHANTOM.size() / PHANTOM.size();
	}

	static String scriptOfTheDocs() throws IOException {
		final String docs = Files.readString(Path.of("docs", "macros.md"));
		final int begin = docs.indexOf("```groovy\n") + "```groovy\n".length();
		return docs.substring(begin, docs.indexOf("```", begin));
	}

	/** As it stands in the docs, but for all slices in place of the current one. */
	@Test
	void theScriptOfTheDocsRuns() throws Exception {
		final Path script = folder.resolve("mean_hu.groovy");
		Files.writeString(script, scriptOfTheDocs().replace("hu.getStatistics()", "new ij.process.StackStatistics(hu)"));
		final ImageJProcess.Result result = runScript(script, "folder=\"" + series + "\"");
		final String line = result.out().lines().filter(text -> text.startsWith("mean HU ")).findFirst().orElse("");
		assertTrue(line.startsWith("mean HU "), result::toString);
		assertEquals(meanHu(), Double.parseDouble(line.substring(8)), 1e-3, result::toString);
	}

	@Test
	void theGroovyScriptsOfTheProjectRun() throws Exception {
		final Path out = folder.resolve("pictures");
		final ImageJProcess.Result result = runScript(Path.of("macros", "Lung_CT_Walkthrough.groovy"), "folder=\"" + series +
			"\",out=\"" + out + "\"");
		assertTrue(Files.exists(out.resolve("measurements.csv")), result::toString);
		assertTrue(Files.readAllLines(out.resolve("measurements.csv")).get(1).startsWith(
			"64,64,7,6.400000,6.400000,30.000000,"),
			result::toString);
		final Path studies = Files.createDirectories(folder.resolve("studies"));
		PHANTOM.write(studies.resolve("one"));
		final Path results = folder.resolve("results");
		final ImageJProcess.Result batch = runScript(Path.of("macros", "Batch_HU_Measurements.groovy"), "studies=\"" +
			studies + "\",results=\"" + results + "\",shard=\"1/1\"");
		assertTrue(Files.exists(results.resolve("measurements.csv")), batch::toString);
		final List<String> rows = Files.readAllLines(results.resolve("measurements.csv"));
		assertEquals(2, rows.size(), rows::toString);
		assertTrue(rows.get(1).startsWith("\"one\",1,1,\"" + PHANTOM.seriesInstanceUid() + "\",64,64,7,6.400000,"),
			rows::toString);
	}

	/** ImageJ2 runs a macro of its command line before its window is there. Each step finds the last one's image. */
	@Test
	void aMacroOfTheCommandLineFindsItsImagesBeforeTheWindow() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ2's window is not tested");
		final Path macro = folder.resolve("early.ijm");
		final Path found = folder.resolve("early.txt");
		Files.writeString(macro, "run('Open DICOM Series', 'path=[" + series + "]'); opened = nImages;" +
			" run('Convert to HU', 'output=[16-bit signed]'); run('Lung Mask', 'airways=keep minimum=0');" +
			" File.saveString(opened + ' ' + nImages + ' ' + getTitle(), '" + found + "');");
		final ImageJProcess.Result result = imagej.launchImageJ2(false, "-macro", macro.toString());
		assertTrue(Files.exists(found), result::toString);
		assertEquals("1 3 Lungs of HU of Chest 5.0 mm", Files.readString(found).strip(), result::toString);
	}

	/** Opens by ImageJ2's dialog, converts by the menu, and replays headless what the Recorder wrote. */
	@Test
	void whatTheRecorderWritesReplaysHeadless() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ2's window is not tested");
		final ImageJProcess.Result recorded = imagej.runInWindow(LauncherScripts.Record.class, series.toString());
		final List<String> all = recorded.out().lines().toList();
		final List<String> lines = all.subList(all.indexOf("recorded") + 1, all.indexOf("end"));
		assertEquals(2, lines.stream().filter(line -> line.startsWith("run(")).count(), recorded::toString);
		assertTrue(lines.get(0).startsWith("run(\"Open DICOM Series\", \"path=") && lines.stream().anyMatch(line -> line
			.startsWith("run(\"Convert to HU\", \"output=")), recorded::toString);
		final ImageJProcess.Result replayed = imagej.runHeadless(String.join("\n", lines) +
			"\nsetSlice(4); print(\"HU \" + getValue(32, 32) + \" \" + bitDepth() + \" \" + nSlices);\n", "");
		final int stored = PHANTOM.storedValues(3)[32 * PHANTOM.size() + 32];
		assertTrue(replayed.out().contains(String.format(Locale.ROOT, "HU %d 32 7", stored + CtSeriesWriter.INTERCEPT)),
			() -> lines + "\n" + replayed);
	}

	@Test
	void aFolderThatIsDroppedOnTheWindowOpens() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ2's window is not tested");
		final ImageJProcess.Result result = imagej.runInWindow(LauncherScripts.Drop.class, series.toString());
		assertTrue(result.out().contains("opened 1: 64 x 64 x 7"), result::toString);
	}
}
