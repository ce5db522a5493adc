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

import static io.github.hounsfield.ImageJWindow.answer;
import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.DragAndDrop;
import io.github.hounsfield.ImageJProcess;
import java.awt.TextArea;
import java.awt.Window;
import java.io.File;

/** What {@link LauncherTest} does inside ImageJ2's window. */
public final class LauncherScripts {

	private LauncherScripts() {}

	/** Prints what the Recorder wrote while two actions were done by hand. */
	public static final class Record implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.doCommand("Record...");
			final Window recorder = awaitWindow("Recorder");
			IJ.doCommand("Open DICOM Series");
			final Window open = awaitWindow("Open DICOM Series");
			answer(open, "Folder or file", args[0]);
			press(open, "OK");
			final TextArea text = parts(recorder, TextArea.class).get(0);
			await("the opened series", () -> WindowManager.getImageCount() == 1 && text.getText().contains("Open DICOM Series"));
			// a person takes longer: the Recorder has to be done with one action before the next
			IJ.wait(500);
			IJ.doCommand("Convert to HU");
			press(awaitWindow("Convert to HU"), "OK");
			await("the converted series", () -> WindowManager.getImageCount() == 2 && text.getText().contains(
				"Convert to HU"));
			IJ.wait(500);
			System.out.println("recorded\n" + text.getText() + "end");
		}
	}

	/**
	 * Drops a folder on the main window, which is ImageJ's: what ImageJ does itself comes after imagej-legacy's openers.
	 */
	public static final class Drop implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			new DragAndDrop().openFile(new File(args[0]));
			await("the opened series", () -> WindowManager.getImageCount() == 1);
			final ImagePlus image = WindowManager.getCurrentImage();
			System.out.println("opened " + WindowManager.getImageCount() + ": " + image.getWidth() + " x " + image.getHeight() +
				" x " + image.getStackSize());
		}
	}
}
