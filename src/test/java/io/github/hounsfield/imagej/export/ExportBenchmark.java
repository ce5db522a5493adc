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
package io.github.hounsfield.imagej.export;

import io.github.hounsfield.export.Placement;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.export.Voxels;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.DicomVolume;
import io.github.hounsfield.volume.Interpolation;
import io.github.hounsfield.volume.Resampling;
import io.github.hounsfield.volume.VolumeLoader;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Times of writing 300 x 512 x 512 voxels beside those of writing the same bytes, of a real series as .nii.gz beside
 * dcm2niix, and of resampling beside scipy and plastimatch: by turns, the least of several.
 * Arguments: a folder to work in, and a series of CT files.
 */
final class ExportBenchmark {

	private static final int TURNS = 5;
	private static final VoxelGrid GRID = new VoxelGrid(512, 512, 300, Vector3.ZERO, new Vector3(0.7, 0, 0),
		new Vector3(0, 0.7,
		0), new Vector3(0, 0, 1.25));

	private ExportBenchmark() {}

	private interface Step {

		void run() throws Exception;
	}

	private static double seconds(final Step step) throws Exception {
		final long start = System.nanoTime();
		step.run();
		return (System.nanoTime() - start) / 1e9;
	}

	/** Least seconds of each step, by turns. */
	private static double[] byTurns(final Step... steps) throws Exception {
		final double[] least = new double[steps.length];
		java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
		for (int turn = 0; turn < TURNS; turn++)
			for (int i = 0; i < steps.length; i++)
				least[i] = Math.min(least[i], seconds(steps[i]));
		return least;
	}

	/** Soft noise in 16 bits. */
	private static short[][] planes() {
		final Random random = new Random(1);
		final short[][] planes = new short[GRID.depth()][GRID.width() * GRID.height()];
		for (final short[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (-800 + random.nextInt(60) + (i % 512 > 256 ? 840 : 0));
		return planes;
	}

	private record Planes(short[][] planes) implements Voxels {

		@Override
		public int width() {
			return GRID.width();
		}

		@Override
		public int height() {
			return GRID.height();
		}

		@Override
		public int depth() {
			return GRID.depth();
		}

		@Override
		public int times() {
			return 1;
		}

		@Override
		public boolean isColour() {
			return false;
		}

		@Override
		public Plane plane(final int index) {
			return Plane.of(PlaneType.INT16, planes[index]);
		}
	}

	private static void plain(final Path file, final short[][] planes) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocateDirect(2 * GRID.width() * GRID.height()).order(
			java.nio.ByteOrder.LITTLE_ENDIAN);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			StandardOpenOption.TRUNCATE_EXISTING)) {
			for (final short[] plane : planes) {
				buffer.clear();
				buffer.asShortBuffer().put(plane);
				while (buffer.hasRemaining())
					channel.write(buffer);
			}
		}
	}

	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		final Path series = Path.of(arguments[1]);
		final VolumeWriter writer = VolumeWriter.with(Workers.all()).withOverwrite(true);
		final short[][] planes = planes();
		final double[] nii = byTurns(() -> plain(folder.resolve("plain.bin"), planes), () -> writer.write(folder.resolve(
			"ours.nii"), new Planes(planes), Placement.at(GRID)));
		print("300 x 512 x 512 to .nii, beside writing the same bytes", nii[1], nii[0]);
		final double[] gz = byTurns(() -> Tools.run("dcm2niix", "-z", "i", "-b", "n", "-f", "theirs", "-o", folder.toString(),
			series.toString()), () -> {
				final DicomVolume volume = VolumeLoader.open(SeriesOpener.DEFAULT.scan(List.of(series)).series().get(0), finding ->
					{});
				writer.write(folder.resolve("ours.nii.gz"), Voxels.of(volume), Placement.at(VoxelGrid.of(volume.geometry(), volume
					.width(), volume.height(), volume.sizeZ())));
			});
		print("a real series to .nii.gz with reading, beside dcm2niix -z i", gz[1], gz[0]);
		final var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
			.getOperatingSystemMXBean();
		final long cpu = system.getProcessCpuTime();
		final DicomVolume again = VolumeLoader.open(SeriesOpener.DEFAULT.scan(List.of(series)).series().get(0), finding ->
			{});
		writer.write(folder.resolve("ours.nii.gz"), Voxels.of(again), Placement.at(VoxelGrid.of(again.geometry(),
			again.width(),
			again.height(), again.sizeZ())));
		System.out.printf(Locale.ROOT, "  processor time of all threads: %.3f s%n", (system.getProcessCpuTime() - cpu) / 1e9);
		System.out.printf("  bytes: %d beside %d%n", Files.size(folder.resolve("ours.nii.gz")), Files.size(folder.resolve(
			"theirs.nii.gz")));
		resample(folder, writer);
	}

	private static void resample(final Path folder, final VolumeWriter writer) throws Exception {
		final Random random = new Random(2);
		final float[] values = new float[512 * 512 * 100];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(2000) - 1000;
		final Img<FloatType> image = ArrayImgs.floats(values, 512, 512, 100);
		final VoxelGrid grid = new VoxelGrid(512, 512, 100, Vector3.ZERO, new Vector3(0.7, 0, 0), new Vector3(0, 0.7, 0),
			new Vector3(0, 0, 2));
		writer.write(folder.resolve("before.mha"), Voxels.of(image), Placement.at(grid));
		final Resampling one = Resampling.to(new Vector3(1, 1, 1), Interpolation.LINEAR);
		final double[] times = byTurns(() -> one.resample(image, grid, Workers.serial()));
		final String python = "import numpy, scipy.ndimage, time; a = numpy.random.default_rng(1).random((100, 512, 512), " +
			"numpy.float32); t = time.perf_counter(); scipy.ndimage.zoom(a, (2, 0.7, 0.7), order=1, grid_mode=True, " +
			"mode='nearest'); print(time.perf_counter() - t)";
		double scipy = Double.POSITIVE_INFINITY;
		for (int i = 0; i < 2; i++)
			scipy = Math.min(scipy, Double.parseDouble(Tools.run(Tools.PYTHON, "-c", python).trim()));
		print("512 x 512 x 100 to 1 mm, linear, one thread, beside scipy.ndimage.zoom", times[0], scipy);
	}

	private static void print(final String what, final double ours, final double theirs) {
		System.out.printf(Locale.ROOT, "%s: %.3f s beside %.3f s, %.2f%n", what, ours, theirs, ours / theirs);
	}
}
