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
package io.github.hounsfield.haar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What searches of images of one size have in common: every level of the pyramid, cut into stripes. Immutable.
 */
final class SearchPlan {

	/** Integers in an integral image of a stripe: with its squares it stays in the cache of a core. */
	private static final int STRIPE_SIZE = 1 << 17;

	/** A stripe is at least this many windows high, as its last window height is computed again by the next. */
	private static final int MIN_STRIPE_WINDOWS = 4;

	/** Levels share a layout down to this part of the width for which it was made. */
	private static final double LEAST_WIDTH = 0.75;

	/** A level of the pyramid. */
	record Level(PyramidLevel geometry, BilinearResize resize, PreparedCascade.LaidOut cascade) {}

	/** Rows of windows of a level, from the first to before the end. */
	record Stripe(Level level, int firstRow, int endRow) {}

	private final int width;
	private final int height;
	private final DetectionParameters parameters;
	private final int windowHeight;
	private final List<Stripe> stripes = new ArrayList<>();

	/**
	 * @param cascade what is looked for
	 * @param width of the images, at least that of the window
	 * @param height of the images, at least that of the window
	 * @param parameters sizes
	 */
	SearchPlan(final PreparedCascade cascade, final int width, final int height, final DetectionParameters parameters) {
		this.width = width;
		this.height = height;
		this.parameters = parameters;
		windowHeight = cascade.cascade().height();
		PreparedCascade.LaidOut laidOut = null;
		int widest = 0;
		int highest = 0;
		for (final PyramidLevel level : PyramidLevel.of(cascade.cascade(), width, height, parameters)) {
			if (laidOut == null || laidOut.layout().step() != level.step() || level.width() < LEAST_WIDTH * widest) {
				widest = level.width();
				highest = Math.min(level.height(), Math.max(STRIPE_SIZE / widest, MIN_STRIPE_WINDOWS * windowHeight));
				laidOut = cascade.laidOut(IntegralLayout.of(widest, highest, level.step(), cascade.tilted()));
			}
			addStripes(new Level(level, new BilinearResize(width, height, level.width(), level.height(), level.step()),
				laidOut), highest);
		}
	}

	boolean isFor(final int imageWidth, final int imageHeight, final DetectionParameters others) {
		return width == imageWidth && height == imageHeight && parameters.equals(others);
	}

	int windowHeight() {
		return windowHeight;
	}

	List<Stripe> stripes() {
		return Collections.unmodifiableList(stripes);
	}

	private void addStripes(final Level level, final int stripeHeight) {
		final PyramidLevel geometry = level.geometry;
		if (geometry.windowRows() == 0 || geometry.windowsPerRow() == 0) return;
		final int most = (stripeHeight - windowHeight) / geometry.step() + 1;
		final int count = (geometry.windowRows() + most - 1) / most;
		final int rows = (geometry.windowRows() + count - 1) / count * geometry.step();
		for (int y = 0; y < geometry.rows(); y += rows)
			stripes.add(new Stripe(level, y, Math.min(y + rows, geometry.rows())));
	}
}
