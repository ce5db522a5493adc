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
import java.util.ArrayList;
import java.util.List;

/** The labels of a mask: 255 for lung, or 1 for the right and 2 for the left lung; checked. */
final class MaskLabels {

	private final PatientGrid grid;
	private final byte[][] planes;
	private final List<String> notes = new ArrayList<>();
	private final boolean sided;

	/** @throws LungException where the mask has not the grid's size, is empty or holds other numbers */
	MaskLabels(final HuPlanes source, final PatientGrid grid, final Workers workers) {
		this.grid = grid;
		LungMasker.checkSize(source, grid, "mask");
		planes = new byte[grid.depth()][];
		final long[] whole = new long[grid.depth()];
		final long[] sides = new long[grid.depth()];
		final long[] unknown = new long[grid.depth()];
		workers.run(grid.depth(), () -> {
			final HuPlanes.Reader reader = source.reader();
			final double[] values = new double[grid.planeSize()];
			return z -> {
				reader.read(z, values);
				final byte[] plane = new byte[values.length];
				for (int i = 0; i < plane.length; i++) {
					final double value = values[i];
					if (value == 0) continue;
					if (value == 255) {
						plane[i] = 1;
						whole[z]++;
					}
					else if (value == 1 || value == 2) {
						plane[i] = (byte) value;
						sides[z]++;
					}
					else if (Double.isNaN(value)) unknown[z]++;
					else throw new LungException("the mask holds " + Text.number(value) + " in slice " + (z + 1),
						"0 and 255, or 0, 1 for the right and 2 for the left lung");
				}
				planes[z] = plane;
			};
		});
		final long nan = sum(unknown);
		if (nan > 0) notes.add("The mask holds NaN in " + Text.count(nan, "voxel") + ", left out.");
		if (sum(whole) + sum(sides) == 0) throw new LungException("the mask is empty: none of its " + (long) grid
			.planeSize() * grid.depth() + " voxels is 255, 1 or 2");
		if (sum(whole) > 0 && sum(sides) > 0) throw new LungException("the mask holds 255 in " + Text.count(sum(whole),
			"voxel") + " and 1 or 2 in " + sum(sides), "one or the other");
		sided = sum(sides) > 0;
	}

	private static long sum(final long[] counts) {
		long sum = 0;
		for (final long count : counts)
			sum += count;
		return sum;
	}

	/**
	 * Divides a mask of 255, if rows for the sides are wanted and the grid knows them. @return whether sides are known
	 */
	boolean divide(final HuPlanes hu, final Workers workers) {
		if (sided) return true;
		if (!grid.knowsSides()) {
			notes.add("The image does not say which way the patient lies: there are no rows for right and left.");
			return false;
		}
		LungMasker.divide(planes, grid, middleX(hu, workers), workers);
		return true;
	}

	/** Mean column of tissue. */
	private double middleX(final HuPlanes hu, final Workers workers) {
		return new InnerAir(hu, grid, LungMaskOptions.DEFAULT.threshold(), workers).middleX();
	}

	byte[] plane(final int z) {
		return planes[z];
	}

	List<String> notes() {
		return notes;
	}
}
