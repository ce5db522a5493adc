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
package io.github.hounsfield.imagej;

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.type;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.text.TextWindow;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.ScratchFolder;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.TextField;
import java.awt.Window;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JTable;

/**
 * Makes the pictures of the README in a real ImageJ on a display of its own: of the thorax phantom and of a photograph
 * in the public domain. Argument: the folder for the pictures. Needs Xvfb; where openbox is installed, windows have
 * title bars.
 */
public final class ReadmePictures {

	private static final String[] COMMANDS = { "List DICOM Series", "Convert to HU", "Apply Lung Window", "HU Histogram",
		"Save as DICOM", "De-identify DICOM", "Detect Faces (Haar)" };

	private ReadmePictures() {}

	public static void main(final String[] args) throws Exception {
		final Path pictures = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
		try (ScratchFolder scratch = new ScratchFolder("pictures")) {
			take(pictures, scratch.path());
		}
	}

	private static void take(final Path pictures, final Path folder) throws Exception {
		final Path study = folder.resolve("study");
		PhantomStudy.write(study, 512);
		final Path photograph = folder.resolve("astronaut.png");
		try (InputStream in = ReadmePictures.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			Files.copy(in, photograph);
		}
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			System.out.println(imagej.runInWindow(TakePictures.class, pictures.toString(), study.toString(), photograph
				.toString()));
		}
	}

	/** What happens in ImageJ. */
	public static final class TakePictures implements ImageJProcess.Script {

		private String scratch;
		private ReadmePicturesScreen screen;

		@Override
		public void run(final String[] args) throws Exception {
			scratch = Path.of(args[1]).getParent().toString();
			try (ReadmePicturesScreen opened = new ReadmePicturesScreen(Path.of(args[0]))) {
				screen = opened;
				EventQueue.invokeAndWait(() -> IJ.getInstance().setLocation(20, 40));
				series(args[1]);
				faces(args[2]);
				lungs();
				new ReadmePicturesFindings(screen).take(Path.of(args[1]), Path.of(scratch, "incomplete"));
			}
		}

		private void series(final String study) throws Exception {
			final JDialog chooser = chooser(study);
			screen.picture("chooser.png", chooser);
			EventQueue.invokeAndWait(chooser::dispose);
			IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + study + "] series=1\"); setSlice(14);");
			final ImagePlus ct = IJ.getImage();
			IJ.run("Apply Lung Window", "preset=[Lung (W 1500, L -600)]");
			IJ.run(ct, "Set... ", "zoom=75 x=256 y=256");
			place(ct, 40, 150);
			dialog("Open DICOM Series");
			for (final String command : COMMANDS)
				if (!command.startsWith("Detect")) dialog(command);
			screen.menu(ct);
			IJ.run("HU Histogram", "table=false");
			final ImagePlus plot = IJ.getImage();
			place(plot, 60, 200);
			EventQueue.invokeAndWait(plot.getWindow()::pack);
			screen.picture("histogram.png", plot.getWindow());
			IJ.runMacro("run(\"Close All\");");
			IJ.run("List DICOM Series", "path=[" + study + "]");
			final Window table = awaitWindow("DICOM Series");
			EventQueue.invokeAndWait(() -> table.setSize(1000, 175));
			screen.picture("table.png", table);
			EventQueue.invokeAndWait(() -> table.setVisible(false));
		}

		/** The lungs of the phantom, outlined, and their density. */
		private void lungs() throws Exception {
			IJ.runMacro("run(\"Close All\"); run(\"Clear Results\");");
			IJ.runMacro("run(\"Open Sample\", \"sample=[Thorax phantom]\"); run(\"Convert to HU\", \"force=false\");");
			final ImagePlus hu = IJ.getImage();
			IJ.runMacro("run(\"Lung Mask\", \"close=8\"); selectImage(\"" + hu.getTitle() + "\"); setSlice(25);");
			IJ.run(hu, "Set... ", "zoom=75 x=256 y=256");
			place(hu, 40, 150);
			screen.picture("lung-outlines.png", hu.getWindow());
			IJ.runMacro("run(\"Measure Lung Density\", \"sides=true\");");
			((TextWindow) WindowManager.getFrame("Results")).close(false);
			final ImagePlus plot = WindowManager.getImage("Lung density of " + hu.getTitle());
			place(plot, 60, 200);
			EventQueue.invokeAndWait(plot.getWindow()::pack);
			EventQueue.invokeAndWait(plot.getWindow()::toFront);
			IJ.wait(500);
			screen.picture("lung-density.png", plot.getWindow());
			IJ.runMacro("run(\"Close All\");");
		}

		private static JDialog chooser(final String study) throws Exception {
			chooseMenu("Plugins", "Hounsfield", "Open DICOM Series");
			final Window dialog = awaitWindow("Open DICOM Series");
			type(parts(dialog, TextField.class).get(0), study);
			press(dialog, "OK");
			final JDialog[] chooser = new JDialog[1];
			await("the chooser", () -> {
				for (final Window window : Window.getWindows())
					if (window.isShowing() && window instanceof JDialog found) chooser[0] = found;
				return chooser[0] != null;
			});
			final JTable table = parts(chooser[0], JTable.class).get(0);
			await("the thumbnails", () -> table.getValueAt(table.getRowCount() - 1, 0) != null);
			return chooser[0];
		}

		private void faces(final String photograph) throws Exception {
			final ImagePlus image = IJ.openImage(photograph);
			image.show();
			IJ.run(image, "Set... ", "zoom=50 x=256 y=256");
			place(image, 40, 170);
			dialog("Detect Faces (Haar)");
			IJ.run("Detect Faces (Haar)", "neighbors=5");
			final Frame results = WindowManager.getFrame("Results");
			EventQueue.invokeAndWait(() -> results.setBounds(330, 170, 480, 130));
			IJ.wait(500);
			screen.picture("faces.png", image.getWindow(), results);
			EventQueue.invokeAndWait(() -> results.setVisible(false));
			dialog("Blur Detected Faces");
			review(image);
			IJ.run(image, "Blur Detected Faces", "neighbors=5");
			final ImagePlus blurred = IJ.getImage();
			IJ.run(blurred, "Set... ", "zoom=50 x=256 y=256");
			place(blurred, 40, 170);
			screen.picture("blurred.png", blurred.getWindow());
		}

		/** The boxes, before they are covered. */
		private void review(final ImagePlus image) throws Exception {
			IJ.run(image, "Remove Overlay", "");
			chooseMenu("Plugins", "Hounsfield", "Blur Detected Faces");
			press(awaitWindow("Blur Detected Faces"), "OK");
			final Window review = awaitWindow("Faces to cover");
			EventQueue.invokeAndWait(() -> review.setLocation(image.getWindow().getX() + image.getWindow().getWidth() + 8, image
				.getWindow().getY()));
			screen.picture("faces-to-cover.png", image.getWindow(), review);
			for (final JButton button : parts(review, JButton.class))
				if ("Cancel".equals(button.getText())) EventQueue.invokeAndWait(button::doClick);
			awaitGone("Faces to cover");
			IJ.run("Detect Faces (Haar)", "neighbors=5");
			EventQueue.invokeAndWait(() -> WindowManager.getFrame("Results").setVisible(false));
		}

		private static void place(final ImagePlus image, final int x, final int y) throws Exception {
			EventQueue.invokeAndWait(() -> image.getWindow().setLocation(x, y));
			IJ.wait(500);
		}

		private void dialog(final String label) throws Exception {
			chooseMenu("Plugins", "Hounsfield", label);
			final Window dialog = awaitWindow(label);
			for (final TextField field : parts(dialog, TextField.class))
				if (field.getText().startsWith(scratch)) EventQueue.invokeAndWait(() -> field.setText(""));
			IJ.wait(500);
			screen.picture("dialog-" + label.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "") +
				".png", dialog);
			press(dialog, "Cancel");
			awaitGone(label);
		}
	}
}
