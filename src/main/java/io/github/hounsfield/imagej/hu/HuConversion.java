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
import ij.process.LUT;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.ConvertedStack;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.imagej.pixels.StackPlanes;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.intensity.DisplayRange;
import io.github.hounsfield.intensity.HounsfieldConverter;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.intensity.WindowPreset;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.awt.Color;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Turns an image of stored values into a new one in HU, with the geometry, labels and Info of its source. The source is
 * not changed. A virtual stack gives a virtual stack. For 16-bit output its slices are read once before, to make sure
 * that it is exact.
 *
 * @param output type of the new image's pixels
 * @param padding what padding becomes
 * @param rescale by hand, for all slices, in place of the header's
 * @param force whether to convert an image that is not CT, not rescaled to HU, or changed since it was read
 */
public record HuConversion(Output output, PaddingMode padding, Optional<Rescale> rescale, boolean force) {

	/** Type of the new image's pixels. */
	public enum Output {
		/** Every HU value, fractions included. */
		FLOAT("32-bit float"),
		/** Whole HU from -32768 to 32767, as ImageJ holds them: + 32768, with its signed 16-bit calibration. */
		SIGNED("16-bit signed");

		private final String label;

		Output(final String label) {
			this.label = label;
		}

		public String label() {
			return label;
		}

		/** @throws ImageException where the text is none of the labels; it lists them */
		public static Output ofLabel(final String text) {
			for (final Output output : values())
				if (output.label.equals(text)) return output;
			throw new ImageException("output is '" + text + "'", "one of " + Arrays.stream(values()).map(o -> "'" +
				o.label + "'").collect(Collectors.joining(", ")));
		}
	}

	/** By the header's rescale, of images that are known to be CT. */
	public static HuConversion to(final Output output, final PaddingMode padding) {
		return new HuConversion(output, padding, Optional.empty(), false);
	}

	/** The same by another rescale; empty: the header's. */
	public HuConversion withRescale(final Optional<Rescale> value) {
		return new HuConversion(output, padding, value, force);
	}

	/** The same; if asked to, it converts images that are not CT, not rescaled to HU, or changed since they were read. */
	public HuConversion withForce(final boolean value) {
		return new HuConversion(output, padding, rescale, value);
	}

	/** What ImageJ calls the unit of pixel values. */
	static final String UNIT = "HU";

	/**
	 * @return a new image, not shown
	 * @throws ImageException where the image cannot be converted as asked; says why and what helps
	 * @throws IntensityException where 16-bit output would not be exact; names the range
	 */
	public ImagePlus convert(final ImagePlus source, final Workers workers) {
		return convert(source, workers, doubt -> {});
	}

	/**
	 * @param doubts takes doubts, a sentence each; implausible HU are reported only if all slices are converted now, not
	 *          for a virtual stack in 32 bits
	 * @return as {@link #convert(ImagePlus, Workers)}
	 */
	public ImagePlus convert(final ImagePlus source, final Workers workers, final Consumer<String> doubts) {
		final ImageValues values = checked(source, doubts);
		final SlicePixels planes = planes(source, values);
		if (!force && rescale.isPresent()) UnmarkedSigns.requireNone(rescale.get(), values, planes);
		final SliceTransforms transforms = planes.transforms(rescale);
		final HounsfieldConverter converter = new HounsfieldConverter(padding == PaddingMode.KEEP ? transforms.withPadding(
			Padding.NONE) : transforms, padding);
		final int length = source.getWidth() * source.getHeight();
		final String[] doubted = new String[planes.size()];
		final IntFunction<Plane> convert = slice -> {
			final Plane stored = planes.plane(slice);
			final ModalityTransform transform = transforms.transform().apply(slice);
			if (force || !values.isPlausible(slice, transform)) doubted[slice] = values.doubt(slice, stored, transform,
				transforms
				.padding().apply(slice)).orElse(null);
			if (output == Output.FLOAT) {
				final Plane out = Plane.allocate(PlaneType.FLOAT32, length);
				converter.convertPlane(stored, slice, out.floats());
				return out;
			}
			final Plane out = Plane.allocate(PlaneType.OFFSET16, length);
			converter.convertPlane(stored, slice, out.shorts(), PlaneType.OFFSET16);
			return out;
		};
		if (planes.isVirtual() && output == Output.SIGNED) workers.run(planes.size(), () -> convert::apply);
		if (!planes.isVirtual()) requireMemory(source);
		final ImageStack stack = planes.isVirtual() ? new ConvertedStack(planes.stack(), output == Output.FLOAT ? 32 : 16,
			slice -> StackPlanes.processor(convert.apply(slice), source.getWidth(), source.getHeight()), HuConversion::huLabel)
			: stack(planes.stack(), convert, workers);
		Arrays.stream(doubted).filter(Objects::nonNull).findFirst().ifPresent(doubts);
		return finish(source, stack, range(source, values, transforms.transform().apply(0)));
	}

