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
import java.util.stream.IntStream;

/**
 * Notes steps of ImageJ that move pixels and leave no trace: flips, rotations, translations. ImageJ announces a command
 * before it runs, and the image gets a note with its name. Scale moves pixels only if it makes no new image. So it is
 * noted with a digest of all slices, and a changed digest shows a move. An image made from a moved one has the note in
 * its labels too, which go with the slices.
 */
public final class GeometrySteps implements CommandListener {

	/** Name of the image property that holds the step. */
	private static final String LOST = "Hounsfield.GeometryLostBy";

	/** Name of the image property that holds the digest of the slices before Scale. */
	private static final String BEFORE_SCALE = "Hounsfield.BeforeScale";

	/** Begins the line of a slice's label that holds the step. */
	private static final String LINE = "Hounsfield  Moved by: ";

	private static final String SCALE = "Scale...";

	private static final int HEX = 16;

	/** Commands that move pixels within an image and leave its size and spacing. */
	private static final Set<String> MOVING = Set.of("Flip Horizontally", "Flip Vertically", "Rotate 90 Degrees Right",
		"Rotate 90 Degrees Left", "Rotate... ", "Translate...", "Canvas Size...",
		"TransformJ Rotate", "TransformJ Translate", "Rigid Registration", "StackReg", "MultiStackReg", "HyperStackReg",
		"Linear Stack Alignment with SIFT", "Align slices in stack...", "Image Stabilizer");

	private static GeometrySteps listener;

	private GeometrySteps() {}

	/** The listener; null before {@link #watch}. */
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
		if (MOVING.contains(command)) add(image, command);
		if (SCALE.equals(command) && !image.getStack().isVirtual()) image.setProp(BEFORE_SCALE, Long.toHexString(digest(image
			.getStack())));
		return command;
	}

	private static void add(final ImagePlus image, final String step) {
		final String before = image.getProp(LOST);
		image.setProp(LOST, before == null ? step : before + ", " + step);
	}

	/** Of all slices in any order. */
	private static long digest(final ImageStack stack) {
		long sum = 0;
		for (int n = 1; n <= stack.getSize(); n++)
			sum += PixelDigest.of(StackPlanes.get(stack, n - 1));
		return sum;
	}

	/** Notes in an image and its labels that its pixels do not lie where its headers say. */
	static void note(final ImagePlus image, final String step) {
		image.setProp(LOST, step);
		final ImageStack stack = image.getStack();
		if (stack.isVirtual()) return;
		for (int n = 1; n <= stack.getSize(); n++) {
			final String label = stack.getSliceLabel(n);
			if (label != null && label.indexOf('\n') >= 0 && !label.contains(LINE)) stack.setSliceLabel(label + (label.endsWith(
				"\n") ? "" : "\n") + LINE + step + "\n", n);
		}
	}

	/** The step that a slice's label names, or null. */
	private static String noted(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		for (int n = 1; n <= stack.getSize() && !stack.isVirtual(); n++) {
			final String label = stack.getSliceLabel(n);
			final int start = label == null ? -1 : label.indexOf(LINE);
			if (start >= 0) return label.substring(start + LINE.length()).lines().findFirst().orElse("another step");
		}
		return null;
	}

	/** Resolves the digest before a Scale: nothing if the pixels are still there, otherwise a lost place. */
	private static void noteScaled(final ImagePlus image) {
		final String before = image.getProp(BEFORE_SCALE);
		if (before == null) return;
		image.setProp(BEFORE_SCALE, null);
		final long digest = Long.parseUnsignedLong(before, HEX);
		final ImageStack stack = image.getStack();
		if (stack.isVirtual()) return;
		if (digest(stack) != digest) add(image, SCALE);
	}

	/**
	 * How an image's pixels were moved, as far as its pixels or a note show it. Does not ask whether there are headers.
	 */
	public static Optional<String> lostBy(final ImagePlus image) {
		final ImageStack stack = MappedStack.snapshot(image.getStack());
		final PlaceDigest.Move[] moves = new PlaceDigest.Move[stack.isVirtual() ? 0 : stack.getSize()];
		IntStream.range(0, moves.length).parallel().forEach(i -> {
			final String label = stack.getSliceLabel(i + 1);
			if (label != null) moves[i] = PlaceDigest.move(label, StackPlanes.get(stack, i), stack.getWidth(), stack
				.getHeight());
		});
		boolean all = !stack.isVirtual() && !(stack instanceof MappedStack);
		for (final PlaceDigest.Move move : moves) {
			if (move != null && move != PlaceDigest.Move.NONE) return Optional.of("a move (" + move.words() + ")");
			all &= move != null;
		}
		return all ? Optional.empty() : steps(image);
	}

	/** The noted steps that moved an image's pixels, by their names in the menu. */
	private static Optional<String> steps(final ImagePlus image) {
		noteScaled(image);
		final String step = image.getProp(LOST);
		return Optional.ofNullable(step != null ? step : noted(image)).map(name -> name.replace("...", "").trim());
	}

	/** @throws ImageException where a step was noted; names it */
	static void requireKnown(final ImagePlus image) {
		steps(image).ifPresent(step -> {
			throw new ImageException("'" + image.getTitle() + "' went through " + step +
				", after which its header does not say where it lies", Remedy.USE_SOURCE);
		});
	}
}
