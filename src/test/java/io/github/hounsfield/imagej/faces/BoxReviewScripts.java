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
package io.github.hounsfield.imagej.faces;

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.ImageJWindow;
import io.github.hounsfield.Waits;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.MouseEvent;
import javax.swing.JLabel;

/** What {@link BoxReviewTest} does inside an ImageJ with a window: JUnit is not there. */
public final class BoxReviewScripts {

	private static final String LABEL = "Blur Detected Faces";
	private static final String COVERED = "Covered Photograph with a face";

	private BoxReviewScripts() {}

	private static Window open(final String label) throws Exception {
		chooseMenu("Plugins", "Hounsfield", label);
		press(awaitWindow(label), "OK");
		return awaitWindow(BoxReview.TITLE);
	}

	private static void click(final Window review, final String label) throws Exception {
		ImageJWindow.click(review, label);
		EventQueue.invokeAndWait(() -> {});
	}

	/** The first line of the window. */
	private static void print(final Window review) throws Exception {
		EventQueue.invokeAndWait(() -> System.out.println(parts(review, JLabel.class).get(0).getText().replaceAll(
			"<br>Add.*", "").replace("&nbsp;", "").replaceAll("<[^>]*>", "")));
	}

	private static int boxes(final ImagePlus image) {
		return image.getOverlay() == null ? 0 : image.getOverlay().size();
	}

	/** Adds a box, deletes the found one by a click, covers; cancels; closes the image. */
	public static final class AddDeleteCover implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.run("Open Sample", "sample=[Photograph with a face]");
			final ImagePlus image = WindowManager.getCurrentImage();
			final Window canceled = open(LABEL);
			print(canceled);
			click(canceled, "Cancel");
			awaitGone(BoxReview.TITLE);
			Waits.awaitEnd(LABEL);
			await("the overlay", () -> boxes(image) == 0);
			final Window review = open(LABEL);
			final Roi found = image.getOverlay().get(0);
			click(review, "Add");
			print(review);
			image.setRoi(10, 20, 60, 50);
			click(review, "Add");
			print(review);
			click(review, "Delete");
			print(review);
			final ImageCanvas canvas = image.getCanvas();
			final int x = canvas.screenX(found.getBounds().x + 5);
			final int y = canvas.screenY(found.getBounds().y + 5);
			EventQueue.invokeAndWait(() -> canvas.dispatchEvent(new MouseEvent(canvas, MouseEvent.MOUSE_CLICKED, System
				.currentTimeMillis(), 0, x, y, 1, false, MouseEvent.BUTTON1)));
			click(review, "Delete");
			print(review);
			image.setRoi(300, 300, 40, 40);
			click(review, "Cover");
			print(review);
			click(review, "Cover");
			await("the covered photograph", () -> WindowManager.getImage(COVERED) != null);
			final ImagePlus blurred = WindowManager.getImage(COVERED);
			Waits.awaitEnd(LABEL);
			System.out.println("faces " + blurred.getProp("Hounsfield.Faces") + ", boxes " + boxes(image));
			System.out.println("covered " + (blurred.getPixel(40, 40)[0] == blurred.getPixel(50, 50)[0]) + ", face " +
				java.util.Arrays.equals(blurred.getPixel(230, 120), image.getPixel(230, 120)));
			blurred.changes = false;
			blurred.close();
			await("one image", () -> WindowManager.getImageCount() == 1);
			Waits.activate(image);
			image.setRoi(0, 0, 100, 100);
			image.setOverlay(null);
			print(open(LABEL));
			image.changes = false;
			image.close();
			awaitGone(BoxReview.TITLE);
			await("no image", () -> WindowManager.getImageCount() == 0);
			System.out.println("images " + WindowManager.getImageCount());
		}
	}
}
