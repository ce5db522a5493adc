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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Components of runs, distances, discs and holes equal those that are found pixel by pixel, on random pictures. Also
 * tests {@code Disc}, {@code DistanceMap} and {@code DisjointSets}.
 */
class ComponentsTest {

	private static final int WIDTH = 23;
	private static final int HEIGHT = 17;
	private static final int DEPTH = 9;

	@Test
	void connectsTheSixNeighbours() {
		final Random random = new Random(1);
		for (int round = 0; round < 50; round++) {
			final byte[][] planes = new byte[DEPTH][WIDTH * HEIGHT];
			final double density = 0.1 + 0.8 * random.nextDouble();
			final Runs[] runs = new Runs[DEPTH];
			for (int z = 0; z < DEPTH; z++) {
				for (int i = 0; i < planes[z].length; i++)
					planes[z][i] = (byte) (random.nextDouble() < density ? 1 : 0);
				runs[z] = Runs.of(planes[z], WIDTH, HEIGHT);
			}
			final Components components = new Components(runs);
			final int[] flooded = flood(planes);
			final int[] found = new int[flooded.length];
			for (int z = 0; z < DEPTH; z++)
				for (int y = 0; y < HEIGHT; y++)
					for (int i = runs[z].rows[y]; i < runs[z].rows[y + 1]; i++)
						for (int x = runs[z].from[i]; x < runs[z].to[i]; x++)
							found[(z * HEIGHT + y) * WIDTH + x] = runs[z].component[i] + 1;
			assertArrayEquals(flooded, found);
			final long[] voxels = new long[components.count()];
			for (final int c : flooded)
				if (c > 0) voxels[c - 1]++;
			for (int c = 0; c < voxels.length; c++)
				assertEquals(voxels[c], components.voxels(c));
		}
	}

	/** Components by flooding, numbered from 1 in the order of their first voxels. */
	private static int[] flood(final byte[][] planes) {
		final int plane = WIDTH * HEIGHT;
		final int[] numbers = new int[DEPTH * plane];
		int count = 0;
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] != 0 || planes[i / plane][i % plane] == 0) continue;
			final Deque<Integer> queue = new ArrayDeque<>();
			numbers[i] = ++count;
			queue.add(i);
			while (!queue.isEmpty()) {
				final int at = queue.remove();
				final int[][] steps = { { -1, 0, 0 }, { 1, 0, 0 }, { 0, -1, 0 }, { 0, 1, 0 }, { 0, 0, -1 }, { 0, 0, 1 } };
				for (final int[] step : steps) {
					final int x = at % WIDTH + step[0];
					final int y = at / WIDTH % HEIGHT + step[1];
					final int z = at / plane + step[2];
					if (x < 0 || y < 0 || z < 0 || x >= WIDTH || y >= HEIGHT || z >= DEPTH) continue;
					final int next = (z * HEIGHT + y) * WIDTH + x;
					if (numbers[next] != 0 || planes[z][y * WIDTH + x] == 0) continue;
					numbers[next] = count;
					queue.add(next);
				}
			}
		}
		return numbers;
	}

	@Test
	void measuresDistancesAndTakesDiscsOffAndOn() {
		final Random random = new Random(2);
		for (int round = 0; round < 60; round++) {
			final double sx = 0.3 + random.nextDouble();
			final double sy = 0.3 + random.nextDouble();
			final byte[] plane = picture(random, 0.85);
			final double[] squares = DistanceMap.squared(plane, WIDTH, HEIGHT, sx, sy);
			final double radius = 0.2 + 3 * random.nextDouble();
			final byte[] eroded = new byte[plane.length];
			final byte[] dilated = new byte[plane.length];
			final Disc disc = new Disc(radius, sx, sy);
			disc.erode(plane, WIDTH, HEIGHT, (byte) 1, false, eroded);
			final byte[] few = picture(random, 0.04);
			disc.dilate(few, WIDTH, HEIGHT, dilated);
			for (int i = 0; i < plane.length; i++) {
				final double nearest = nearest(plane, i, (byte) 0, true, sx, sy);
				assertEquals(nearest, squares[i], 1e-9 * nearest);
				assertEquals(nearest > radius * radius ? 1 : 0, eroded[i]);
				assertEquals(nearest(few, i, (byte) 1, false, sx, sy) <= radius * radius ? 1 : 0, dilated[i]);
			}
		}
	}

	private static byte[] picture(final Random random, final double density) {
		final byte[] plane = new byte[WIDTH * HEIGHT];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (byte) (random.nextDouble() < density ? 1 : 0);
		return plane;
	}

	/** Square of the distance to the nearest pixel of a value, which pixels around the picture may have too. */
	private static double nearest(final byte[] plane, final int i, final byte value, final boolean outside,
		final double sx, final double sy)
	{
		double least = Double.POSITIVE_INFINITY;
		for (int y = -1; y <= HEIGHT; y++)
			for (int x = -1; x <= WIDTH; x++) {
				final boolean inside = x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
				if (inside ? plane[y * WIDTH + x] != value : !outside) continue;
				final double dx = (x - i % WIDTH) * sx;
				final double dy = (y - i / WIDTH) * sy;
				least = Math.min(least, dx * dx + dy * dy);
			}
		return least;
	}

	@Test
	void fillsWhatHasNoWayToTheBorder() {
		final byte[] ring = plane("......", ".####.", ".#..#.", ".##.#.", ".####.", "......");
		Closing.fillHoles(ring, 6, 6);
		assertArrayEquals(plane("......", ".####.", ".####.", ".####.", ".####.", "......"), ring);
		final byte[] open = plane("......", ".####.", ".#..#.", ".#..#.", ".#.##.", "......");
		final byte[] before = open.clone();
		Closing.fillHoles(open, 6, 6);
		assertArrayEquals(before, open);
	}

	private static byte[] plane(final String... rows) {
		final String all = String.join("", rows);
		final byte[] plane = new byte[all.length()];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (byte) (all.charAt(i) == '#' ? 1 : 0);
		return plane;
	}
}
