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

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import net.imagej.patcher.LegacyInjector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands inside ImageJ2, headless, with the legacy layer active. Needs a JVM in which ImageJ is not loaded yet.
 * Also tests {@code MacroLinePreprocessor} and {@code ActiveImage}.
 */
class ImageJ2Test {

	@TempDir
	private static Path folder;
	private static ImageJ2Session session;

	@BeforeAll
	static void start() throws IOException {
		LegacyInjector.preinit();
		session = new ImageJ2Session(folder);
	}

	@AfterAll
	static void end() {
		session.end();
	}

	@AfterEach
	void closeImages() {
		session.closeImages();
	}

	@Test
	void theLegacyLayerIsActive() {
		session.theLegacyLayerIsActive();
	}

	@Test
	void aMacroGoesTheWholeWay() {
		session.aMacroGoesTheWholeWay();
	}

	@Test
	void aRecordedLineReplays() {
		session.aRecordedLineReplays();
	}

	@Test
	void outputsAreDisplayedAndRegistered() throws InterruptedException, ExecutionException {
		session.outputsAreDisplayedAndRegistered();
	}

	@Test
	void takesImagePlusDatasetAndImgPlus() throws InterruptedException, ExecutionException {
		session.takesImagePlusDatasetAndImgPlus();
	}

	@Test
	void commandServiceHandsOutTheOutput() throws InterruptedException, ExecutionException {
		session.commandServiceHandsOutTheOutput();
	}

	@Test
	void runsOnTheImageThatIsHandedOver() throws InterruptedException, ExecutionException {
		session.runsOnTheImageThatIsHandedOver();
	}

	@Test
	void nothingIsRememberedBetweenCalls() {
		session.nothingIsRememberedBetweenCalls();
	}

	@Test
	void refusesToRunWithoutAnImage() {
		session.refusesToRunWithoutAnImage();
	}

	@Test
	void theMenuHasEachLabelOnce() {
		session.theMenuHasEachLabelOnce();
	}

	@Test
	void takesImg() throws InterruptedException, ExecutionException {
		session.takesImg();
	}

	@Test
	void everyCommandOfTheMacrosIsThere() throws IOException {
		session.everyCommandOfTheMacrosIsThere();
	}
}
