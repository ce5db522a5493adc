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
import ij.process.FloatProcessor;
import io.github.hounsfield.imagej.pixels.ConvertedStack;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.ImageSteps;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.intensity.HuNormalization;
import io.github.hounsfield.work.Workers;
import java.math.BigDecimal;

/**
 * Turns an image in HU into a new 32-bit one of normalized values, with the geometry, labels and Info of its source. A
 * virtual stack gives a virtual stack.
 */
public final class HuNormalizing {

	/** What ImageJ calls the unit of pixel values. */
	static final String UNIT = "normalized";

	private HuNormalizing() {}

	/**
	 * @param source not changed
	 * @return a new image, not shown
	 * @throws ImageException where the image is not in HU
	 */
	public static ImagePlus normalize(final ImagePlus source, final HuNormalization normalization, final Workers workers) {
		final ImageValues values = requireHu(source);
		final SlicePixels pixels = new SlicePixels(source, values);
		final int length = source.getWidth() * source.getHeight();
		final ImageStack stack;
		if (pixels.isVirtual()) stack = new ConvertedStack(pixels.stack(), 32, slice -> new FloatProcessor(source.getWidth(),
			source.getHeight(), plane(pixels, values, normalization, slice, length)), HuNormalizing::label);
		else {
			final float[][] planes = new float[pixels.size()][];
			workers.run(planes.length, () -> slice -> planes[slice] = plane(pixels, values, normalization, slice, length));
			stack = new ImageStack(source.getWidth(), source.getHeight());
			for (int slice = 0; slice < planes.length; slice++) {
				final String label = SliceHeaders.label(pixels.stack(), slice);
				stack.addSlice(label == null ? null : label(label), planes[slice]);
			}
		}
		return finish(source, stack, normalization);
	}

	/**
	 * Requires an image that can be normalized.
	 *
	 * @return what its pixels stand for
	 * @throws ImageException where the image is not in HU
	 */
	public static ImageValues requireHu(final ImagePlus source) {
		final ImageValues values = ImageValues.of(source);
		if (!values.isInHu()) throw new ImageException("'" + source.getTitle() + "' is not in HU", Remedy.CONVERT_THIS);
		return values;
	}

	private static float[] plane(final SlicePixels pixels, final ImageValues values, final HuNormalization normalization,
		final int slice, final int length)
	{
		final double[] hu = pixels.plane(slice).values();
		final float[] out = new float[hu.length];
		for (int i = 0; i < out.length; i++)
			out[i] = (float) normalization.apply(hu[i]);
		return out;
	}

	private static ImagePlus finish(final ImagePlus source, final ImageStack stack, final HuNormalization normalization) {
		final ImagePlus result = Images.like(source, "Normalized " + source.getTitle(), stack);
		final String info = source.getInfoProperty();
		result.setProperty("Info", ValueMeaning.NORMALIZED.mark(info == null ? "" : info));
		final double min = normalization.min();
		ImageSteps.add(result, "normalized: (HU " + (min < 0 ? "+ " : "- ") + plain(Math.abs(min)) + ") / " + plain(
			normalization.max() - min) + (normalization.clip() ? ", clipped to 0..1" : "") + ", minus " + plain(normalization
				.mean()));
		final Calibration calibration = result.getCalibration();
		ValueMeaning.NORMALIZED.mark(calibration);
		calibration.setFunction(Calibration.NONE, null, UNIT);
		calibration.setValueUnit(UNIT);
		result.setDisplayRange(-normalization.mean(), 1 - normalization.mean());
		return result;
	}

	/** Without the decimal of a whole number. */
	private static String plain(final double value) {
		return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
	}

	private static String label(final String label) {
		final int end = label.indexOf('\n');
		return end < 0 ? label : label.substring(0, end + 1) + ValueMeaning.NORMALIZED.mark(label.substring(end + 1));
	}
}
