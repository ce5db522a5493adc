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

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.gui.StackWindow;
import ij.measure.Calibration;
import ij.plugin.Zoom;
import io.github.hounsfield.imagej.windows.Beside;
import io.github.hounsfield.imagej.windows.ImageListeners;
import java.awt.Window;
import java.util.Arrays;

/**
 * Shows a new image as its source is shown: at the same place of the stack and as large on the screen. It stands beside
 * its source.
 */
final class SameView implements ImageListener {

	private final ImagePlus made;
	private final Window source;
	private final double magnification;

	private SameView(final ImagePlus made, final Window source, final double magnification) {
		this.made = made;
		this.source = source;
		this.magnification = magnification;
	}

	/**
	 * @param made not shown yet
	 * @param source of which it was made; one without a window is not looked at
	 */
	static void of(final ImagePlus made, final ImagePlus source) {
		if (source.getWindow() == null || made == source) return;
		final int[] at = place(made, source);
		made.setPositionWithoutUpdate(at[0], at[1], at[2]);
		// an image of one slice keeps no position of its own; stacks have their slices counted through
		if (made.getStackSize() > 1) made.setSliceWithoutUpdate(made.getStackIndex(at[0], at[1], at[2]));
		ImagePlus.addImageListener(new SameView(made, source.getWindow(), magnification(made, source)));
	}

	/** The same of an image that is shown already, with the window through which its source is looked at. */
	static void now(final ImagePlus made, final ImagePlus source) {
		if (made == null || made == source || made.getWindow() == null || source.getWindow() == null) return;
		final int[] at = place(made, source);
		made.setPosition(at[0], at[1], at[2]);
		final Calibration values = made.getCalibration();
		final Calibration before = source.getCalibration();
		if (made.getBitDepth() == source.getBitDepth() && values.getFunction() == before.getFunction() && Arrays.equals(values
			.getCoefficients(), before.getCoefficients())) made.setDisplayRange(source.getDisplayRangeMin(), source
				.getDisplayRangeMax());
		made.updateAndDraw();
		Zoom.set(made, magnification(made, source));
		Beside.place(made.getWindow(), source.getWindow());
	}

	private static double magnification(final ImagePlus made, final ImagePlus source) {
		return source.getWindow().getCanvas().getMagnification() * source.getWidth() / made.getWidth();
	}

	/** Channel, slice and time at which an image shows what its source shows. */
	private static int[] place(final ImagePlus made, final ImagePlus source) {
		final int[] of = { source.getNChannels(), source.getNSlices(), source.getNFrames() };
		final int[] to = { made.getNChannels(), made.getNSlices(), made.getNFrames() };
		final int[] at = { source.getC(), source.getZ(), source.getT() };
		for (int axis = 0; axis < at.length; axis++)
			at[axis] = like(at[axis], of[axis], to[axis]);
		return at;
	}

	/** The slice, from 1, that lies as far along an axis of another length; the first is the first. */
	private static int like(final int slice, final int of, final int to) {
		return of == to ? slice : of == 1 ? 1 : 1 + (int) Math.round((slice - 1.0) * (to - 1) / (of - 1));
	}

	@Override
	public void imageOpened(final ImagePlus image) {
		if (image != made) return;
		ImageListeners.remove(this);
		final ImageWindow window = made.getWindow();
		if (window instanceof StackWindow stack) showPosition(stack);
		if (window != null && window.getCanvas().getMagnification() != magnification) Zoom.set(made, magnification);
		Beside.place(window, source);
	}

	/** A new window's sliders stand at 1, whatever it shows. */
	private void showPosition(final StackWindow window) {
		if (made.isHyperStack()) window.setPosition(made.getC(), made.getZ(), made.getT());
		else window.updateSliceSelector();
	}

	@Override
	public void imageClosed(final ImagePlus image) {
		if (image == made) ImageListeners.remove(this);
	}

	@Override
	public void imageUpdated(final ImagePlus image) {}
}
