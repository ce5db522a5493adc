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
package io.github.hounsfield.export;

import io.github.hounsfield.series.Vector3;

/** Rotations as NIfTI-1 keeps them. */
final class Quaternion {

	/** Steps of Newton's iteration. Each doubles the digits; a shear under 0.01 rad needs three. */
	private static final int STEPS = 8;

	/** So many numbers of 32 bits are tried for each part. */
	private static final int TRIED = 21;

	private Quaternion() {}

	/**
	 * The rotation that is nearest to three directions.
	 *
	 * @param x of any length, like the others; nearly at right angles, right-handed
	 * @return a, b, c, d with a at least 0: the rotation's unit quaternion
	 */
	static double[] of(final Vector3 x, final Vector3 y, final Vector3 z) {
		Vector3 i = x.normalized();
		Vector3 j = y.normalized();
		Vector3 k = z.normalized();
		for (int step = 0; step < STEPS; step++) { // half of the matrix and of its inverse, transposed
			final double det = i.cross(j).dot(k);
			final Vector3 a = j.cross(k).times(1 / det);
			final Vector3 b = k.cross(i).times(1 / det);
			final Vector3 c = i.cross(j).times(1 / det);
			i = i.plus(a).times(0.5);
			j = j.plus(b).times(0.5);
			k = k.plus(c).times(0.5);
		}
		return unit(new double[] { 1 + i.x() + j.y() + k.z(), j.z() - k.y(), k.x() - i.z(), i.y() - j.x() }, i, j, k);
	}

	/** Four formulas give the same quaternion. This takes the one that divides by the largest number. */
	private static double[] unit(final double[] byTrace, final Vector3 i, final Vector3 j, final Vector3 k) {
		final double[] squares = { byTrace[0], 1 + i.x() - j.y() - k.z(), 1 - i.x() + j.y() - k.z(), 1 - i.x() - j.y() + k
			.z() };
		int largest = 0;
		for (int n = 1; n < 4; n++)
			if (squares[n] > squares[largest]) largest = n;
		final double[] q = switch (largest) {
			case 0 -> byTrace;
			case 1 -> new double[] { j.z() - k.y(), squares[1], i.y() + j.x(), i.z() + k.x() };
			case 2 -> new double[] { k.x() - i.z(), i.y() + j.x(), squares[2], j.z() + k.y() };
			default -> new double[] { i.y() - j.x(), i.z() + k.x(), j.z() + k.y(), squares[3] };
		};
		double length = 0;
		for (final double part : q)
			length += part * part;
		final double scale = (q[0] < 0 ? -1 : 1) / Math.sqrt(length);
		for (int n = 0; n < 4; n++)
			q[n] *= scale;
		return q;
	}

	/**
	 * b, c and d in 32 bits. Readers compute a from them, as the root of the rest to 1. If a is small, rounding alone
	 * would turn the volume by up to 0.0003 rad. So nearby numbers are taken that give a back.
	 *
	 * @param q a, b, c, d
	 */
	static float[] floats(final double[] q) {
		float[] best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int n = 0; n < TRIED * TRIED * TRIED; n++) {
			final float[] tried = { near(q[1], n % TRIED), near(q[2], n / TRIED % TRIED), near(q[3], n / TRIED / TRIED) };
			final double left = 1 - (double) tried[0] * tried[0] - (double) tried[1] * tried[1] - (double) tried[2] * tried[2];
			final double error = Math.abs(Math.sqrt(Math.max(0, left)) - q[0]) + Math.abs(tried[0] - q[1]) + Math.abs(tried[1] -
				q[2]) + Math.abs(tried[2] - q[3]);
			if (error >= least) continue;
			least = error;
			best = tried;
		}
		return best;
	}

	private static float near(final double value, final int which) {
		final float middle = (float) value;
		return middle == 0 ? 0 : middle + (which - TRIED / 2) * Math.ulp(middle);
	}
}
