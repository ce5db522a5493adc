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
import java.util.Arrays;

/**
 * Computes planes of a volume from those of another, in double precision. A weight is the product of one weight for
 * each axis. A NaN spreads only to values in which it has a weight. Immutable: a thread takes a {@link Plane} for
 * itself.
 */
public final class VolumeResampler {

	private final AxisSampling x;
	private final AxisSampling y;
	private final AxisSampling z;
	private final double nothing;

	/** @param nothing value without old voxels */
	VolumeResampler(final AxisSampling x, final AxisSampling y, final AxisSampling z, final double nothing) {
		this.x = x;
		this.y = y;
		this.z = z;
		this.nothing = nothing;
	}

	/** The source of old values. */
	@FunctionalInterface
	public interface Rows {

		/**
		 * @param z old plane
		 * @param y row of it
		 * @param values takes the row's values, from index 0
		 */
		void load(int z, int y, double[] values);
	}

	/** Voxels along x of a new plane. */
	public int width() {
		return x.outputs();
	}

	/** Voxels along y of a new plane. */
	public int height() {
		return y.outputs();
	}

	/** Voxels along x of an old plane. */
	int inputWidth() {
		return x.inputs();
	}

	/** New planes. */
	int depth() {
		return z.outputs();
	}

	/** The old plane that is nearest to a new one; the outermost if none is near. */
	public int nearestPlane(final int plane) {
		final int nearest = z.nearest(plane);
		return nearest >= 0 ? nearest : z.inputs() - 1;
	}

	/** Old planes that a new one is made from, in rising order. */
	public int[] planesFor(final int plane) {
		return z.indices(plane).clone();
	}

	/** A worker that computes planes in one thread. */
	public Mixer mixer() {
		return new Mixer();
	}

	/** Computes planes in one thread, with rows of its own. */
	public final class Mixer {

		private final double[][] mixed = new double[y.inputs()][];
		private final double[] row = new double[x.inputs()];
		private final double[] one = new double[x.inputs()];

		/**
		 * Computes a plane.
		 *
		 * @param plane new one, from 0
		 * @param rows of the old volume
		 * @param values takes {@code width() * height()} values, rows from the top
		 */
		public void compute(final int plane, final Rows rows, final double[] values) {
			final boolean[] ready = new boolean[mixed.length];
			for (int v = 0; v < height(); v++) {
				final int from = v * width();
				final int[] of = y.indices(v);
				if (of.length == 0 || z.indices(plane).length == 0) {
					Arrays.fill(values, from, from + width(), nothing);
					continue;
				}
				for (final int r : of)
					if (!ready[r]) {
						mix(plane, r, rows);
						ready[r] = true;
					}
				along(sum(of, y.weights(v)), values, from);
			}
		}

		/** One row of old planes, weighted. */
		private void mix(final int plane, final int r, final Rows rows) {
			if (mixed[r] == null) mixed[r] = new double[x.inputs()];
			final double[] into = mixed[r];
			final int[] of = z.indices(plane);
			final double[] weights = z.weights(plane);
			rows.load(of[0], r, into);
			if (of.length == 1 && weights[0] == 1) return;
			scale(into, weights[0]);
			for (int k = 1; k < of.length; k++) {
				rows.load(of[k], r, one);
				add(into, one, weights[k]);
			}
		}

		private double[] sum(final int[] of, final double[] weights) {
			if (of.length == 1 && weights[0] == 1) return mixed[of[0]];
			System.arraycopy(mixed[of[0]], 0, row, 0, row.length);
			scale(row, weights[0]);
			for (int k = 1; k < of.length; k++)
				add(row, mixed[of[k]], weights[k]);
			return row;
		}

		private void along(final double[] in, final double[] values, final int from) {
			for (int u = 0; u < width(); u++) {
				final int[] of = x.indices(u);
				final double[] weights = x.weights(u);
				if (of.length == 2) values[from + u] = weights[0] * in[of[0]] + weights[1] * in[of[1]];
				else if (of.length == 0) values[from + u] = nothing;
				else {
					double sum = weights[0] * in[of[0]];
					for (int k = 1; k < of.length; k++)
						sum += weights[k] * in[of[k]];
					values[from + u] = sum;
				}
			}
		}
	}

	private static void scale(final double[] values, final double weight) {
		for (int i = 0; i < values.length; i++)
			values[i] *= weight;
	}

	private static void add(final double[] values, final double[] others, final double weight) {
		for (int i = 0; i < values.length; i++)
			values[i] += weight * others[i];
	}

	/**
	 * A plane of nearest voxels, unmixed, for masks and colours.
	 *
	 * @param old the nearest old plane, of any type
	 * @param fill a plane of the same type; its first element stands for missing voxels
	 * @return a new plane of the same type
	 */
	public Plane nearest(final int plane, final Plane old, final Plane fill) {
		final boolean outside = z.nearest(plane) < 0;
		return old.pick(width() * height(), i -> outside ? -1 : at(i, x.inputs()), fill);
	}

	/** Index in the old plane of the voxel nearest to a new one; -1 if there is none. */
	int at(final int i, final int w) {
		final int u = x.nearest(i % width());
		final int v = y.nearest(i / width());
		return u < 0 || v < 0 ? -1 : v * w + u;
	}
}
