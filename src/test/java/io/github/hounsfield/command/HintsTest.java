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

import io.github.hounsfield.derived.DerivedException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.export.ExportException;
import io.github.hounsfield.host.DomainCommand;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.lung.LungException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Proves that {@link Hints} has a hint for every remedy, with keys for macros and with labels for people. */
class HintsTest {

	private static List<Exception> problems() {
		final List<Exception> problems = new ArrayList<>();
		for (final Remedy remedy : Remedy.values())
			if (remedy != Remedy.NONE) problems.add(new ImageException("x", remedy));
		for (final LungException.Remedy remedy : LungException.Remedy.values())
			if (remedy != LungException.Remedy.NONE) problems.add(new LungException("x", remedy));
		for (final ExportException.Remedy remedy : ExportException.Remedy.values())
			if (remedy != ExportException.Remedy.NONE) problems.add(new ExportException(Problem.of("x"), remedy));
		for (final DerivedException.Remedy remedy : DerivedException.Remedy.values())
			if (remedy != DerivedException.Remedy.NONE) problems.add(new DerivedException(Problem.of("x"), remedy));
		problems.add(new IntensityException(IntensityException.Kind.NOT_EXACT_IN_16_BITS, "x", "", 0));
		return problems;
	}

	@Test
	void everyRemedyHasAHint() {
		final Pattern key = Pattern.compile("\\b\\w+=");
		for (final Exception problem : problems())
			for (final boolean dialog : new boolean[] { false, true }) {
				final String hint = Hints.of(problem, dialog);
				assertFalse(hint.isBlank() || hint.endsWith("."), hint);
				if (dialog) assertFalse(key.matcher(hint).find(), hint);
			}
		assertEquals("", Hints.of(new ImageException("x"), false));
		assertEquals("", Hints.of(new LungException("x"), false));
	}

	@Test
	void whereNoFileCanBeMadeAnotherFolderHelps() {
		final Problem found = Problem.of("/proc/a.npy: cannot be written");
		for (final Exception cause : List.of(new AccessDeniedException("x"), new NoSuchFileException("x"),
			new FileSystemException("x", null, "Operation not permitted"), new FileSystemException("x", null,
				"Read-only file system")))
			assertEquals("choose a folder in which you may write", Hints.of(new ExportException(found, cause), true));
		assertEquals("make room there, or choose a folder on another disk", Hints.of(new ExportException(found,
			new FileSystemException("x", null, "No space left on device")), true));
	}

	/** An action that hears of no remedy would leave its user without the next step. */
	@Test
	void everyActionGivesHints() throws Exception {
		final List<String> silent = new ArrayList<>();
		for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
			final Matcher name = Pattern.compile("\\(\"([\\w.]+command[\\w.]+)\"\\)").matcher(line);
			if (!name.find()) continue;
			final Class<?> action = Class.forName(name.group(1));
			if (DomainCommand.class.isAssignableFrom(action) && !MenuCommand.class.isAssignableFrom(action)) silent.add(action
				.getSimpleName());
		}
		assertEquals(List.of(), silent);
	}

	@Test
	void aMacroReadsKeysAndAPersonLabels() {
		final Exception doubtful = new LungException("x", LungException.Remedy.TAKE_DOUBTFUL);
		assertEquals("Lung Mask with force=true takes it for lung", Hints.of(doubtful, false));
		assertTrue(Hints.of(doubtful, true).contains("'Take doubtful density'"), Hints.of(doubtful, true));
		final Exception small = new LungException("x", LungException.Remedy.LOWER_MINIMUM);
		assertEquals("Lung Mask with a smaller minimum takes smaller ones", Hints.of(small, false));
		assertTrue(Hints.of(small, true).contains("'Smallest part of a lung (ml)'"), Hints.of(small, true));
		assertEquals("pixels=skip leaves them out, pixels=copy copies them unseen", Hints.burntIn(false));
		assertEquals("'skip' leaves them out, 'copy' copies them unseen", Hints.burntIn(true));
		final Exception notCt = new ImageException("x", Remedy.FORCE);
		assertEquals("Convert to HU with 'Convert what is not CT' ticked converts it all the same", Hints.of(notCt, true));
	}
}
