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

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.hounsfield.imagej.windows.Beside;
import io.github.hounsfield.imagej.windows.ImageListeners;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * Shows a person which boxes will be covered, how many on which slice, and lets boxes be added and deleted before. The
 * image can be used as ever while the window is open: slices turned, rectangles drawn.
 */
public final class BoxReview {

	/** Title of the window. */
	public static final String TITLE = "Faces to cover";

	private static final Color SELECTED = Color.RED;
	private static final String HELP = "<br>Add: draw a rectangle around a face, then press Add." +
		"<br>Delete: click on a box, then press Delete.<br>A face without a box is not covered.</html>";

	private final ImagePlus image;
	private final FaceBlur blur;
	private final boolean all;
	private final String searched;
	private final CountDownLatch answered = new CountDownLatch(1);
	private final JLabel text = new JLabel();
	private JDialog window;
	private boolean changed;
	private volatile boolean accepted;
	private Roi chosen;
	private Color before;
	/** What was drawn and no box when Cover was pressed. */
	private Roi leftOut;

	private BoxReview(final ImagePlus image, final FaceBlur blur, final boolean all) {
		this.image = image;
		this.blur = blur;
		this.all = all;
		searched = FaceSearch.isLimited(image) ? "Only the selection was searched: look for faces outside of it. " : "";
	}

	/**
	 * Puts what was found into the overlay of an image and waits until a person has looked at it. Not in the event
	 * thread.
	 *
	 * @param found what {@link FaceBlur#find} has found, beside the boxes that are there
	 * @return whether the boxes are others now than those that were there and found
	 * @throws CancellationException where they are not to be covered; the overlay is as it was before
	 */
	public static boolean review(final ImagePlus image, final FaceBlur blur, final boolean all,
		final List<FaceSearch.Found> found)
	{
		final Overlay old = image.getOverlay() == null ? null : image.getOverlay().duplicate();
		final Roi selection = image.getRoi();
		final BoxReview review = new BoxReview(image, blur, all);
		review.put(found);
		if (selection != null) image.deleteRoi();
		review.ask();
		if (selection != null && image.getRoi() == null) image.setRoi(selection);
		if (!review.accepted) {
			image.setOverlay(old);
			throw new CancellationException("the boxes were not accepted");
		}
		return review.changed;
	}

	/** Boxes on pixels that are others now would be left out, so they go. */
	private void put(final List<FaceSearch.Found> found) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
		final SearchedSlices pixels = new SearchedSlices(image);
		for (int i = overlay.size() - 1; i >= 0; i--)
			if (DetectionRois.isDetection(overlay.get(i)) && DetectionRois.isStale(image, overlay.get(i), pixels)) overlay
				.remove(i);
		DetectionRois.rois(image, found, blur.search().name()).forEach(overlay::add);
		overlay.drawLabels(false);
		image.setOverlay(overlay);
	}

	private void ask() {
		final ImageWindow owner = image.getWindow();
		final ImageCanvas canvas = image.getCanvas();
		// closed while its faces were searched
		if (owner == null || canvas == null) return;
		final MouseAdapter click = new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				choose(canvas.offScreenX(e.getX()), canvas.offScreenY(e.getY()));
			}
		};
		final ImageListener watch = watch();
		canvas.addMouseListener(click);
		ImagePlus.addImageListener(watch);
		EventQueue.invokeLater(() -> show(owner));
		try {
			answered.await();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		finally {
			canvas.removeMouseListener(click);
			ImageListeners.remove(watch);
			choose(null);
			EventQueue.invokeLater(() -> window.dispose());
		}
	}

	private void show(final ImageWindow owner) {
		window = new JDialog(owner, TITLE, false);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		button(buttons, "Add", this::add);
		button(buttons, "Delete", this::delete);
		button(buttons, "Cancel", answered::countDown);
		button(buttons, "Cover", this::cover);
		text.setBorder(BorderFactory.createEmptyBorder(10, 12, 6, 12));
		window.add(text, BorderLayout.CENTER);
		window.add(buttons, BorderLayout.SOUTH);
		window.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				answered.countDown();
			}
		});
		tell("");
		Beside.place(window, owner);
		window.setVisible(true);
	}

	private static void button(final JPanel buttons, final String label, final Runnable action) {
		final JButton button = new JButton(label);
		button.addActionListener(e -> action.run());
		buttons.add(button);
	}

	/** The boxes, by slice, and what the last button could not do, for which a line is kept: the buttons do not move. */
	private void tell(final String problem) {
		final SortedMap<Integer, Integer> bySlice = blur.count(image, all);
		final int boxes = bySlice.values().stream().mapToInt(Integer::intValue).sum();
		final String where = image.getStackSize() > 1 && boxes > 0 ? ": " + FaceBlur.where(bySlice) : "";
		text.setText("<html><b>" + (boxes == 0 ? "No face has a box" : boxes + (boxes == 1 ? " box" : " boxes")) + where +
			".</b> " + searched + "<br>" + (problem.isEmpty() ? "&nbsp;" : problem) + HELP);
		window.pack();
	}

	private Roi drawn() {
		final Roi drawn = image.getRoi();
		return drawn == null || !drawn.isArea() ? null : drawn;
	}

	/** A face under a rectangle that is drawn and no box would stay as it is. */
	private void cover() {
		final Roi drawn = drawn();
		if (drawn != null && drawn != leftOut) {
			leftOut = drawn;
			tell("The rectangle that is drawn is no box yet: press Add, or Cover again to leave it out.");
			return;
		}
		accepted = true;
		answered.countDown();
	}

	private void add() {
		final Roi drawn = drawn();
		if (drawn == null) {
			tell("There is no rectangle yet.");
			return;
		}
		final Rectangle bounds = drawn.getBounds();
		final Roi box = new Roi(bounds.x, bounds.y, bounds.width, bounds.height);
		box.setName(blur.search().name() + " by hand");
		DetectionRois.style(box, image);
		if (image.isHyperStack()) box.setPosition(0, image.getZ(), image.getT());
		else if (image.getStackSize() > 1) box.setPosition(image.getCurrentSlice());
		image.deleteRoi();
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
		overlay.add(box);
		changed(overlay);
	}

	private void delete() {
		if (chosen == null) {
			tell("No box is chosen yet.");
			return;
		}
		final Overlay overlay = image.getOverlay();
		overlay.remove(chosen);
		chosen = null;
		changed(overlay);
	}

	private void changed(final Overlay overlay) {
		changed = true;
		image.setOverlay(overlay);
		tell("");
	}

	/** The box under the mouse on the shown slice becomes the chosen one, in red. */
	private void choose(final int x, final int y) {
		final int here = FaceBlur.position(image, image.getCurrentSlice());
		Roi under = null;
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay().toArray())
			if (FaceBlur.isFace(roi) && FaceBlur.isOn(image, roi, here) && roi.getBounds().contains(x, y)) under = roi;
		choose(under);
	}

	private void choose(final Roi box) {
		if (chosen != null) chosen.setStrokeColor(before);
		chosen = box;
		if (box != null) {
			before = box.getStrokeColor();
			box.setStrokeColor(SELECTED);
		}
		image.draw();
	}

	/** An image that is closed is not covered. */
	private ImageListener watch() {
		return new ImageListener() {

			@Override
			public void imageClosed(final ImagePlus closed) {
				if (closed == image) answered.countDown();
			}

			@Override
			public void imageOpened(final ImagePlus opened) {}

			@Override
			public void imageUpdated(final ImagePlus updated) {}
		};
	}
}
