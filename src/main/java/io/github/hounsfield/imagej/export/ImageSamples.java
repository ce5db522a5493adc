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
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.MappedStack;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.imagej.pixels.StackPlanes;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.volume.VolumeResampler;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of an image for resampling, and the meaning of the new values. Slices are counted from 0. */
final class ImageSamples {

	private final ImagePlus source;
	private final ImageStack stack;
	private final SliceHeaders headers;
	private final boolean nearest;
	private final PlaneType type;
	private final ModalityTransform[] transforms;
	private final ValueMeaning meaning;
	private final SlicePixels pixels;

	/** @param nearest whether voxels keep their type and value */
	ImageSamples(final ImagePlus source, final boolean nearest) {
		this.source = source;
		this.nearest = nearest;
		stack = MappedStack.snapshot(source.getStack());
		headers = new SliceHeaders(source.getTitle(), stack, source.getInfoProperty());
		final ValueMeaning before = ValueMeaning.of(headers.of(0).toString());
		if (nearest) {
			type = null;
			transforms = null;
			meaning = before;
			pixels = null;
		}
		else if (before == ValueMeaning.WINDOWED || before == ValueMeaning.NORMALIZED) {
			type = source.getBitDepth() == 8 ? PlaneType.UINT8 : PlaneType.FLOAT32;
			transforms = null;
			meaning = before;
			pixels = null;
		}
		else {
			final ImageValues values = ImageValues.of(source);
			type = values.type();
			transforms = transforms(values);
			pixels = transforms == null ? null : new SlicePixels(source, values);
			meaning = values.isInHu() || transforms != null && isHu(values) ? ValueMeaning.HU
				: ValueMeaning.STORED_IN_32_BITS;
		}
	}

	private static boolean isHu(final ImageValues values) {
		try {
			values.requireHu();
			return true;
		}
		catch (final ImageException e) {
			return false;
		}
	}

	/** Of each slice, where its header has one; null where the values stand for themselves. */
	private static ModalityTransform[] transforms(final ImageValues values) {
		if (values.isInHu()) return null;
		if (values.header(0).value(Tag.RescaleSlope).isEmpty() && !values.header(0).has(Tag.ModalityLUTSequence)) return null;
		final ModalityTransform[] transforms = new ModalityTransform[values.size()];
		for (int slice = 0; slice < transforms.length; slice++)
			transforms[slice] = values.transform(slice);
		return transforms;
	}

	/** Of a voxel of the new image. */
	int bytes() {
		return nearest ? Math.max(1, source.getBitDepth() == 24 ? 4 : source.getBitDepth() / 8) : Float.BYTES;
	}

	boolean isInterpolated() {
		return !nearest;
	}

	/** The meaning of the new image's values; null if the source does not say. */
	ValueMeaning meaning() {
		return meaning;
	}

	String unit() {
		if (meaning == ValueMeaning.HU) return "HU";
		final String before = source.getCalibration().getValueUnit();
		return transforms == null ? before : "Gray Value";
	}

	/** Index in the stack. */
	int index(final int channel, final int z, final int time) {
		return source.getStackIndex(channel + 1, z + 1, time + 1) - 1;
	}

	/** First line of a slice's label. */
	String name(final int slice) {
		final String label = SliceHeaders.label(stack, slice);
		if (label == null) return "slice " + (slice + 1);
		final int end = label.indexOf('\n');
		return end < 0 ? label : label.substring(0, end);
	}

	HeaderText header(final int slice) {
		return headers.of(slice);
	}

	/** The header of a slice of the new image, with the mark of its values. */
	String mark(final HeaderText header) {
		final boolean first = ValueMeaning.isFirstSliceOnly(header.toString());
		if (nearest && meaning == null) return header.toString();
		if (nearest) return first ? ValueMeaning.markFirstSliceOnly(meaning.mark(header.toString())) : meaning.mark(header
			.toString());
		HeaderText done = header;
		if (transforms != null) done = done.with(Tag.RescaleIntercept, "0").with(Tag.RescaleSlope, "1").without(
			Tag.ModalityLUTSequence);
		if (meaning == ValueMeaning.HU) done = done.with(Tag.RescaleType, "HU");
		return meaning.mark(done.toString());
	}

	/** What reads in one thread. */
	Reader reader() {
		return new Reader();
	}

	/** Old planes, kept as long as the next new one may need them. */
	final class Reader {

		/** Most planes that are kept: the nearest one, and those around it for a smoothed axis. */
		private final Map<Integer, Plane> kept = new LinkedHashMap<>();
		private final double[] one = new double[1];

		/** A plane of the new image. */
		Plane plane(final VolumeResampler resampler, final VolumeResampler.Mixer mixer, final int z, final int channel,
			final int time, final double fill)
		{
			if (nearest) return resampler.nearest(z, pixels(index(channel, resampler.nearestPlane(z), time)), fill(fill));
			final Map<Integer, Plane> needed = new LinkedHashMap<>();
			for (final int old : resampler.planesFor(z)) {
				final int slice = index(channel, old, time);
				final Plane before = kept.get(slice);
				needed.put(slice, before == null ? pixels(slice) : before);
			}
			kept.clear();
			kept.putAll(needed);
			final double[] values = new double[resampler.width() * resampler.height()];
			mixer.compute(z, (old, y, row) -> load(index(channel, old, time), y, row), values);
			final float[] floats = new float[values.length];
			for (int i = 0; i < floats.length; i++)
				floats[i] = (float) values[i];
			return Plane.of(PlaneType.FLOAT32, floats);
		}

		private void load(final int slice, final int y, final double[] row) {
			final int width = stack.getWidth();
			kept.get(slice).load(y * width, row, width);
			if (transforms == null) return;
			final ModalityTransform transform = transforms[slice];
			if (transform instanceof Rescale rescale) {
				final double slope = rescale.slope();
				final double intercept = rescale.intercept();
				for (int x = 0; x < width; x++)
					row[x] = slope * row[x] + intercept;
			}
			else for (int x = 0; x < width; x++)
				row[x] = transform.apply(row[x]);
		}

		/** The fill as a pixel of the source, in a plane of its type. */
		private Plane fill(final double value) {
			final Calibration calibration = source.getCalibration();
			one[0] = source.getBitDepth() == 24 || source.getBitDepth() == 32 ? value : calibration.getRawValue(value);
			return switch (source.getBitDepth()) {
				case 8 -> Plane.nearest(PlaneType.UINT8, one);
				case 16 -> Plane.nearest(PlaneType.UINT16, one);
				case 32 -> Plane.nearest(PlaneType.FLOAT32, one);
				default -> Plane.of(PlaneType.RGB, new int[] { 0xFF000000 });
			};
		}
	}

	/** Checks stored values against their headers before they are rescaled. */
	private Plane pixels(final int slice) {
		if (pixels != null) return pixels.plane(slice);
		final Plane plane = StackPlanes.get(stack, slice);
		return nearest ? plane : plane.as(type);
	}
}
