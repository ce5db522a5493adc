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
package io.github.hounsfield.host;

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.type;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PlotWindow;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Scrollbar;
import java.awt.TextField;
import java.awt.Window;
import java.util.Set;

/** What {@link OutputsTest} does inside an ImageJ with a window: JUnit is not there. */
public final class OutputsScripts implements ImageJProcess.Script {

	@Override
	public void run(final String[] args) throws Exception {
		IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + args[0] + "]\");");
		final ImagePlus source = IJ.getImage();
		source.setSlice(13);
		IJ.run(source, "Set... ", "zoom=400");
		await("the zoom", () -> zoom(source) == 4);
		print(made("Convert to HU", source, ""), 4);
		print(made("Convert to HU", source, ""), 4);
		print(made("Resample Volume", source, "24,24,50"), 8);
		final ImagePlus picture = made("Measure Lung Density", source, "");
		await("the picture", () -> picture.getWindow() instanceof PlotWindow && picture.getWindow().isShowing());
		await("the picture beside the image", () -> !picture.getWindow().getBounds().intersects(source.getWindow()
			.getBounds()));
		System.out.println("beside");
	}

	/** Runs an action as a person does, from the menu and with its dialog. */
	private static ImagePlus made(final String label, final ImagePlus source, final String first) throws Exception {
		Waits.activate(source);
		final Set<Integer> before = Waits.images();
		chooseMenu("Plugins", "Hounsfield", label);
		final Window dialog = awaitWindow(label);
		if (!first.isEmpty()) type(parts(dialog, TextField.class).get(0), first);
		press(dialog, "OK");
		final ImagePlus made = Waits.awaitNew(before);
		Waits.awaitEnd(label);
		return made;
	}

	private static void print(final ImagePlus made, final double zoom) throws Exception {
		await("the window at " + zoom, () -> made.getWindow() != null && made.getWindow().isShowing() && zoom(
			made) == zoom);
		final Scrollbar bar = parts(made.getWindow(), Scrollbar.class).get(0);
		// ImageJ moves it in a later event
		await("the slider at the slice", () -> bar.getValue() == made.getCurrentSlice());
		final int slider = bar.getValue();
		System.out.println(made.getTitle() + ": slice " + made.getCurrentSlice() + " of " + made.getStackSize() +
			", slider " + slider + ", zoom " + zoom(made));
	}

	private static double zoom(final ImagePlus image) {
		return image.getCanvas().getMagnification();
	}
}
