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
import ij.plugin.frame.Recorder;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.TextField;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * For {@link ReadmePictures}: what ImageJ shows of a series that is not whole, and what the Recorder writes.
 */
final class ReadmePicturesFindings {

	private final ReadmePicturesScreen screen;

	ReadmePicturesFindings(final ReadmePicturesScreen screen) {
		this.screen = screen;
	}

	/**
	 * @param study of which one series is taken
	 * @param folder for a copy of it that lacks a slice and holds a file that is cut
	 */
	void take(final Path study, final Path folder) throws Exception {
		copyInPart(study, folder);
		findings(folder);
		leftOut(folder);
		recorder(study);
	}

	private static void copyInPart(final Path study, final Path folder) throws IOException {
		Files.createDirectories(folder);
		final List<Path> slices;
		try (Stream<Path> files = Files.list(study.resolve("series 1"))) {
			slices = files.sorted().toList();
		}
		for (int i = 0; i < slices.size(); i++) {
			final byte[] bytes = Files.readAllBytes(slices.get(i));
			if (i != 9) Files.write(folder.resolve(slices.get(i).getFileName()), i == 15 ? Arrays.copyOf(bytes, bytes.length /
				2) : bytes);
		}
		Files.writeString(folder.resolve("protocol.txt"), "120 kV");
	}

	/** By the menu, for a macro shows no report. */
	private void findings(final Path folder) throws Exception {
		final Frame log = WindowManager.getFrame("Log");
		if (log != null) EventQueue.invokeAndWait(() -> log.setVisible(false));
		chooseMenu("Plugins", "Hounsfield", "Open DICOM Series");
		final Window dialog = awaitWindow("Open DICOM Series");
		type(parts(dialog, TextField.class).get(0), folder.toString());
		press(dialog, "OK");
		awaitGone("Open DICOM Series");
		await("the image", () -> WindowManager.getCurrentImage() != null);
		final ImagePlus image = IJ.getImage();
		final Window report = awaitWindow("Findings of " + image.getTitle());
		IJ.run(image, "Set... ", "zoom=75 x=256 y=256");
		EventQueue.invokeAndWait(() -> image.getWindow().setLocation(40, 150));
		EventQueue.invokeAndWait(() -> report.setLocation(image.getWindow().getX() + image.getWindow().getWidth() + 8, image
			.getWindow().getY()));
		screen.picture("findings.png", image.getWindow(), report);
		IJ.runMacro("run(\"Close All\");");
	}

	private void leftOut(final Path folder) throws Exception {
		IJ.run("List DICOM Series", "path=[" + folder + "]");
		final Window table = awaitWindow("DICOM Files Left Out");
		EventQueue.invokeAndWait(() -> table.setSize(900, 150));
		screen.picture("left-out.png", table);
		EventQueue.invokeAndWait(() -> table.setVisible(false));
	}

	private void recorder(final Path study) throws Exception {
		final Recorder[] recorder = new Recorder[1];
		IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + study + "] series=1\");");
		EventQueue.invokeAndWait(() -> recorder[0] = new Recorder());
		for (final String label : List.of("Convert to HU", "Apply Lung Window", "HU Histogram")) {
			chooseMenu("Plugins", "Hounsfield", label);
			press(awaitWindow(label), "OK");
			awaitGone(label);
			IJ.wait(1500);
		}
		for (final int id : WindowManager.getIDList())
			EventQueue.invokeAndWait(() -> WindowManager.getImage(id).getWindow().setVisible(false));
		EventQueue.invokeAndWait(() -> recorder[0].setBounds(60, 200, 900, 130));
		screen.picture("recorder.png", recorder[0]);
		EventQueue.invokeAndWait(recorder[0]::close);
		IJ.runMacro("run(\"Close All\");");
	}
}
