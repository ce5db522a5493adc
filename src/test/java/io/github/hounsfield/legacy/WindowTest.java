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

import ij.ImageJ;
import io.github.hounsfield.ImageJProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dialogs, recorder, Esc and errors in a real ImageJ with its window. Also tests {@code EscapeKey} and
 * {@code ImageJStatusService}.
 */
class WindowTest {

	private static final String LABEL = Fixture.LABEL;

	@TempDir
	Path folder;

	@BeforeEach
	void needsADisplay() {
		assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: ImageJ's window is not tested");
	}

	private ImageJProcess.Result run(final Class<? extends ImageJProcess.Script> script, final String... args)
		throws Exception
	{
		try (ImageJProcess imagej = Fixture.imagej(folder)) {
			final ImageJProcess.Result result = imagej.runInWindow(script, args);
			assertEquals(0, result.exitCode(), result::toString);
			return result;
		}
	}

	private static List<String> arrived(final ImageJProcess.Result result) {
		return result.out().lines().filter(line -> line.startsWith("arrived")).collect(Collectors.toList());
	}

	@Test
	void theRecordedLineReplaysAndOnlyDialogsRemember() throws Exception {
		final ImageJProcess.Result result = run(WindowScripts.RecordAndReplay.class, folder.toString());
		final List<String> lines = result.out().lines().filter(line -> line.contains("run(\"")).collect(Collectors.toList());
		assertEquals(List.of("recorded run(\"" + LABEL + "\", \"path=" + folder + " preset=Bone width=2000 neighbors=5 " +
			"scale=1.1 virtual=true recursive=true direction=DOWN series=[two words]\");"), lines, result::toString);
		final List<String> arrived = arrived(result);
		assertEquals(3, arrived.size(), result::toString);
		assertTrue(result.out().contains("remembered two words"), result::toString);
		assertTrue(arrived.get(2).endsWith("series=<largest>"), "a macro's defaults are not what was remembered: " + result);
		assertEquals(arrived.get(0), arrived.get(1));
		assertTrue(arrived.get(0).contains("preset=Bone width=2000.0"), result::toString);
		assertTrue(arrived.get(0).contains("series=<two words>"), result::toString);
	}

	@Test
	void aWrongNumberKeepsTheDialogAndCancelUndoesThePreview() throws Exception {
		final ImageJProcess.Result result = run(WindowScripts.Refuse.class);
		assertTrue(result.out().contains("kept true 0.5"), result::toString);
		assertTrue(result.out().contains("recorded <>"), result::toString);
		assertTrue(result.out().contains("images 1"), result::toString);
		assertEquals(List.of(), arrived(result), result::toString);
	}

	@Test
	void escCancelsAndStopsTheMacroWithoutAnErrorDialog() throws Exception {
		final ImageJProcess.Result result = run(WindowScripts.Escape.class);
		assertTrue(result.out().contains("menu ended in time: true"), result::toString);
		assertTrue(result.out().contains("macro ended in time: true"), result::toString);
		assertTrue(result.out().contains("windows [ImageJ, Log]"), result::toString);
		assertFalse(result.out().contains("NOT STOPPED"), result::toString);
		assertFalse(result.out().contains("was done"), result::toString);
	}

	@Test
	void aFailureShowsItsReasonAndAFailureOrACanceledDialogStopsTheMacro() throws Exception {
		final ImageJProcess.Result result = run(WindowScripts.Fail.class);
		assertTrue(result.out().contains(LABEL + ": [slice-7.dcm: the file is cut off.]"), result::toString);
		// the log has what the macro met, and not once more what the box said
		assertEquals(1, result.out().lines().filter((LABEL + ": slice-7.dcm: the file is cut off.")::equals).count(),
			result::toString);
		assertTrue(result.out().contains("windows [ImageJ, Log]"), result::toString);
		assertFalse(result.out().contains("NOT STOPPED"), result::toString);
	}
}