	private void requireMemory(final ImagePlus source) {
		final boolean isFloat = output == Output.FLOAT;
		NewPlanes.require(source, "in " + output.label(), isFloat ? Float.BYTES : Short.BYTES, isFloat
			? Remedy.TAKE_HALF_THE_MEMORY : Remedy.OPEN_VIRTUAL);
	}

	/**
	 * Where padding is.
	 *
	 * @return a new 8-bit image, not shown: 255 for padding, 0 for anything else
	 */
	public ImagePlus paddingMask(final ImagePlus source, final Workers workers) {
		final ImageValues values = checked(source, doubt -> {});
		final SlicePixels planes = planes(source, values);
		final HounsfieldConverter converter = new HounsfieldConverter(planes.transforms(rescale), padding);
		final ImageStack stack = stack(planes.stack(), slice -> {
			final Plane out = Plane.allocate(PlaneType.MASK, source.getWidth() * source.getHeight());
			converter.maskPlane(planes.plane(slice), slice, out.bytes());
			return out;
		}, workers);
		final ImagePlus mask = Images.like(source, "Padding of " + source.getTitle(), stack);
		mask.getCalibration().setFunction(Calibration.NONE, null, "Gray Value");
		mask.getCalibration().info = null;
		mask.setDisplayRange(0, 255);
		return mask;
	}

	private SlicePixels planes(final ImagePlus source, final ImageValues values) {
		final SlicePixels planes = new SlicePixels(source, values);
		return force ? planes.unchecked() : planes;
	}

	private ImageValues checked(final ImagePlus source, final Consumer<String> doubts) {
		final ImageValues values = ImageValues.of(source);
		if (!force) values.requireNotComputed();
		if (!force && !(rescale.isPresent() && values.header(0).value(Tag.Modality).isEmpty())) values.requireHu()
			.ifPresent(doubts);
		requireStored(values);
		return values;
	}

	/**
	 * Requires an image that can be converted with some parameters.
	 *
	 * @throws ImageException where it has no grey values, or is in HU already
	 */
	public static void requireConvertible(final ImagePlus source) {
		requireStored(ImageValues.of(source));
	}

	private static void requireStored(final ImageValues values) {
		if (values.isInHu()) throw new ImageException("'" + values.title() +
			"' is in HU already; converting it again would subtract the intercept twice");
	}

	private static ImageStack stack(final ImageStack source, final IntFunction<Plane> convert, final Workers workers) {
		final int size = source.size();
		final Plane[] converted = new Plane[size];
		final String[] labels = new String[size];
		workers.run(size, () -> slice -> {
			converted[slice] = convert.apply(slice);
			final String label = SliceHeaders.label(source, slice);
			if (label != null) labels[slice] = huLabel(label);
		});
		final ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
		for (int slice = 0; slice < size; slice++)
			stack.addSlice(labels[slice], converted[slice].array());
		return stack;
	}

	private ImagePlus finish(final ImagePlus source, final ImageStack stack,
		final DisplayRange range)
	{
		final ImagePlus result = Images.like(source, "HU of " + source.getTitle(), stack);
		final String info = source.getInfoProperty();
		result.setProperty("Info", huHeader(info == null ? "" : info));
		final Calibration calibration = result.getCalibration();
		ValueMeaning.HU.mark(calibration);
		if (output == Output.FLOAT) {
			calibration.setFunction(Calibration.NONE, null, UNIT);
			calibration.setValueUnit(UNIT);
		}
		else calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -PlaneType.SIGN_OFFSET, 1 },
			UNIT);
		if ("MONOCHROME1".equals(HeaderText.parse(result.getInfoProperty()).value(Tag.PhotometricInterpretation).orElse("")))
			result.setLut(LUT.createLutFromColor(Color.WHITE).createInvertedLut());
		Images.setDisplayRange(result, range);
		return result;
	}

	/** The range in which the source is shown, in HU; where its header has no window, or no one rescale, a preset's. */
	private static DisplayRange range(final ImagePlus source, final ImageValues values,
		final ModalityTransform transform)
	{
		final double offset = values.type().offset();
		if (transform instanceof Rescale rescale && !ImageWindows.of(values, 0).isEmpty()) {
			final double first = rescale.apply(source.getDisplayRangeMin() - offset);
			final double last = rescale.apply(source.getDisplayRangeMax() - offset);
			if (first != last) return new DisplayRange(Math.min(first, last), Math.max(first, last));
		}
		return (BodyPart.isOutsideChest(values.header(0)) ? WindowPreset.MEDIASTINUM : WindowPreset.LUNG).window()
			.displayRange();
	}

	private static String huLabel(final String label) {
		final int end = label.indexOf('\n');
		return end < 0 ? label : label.substring(0, end + 1) + huHeader(label.substring(end + 1));
	}

	/** The source's header without the rescale, which is done. */
	private static String huHeader(final String header) {
		final HeaderText done = HeaderText.parse(header).with(Tag.RescaleIntercept, "0").with(Tag.RescaleSlope, "1").with(
			Tag.RescaleType, UNIT);
		return ValueMeaning.HU.mark(done.toString());
	}
}
