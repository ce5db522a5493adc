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
 * One search of one image: workers take stripe after stripe, each into integral images of its own. What is found does
 * not depend on the number of workers.
 */
final class WindowScan {

	private final SearchPlan plan;
	private final int[][] image;
	private final Workers workers;
	private final List<Detection> found = Collections.synchronizedList(new ArrayList<>());

	/**
	 * @param plan for images of this size
	 * @param image grey levels, an array for each row; not changed, and not to be changed during the search
	 * @param workers threads, progress, cancel
	 */
	WindowScan(final SearchPlan plan, final int[][] image, final Workers workers) {
		this.plan = plan;
		this.image = image;
		this.workers = workers;
	}

	/**
	 * @return the windows that pass, sorted
	 * @throws CancellationException where the search was cancelled
	 */
	List<Detection> run() {
		final List<SearchPlan.Stripe> stripes = plan.stripes();
		workers.run(stripes.size(), () -> {
			final StripeScanner scanner = new StripeScanner(image, plan.windowHeight());
			return index -> found.addAll(scanner.scan(stripes.get(index)));
		});
		final List<Detection> windows = new ArrayList<>(found);
		Collections.sort(windows);
		return windows;
	}
}
