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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import io.github.hounsfield.derived.ImageKind;
import io.github.hounsfield.derived.Scaling;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Which way the values of an image are stored. */
final class PixelChoice {

	private static final String HU = "HU";

	private final ImagePlus image;
	private final SourceSlices slices;
	private final boolean force;
	private final ImageKind kind;

	private PixelChoice(final ImagePlus image, final SourceSlices slices, final boolean force) {
		this.image = image;
		this.slices = slices;
		this.force = force;
		final String sopClass = slices.header(0).text(Tag.SOPClassUID).orElse("none");
		kind = ImageKind.ofSource(sopClass).orElseThrow(() -> new ImageException("'" + image.getTitle() +
			"' was made from images of the SOP class " + sopClass, "those of CT, MR or PET, or their Secondary Captures"));
	}

	/**
	 * @throws ImageException where the values say nothing, were changed, or would be rounded too coarsely without force
	 */
	static SavedPixels of(final ImagePlus image, final SourceSlices slices, final boolean force, final Workers workers) {
		final PixelChoice choice = new PixelChoice(image, slices, force);
		final ValueMeaning meaning = ValueMeaning.of(slices.text(0));
		for (int slice = 1; slice < slices.size(); slice++)
			if (ValueMeaning.of(slices.text(slice)) != meaning) throw new ImageException("the slices of '" + image.getTitle() +
				"' were put together from images of different values: " + ValueMeaning.describe(meaning) + " and " + ValueMeaning
					.describe(ValueMeaning.of(slices.text(slice))));
		if (meaning == ValueMeaning.WINDOWED && image.getBitDepth() == 8) return new GreyLevels(image, slices);
		return choice.values(workers);
	}

	private SavedPixels values(final Workers workers) {
		final ImageValues values = ImageValues.of(image);
		values.requireNotComputed();
		final SlicePixels pixels = new SlicePixels(image, values);
		if (force) pixels.unchecked();
		final PlaneType type = values.type();
		if (values.isInHu()) {
			final String unit = ValueMeaning.of(slices.text(0)) == ValueMeaning.HU ? HU : unit();
			if (type == PlaneType.FLOAT32) return rounded(unit, slice -> pixels.plane(slices.stackIndex(slice, 0)).floats(),
				workers);
			final Scaling none = new Scaling(1, 0, unit);
			return new WholeValues(kind, slices, pixels, type, slices.each(slice -> Optional.of(none)), false);
		}
		final List<Optional<ModalityTransform>> transforms = slices.each(slice -> transform(values, slice));
		final boolean straight = transforms.stream().allMatch(transform -> transform.isEmpty() || transform
			.get() instanceof Rescale);
		if (straight && type != PlaneType.FLOAT32) return new WholeValues(kind, slices, pixels, type, transforms.stream().map(
			transform -> transform.map(rescale -> scaling((Rescale) rescale))).toList(), true);
		return rounded(unit(), slice -> converted(pixels.plane(slices.stackIndex(slice, 0)), transforms.get(slice)),
			workers);
	}

	/** The rescale of a slice's header. A CT must have one, MR and Secondary Captures need not. */
	private Optional<ModalityTransform> transform(final ImageValues values, final int slice) {
		final boolean silent = slices.header(slice).text(Tag.RescaleSlope).isEmpty() && !slices.header(slice).has(
			Tag.ModalityLUTSequence);
		if (silent && (kind == ImageKind.MR || kind == ImageKind.SECONDARY_CAPTURE)) return Optional.empty();
		return Optional.of(values.transform(slices.stackIndex(slice, 0)));
	}

	private Scaling scaling(final Rescale rescale) {
		return new Scaling(rescale.slope(), rescale.intercept(), unit());
	}

	private String unit() {
		return slices.header(0).text(Tag.RescaleType).filter(text -> text.matches("[ -~&&[^\\\\]]{1,64}")).orElse(
			kind == ImageKind.CT ? HU : "");
	}

	private static float[] converted(final Plane plane, final Optional<ModalityTransform> transform) {
		final double[] values = plane.values();
		final float[] converted = new float[values.length];
		for (int i = 0; i < converted.length; i++)
			converted[i] = (float) (transform.isPresent() ? transform.get().apply(values[i]) : values[i]);
		return converted;
	}

	private SavedPixels rounded(final String unit, final IntFunction<float[]> values, final Workers workers) {
		final RoundedValues rounded = new RoundedValues(kind, slices.size(), values, WholeValues.photometric(slices.header(
			0)), unit, workers);
		if (rounded.step() > ImageSave.COARSEST_STEP && HU.equals(unit) && !force) throw new ImageException("'" + image
			.getTitle() + "' would be rounded to steps of " + (float) rounded.step() + " HU, more than " +
			ImageSave.COARSEST_STEP + ": 16 bits do not hold its range any finer", Remedy.SAVE_COARSE);
		return rounded;
	}
}
