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
import java.util.Arrays;

/**
 * Voxels under the threshold without a connection, by the 4 neighbours, to the border of their slice. These are lungs,
 * airways and bowel gas, and not the air around the patient. A voxel without HU counts as air around.
 */
final class InnerAir {

	private final Runs[] runs;
	private final double middleX;
	private final long under;
	private final double least;
	private final double greatest;

	InnerAir(final HuPlanes hu, final PatientGrid grid, final double threshold, final Workers workers) {
		runs = new Runs[grid.depth()];
		final long[] tissue = new long[grid.depth()];
		final double[] tissueX = new double[grid.depth()];
		final double[] low = new double[grid.depth()];
		final double[] high = new double[grid.depth()];
		workers.run(grid.depth(), () -> {
			final HuPlanes.Reader reader = hu.reader();
			final double[] values = new double[grid.planeSize()];
			final byte[] air = new byte[grid.planeSize()];
			return z -> {
				reader.read(z, values);
				low[z] = Double.POSITIVE_INFINITY;
				high[z] = Double.NEGATIVE_INFINITY;
				for (int y = 0, i = 0; y < grid.height(); y++)
					for (int x = 0; x < grid.width(); x++, i++) {
						final double value = values[i];
						final boolean isTissue = value >= threshold;
						air[i] = (byte) (isTissue ? 0 : 1);
						if (isTissue) {
							tissue[z]++;
							tissueX[z] += x;
						}
						if (value < low[z]) low[z] = value;
						if (value > high[z]) high[z] = value;
					}
				runs[z] = inner(air, values, grid);
			};
		});
		double sum = 0;
		long count = 0;
		double minimum = Double.POSITIVE_INFINITY;
		double maximum = Double.NEGATIVE_INFINITY;
		for (int z = 0; z < grid.depth(); z++) {
			sum += tissueX[z];
			count += tissue[z];
			minimum = Math.min(minimum, low[z]);
			maximum = Math.max(maximum, high[z]);
		}
		middleX = count == 0 ? (grid.width() - 1) / 2.0 : sum / count;
		under = (long) grid.planeSize() * grid.depth() - count;
		least = minimum;
		greatest = maximum;
	}

	private static Runs inner(final byte[] air, final double[] values, final PatientGrid grid) {
		final Runs all = Runs.of(air, grid.width(), grid.height());
		final boolean[] keep = all.touchBorder(grid.width());
		boolean unknown = false;
		for (int i = 0; i < keep.length; i++)
			keep[i] = !keep[i];
		final Runs inner = all.only(keep);
		for (int y = 0; y < inner.height() && !unknown; y++)
			for (int i = inner.rows[y]; i < inner.rows[y + 1] && !unknown; i++)
				for (int at = y * grid.width() + inner.from[i]; at < y * grid.width() + inner.to[i]; at++)
					unknown |= Double.isNaN(values[at]);
		if (!unknown) return inner;
		final boolean[] every = new boolean[inner.count()];
		Arrays.fill(every, true);
		Arrays.fill(air, (byte) 0);
		inner.paint(air, grid.width(), every, (byte) 1);
		for (int i = 0; i < air.length; i++)
			if (Double.isNaN(values[i])) air[i] = 0;
		return Runs.of(air, grid.width(), grid.height());
	}

	/** Runs of each slice. */
	Runs[] runs() {
		return runs;
	}

	/** The middle of the body: the mean column of all voxels that are not under the threshold. */
	double middleX() {
		return middleX;
	}

	/** Voxels under the threshold, including those around the patient and those without HU. */
	long under() {
		return under;
	}

	double least() {
		return least;
	}

	double greatest() {
		return greatest;
	}
}
