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

import io.github.hounsfield.dicom.ParameterException;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.AxisSampling.Border;
import io.github.hounsfield.work.Workers;
import java.util.function.IntConsumer;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * A volume on a grid of another spacing. Along each axis the new grid has {@code max(1, round(N s / s'))} voxels of
 * exactly s'. Samples up to half a voxel outside the outermost centres have the outermost values, as in ITK.
 *
 * @param spacing of the new grid along x, y and z, mm, over 0
 * @param interpolation between voxels
 * @param keepFirst whether the first voxel's centre stays, and not the volume's middle
 * @param fill the value further than half a voxel outside; only {@code keepFirst} can reach there
 * @param smooth whether axes that shrink by more than 2 are smoothed first, by a Gaussian of
 *          {@code 0.5 sqrt((s'/s)^2 - 1)} voxels
 */
public record Resampling(Vector3 spacing, Interpolation interpolation, boolean keepFirst, double fill, boolean smooth) {

	/** Air, HU. */
	public static final double AIR = -1000;

	/** An axis is smoothed if it shrinks by more than this. */
	private static final double SHRINKS = 2;

	/** Spacings that differ by less than this part count as equal. */
	private static final double SAME = 1e-9;

	public Resampling {
		for (final double s : spacing.toArray())
			if (!(s > 0) || Double.isInfinite(s)) throw new ParameterException("spacing is " + s + " mm", "over 0");
		if (Double.isInfinite(spacing.x() * spacing.y() * spacing.z())) throw new ParameterException("spacing is " + spacing
			.x() + " x " + spacing.y() + " x " + spacing.z() + " mm", "voxels of a finite volume");
		if (smooth && interpolation == Interpolation.NEAREST) throw new ParameterException(
			"smooth is true and interpolation 'nearest'", "'linear' or 'cubic' with smooth");
	}

	/** About the volume's middle, not smoothed. What is outside, which such a grid does not reach, is air. */
	public static Resampling to(final Vector3 spacing, final Interpolation interpolation) {
		return new Resampling(spacing, interpolation, false, AIR, false);
	}

	/** The same with the first voxel's centre where it is, and a value for what is outside. */
	public Resampling withFirstKept(final double outside) {
		return new Resampling(spacing, interpolation, true, outside, smooth);
	}

	/** The same, axes that shrink much smoothed first or not. */
	public Resampling withSmooth(final boolean value) {
		return new Resampling(spacing, interpolation, keepFirst, fill, value);
	}

	/** The same with the nearest voxels, not smoothed. */
	public Resampling withNearest() {
		return new Resampling(spacing, Interpolation.NEAREST, keepFirst, fill, false);
	}

	/**
	 * The new grid.
	 *
	 * @throws ParameterException where it would have more than 2^31 voxels along an axis or in a plane
	 */
	public VoxelGrid target(final VoxelGrid from) {
		final int nx = count(from.width(), from.spacingX(), spacing.x());
		final int ny = count(from.height(), from.spacingY(), spacing.y());
		final int nz = count(from.depth(), from.spacingZ(), spacing.z());
		if ((long) nx * ny > Integer.MAX_VALUE - 8) throw new ParameterException("spacing " + spacing.x() + " x " + spacing
			.y() + " mm would make planes of " + nx + " x " + ny + " voxels", "at most " + (Integer.MAX_VALUE - 8) +
				" in a plane");
		final double fx = first(from.width(), from.spacingX(), nx, spacing.x());
		final double fy = first(from.height(), from.spacingY(), ny, spacing.y());
		final double fz = first(from.depth(), from.spacingZ(), nz, spacing.z());
		return new VoxelGrid(nx, ny, nz, from.toPatient(fx, fy, fz), step(from.stepX(), spacing.x()), step(from.stepY(),
			spacing.y()), step(from.stepZ(), spacing.z()));
	}

	private static Vector3 step(final Vector3 step, final double spacing) {
		return Math.abs(step.length() - spacing) <= SAME * spacing ? step : step.normalized().times(spacing);
	}

	private static int count(final int n, final double s, final double wanted) {
		final double count = Math.max(1, Math.floor(n * s / wanted + 0.5));
		if (count > Integer.MAX_VALUE - 8) throw new ParameterException("spacing " + wanted + " mm would make " +
			count + " voxels along an axis", "at most " + (Integer.MAX_VALUE - 8));
		return (int) count;
	}

	/** Index of the old grid at which the new one begins. */
	private double first(final int n, final double s, final int count, final double wanted) {
		return keepFirst ? 0 : (s * (n - 1) - wanted * (count - 1)) / 2 / s;
	}

	/** The resampler for the planes of {@link #target}. */
	public VolumeResampler resampler(final VoxelGrid from) {
		final VoxelGrid to = target(from);
		return new VolumeResampler(axis(from.width(), from.spacingX(), to.width(), spacing.x()), axis(from.height(), from
			.spacingY(), to.height(), spacing.y()), axis(from.depth(), from.spacingZ(), to.depth(), spacing.z()), fill);
	}

	private AxisSampling axis(final int n, final double s, final int count, final double wanted) {
		final double ratio = Math.abs(wanted - s) <= SAME * s ? 1 : wanted / s;
		final double[] positions = new double[count];
		final double first = first(n, s, count, wanted);
		for (int i = 0; i < count; i++)
			positions[i] = first + i * ratio;
		final double sigma = smooth && ratio > SHRINKS ? 0.5 * Math.sqrt(ratio * ratio - 1) : 0;
		return AxisSampling.of(n, positions, interpolation, sigma, Border.HALF_A_SAMPLE);
	}

	/**
	 * Resamples an image.
	 *
	 * @param image x, y, z of the grid's size, from any min; its values are not rounded
	 * @param from where its voxels lie
	 * @param workers a task is a plane
	 * @return a new image on {@link #target}, from min 0
	 */
	public PlanarImg<FloatType, ?> resample(final RandomAccessibleInterval<? extends RealType<?>> image,
		final VoxelGrid from, final Workers workers)
	{
		if (image.numDimensions() != 3 || image.dimension(0) != from.width() || image.dimension(1) != from.height() || image
			.dimension(2) != from.depth()) throw new IllegalArgumentException("an image of " + image.numDimensions() +
				" dimensions on a grid of " + from.width() + " x " + from.height() + " x " + from.depth());
		final VolumeResampler resampler = resampler(from);
		final int w = resampler.width();
		final int h = resampler.height();
		final PlanarImg<FloatType, ?> out = new PlanarImgFactory<>(new FloatType()).create(w, h, resampler.depth());
		workers.run(resampler.depth(), () -> worker(image, resampler, out));
		return out;
	}

	private static IntConsumer worker(final RandomAccessibleInterval<? extends RealType<?>> image,
		final VolumeResampler resampler, final PlanarImg<FloatType, ?> out)
	{
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		final VolumeResampler.Rows rows = (z, y, values) -> {
			access.setPosition(image.min(0), 0);
			access.setPosition(image.min(1) + y, 1);
			access.setPosition(image.min(2) + z, 2);
			for (int x = 0; x < image.dimension(0); x++) {
				values[x] = access.get().getRealDouble();
				access.fwd(0);
			}
		};
		final VolumeResampler.Mixer mixer = resampler.mixer();
		final double[] values = new double[resampler.width() * resampler.height()];
		return z -> {
			mixer.compute(z, rows, values);
			final Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(out, 2, z)).cursor();
			for (final double value : values)
				cursor.next().setReal((float) value);
		};
	}
}
