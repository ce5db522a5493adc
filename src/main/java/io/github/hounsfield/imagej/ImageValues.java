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
package io.github.hounsfield.imagej;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.SampleType;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.Optional;

/**
 * What the pixels of an image stand for: how its arrays hold stored values, and what each slice's header says of rescale
 * and padding. Reads images of this suite, of ImageJ's own DICOM reader, and either of them after Save As TIFF.
 * Slices are counted from 0 in the order of the stack. Reads labels when asked, so that a virtual stack stays virtual.
 */
public final class ImageValues {

	/** Calibration coefficients go through text in TIFF files; this relative difference is rounding. */
	private static final double SAME = 1e-6;

	private static final double SIGNED_OFFSET = 32768;

	private final ImagePlus image;
	private final SampleType type;
	private final ValueMeaning meaning;

	private ImageValues(final ImagePlus image, final SampleType type, final ValueMeaning meaning) {
		this.image = image;
		this.type = type;
		this.meaning = meaning;
	}

	/** @throws ImageException where the image is in colour, or its values were changed so that they say nothing */
	public static ImageValues of(final ImagePlus image) {
		final HeaderText header = header(image, 0);
		final ValueMeaning marked = ValueMeaning.of(header.toString());
		final SampleType type = type(image, header);
		if (marked == ValueMeaning.WINDOWED) throw new ImageException("'" + image.getTitle() +
			"' holds the grey levels of a window, from which HU cannot be had back; use the image it was made from");
		if (marked == ValueMeaning.HU) return new ImageValues(image, type, ValueMeaning.HU);
		if (type == SampleType.FLOAT32 && isConverted(image, header)) return new ImageValues(image, type,
			ValueMeaning.HU);
		return new ImageValues(image, type, ValueMeaning.STORED);
	}

	private static SampleType type(final ImagePlus image, final HeaderText header) {
		return switch (image.getBitDepth()) {
			case 8 -> {
				if (header.numbers(Tag.BitsAllocated).length > 0 && header.numbers(Tag.BitsAllocated)[0] > 8)
					throw new ImageException("'" + image.getTitle() + "' is an 8-bit copy of a " + (int) header.numbers(
						Tag.BitsAllocated)[0] + "-bit image: its stored values are lost; use the image it was made from");
				yield SampleType.UINT8;
			}
			case 16 -> isSigned(image, header) ? SampleType.OFFSET16 : SampleType.UINT16;
			case 32 -> SampleType.FLOAT32;
			default -> throw new ImageException("'" + image.getTitle() + "' is a colour image; HU need a grey one");
		};
	}

	/** Whether 16-bit pixels are stored values + 32768, which ImageJ shows in the calibration function. */
	private static boolean isSigned(final ImagePlus image, final HeaderText header) {
		final Calibration calibration = image.getCalibration();
		if (!calibration.calibrated()) {
			final double[] representation = header.numbers(Tag.PixelRepresentation);
			if (representation.length == 0 || representation[0] == 0) return false;
			throw new ImageException("'" + image.getTitle() + "' was read from signed values, but its calibration function, " +
				"which says how ImageJ holds them, was removed; open the series again");
		}
		final double[] c = calibration.getCoefficients();
		if (calibration.getFunction() == Calibration.STRAIGHT_LINE && c != null && c.length == 2) {
			if (near(c[0], -SIGNED_OFFSET) && near(c[1], 1)) return true;
			if (near(c[0], 0) && near(c[1], 1)) return false;
			final double[] slope = header.numbers(Tag.RescaleSlope);
			final double[] intercept = header.numbers(Tag.RescaleIntercept);
			if (slope.length > 0 && intercept.length > 0 && near(c[1], slope[0])) {
				if (near(c[0], intercept[0])) return false;
				if (near(c[0], intercept[0] - SIGNED_OFFSET * slope[0])) return true;
			}
		}
		throw new ImageException("'" + image.getTitle() + "' has a calibration function (" + describe(calibration) +
			") that its header does not explain; remove it with Image > Calibrate, or give slope and intercept after that");
	}

	private static String describe(final Calibration calibration) {
		final double[] c = calibration.getCoefficients();
		return calibration.getFunction() == Calibration.STRAIGHT_LINE && c != null ? c[0] + " + " + c[1] + " x value"
			: "no straight line";
	}

	private static boolean near(final double a, final double b) {
		return Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
	}

	/**
	 * Whether a 32-bit image was made of integers: by Image > Type > 32-bit, which applies the calibration function, or
	 * by ImageJ's own reader, which applies a slope that is not 1.
	 */
	private static boolean isConverted(final ImagePlus image, final HeaderText header) {
		final double[] bits = header.numbers(Tag.BitsAllocated);
		if (bits.length == 0) return "HU".equals(image.getCalibration().getValueUnit());
		return bits[0] <= 16;
	}

	public ImagePlus image() {
		return image;
	}

	/** How the planes of the stack hold the values. */
	public SampleType type() {
		return type;
	}

