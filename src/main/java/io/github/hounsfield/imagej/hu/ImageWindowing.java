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
package io.github.hounsfield.imagej.hu;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.LUT;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.ConvertedStack;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.intensity.DisplayRange;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.intensity.Windowing;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Windows on images in HU and on CT images of stored values, whose Modality LUT is applied on the way. */
public final class ImageWindowing {

	/** A display shows a sigmoid over this many widths in 256 steps. Beyond, it is black or white within 1 of 255. */
	private static final double SIGMOID_WIDTHS = 2.8;

	/** Marks an image whose LUT is a curve of this suite. The next straight window sets the grey ramp again. */
	private static final String CURVE = "Hounsfield.Curve";

	private final ImagePlus image;
	private final ImageValues values;

	/** @throws ImageException where the image has neither HU nor a way to them; says which step to run first */
	public ImageWindowing(final ImagePlus image) {
		this.image = image;
		this.values = ImageValues.of(image);
		if (!values.isInHu()) values.transform(0);
	}

	public ImageValues values() {
		return values;
	}

	/**
	 * Requires an image for a window in HU.
	 *
	 * @return doubts about its unit, or about the HU of the shown slice; may be empty
	 * @throws ImageException where its values are no HU
	 */
	public List<String> requireHu() {
		final List<String> doubts = new ArrayList<>();
		values.requireHu().ifPresent(doubts::add);
		final int slice = image.getCurrentSlice() - 1;
		final Plane plane = new SlicePixels(image, values).unchecked().plane(slice);
		final ModalityTransform transform = values.transform(slice);
		values.doubt(slice, plane, transform, values.padding(slice, plane, transform)).ifPresent(doubts::add);
		return doubts;
	}

	/**
	 * Sets how the image is shown and changes no pixel. A straight window becomes ImageJ's display range; a curve
	 * (SIGMOID, VOI LUT) becomes a display range with the curve as its LUT, in 256 steps. If the slope is negative,
	 * ImageJ's range would invert the image, so the LUT is inverted.
	 *
	 * @throws ImageException if the slices' rescales differ, so that no single display range equals the window
	 */
	public void setDisplay(final VoiTransform window) {
		final Rescale rescale = commonRescale();
		final boolean straight = window instanceof Window w && w.function() != VoiLutFunction.SIGMOID;
		final DisplayRange range = straight ? window.displayRange() : curveRange(window);
		final double offset = values.type().offset();
		final double first = rescale.invert(range.min()) + offset;
		final double last = rescale.invert(range.max()) + offset;
		final boolean falling = rescale.slope() < 0;
		if (!straight) {
			image.setLut(curve(window, range, falling));
			image.setProperty(CURVE, Boolean.TRUE);
		}
		else if (image.getProperty(CURVE) != null || falling) {
			final LUT grey = LUT.createLutFromColor(java.awt.Color.WHITE);
			image.setLut(isInverted() != falling ? grey.createInvertedLut() : grey);
			image.setProperty(CURVE, null);
		}
		image.setDisplayRange(Math.min(first, last), Math.max(first, last));
		image.updateAndDraw();
	}

	/** @return an action that restores the present display range and LUT */
	public Runnable display() {
		final LUT lut = image.getProcessor().getLut();
		final double min = image.getDisplayRangeMin();
		final double max = image.getDisplayRangeMax();
		final Object curve = image.getProperty(CURVE);
		return () -> {
			image.setLut(lut);
			image.setDisplayRange(min, max);
			image.setProperty(CURVE, curve);
			image.updateAndDraw();
		};
	}

