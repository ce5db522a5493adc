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
package io.github.hounsfield.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Macros that call a command through the bridge in a real ImageJ without a window. Also tests {@code ExitStatus}.
 */
class HeadlessMacroTest {

	private static final String RUN = "run(\"" + Fixture.LABEL + "\"";

	@TempDir
	Path folder;

	@Test
	void outputsAreActiveAndRegisteredOnceAndAWrongValueStopsTheMacro() throws Exception {
		final String macro = RUN + ");\nprint(\"images \" + nImages);\n" +
			RUN + ", \"act=make width=1400 path=[\" + getArgument() + \"]\");\nprint(getTitle() + \" \" + nImages);\n" +
			RUN + ", \"act=show\");\nprint(getTitle() + \" \" + nImages);\n" +
			"close();\nprint(getTitle() + \" \" + nImages);\n" + RUN + ", \"image=made\");\n" +
			RUN + ", \"width=abc\");\nprint(\"NOT STOPPED\");\n";
		try (ImageJProcess imagej = Fixture.imagej(folder)) {
			final ImageJProcess.Result result = imagej.runHeadless(macro, folder.toString());
			final String[] lines = result.out().split("\n");
			assertEquals(8, lines.length, result::toString);
			assertEquals("images 0", lines[1], result::toString);
			assertTrue(lines[2].contains("path=" + folder + " ") && lines[2].contains("width=1400.0"), result::toString);
			assertEquals("made 1", lines[3], result::toString);
			assertEquals("shown 2", lines[5], result::toString);
			assertEquals("made 1", lines[6], result::toString);
			assertTrue(lines[7].startsWith("arrived image=made "), result::toString);
			final String reason = Fixture.LABEL + ": width is 'abc'; expected a number from 1 to 65535.";
			assertEquals(reason + "\n", result.err(), result::toString);
			assertEquals(0, result.exitCode(), result::toString);
		}
	}

	@Test
	void aFaultOfTheProgramIsPrintedWithItsTraceAndStopsTheMacro() throws Exception {
		try (ImageJProcess imagej = Fixture.imagej(folder)) {
			final ImageJProcess.Result result = imagej.runHeadless(RUN + ", \"act=bug\");\nprint(\"NOT STOPPED\");\n", "");
			final String message = Fixture.LABEL +
				": A fault of the program: java.lang.IllegalStateException: a slice was lost.\n";
			assertTrue(result.err().endsWith(message), result::toString);
			assertTrue(result.err().contains("\tat " + FixtureCommand.class.getName() + ".run"), result::toString);
			assertFalse(result.out().contains("a slice was lost"), result::toString);
		}
	}

	/** A scheduler sees that a job failed only by its exit status. */
	@Test
	void endsWithStatusOneWhereThatWasAskedFor() throws Exception {
		try (ImageJProcess imagej = Fixture.imagej(folder).jvmFlags("-Dhounsfield.exit=true")) {
			final ImageJProcess.Result stopped = imagej.runHeadless(RUN + ", \"width=abc\");\nprint(\"NOT STOPPED\");\n", "");
			assertEquals(1, stopped.exitCode(), stopped::toString);
			assertTrue(stopped.err().contains("width is 'abc'"), stopped::toString);
			assertFalse(stopped.out().contains("NOT STOPPED"), stopped::toString);
			final ImageJProcess.Result done = imagej.runHeadless(RUN + ", \"act=make width=1400\");\n", "");
			assertEquals(0, done.exitCode(), done::toString);
		}
	}

	/** ImageJ's -batch needs a display and has no window. */
	@Test
	void endsBatchModeWithStatusOneToo() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: ImageJ -batch is not tested");
		try (ImageJProcess imagej = Fixture.imagej(folder).jvmFlags("-Dhounsfield.exit=true")) {
			final ImageJProcess.Result stopped = imagej.runBatch(RUN + ", \"width=abc\");\n", "");
			assertEquals(1, stopped.exitCode(), stopped::toString);
			assertTrue(stopped.err().contains("width is 'abc'"), stopped::toString);
		}
	}

	@Test
	void batchModeAsksNothingAndStopsTheMacro() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: ImageJ -batch is not tested");
		try (ImageJProcess imagej = Fixture.imagej(folder)) {
			final ImageJProcess.Result result = imagej.runBatch(RUN + ");\n" + RUN +
				", \"act=make\");\nprint(getTitle());\n" + RUN + ", \"act=fail\");\nprint(\"NOT STOPPED\");\n", "");
			assertTrue(result.out().contains("\nmade\n"), result::toString);
			assertEquals(Fixture.LABEL + ": slice-7.dcm: the file is cut off.\n", result.err(), result::toString);
			assertFalse(result.out().contains("NOT STOPPED"), result::toString);
		}
	}
}
