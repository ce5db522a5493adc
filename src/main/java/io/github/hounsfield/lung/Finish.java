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
package io.github.hounsfield.lung;

import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.work.Workers;

/** Closes both lungs, drops the label of the airways, and measures what the mask holds before and after. */
final class Finish {

	private final LungMask.Content before;
	private final LungMask.Content after;

	Finish(final HuPlanes hu, final PatientGrid grid, final double closeMm, final byte[][] planes,
		final Workers workers)
	{
		final double[] sumBefore = new double[grid.depth()];
		final double[] sumAfter = new double[grid.depth()];
		final long[] countBefore = new long[grid.depth()];
		final long[] countAfter = new long[grid.depth()];
		workers.run(grid.depth(), () -> {
			final HuPlanes.Reader reader = hu.reader();
			final double[] values = new double[grid.planeSize()];
			final Closing closing = closeMm > 0 ? new Closing(closeMm, grid) : null;
			return z -> {
				reader.read(z, values);
				final byte[] plane = planes[z];
				for (int i = 0; i < plane.length; i++)
					if (plane[i] == Sides.RIGHT || plane[i] == Sides.LEFT) {
						countBefore[z]++;
						sumBefore[z] += values[i];
					}
				if (closing != null && countBefore[z] > 0) closing.close(plane, grid.width());
				for (int i = 0; i < plane.length; i++) {
					if (plane[i] == Airways.LABEL || Double.isNaN(values[i])) plane[i] = 0;
					if (plane[i] != 0) {
						countAfter[z]++;
						sumAfter[z] += values[i];
					}
				}
			};
		});
		before = content(countBefore, sumBefore, grid);
		after = content(countAfter, sumAfter, grid);
	}

	private static LungMask.Content content(final long[] counts, final double[] sums, final PatientGrid grid) {
		long n = 0;
		double sum = 0;
		for (int z = 0; z < counts.length; z++) {
			n += counts[z];
			sum += sums[z];
		}
		return new LungMask.Content(n, n * grid.voxelMl(), sum / n);
	}

	LungMask.Content before() {
		return before;
	}

	LungMask.Content after() {
		return after;
	}
}
