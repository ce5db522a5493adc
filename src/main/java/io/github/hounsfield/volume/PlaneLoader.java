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
package io.github.hounsfield.volume;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Makes planes on several threads, each the next that is left. For one run. */
final class PlaneLoader {

	private final PlaneSource.Maker maker;
	private final Workers workers;
	private final Plane[] planes;
	private final Map<Integer, IOException> failures = new TreeMap<>();

	PlaneLoader(final int count, final PlaneSource.Maker maker, final Workers workers) {
		this.maker = maker;
		this.workers = workers;
		this.planes = new Plane[count];
	}

	/** One for each frame, null where it failed. */
	Plane[] planes() {
		return planes;
	}

	/** Gives the memory back. */
	void forget() {
		Arrays.fill(planes, null);
	}

	/** Why planes failed, by their index. */
	Map<Integer, IOException> failures() {
		return failures;
	}

	void run() {
		workers.run(planes.length, () -> this::make);
	}

	private void make(final int index) {
		try {
			planes[index] = maker.make(index);
		}
		catch (final IOException e) {
			synchronized (failures) {
				failures.put(index, e);
			}
		}
	}
}
