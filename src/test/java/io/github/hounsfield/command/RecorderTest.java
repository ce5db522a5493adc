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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.command.RecorderCases.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command run by its dialog in a real ImageJ with its window: the Recorder writes one line for each, and the
 * lines, run from the same start, leave the same images, tables, ROIs, log and files. What was canceled or failed
 * leaves no line. Also tests {@code TableWindow}.
 */
class RecorderTest {

	private static final int SCREEN_WIDTH = 1024;
	private static final int SCREEN_HEIGHT = 768;

	/** Of all sessions together, on a busy machine. */
	private static final int TIMEOUT_S = 900;

	@TempDir
	private static Path folder;

	/** What was printed: by sessions, lines by what they tell. */
	private static final Map<String, Map<String, List<String>>> OUTCOMES = new LinkedHashMap<>();

	static List<Case> cases() {
		return new RecorderCases(folder).all();
	}

	/** All in one ImageJ, whose start takes longer than most of them. */
	@BeforeAll
	static void goThroughAll() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: the Recorder is not tested");
		RecorderFiles.write(folder);
		final List<String> arguments = new ArrayList<>(List.of(folder.resolve("results").toString()));
		for (final Case one : cases()) arguments.add(one.session().argument());
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))
			.timeoutSeconds(TIMEOUT_S)) {
			final ImageJProcess.Result result = imagej.runInWindow(RecorderScripts.RecordAndReplay.class, arguments.toArray(
				String[]::new));
			assertEquals(0, result.exitCode(), result::toString);
			read(result.out());
		}
	}

	private static void read(final String out) {
		Map<String, List<String>> outcome = Map.of();
		for (final String line : out.lines().toList())
			if (line.startsWith(RecorderScripts.SESSION)) {
				outcome = new LinkedHashMap<>();
				OUTCOMES.put(line.substring(RecorderScripts.SESSION.length()), outcome);
			}
			else outcome.computeIfAbsent(line.substring(0, line.indexOf('|')), what -> new ArrayList<>()).add(line.substring(
				line.indexOf('|') + 1));
	}

	private static List<String> told(final Case of, final String what) {
		return OUTCOMES.get(of.session().name()).getOrDefault(what, List.of());
	}

	/** A warning that a person reads beside the image is a line of information in the log, and a macro's is a warning. */
	private static String state(final Case of, final String when) {
		return String.join("\n", told(of, when)).replace("log [INFO] Warning ", "log [WARNING] ");
	}

	/** What stands whole in a box is not said a second time in the log. */
	@ParameterizedTest
	@MethodSource("cases")
	void whatABoxSaysIsSaidOnce(final Case due) {
		for (final String reason : due.reasons())
			assertTrue(told(due, "dialog").stream().noneMatch(line -> line.startsWith("log ") && line.contains(reason)),
				reason);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void oneLineIsWrittenForEachStepThatWasDone(final Case due) {
		assertEquals(due.lines(), told(due, "recorded"));
		assertEquals(due.reasons(), told(due, "reason"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theLinesLeaveWhatTheDialogsLeft(final Case due) {
		assertEquals(state(due, "before"), state(due, "start"), "both begin with the same");
		assertEquals(state(due, "dialog"), state(due, "replay"));
		if (due.lines().isEmpty()) assertEquals(state(due, "before"), state(due, "dialog"));
		else assertNotEquals(state(due, "before"), state(due, "dialog"));
		for (final String seen : due.seen())
			assertTrue(state(due, "dialog").contains(seen), () -> seen + " is not in " + state(due, "dialog"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void dialogsFitASmallScreen(final Case shown) {
		for (final String size : told(shown, "size")) {
			final String[] sides = size.split(" x ");
			assertTrue(Integer.parseInt(sides[0]) <= SCREEN_WIDTH && Integer.parseInt(sides[1]) <= SCREEN_HEIGHT, size);
		}
	}
}
