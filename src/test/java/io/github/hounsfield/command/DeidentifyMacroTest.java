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
package io.github.hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.deidentify.PlantedValues;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * De-identify DICOM in macros, headless: each key, what the log says, and what stops the macro. Also tests
 * {@code DeidentifyDicom} and {@code DeidentifyReport}.
 */
class DeidentifyMacroTest {

	private static String line(final Path source, final Path out, final Path key, final String more) {
		return "run(\"De-identify DICOM\", \"path=[" + source + "] folder=[" + out + "] key=[" + key + "]" + more + "\");\n" +
			"print(\"went on\");\n";
	}

	@Test
	void macrosDeidentify(@TempDir final Path folder) throws Exception {
		final Path source = folder.resolve("PLANTED source");
		new CtSeriesWriter(32, 3, 12, 25, 5, 11).write(source);
		Files.write(source.resolve("PLANTED.dcm"), PlantedValues.planted(DicomBytes.explicitLittle(), "LO", false));
		Files.write(source.resolve("capture.dcm"), DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI",
			"1.2.840.10008.5.1.4.1.1.7").text(0x0008, 0x0018, "UI", "1.77.77.9").dataSet());
		final Path patients = Files.writeString(folder.resolve("patients.csv"), "nobody,S-1\n");
		final Path key = folder.resolve("my key");
		final Path open = Files.writeString(folder.resolve("open.key"), "0".repeat(64));
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("done", line(source, folder.resolve("out 1"), key, ""));
		macros.put("all", line(source, folder.resolve("out 2"), key,
			" patient=code dates=shift uids=map private=safe characteristics=true device=true institution=true " +
				"descriptors=true" +
				" pixels=skip report=[" + folder.resolve("report.csv") + "]"));
		macros.put("table", line(source, folder.resolve("out 3"), key, " patient=[" + patients + "]"));
		macros.put("dates", line(source, folder.resolve("out 4"), key, " dates=yesterday"));
		macros.put("patient", line(source, folder.resolve("out 4"), key, " patient=[" + folder.resolve("absent.csv") + "]"));
		macros.put("open key", line(source, folder.resolve("out 4"), open, ""));
		macros.put("key within", line(source, folder.resolve("out 4"), folder.resolve("out 4/key"), ""));
		macros.put("overlap", line(source, source.resolve("out"), key, ""));
		macros.put("misspelt", line(source, folder.resolve("out 4"), key, " privates=safe"));
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final Macros run = Macros.runHeadless(imagej, folder, macros);
			for (final String name : List.of("done", "all", "table"))
				assertTrue(run.printed(name).contains("went on"), name + ": " + run.printed(name));
			for (final String name : List.of("done", "all", "table"))
				assertFalse(String.join("", run.printed(name)).contains("PLANTED"), "the log names no file and no value");
			for (final String name : List.of("dates", "patient", "open key", "key within", "overlap", "misspelt"))
				assertFalse(run.printed(name).contains("went on"), name + ": " + run.printed(name));
			assertSays(run, "dates", "dates", "remove");
			assertSays(run, "patient", "patient is ", "old,new");
			assertSays(run, "open key", "may be read or changed by others");
			assertSays(run, "key within", "key is inside the output folder");
			assertSays(run, "overlap", "inside the source");
			assertSays(run, "misspelt", "privates");
		}
		assertEquals(4, copies(folder.resolve("out 1")));
		assertEquals(4, copies(folder.resolve("out 2")));
		assertEquals(0, copies(folder.resolve("out 3")));
		assertFalse(Files.exists(folder.resolve("out 4")), "what was refused has written nothing");
		assertTrue(Files.readString(folder.resolve("out 1/deidentification.csv")).contains("refused"));
		assertTrue(Files.readString(folder.resolve("report.csv")).contains("left out"));
	}

	private static void assertSays(final Macros run, final String name, final String... words) {
		final String said = String.join("\n", run.printed(name)) + run.result();
		for (final String word : words)
			assertTrue(said.contains(word), name + ": " + said);
	}

	private static long copies(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".dcm")).count();
		}
	}
}
