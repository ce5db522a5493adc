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

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import io.github.hounsfield.dicom.ParameterException;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.ImageSteps;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.volume.Interpolation;
import io.github.hounsfield.volume.Memory;
import io.github.hounsfield.volume.NotEnoughMemoryException;
import io.github.hounsfield.volume.Resampling;
import io.github.hounsfield.volume.VolumeResampler;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.util.Optional;

/**
 * Turns an image into a new one on a grid of another spacing. Headers and calibration follow, and so does the place of
 * each voxel. Interpolated values are 32-bit: HU of a CT, otherwise the values of the source's status bar. Nearest
 * voxels keep their type, and masks always have nearest voxels.
 */
public final class ImageResampling {

	private final ImagePlus source;
	private final Interpolation wanted;
	private final Resampling resampling;
	private final VoxelGrid from;
	private final VoxelGrid to;

	/**
	 * @param source not changed; of any number of channels and times
	 * @throws ImageException where the image cannot be resampled so; says why and what helps
	 */
	public ImageResampling(final ImagePlus source, final Resampling wanted) {
		this.source = source;
		from = requireGrid(source);
		final boolean colour = source.getBitDepth() == 24;
		if (colour && wanted.interpolation() != Interpolation.NEAREST) throw new ImageException("'" + source.getTitle() +
			"' is a colour image, whose values cannot be interpolated", Remedy.TAKE_NEAREST);
		final boolean mask = !colour && Masks.isMask(source);
		this.wanted = wanted.interpolation();
		resampling = mask ? wanted.withNearest() : wanted;
		try {
			to = resampling.target(from);
		}
		catch (final ParameterException e) {
			throw new ImageException(e.problem());
		}
	}

	/**
	 * Requires an image that can be resampled with some parameters.
	 *
	 * @return where its voxels lie
	 * @throws ImageException where its place is not known, or its slices are sheared
	 */
	public static VoxelGrid requireGrid(final ImagePlus source) {
		final VoxelGrid grid = ImageGeometry.of(source).grid();
		if (grid.isSheared()) throw new ImageException("the slices of '" + source.getTitle() + "' are sheared by " +
			(float) Math.toDegrees(grid.shearRadians()) + " degrees", Remedy.OPEN_UPRIGHT);
		return grid;
	}

	/** What differs from the request, a sentence; may be empty. */
	public Optional<String> doneOtherwise() {
		return wanted == resampling.interpolation() ? Optional.empty() : Optional.of("'" + source.getTitle() +
			"' is a mask; its voxels are the nearest ones");
	}

	private static void requireMemory(final double bytes) {
		try {
			Memory.require(bytes, "the resampled image");
		}
		catch (final NotEnoughMemoryException e) {
			throw new ImageException(e.problem(), Remedy.RESAMPLE_COARSER);
		}
	}

	/**
	 * @return a new image, not shown
	 * @throws ImageException where the memory does not suffice
	 */
	public ImagePlus resample(final Workers workers) {
		final ImageSamples samples = new ImageSamples(source, resampling.interpolation() == Interpolation.NEAREST);
		final int channels = source.getNChannels();
		requireMemory((double) channels * to.depth() * source.getNFrames() * to.width() * to.height() * samples.bytes());
		final VolumeResampler resampler = resampling.resampler(from);
		final int count = channels * to.depth() * source.getNFrames();
		final Plane[] planes = new Plane[count];
		workers.run(count, () -> {
			final VolumeResampler.Mixer mixer = resampler.mixer();
			final ImageSamples.Reader reader = samples.reader();
			return i -> planes[i] = reader.plane(resampler, mixer, i / channels % to.depth(), i % channels, i / channels / to
				.depth(), resampling.fill());
		});
		final ImageStack stack = new ImageStack(to.width(), to.height());
		for (int i = 0; i < count; i++) {
			final int z = i / channels % to.depth();
			final int old = samples.index(i % channels, resampler.nearestPlane(z), i / channels / to.depth());
			final String name = samples.name(old);
			stack.addSlice(name + "\n" + placed(samples, samples.header(old), z), planes[i].array());
		}
		return finish(stack, samples);
	}

	private String placed(final ImageSamples samples, final HeaderText header, final int z) {
		return samples.mark(ImageGeometry.place(header, to, z));
	}

	private ImagePlus finish(final ImageStack stack, final ImageSamples samples) {
		final ImagePlus result = Images.like(source, "Resampled " + source.getTitle(), stack, to.depth(), source
			.getNFrames());
		result.setProperty("Info", placed(samples, HeaderText.parse(source.getInfoProperty()), 0));
		ImageSteps.add(result, "resampled from " + spacing(from) + " to " + spacing(to) + " mm, " + resampling.interpolation()
			.label() + ", grid " + (resampling.keepFirst() ? "first" : "centre") + (resampling.smooth() ? ", smoothed before"
				: ""));
		final Calibration calibration = result.getCalibration();
		ImageGeometry.calibrate(calibration, to);
		if (samples.isInterpolated()) {
			calibration.setFunction(Calibration.NONE, null, samples.unit());
			calibration.setValueUnit(samples.unit());
		}
		final ValueMeaning meaning = samples.meaning();
		if (meaning != null) meaning.mark(calibration);
		display(result);
		return result;
	}

	/** The same grey levels for the same values. */
	private void display(final ImagePlus result) {
		if (source.getBitDepth() == 24) return;
		final Calibration before = source.getCalibration();
		final Calibration after = result.getCalibration();
		result.setLut(source.getProcessor().getLut());
		result.setDisplayRange(after.getRawValue(before.getCValue(source.getDisplayRangeMin())), after.getRawValue(before
			.getCValue(source.getDisplayRangeMax())));
	}

	private static String spacing(final VoxelGrid grid) {
		return (float) grid.spacingX() + " x " + (float) grid.spacingY() + " x " + (float) grid.spacingZ();
	}
}
