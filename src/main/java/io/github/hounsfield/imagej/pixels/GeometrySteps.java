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
package io.github.hounsfield.imagej.pixels;

import ij.CommandListener;
import ij.Executer;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import java.util.Optional;
import java.util.Set;

/**
 * Notes steps of ImageJ that move pixels and leave no trace in the image: flips, rotations, translations. ImageJ tells
 * of a command before it runs it; the image then is asked for nothing more than a note with the command's name. Scale
 * moves pixels only where it makes no new image, so that it is noted with a digest of the slice in front: where no slice
 * has these pixels any more, they were moved.
 */
public final class GeometrySteps implements CommandListener {

	/** Name of the image property that holds the step. */
	private static final String LOST = "Hounsfield.GeometryLostBy";

	/** Name of the image property that holds the digest of a slice before Scale. */
	private static final String BEFORE_SCALE = "Hounsfield.BeforeScale";

	private static final String SCALE = "Scale...";

	private static final int HEX = 16;

	/** Commands that move pixels within an image and leave its size and spacing. */
	private static final Set<String> MOVING = Set.of("Flip Horizontally", "Flip Vertically", "Rotate 90 Degrees Right",
		"Rotate 90 Degrees Left", "Rotate... ", "Translate...", "Canvas Size...",
		"TransformJ Rotate", "TransformJ Translate", "Rigid Registration", "StackReg", "MultiStackReg", "HyperStackReg",
		"Linear Stack Alignment with SIFT", "Align slices in stack...", "Image Stabilizer");

	private static GeometrySteps listener;

	private GeometrySteps() {}

	/** The one that listens; null before {@link #watch}. */
	static synchronized CommandListener listener() {
		return listener;
	}

	/** Begins to listen, once. */
	public static synchronized void watch() {
		if (listener != null) return;
		listener = new GeometrySteps();
		Executer.addCommandListener(listener);
	}

	@Override
	public String commandExecuting(final String command) {
		final ImagePlus image = WindowManager.getCurrentImage();
		if (image == null) return command;
		noteScaled(image);
		if (MOVING.contains(command)) image.setProp(LOST, command);
		if (SCALE.equals(command) && !image.getStack().isVirtual()) image.setProp(BEFORE_SCALE, Long.toHexString(PixelDigest
			.of(image.getStack().getPixels(image.getCurrentSlice()))));
		return command;
	}

	/** Makes of the digest before a Scale either nothing, where the pixels are there, or a lost place. */
	private static void noteScaled(final ImagePlus image) {
		final String before = image.getProp(BEFORE_SCALE);
		if (before == null) return;
		image.setProp(BEFORE_SCALE, null);
		final long digest = Long.parseUnsignedLong(before, HEX);
		final ImageStack stack = image.getStack();
		if (stack.isVirtual()) return;
		for (int n = 1; n <= stack.getSize(); n++)
			if (PixelDigest.of(stack.getPixels(n)) == digest) return;
		image.setProp(LOST, SCALE);
	}

	/** The last step by which an image's pixels moved away from where its headers say, as the menu has it. */
	public static Optional<String> lostBy(final ImagePlus image) {
		noteScaled(image);
		return Optional.ofNullable(image.getProp(LOST)).map(step -> step.replace("...", "").trim());
	}

	/** @throws ImageException where a step was noted; names it */
	static void requireKnown(final ImagePlus image) {
		lostBy(image).ifPresent(step -> {
			throw new ImageException("'" + image.getTitle() + "' went through " + step +
				", after which its header does not say where it lies", Remedy.USE_SOURCE);
		});
	}
}