	/**
	 * A new 8-bit image, not shown: the window's formula for each value, rounded to nearest; padding is black. For
	 * MONOCHROME1 its LUT is inverted, not its values (PS3.3 C.7.6.3.1.2).
	 *
	 * @param windows slice index, from 0, to window
	 */
	public ImagePlus toBytes(final IntFunction<? extends VoiTransform> windows, final Workers workers) {
		final SlicePixels planes = new SlicePixels(image, values);
		final boolean inverted = isInverted();
		final Windowing windowing = new Windowing(planes.transforms(), windows).withInverted(inverted);
		final IntFunction<byte[]> convert = slice -> {
			final byte[] out = new byte[values.width() * values.height()];
			windowing.windowPlane(planes.plane(slice), slice, out);
			if (inverted) for (int i = 0; i < out.length; i++)
				out[i] = (byte) ~out[i];
			return out;
		};
		if (!planes.isVirtual()) NewPlanes.require(image, "in 8 bits", Byte.BYTES, Remedy.OPEN_VIRTUAL);
		final ImageStack stack = planes.isVirtual() ? new ConvertedStack(planes.stack(), 8, slice -> new ByteProcessor(
			values.width(), values.height(), convert.apply(slice)), ImageWindowing::label) : stack(planes.stack(), convert,
				workers);
		final ImagePlus result = Images.like(image, "Window of " + image.getTitle() + widthAndLevel(windows
			.apply(0)), stack);
		if (image.getInfoProperty() != null) result.setProperty("Info", ValueMeaning.WINDOWED.mark(image
			.getInfoProperty()));
		final Calibration calibration = result.getCalibration();
		calibration.setFunction(Calibration.NONE, null, "Gray Value");
		ValueMeaning.WINDOWED.mark(calibration);
		if (inverted) result.setLut(LUT.createLutFromColor(java.awt.Color.WHITE).createInvertedLut());
		result.setDisplayRange(0, 255);
		return result;
	}

	private static String widthAndLevel(final VoiTransform window) {
		if (!(window instanceof Window w)) return "";
		return " (W " + number(w.width()) + ", L " + number(w.center()) + ")";
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}

	private static ImageStack stack(final ImageStack source, final IntFunction<byte[]> convert, final Workers workers) {
		final int size = source.size();
		final byte[][] converted = new byte[size][];
		final String[] labels = new String[size];
		workers.run(size, () -> slice -> {
			converted[slice] = convert.apply(slice);
			final String label = SliceHeaders.label(source, slice);
			if (label != null) labels[slice] = label(label);
		});
		final ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
		for (int slice = 0; slice < size; slice++)
			stack.addSlice(labels[slice], converted[slice]);
		return stack;
	}

	private static String label(final String label) {
		final int end = label.indexOf('\n');
		return end < 0 ? label : label.substring(0, end + 1) + ValueMeaning.WINDOWED.mark(label.substring(end + 1));
	}

	private Rescale commonRescale() {
		final ModalityTransform first = values.transform(0);
		for (int slice = 1; slice < image.getStackSize(); slice++)
			if (!first.equals(values.transform(slice))) throw new ImageException("the slices of '" + image.getTitle() +
				"' have different rescales (slice 1 and slice " + (slice + 1) +
				"), so that no one display range fits", Remedy.CONVERT_OR_8_BIT);
		if (first instanceof Rescale rescale) return rescale;
		throw new ImageException("'" + image.getTitle() +
			"' has a Modality LUT, which no display range can stand for", Remedy.CONVERT_OR_8_BIT);
	}

	private boolean isInverted() {
		return "MONOCHROME1".equals(values.header(0).value(Tag.PhotometricInterpretation).orElse(""));
	}

	private static DisplayRange curveRange(final VoiTransform window) {
		if (!(window instanceof Window sigmoid)) return window.displayRange();
		final double half = SIGMOID_WIDTHS / 2 * sigmoid.width();
		return new DisplayRange(sigmoid.center() - half, sigmoid.center() + half);
	}

	/** @param falling whether HU fall where pixels rise */
	private LUT curve(final VoiTransform window, final DisplayRange range, final boolean falling) {
		final byte[] levels = new byte[256];
		for (int entry = 0; entry < 256; entry++) {
			final int i = falling ? 255 - entry : entry;
			final int level = window.level(range.min() + (i + 0.5) / 256 * (range.max() - range.min()));
			levels[entry] = (byte) (isInverted() ? 255 - level : level);
		}
		return new LUT(levels, levels, levels);
	}
}
