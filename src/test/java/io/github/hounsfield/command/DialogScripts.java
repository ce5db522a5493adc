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

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.choose;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.tick;
import static io.github.hounsfield.ImageJWindow.type;

import ij.IJ;
import ij.ImagePlus;
import io.github.hounsfield.ImageJProcess;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;

/** What {@link DialogTest} does inside an ImageJ with a window: JUnit is not there. */
public final class DialogScripts {

	private static final String WINDOW = "Apply Lung Window";

	private DialogScripts() {}

	private static String range(final ImagePlus image) {
		return image.getCalibration().getCValue(image.getDisplayRangeMin()) + " to " + image.getCalibration().getCValue(image
			.getDisplayRangeMax());
	}

	/** The image's own windows among the choices, levels that follow, preview, cancel, and a line that replays. */
	public static final class Windows implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + args[0] + "]\");");
			final ImagePlus image = IJ.getImage();
			final String opened = range(image);
			IJ.doCommand("Record...");
			final TextArea recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			chooseMenu("Plugins", "Hounsfield", WINDOW);
			final Window dialog = awaitWindow(WINDOW);
			final Choice preset = parts(dialog, Choice.class).get(0);
			final List<String> choices = new ArrayList<>();
			for (int i = 0; i < preset.getItemCount(); i++)
				choices.add(preset.getItem(i));
			System.out.println("choices " + choices);
			final List<TextField> fields = parts(dialog, TextField.class);
			choose(preset, "Image: MEDIASTINUM");
			await("its levels", () -> fields.get(0).getText().equals("400") && fields.get(1).getText().equals("40"));
			tick(parts(dialog, Checkbox.class).get(0), true);
			await("the preview", () -> range(image).equals("-160.0 to 239.0"));
			type(fields.get(0), "200");
			await("a window of one's own", () -> preset.getSelectedItem().equals("Custom"));
			await("its preview", () -> range(image).equals("-60.0 to 139.0"));
			press(dialog, "Cancel");
			awaitGone(WINDOW);
			await("the display as it was", () -> range(image).equals(opened));
			chooseMenu("Plugins", "Hounsfield", WINDOW);
			final Window again = awaitWindow(WINDOW);
			choose(parts(again, Choice.class).get(0), "Image: MEDIASTINUM");
			await("its levels", () -> parts(again, TextField.class).get(0).getText().equals("400"));
			press(again, "OK");
			awaitGone(WINDOW);
			await("the recorded line", () -> recorder.getText().contains(WINDOW));
			System.out.println("range " + range(image));
			System.out.println("recorded " + recorder.getText().trim());
			IJ.run("Apply Lung Window", "preset=[Bone (W 2000, L 350)]");
			IJ.runMacro(recorder.getText());
			System.out.println("replayed " + range(image));
		}
	}
}
