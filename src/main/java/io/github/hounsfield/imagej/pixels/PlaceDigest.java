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

import ij.ImageStack;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.stream.IntStream;

/**
 * This suite's line in the header of a slice: a digest of pixels at fixed places. ImageJ's flips and turns move pixels
 * and leave the header, which then names the wrong side. The digest is compared in all eight positions of flips and
 * quarter turns, so any such move shows. A plane with changed values matches none, which says nothing.
 */
final class PlaceDigest {

	/** Begins like all lines about pixels, so that {@link ValueMeaning#mark} removes it. */
	private static final String KEY = "Hounsfield  Pixel places: ";

	/** Number of pixels in a plane's digest. They are few, for every plane of a new image is marked. */
	private static final int SAMPLES = 256;

	/** Steps like the golden ratio in two dimensions. Their multiples fill a square evenly and without symmetry. */
	private static final double STEP_X = 0.7548776662466927;
	private static final double STEP_Y = 0.5698402909980532;
	/** The places as parts of width and height. They are computed once, for the remainder of a division is slow. */
	private static final double[] PLACES_X = places(STEP_X);
	private static final double[] PLACES_Y = places(STEP_Y);

	/** How a plane may have been moved. */
	enum Move {
		NONE(""), FLIPPED_HORIZONTALLY("flipped horizontally"), FLIPPED_VERTICALLY("flipped vertically"),
		HALF_TURN("turned by 180 degrees"), TURNED_RIGHT("turned to the right"), TURNED_LEFT("turned to the left"),
		TRANSPOSED("flipped and turned"), TRANSPOSED_BACK("flipped and turned");

		private final String words;

		Move(final String words) {
			this.words = words;
		}

		/** In the past participle, for a sentence. */
		String words() {
			return words;
		}

		/** Index after the move of the pixel that was at x, y. */
		private int index(final int x, final int y, final int width, final int height) {
			return switch (this) {
				case NONE -> y * width + x;
				case FLIPPED_HORIZONTALLY -> y * width + width - 1 - x;
				case FLIPPED_VERTICALLY -> (height - 1 - y) * width + x;
				case HALF_TURN -> (height - 1 - y) * width + width - 1 - x;
				case TURNED_RIGHT -> x * width + width - 1 - y;
				case TURNED_LEFT -> (height - 1 - x) * width + y;
				case TRANSPOSED -> x * width + y;
				case TRANSPOSED_BACK -> (height - 1 - x) * width + width - 1 - y;
			};
		}

		private boolean needsSquare() {
			return ordinal() >= TURNED_RIGHT.ordinal();
		}
	}

	private PlaceDigest() {}

	private static double[] places(final double step) {
		final double[] places = new double[SAMPLES];
		for (int i = 0; i < SAMPLES; i++)
			places[i] = (i + 1) * step % 1;
		return places;
	}

	/**
	 * Marks the labels of a stack in memory whose slices have headers of this suite; leaves others as they are.
	 *
	 * @param known whether the pixels lie where the headers say; otherwise older digests are taken away
	 */
	static void mark(final ImageStack stack, final boolean known) {
		if (stack.isVirtual()) return;
		IntStream.rangeClosed(1, stack.getSize()).parallel().forEach(i -> {
			final String label = stack.getSliceLabel(i);
			final Plane plane = StackPlanes.get(stack, i - 1);
			if (label == null || plane.type() == PlaneType.RGB || ValueMeaning.of(label) == null) return;
			stack.setSliceLabel(known ? mark(label, plane, stack.getWidth(), stack.getHeight()) : bare(label), i);
		});
	}

	/** A header's text with the digest of a plane, in place of an older one. */
	static String mark(final String header, final Plane plane, final int width, final int height) {
		final String bare = bare(header);
		return bare + (bare.endsWith("\n") ? "" : "\n") + KEY + digest(plane, width, height, Move.NONE) + "\n";
	}

	private static String bare(final String header) {
		final int start = header.lastIndexOf(KEY);
		return start < 0 ? header : header.substring(0, start) + header.substring(Math.min(header.length(), end(header,
			start) + 1));
	}

	/**
	 * @param header of a slice
	 * @param plane of that slice as it is now, of the size that it was marked with
	 * @return how it was moved; null if the header has no digest, or the plane matches it in no position or in several,
	 *          as a plane of one value does
	 */
	static Move move(final String header, final Plane plane, final int width, final int height) {
		final int start = header.lastIndexOf(KEY);
		if (start < 0 || plane.type() == PlaneType.RGB) return null;
		final String due = header.substring(start + KEY.length(), end(header, start)).trim();
		Move found = null;
		for (final Move move : Move.values()) {
			if (move.needsSquare() && width != height) continue;
			final boolean fits = found == null ? due.equals(digest(plane, width, height, move)) : isSame(plane, width, height,
				found, move);
			if (fits && found != null) return null;
			if (fits) found = move;
		}
		return found;
	}

	/** Whether two moves give the same pixels, which a few of them mostly tell. */
	private static boolean isSame(final Plane plane, final int width, final int height, final Move one,
		final Move other)
	{
		for (int i = 0; i < SAMPLES; i++) {
			final int x = (int) (PLACES_X[i] * width);
			final int y = (int) (PLACES_Y[i] * height);
			if (bits(plane, one.index(x, y, width, height)) != bits(plane, other.index(x, y, width, height))) return false;
		}
		return true;
	}

	private static int end(final String header, final int start) {
		final int end = header.indexOf('\n', start);
		return end < 0 ? header.length() : end;
	}

	private static String digest(final Plane plane, final int width, final int height, final Move move) {
		final int[] indices = new int[SAMPLES];
		for (int i = 0; i < SAMPLES; i++) {
			final int x = (int) (PLACES_X[i] * width);
			final int y = (int) (PLACES_Y[i] * height);
			indices[i] = move == Move.NONE ? y * width + x : move.index(x, y, width, height);
		}
		int hash = width;
		if (plane.type().bits() == 16) {
			final short[] shorts = plane.shorts();
			for (final int index : indices)
				hash = 31 * hash + shorts[index];
		}
		else for (final int index : indices)
			hash = 31 * hash + bits(plane, index);
		return width + "x" + height + " " + Integer.toHexString(hash);
	}

	private static int bits(final Plane plane, final int index) {
		return switch (plane.type().bits()) {
			case 8 -> plane.bytes()[index];
			case 16 -> plane.shorts()[index];
			default -> Float.floatToRawIntBits(plane.floats()[index]);
		};
	}
}
