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

import static io.github.hounsfield.ImageJWindow.answer;
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
import ij.WindowManager;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
			Waits.awaitEnd(WINDOW);
			await("the display as it was", () -> range(image).equals(opened));
			chooseMenu("Plugins", "Hounsfield", WINDOW);
			final Window again = awaitWindow(WINDOW);
			choose(parts(again, Choice.class).get(0), "Image: MEDIASTINUM");
			await("its levels", () -> parts(again, TextField.class).get(0).getText().equals("400"));
			press(again, "OK");
			awaitGone(WINDOW);
			Waits.awaitEnd(WINDOW);
			await("the recorded line", () -> recorder.getText().contains(WINDOW));
			System.out.println("range " + range(image));
			System.out.println("recorded " + String.join("\n", Waits.recorded(recorder)).trim());
			IJ.run("Apply Lung Window", "preset=[Bone (W 2000, L 350)]");
			IJ.runMacro(String.join("\n", Waits.recorded(recorder)));
			System.out.println("replayed " + range(image));
		}
	}

	/** The same dialogs several times in a session, a macro between them, a conversion by hand, the folder's field. */
	public static final class Remember implements ImageJProcess.Script {

		private static final String RESAMPLE = "Resample Volume";
		private static final String CONVERT = "Convert to HU";

		@Override
		public void run(final String[] args) throws Exception {
			IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + args[0] + "]\");");
			final ImagePlus source = IJ.getImage();
			IJ.doCommand("Record...");
			final TextArea recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			final Window dialog = open(RESAMPLE);
			answer(dialog, "Spacing (mm)", "12.8,12.8,15");
			answer(dialog, "Interpolation", "cubic");
			answer(dialog, "Smooth before", "true");
			System.out.println("first " + resampled(dialog, source));
			await("the recorded line", () -> recorder.getText().contains(RESAMPLE));
			Waits.awaitEnd(RESAMPLE);
			recorder.setText("");
			final Window again = open(RESAMPLE);
			System.out.println("remembered " + parts(again, TextField.class).get(0).getText() + " " + parts(again,
				Choice.class).get(0).getSelectedItem() + " " + parts(again, Checkbox.class).get(0).getState());
			final String second = resampled(again, source);
			await("the recorded line", () -> recorder.getText().contains(RESAMPLE));
			System.out.println("recorded " + recorder.getText().lines().filter(line -> line.startsWith("run")).findFirst()
				.orElse(""));
			System.out.println("second " + second);
			IJ.run(source, RESAMPLE, "grid=centre");
			System.out.println("macro " + closed(source, RESAMPLE));
			final Window convert = open(CONVERT);
			answer(convert, "Slope (HU per value)", "2");
			answer(convert, "Intercept (HU)", "-1024");
			answer(convert, "Output", "16-bit signed");
			answer(convert, "Convert what is not CT", "true");
			press(convert, "OK");
			awaitGone(CONVERT);
			closed(source, CONVERT);
			final Window once = open(CONVERT);
			final List<TextField> texts = parts(once, TextField.class);
			System.out.println("by hand <" + texts.get(0).getText() + "> <" + texts.get(1).getText() + "> " + parts(once,
				Choice.class).get(0).getSelectedItem() + " " + parts(once, Checkbox.class).get(1).getState());
			press(once, "Cancel");
			awaitGone(CONVERT);
			Waits.awaitEnd(CONVERT);
			final Window first = open("Open DICOM Series");
			answer(first, "Folder or file", args[0]);
			answer(first, "Series (empty: choose)", "1");
			press(first, "OK");
			awaitGone("Open DICOM Series");
			Waits.awaitNew(Set.of(source.getID()));
			Waits.awaitEnd("Open DICOM Series");
			final List<TextField> fields = parts(open("Open DICOM Series"), TextField.class);
			System.out.println("the last folder " + fields.get(0).getText() + ", series <" + fields.get(1).getText() + ">");
		}

		private static Window open(final String label) throws Exception {
			chooseMenu("Plugins", "Hounsfield", label);
			return awaitWindow(label);
		}

		/** Presses OK, and closes what comes of it. */
		private static String resampled(final Window dialog, final ImagePlus source) throws Exception {
			press(dialog, "OK");
			awaitGone(RESAMPLE);
			return closed(source, RESAMPLE);
		}

		/** Waits for a second image of an action, closes it, and says its size. */
		private static String closed(final ImagePlus source, final String action) throws Exception {
			final ImagePlus result = Waits.awaitNew(Set.of(source.getID()));
			Waits.awaitEnd(action);
			final String size = result.getWidth() + " x " + result.getHeight() + " x " + result.getNSlices();
			result.changes = false;
			result.close();
			await("the source alone", () -> WindowManager.getImageCount() == 1);
			Waits.activate(source);
			return size;
		}
	}
}