	/** Whether the values are HU already. */
	public boolean isInHu() {
		return meaning == ValueMeaning.HU;
	}

	/** The header of one slice: its label's where it has one, otherwise the whole image's. */
	public HeaderText header(final int slice) {
		return header(image, slice);
	}

	private static HeaderText header(final ImagePlus image, final int slice) {
		final ImageStack stack = image.getStack();
		final String label = stack.getSize() > slice ? stack.getSliceLabel(slice + 1) : null;
		if (label != null && label.indexOf('\n') >= 0) {
			final HeaderText text = HeaderText.parse(label.substring(label.indexOf('\n') + 1));
			if (!text.isEmpty()) return text;
		}
		return HeaderText.parse(image.getInfoProperty());
	}

	/**
	 * Refuses what HU are not defined for.
	 *
	 * @throws ImageException where the header names another modality than CT, or a rescale to something else than HU, or
	 *           where there is no header
	 */
	public void requireCt() {
		final HeaderText header = header(0);
		final Optional<String> modality = header.value(Tag.Modality);
		if (modality.isEmpty()) throw new ImageException("'" + image.getTitle() +
			"' has no DICOM header that says it is a CT; give slope and intercept, or force=true");
		if (!"CT".equals(modality.get())) throw new ImageException("'" + image.getTitle() + "' is " + modality.get() +
			", not CT; Hounsfield units are defined for CT only (force=true converts it all the same)");
		for (int slice = 0; slice < image.getStackSize(); slice++) {
			final Optional<String> rescaleType = header(slice).value(Tag.RescaleType);
			if (rescaleType.isPresent() && !rescaleType.get().startsWith("HU")) throw new ImageException("slice " + (slice +
				1) + " of '" + image.getTitle() + "' is rescaled to " + rescaleType.get() +
				", not to HU (force=true converts it all the same)");
		}
	}

	/**
	 * The Modality LUT of one slice: its table where it has one, otherwise its slope and intercept (PS3.3 C.11.1).
	 *
	 * @throws ImageException where the header has neither
	 */
	public ModalityTransform transform(final int slice) {
		if (isInHu()) return Rescale.IDENTITY;
		final HeaderText header = header(slice);
		final Optional<ModalityTransform> table = header.modalityLut(type == SampleType.OFFSET16);
		if (table.isPresent()) return table.get();
		final double[] slope = header.numbers(Tag.RescaleSlope);
		final double[] intercept = header.numbers(Tag.RescaleIntercept);
		if (slope.length == 0 || intercept.length == 0) throw new ImageException("slice " + (slice + 1) + " of '" + image
			.getTitle() + "' has no " + (slope.length > 0 ? "RescaleIntercept" : intercept.length > 0 ? "RescaleSlope"
				: "RescaleSlope and RescaleIntercept") + "; give slope and intercept by hand");
		return new Rescale(slope[0], intercept[0]);
	}

	/** What the header of one slice declares as padding (PS3.3 C.7.5.1.1.2). */
	public Padding declaredPadding(final int slice) {
		if (isInHu()) return Padding.NONE;
		final HeaderText header = header(slice);
		final double[] value = header.numbers(Tag.PixelPaddingValue);
		if (value.length == 0) return floatPadding(header);
		final double[] bits = header.numbers(Tag.BitsAllocated);
		if (bits.length == 0) throw new ImageException("slice " + (slice + 1) + " of '" + image.getTitle() +
			"' has a PixelPaddingValue, but no BitsAllocated to read it with");
		final double[] limit = header.numbers(Tag.PixelPaddingRangeLimit);
		final boolean signed = type == SampleType.OFFSET16;
		return limit.length == 0 ? Padding.ofPixelPaddingValue((long) value[0], (int) bits[0], signed) : Padding
			.ofPixelPaddingRange((long) value[0], (long) limit[0], (int) bits[0], signed);
	}

	private static Padding floatPadding(final HeaderText header) {
		final int[][] pairs = { { Tag.FloatPixelPaddingValue, Tag.FloatPixelPaddingRangeLimit }, {
			Tag.DoubleFloatPixelPaddingValue, Tag.DoubleFloatPixelPaddingRangeLimit } };
		for (final int[] pair : pairs) {
			final double[] value = header.numbers(pair[0]);
			if (value.length == 0) continue;
			final double[] limit = header.numbers(pair[1]);
			return limit.length == 0 ? Padding.ofValue(value[0]) : Padding.ofRange(value[0], limit[0]);
		}
		return Padding.NONE;
	}

	/**
	 * The padding of one slice: what its header declares, and the one value in all its corners that no tissue has.
	 *
	 * @param plane the pixels of the slice
	 * @param transform of the slice
	 */
	public Padding padding(final int slice, final Object plane, final ModalityTransform transform) {
		return declaredPadding(slice).or(Padding.outsideFieldOfView(plane, type, image.getWidth(), image.getHeight(),
			transform));
	}
}
