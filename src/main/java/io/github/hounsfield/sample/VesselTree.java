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
package io.github.hounsfield.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The vessels of one lung: tubes that fork from the hilum outwards and become thinner. */
final class VesselTree {

	private static final int GENERATIONS = 10;

	private record Tube(double[] from, double[] to, double radius) {}

	private final List<Tube> tubes = new ArrayList<>();

	/** @param side -1 where the vessels run to the right of the patient, 1 to the left */
	VesselTree(final double x, final double y, final double z, final int side, final Random random) {
		for (final double[] direction : new double[][] { { side, -0.5, 0.9 }, { side, 0.5, 0.8 }, { side, 0.1, 0.05 }, {
			side, -0.4, -0.8 }, { side, 0.6, -1.0 }, { side, -1.2, 0.2 }, { side, 1.3, -0.1 } })
			grow(new double[] { x, y, z }, unit(direction), 5, 26, GENERATIONS, random);
	}

	private void grow(final double[] from, final double[] direction, final double radius, final double length,
		final int generations, final Random random)
	{
		if (generations == 0 || radius < 0.55) return;
		final double[] to = new double[3];
		for (int i = 0; i < 3; i++)
			to[i] = from[i] + length * direction[i];
		tubes.add(new Tube(from, to, radius));
		for (int fork = 0; fork < 2; fork++) {
			final double[] bent = new double[3];
			for (int i = 0; i < 3; i++)
				bent[i] = direction[i] + 0.55 * random.nextGaussian();
			grow(to, unit(bent), radius * 0.8, length * (0.75 + 0.2 * random.nextDouble()), generations - 1, random);
		}
	}

	/** Writes one slice's cut through the vessels wherever there is lung. */
	void paint(final float[] hu, final boolean[] lung, final double z, final int size, final double spacing,
		final int blood)
	{
		for (final Tube tube : tubes) {
			if (z < Math.min(tube.from[2], tube.to[2]) - tube.radius || z > Math.max(tube.from[2], tube.to[2]) + tube.radius)
				continue;
			final int left = index(Math.min(tube.from[0], tube.to[0]) - tube.radius, size, spacing);
			final int right = index(Math.max(tube.from[0], tube.to[0]) + tube.radius, size, spacing) + 1;
			final int top = index(Math.min(tube.from[1], tube.to[1]) - tube.radius, size, spacing);
			final int bottom = index(Math.max(tube.from[1], tube.to[1]) + tube.radius, size, spacing) + 1;
			for (int row = Math.max(0, top); row < Math.min(size, bottom); row++)
				for (int column = Math.max(0, left); column < Math.min(size, right); column++) {
					final int at = row * size + column;
					if (lung[at] && distance(tube, ThoraxPhantom.coordinate(column, size, spacing), ThoraxPhantom.coordinate(row,
						size, spacing), z) <= tube.radius) hu[at] = blood;
				}
		}
	}

	private static int index(final double coordinate, final int size, final double spacing) {
		return (int) Math.floor(coordinate / spacing + (size - 1) / 2.0);
	}

	private static double distance(final Tube tube, final double x, final double y, final double z) {
		final double[] along = new double[3];
		double square = 0;
		double dot = 0;
		final double[] point = { x, y, z };
		for (int i = 0; i < 3; i++) {
			along[i] = tube.to[i] - tube.from[i];
			square += along[i] * along[i];
			dot += along[i] * (point[i] - tube.from[i]);
		}
		final double t = Math.max(0, Math.min(1, dot / square));
		double distance = 0;
		for (int i = 0; i < 3; i++) {
			final double d = point[i] - tube.from[i] - t * along[i];
			distance += d * d;
		}
		return Math.sqrt(distance);
	}

	private static double[] unit(final double[] v) {
		final double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
		return new double[] { v[0] / length, v[1] / length, v[2] / length };
	}
}
