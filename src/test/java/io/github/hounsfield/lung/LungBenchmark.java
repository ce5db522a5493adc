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

import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;

/**
 * Lung masks and density beside scipy.ndimage doing the same steps on the same volume, 300 x 512 x 512, by turns in one
 * run: 2D labels and border, 3D labels, core test, closing by distances, filling; then mean, shares and percentile by
 * numpy. Airways are kept, and sides are known to scipy without its looking for them. Prints seconds of CPU and their
 * ratio.
 */
public final class LungBenchmark {

	private static final int SIZE = 512;
	private static final int DEPTH = 300;
	private static final int ROUNDS = 2;

	private LungBenchmark() {}

	/** @param args how many slices, if not 300 */
	public static void main(final String[] args) throws Exception {
		final int depth = args.length > 0 ? Integer.parseInt(args[0]) : DEPTH;
		final PatientGrid grid = new PatientGrid(SIZE, SIZE, depth, 0.75, 0.75, 300.0 / depth, 1, 1);
		final short[][] planes = volume(grid);
		final HuPlanes hu = new HuPlanes(SIZE, SIZE, depth, PlaneType.INT16, z -> Plane.of(PlaneType.INT16,
			planes[z]), SliceTransforms.IDENTITY);
		final LungMaskOptions options = LungMaskOptions.DEFAULT.withAirwaysRemoved(false);
		try (ScratchFolder folder = new ScratchFolder("lungs")) {
			try (var out = Files.newOutputStream(folder.path().resolve("hu16"))) {
				for (final short[] plane : planes) {
					final ByteBuffer bytes = ByteBuffer.allocate(2 * plane.length).order(ByteOrder.LITTLE_ENDIAN);
					bytes.asShortBuffer().put(plane);
					out.write(bytes.array());
				}
			}
			for (int round = 0; round < ROUNDS; round++) {
				final long start = cpu();
				final LungMask mask = LungMasker.mask(hu, grid, options, Workers.threads(1));
				final long masked = cpu();
				final DensityRow row = LungDensity.measure(hu, new HuPlanes(mask.labels(), SliceTransforms.IDENTITY), grid,
					DensityOptions.DEFAULT, Workers.threads(1)).row("both");
				final double ours = (masked - start) / 1e9;
				final double oursDensity = (cpu() - masked) / 1e9;
				final Map<String, Double> scipy = Scipy.run(folder.path(), grid, """
					hu = load('hu16', '<i2')
					t = time.process_time()
					m = lungs(hu)
					labels = m.astype('u1')
					labels[:, :, width // 2:] *= 2
					out = closed(labels, 8)
					u = time.process_time()
					v = hu[out > 0]
					x = (v.mean(), v.std(ddof=1), np.median(v), np.percentile(v, 15), (v < -950).mean(), (v < -910).mean())
					print('mask', u - t)
					print('density', time.process_time() - u)
					print('voxels', np.count_nonzero(out))
					""");
				System.out.printf("mask %.2f s, scipy %.2f s, ratio %.3f; density %.2f s, numpy %.2f s, ratio %.3f; %d and %.0f " +
					"voxels%n", ours, scipy.get("mask"), ours / scipy.get("mask"), oursDensity, scipy.get("density"), oursDensity /
						scipy.get("density"), row.voxels(), scipy.get("voxels"));
			}
			final Runtime runtime = Runtime.getRuntime();
			System.gc();
			System.out.printf("the volume holds %d MB, the heap after all %d MB of at most %d MB%n", planes.length * 2L * SIZE *
				SIZE >> 20, runtime.totalMemory() - runtime.freeMemory() >> 20, runtime.maxMemory() >> 20);
		}
	}

	/** CPU time of this thread, ns: other work on the machine does not count. */
	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	/** A chest with lungs, vessels and noise. */
	private static short[][] volume(final PatientGrid grid) {
		final Random random = new Random(1);
		final short[][] planes = new short[grid.depth()][SIZE * SIZE];
		final double[][] vessels = new double[400][];
		for (int i = 0; i < vessels.length; i++)
			vessels[i] = new double[] { 260 * random.nextDouble() - 130, 120 * random.nextDouble() - 60, 1 + 3 * random
				.nextDouble() };
		for (int z = 0; z < grid.depth(); z++) {
			final byte[] vessel = new byte[SIZE * SIZE];
			for (final double[] v : vessels)
				for (double dy = -v[2]; dy <= v[2]; dy += grid.spacingYMm())
					for (double dx = -v[2]; dx <= v[2]; dx += grid.spacingXMm())
						if (Math.hypot(dx, dy) <= v[2]) vessel[(int) ((v[1] + dy) / grid.spacingYMm() + SIZE / 2.0) * SIZE +
							(int) ((v[0] + dx) / grid.spacingXMm() + SIZE / 2.0)] = 1;
			final double mmZ = (z - (grid.depth() - 1) / 2.0) * grid.spacingZMm();
			for (int i = 0; i < SIZE * SIZE; i++) {
				final double x = (i % SIZE - (SIZE - 1) / 2.0) * grid.spacingXMm();
				final double y = (i / SIZE - (SIZE - 1) / 2.0) * grid.spacingYMm();
				final boolean body = Thorax.square(x / 180) + Thorax.square(y / 125) <= 1;
				final boolean lung = lung(x, y, mmZ);
				planes[z][i] = (short) Math.round((!body ? -1000 : lung && vessel[i] == 0 ? -860 : 40) + 30 * random
					.nextGaussian());
			}
		}
		return planes;
	}

	private static boolean lung(final double x, final double y, final double z) {
		return Thorax.square((Math.abs(x) - 78) / 62) + Thorax.square(y / 88) + Thorax.square(z / 135) <= 1;
	}
}
