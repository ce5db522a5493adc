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

import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One search of one image: every level of the pyramid is cut into stripes, and workers take stripe after stripe, each
 * into integral images of its own. What is found does not depend on the number of workers.
 */
final class WindowScan {

	/** Integers in an integral image of a stripe: with its squares it stays in the cache of a core. */
	private static final int STRIPE_SIZE = 1 << 17;

	/** A stripe is at least this many windows high, as its last window height is computed again by the next. */
	private static final int MIN_STRIPE_WINDOWS = 4;

	private record Level(PyramidLevel geometry, BilinearResize resize, Layout layout) {}

	private record Stripe(Level level, int firstRow, int endRow) {}

	/** What levels of the same step share. */
	private record Layout(PreparedCascade cascade, int width, int height, int step, int windows,
		WindowClassifier classifier)
	{

		static Layout of(final PreparedCascade cascade, final PyramidLevel largest) {
			final int width = largest.width();
			final int step = largest.step();
			final int rows = Math.max(STRIPE_SIZE / IntegralImage.stride(width, step), MIN_STRIPE_WINDOWS * cascade.cascade()
				.height());
			final int height = Math.min(rows, largest.height());
			return new Layout(cascade, width, height, step, largest.windowsPerRow(), cascade.classifier(width, height, step));
		}

		StripeScanner newScanner() {
			return new StripeScanner(cascade.cascade(), classifier, cascade.denseStages(), new IntegralImage(width, height,
				step, cascade.tilted()), step, windows);
		}
	}

	private final int windowHeight;
	private final byte[] image;
	private final Workers workers;
	private final List<Stripe> stripes = new ArrayList<>();
	private final List<Detection> found = Collections.synchronizedList(new ArrayList<>());

	/**
	 * @param cascade what is looked for
	 * @param levels the sizes
	 * @param image grey levels, row by row; not changed, and not to be changed during the search
	 * @param width of the image
	 * @param height of the image
	 * @param workers threads, progress, cancel
	 */
	WindowScan(final PreparedCascade cascade, final List<PyramidLevel> levels, final byte[] image, final int width,
		final int height, final Workers workers)
	{
		windowHeight = cascade.cascade().height();
		this.image = image;
		this.workers = workers;
		Layout layout = null;
		for (final PyramidLevel level : levels) {
			if (layout == null || layout.step() != level.step()) layout = Layout.of(cascade, level);
			final BilinearResize resize = new BilinearResize(width, height, level.width(), level.height());
			addStripes(new Level(level, resize, layout));
		}
	}

	private void addStripes(final Level level) {
		final PyramidLevel geometry = level.geometry;
		if (geometry.windowRows() == 0 || geometry.windowsPerRow() == 0) return;
		final int most = (level.layout.height() - windowHeight) / geometry.step() + 1;
		final int count = (geometry.windowRows() + most - 1) / most;
		final int rows = (geometry.windowRows() + count - 1) / count * geometry.step();
		for (int y = 0; y < geometry.rows(); y += rows)
			stripes.add(new Stripe(level, y, Math.min(y + rows, geometry.rows())));
	}

	/**
	 * @return the windows that pass, sorted
	 * @throws CancellationException where the search was cancelled
	 */
	List<Detection> run() {
		workers.run(stripes.size(), () -> new Worker()::scan);
		final List<Detection> windows = new ArrayList<>(found);
		Collections.sort(windows);
		return windows;
	}

	/** One thread, with a scanner of its own for the layout that it met last. */
	private final class Worker {

		private final List<Detection> own = new ArrayList<>();
		private StripeScanner scanner;
		private Layout layout;

		void scan(final int index) {
			final Stripe stripe = stripes.get(index);
			if (layout != stripe.level.layout) scanner = stripe.level.layout.newScanner();
			layout = stripe.level.layout;
			scanner.scan(image, stripe.level.geometry, stripe.level.resize, stripe.firstRow, stripe.endRow, windowHeight, own);
			found.addAll(own);
			own.clear();
		}
	}
}
