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
package io.github.hounsfield.imagej.windows;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands on a screen, and where a new window has room among it. All lengths are pixels.
 *
 * @param source the window that the user looks at; it is to stay in sight
 * @param main ImageJ's own window, which says what is going on; null if it is not on the screen
 * @param texts tables, the Log and dialogs; they are covered only where there is no other place
 * @param others all other windows
 * @param screen without bars of the desktop
 */
record Room(Rectangle source, Rectangle main, List<Rectangle> texts, List<Rectangle> others, Rectangle screen) {

	/** Between two windows, where there is room for it. */
	static final int GAP = 4;

	/** If a window must cover more than this part of its source, the two cannot be seen together. */
	private static final double MOST_COVERED = 0.5;

	/** The side of the source on which a window is looked for first. */
	enum Side {
		RIGHT, BELOW
	}

	/**
	 * The place where a window covers least of its source and of ImageJ's window, then hides the fewest other windows as a
	 * whole, then covers least of texts, then of others, then is next to the wanted side.
	 *
	 * @param size of the new window
	 * @return its upper left corner, with which it is within the screen; empty where it would cover most of its source
	 */
	Optional<Point> place(final Dimension size, final Side side) {
		final Point wanted = side == Side.RIGHT ? new Point(source.x + source.width + GAP, source.y) : new Point(source.x,
			source.y + source.height + GAP);
		final Comparator<Rectangle> order = Comparator.comparingLong(this::covers).thenComparingLong(this::hides)
			.thenComparingLong(at -> coversOf(texts, at)).thenComparingLong(at -> coversOf(others, at)).thenComparingDouble(
				at -> wanted.distance(at.getLocation()));
		final Rectangle best = candidates(size).stream().min(order).orElseThrow();
		return area(best.intersection(source)) > MOST_COVERED * area(source) ? Optional.empty() : Optional.of(best
			.getLocation());
	}

	/** Moves a window only as far as the screen asks for it. A larger one begins at the screen's corner. */
	static Point within(final Rectangle screen, final Rectangle window) {
		return new Point(inside(screen.x, screen.width, window.x, window.width), inside(screen.y, screen.height, window.y,
			window.height));
	}

	private static int inside(final int first, final int length, final int at, final int size) {
		return Math.max(first, Math.min(at, first + length - size));
	}

	/** All places at an edge of a window or of the screen: the best one is among them. */
	private List<Rectangle> candidates(final Dimension size) {
		final List<Rectangle> edges = new ArrayList<>(others);
		edges.addAll(texts);
		edges.add(source);
		if (main != null) edges.add(main);
		final List<Rectangle> candidates = new ArrayList<>();
		for (final int x : along(edges.stream().mapToInt(edge -> edge.x).toArray(), edges.stream().mapToInt(
			edge -> edge.width).toArray(), screen.x, screen.width, size.width))
			for (final int y : along(edges.stream().mapToInt(edge -> edge.y).toArray(), edges.stream().mapToInt(
				edge -> edge.height).toArray(), screen.y, screen.height, size.height))
				candidates.add(new Rectangle(new Point(x, y), size));
		return candidates;
	}

	/** On one axis: before, at and after each edge and its gap, and at both ends of the screen. */
	private static List<Integer> along(final int[] starts, final int[] lengths, final int first, final int length,
		final int size)
	{
		final List<Integer> places = new ArrayList<>(List.of(first, first + length - size));
		for (int i = 0; i < starts.length; i++)
			places.addAll(List.of(starts[i] - GAP - size, starts[i] - GAP, starts[i], starts[i] + lengths[i] - size, starts[i] +
				lengths[i] + GAP - size, starts[i] + lengths[i] + GAP));
		return places.stream().map(at -> inside(first, length, at, size)).distinct().toList();
	}

	private long covers(final Rectangle at) {
		return area(at.intersection(withGap(source))) + (main == null ? 0 : area(at.intersection(withGap(main))));
	}

	private long hides(final Rectangle at) {
		return Stream.concat(texts.stream(), others.stream()).filter(at::contains).count();
	}

	private static long coversOf(final List<Rectangle> windows, final Rectangle at) {
		return windows.stream().mapToLong(other -> area(at.intersection(withGap(other)))).sum();
	}

	private static Rectangle withGap(final Rectangle window) {
		return new Rectangle(window.x - GAP, window.y - GAP, window.width + 2 * GAP, window.height + 2 * GAP);
	}

	private static long area(final Rectangle rectangle) {
		return rectangle.isEmpty() ? 0 : (long) rectangle.width * rectangle.height;
	}
}
