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

/** Makes the planes of a volume in memory. */
final class PlaneLoader {

	private PlaneLoader() {}

	/**
	 * Makes planes on several threads.
	 *
	 * @param bytes that all planes take
	 * @param what the planes belong to, for a message
	 * @param failures takes the reason of each failed plane by its index, in rising order
	 * @return one for each index, null where it failed
	 * @throws NotEnoughMemoryException where they do not fit into memory
	 */
	static Plane[] load(final int count, final long bytes, final String what, final PlaneSource.Maker maker,
		final Workers workers, final Map<Integer, IOException> failures) throws NotEnoughMemoryException
	{
		Memory.require(bytes, what);
		final Plane[] planes = new Plane[count];
		try {
			workers.run(count, () -> index -> {
				try {
					planes[index] = maker.make(index);
				}
				catch (final IOException e) {
					synchronized (failures) {
						failures.put(index, e);
					}
				}
			});
		}
		catch (final OutOfMemoryError e) {
			Arrays.fill(planes, null);
			throw Memory.ranOut(bytes, what, e);
		}
		return planes;
	}
}
