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
 * Slices are counted from 0 in the order of the stack. Reads labels when asked, so that a virtual stack stays virtual;
 * goes on to work when the image is closed.
 */
public final class ImageValues {

	/** Calibration coefficients go through text in TIFF files; this relative difference is rounding. */
	private static final double SAME = 1e-6;

	private static final double SIGNED_OFFSET = 32768;

	private final String title;
	private final ImageStack stack;
	private final String info;
	private final SampleType type;
	private final ValueMeaning meaning;

	private ImageValues(final ImagePlus image) {
		title = image.getTitle();
		stack = image.getStack();
		info = image.getInfoProperty();
		final HeaderText header = header(0);
		final ValueMeaning marked = ValueMeaning.of(header.toString());
		if (marked == ValueMeaning.WINDOWED) throw new ImageException("'" + title +
			"' holds the grey levels of a window, from which HU cannot be had back; use the image it was made from");
		type = type(image, header, marked);
		final boolean hu = marked == ValueMeaning.HU || type == SampleType.FLOAT32 && isConverted(image, header, marked);
		meaning = hu ? ValueMeaning.HU : ValueMeaning.STORED;
	}

	/** @throws ImageException where the image is in colour, or its values were changed so that they say nothing */
	public static ImageValues of(final ImagePlus image) {
		return new ImageValues(image);
	}

	private static SampleType type(final ImagePlus image, final HeaderText header, final ValueMeaning marked) {
		return switch (image.getBitDepth()) {
			case 8 -> {
				if (header.numbers(Tag.BitsAllocated).length > 0 && header.numbers(Tag.BitsAllocated)[0] > 8)
					throw new ImageException("'" + image.getTitle() + "' is an 8-bit copy of a " + (int) header.numbers(
						Tag.BitsAllocated)[0] + "-bit image: its stored values are lost; use the image it was made from");
				if (isRepresentation(header, 1)) throw new ImageException("'" +
					image.getTitle() + "' was read from signed 8-bit values, which ImageJ holds without their sign; open it with " +
					"Open DICOM Series");
				yield SampleType.UINT8;
			}
			case 16 -> {
				if (marked == ValueMeaning.HU && !image.getCalibration().isSigned16Bit()) throw new ImageException("'" + image
					.getTitle() + "' was in HU, and is not any more: turning it into 16 bit scaled its values, or its " +
					"calibration function was removed; run Convert to HU with output=[16-bit signed] instead");
				yield isSigned(image, header) ? SampleType.OFFSET16 : SampleType.UINT16;
			}
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
			final double[] slope = header.numbers(Tag.RescaleSlope);
			final double[] intercept = header.numbers(Tag.RescaleIntercept);
			if (near(c[0], -SIGNED_OFFSET) && near(c[1], 1)) return !(isRepresentation(header, 0) && slope
				.length > 0 && near(slope[0], 1) && intercept.length > 0 && near(intercept[0], -SIGNED_OFFSET));
			if (near(c[0], 0) && near(c[1], 1)) return false;
			if (slope.length > 0 && intercept.length > 0 && near(c[1], slope[0])) {
				if (near(c[0], intercept[0])) return false;
				if (near(c[0], intercept[0] - SIGNED_OFFSET * slope[0])) return true;
			}
		}
		throw new ImageException("'" + image.getTitle() + "' has a calibration function (" + describe(calibration) +
			") that its header does not explain; remove it with Image > Calibrate, or give slope and intercept after that");
	}

	/** Of unsigned values, 0, an intercept of -32768 is that of the file, and not the sign of ImageJ's. */
	private static boolean isRepresentation(final HeaderText header, final int wanted) {
		final double[] representation = header.numbers(Tag.PixelRepresentation);
		return representation.length > 0 && representation[0] == wanted;
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
	 * Whether a 32-bit image was made of integers and its values rescaled: by ImageJ's own reader, which applies a slope
	 * that is not 1, or by Image > Type > 32-bit, which applies the calibration function. An image of this suite has a
	 * rescale in that function where one serves all slices; otherwise its values are stored values still.
	 */
	private boolean isConverted(final ImagePlus image, final HeaderText header, final ValueMeaning marked) {
		if (marked == ValueMeaning.STORED_IN_32_BITS) return false;
		final double[] bits = header.numbers(Tag.BitsAllocated);
		if (bits.length == 0) return "HU".equals(image.getCalibration().getValueUnit());
		if (bits[0] > 16) return false;
		return marked == null || hasOneRescale();
	}

	private boolean hasOneRescale() {
		final Optional<Rescale> first = rescale(0);
		for (int slice = 1; slice < stack.getSize(); slice++)
			if (!first.equals(rescale(slice))) return false;
		return first.isPresent();
	}

	private Optional<Rescale> rescale(final int slice) {
		final HeaderText header = header(slice);
		final double[] slope = header.numbers(Tag.RescaleSlope);
		final double[] intercept = header.numbers(Tag.RescaleIntercept);
		return slope.length == 0 || intercept.length == 0 || header.has(Tag.ModalityLUTSequence) ? Optional.empty()
			: Optional.of(new Rescale(slope[0], intercept[0]));
	}

	String title() {
		return title;
	}

	/** Pixels in a row. */
	public int width() {
		return stack.getWidth();
	}

	/** Rows. */
	public int height() {
		return stack.getHeight();
	}

	/** Slices of the stack, channels and times included. */
	public int size() {
		return stack.getSize();
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
		final String label = stack.getSize() > slice ? stack.getSliceLabel(slice + 1) : null;
		if (label != null && label.indexOf('\n') >= 0) {
			final HeaderText text = HeaderText.parse(label.substring(label.indexOf('\n') + 1));
			if (!text.isEmpty()) return text;
		}
		return HeaderText.parse(info);
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
		if (modality.isEmpty()) throw new ImageException("'" + title +
			"' has no DICOM header that says it is a CT; give slope and intercept, or force=true");
		if (!"CT".equals(modality.get())) throw new ImageException("'" + title + "' is " + modality.get() +
			", not CT; Hounsfield units are defined for CT only (force=true converts it all the same)");
		for (int slice = 0; slice < size(); slice++) {
			final Optional<String> rescaleType = header(slice).value(Tag.RescaleType);
			if (rescaleType.isPresent() && !rescaleType.get().startsWith("HU")) throw new ImageException("slice " + (slice +
				1) + " of '" + title + "' is rescaled to " + rescaleType.get() +
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
		final Optional<ModalityTransform> table = header.modalityLut(isSigned(header));
		if (table.isPresent()) return table.get();
		final double[] slope = header.numbers(Tag.RescaleSlope);
		final double[] intercept = header.numbers(Tag.RescaleIntercept);
		if (slope.length == 0 || intercept.length == 0) throw new ImageException("slice " + (slice + 1) + " of '" + title +
			"' has no " + (slope.length > 0 ? "RescaleIntercept" : intercept.length > 0 ? "RescaleSlope"
				: "RescaleSlope and RescaleIntercept") + "; give slope and intercept by hand");
		return new Rescale(slope[0], intercept[0]);
	}

	/** Whether stored values have a sign; 32-bit pixels hold it, and do not show it. */
	private boolean isSigned(final HeaderText header) {
		return type == SampleType.OFFSET16 || isRepresentation(header, 1);
	}

	/** Whether values after the Modality LUT of one slice may be negative, as HU always may (PS3.3 C.11.2.1.1). */
	boolean mayBeNegative(final int slice) {
		if (isInHu()) return true;
		final HeaderText header = header(slice);
		if (header.has(Tag.ModalityLUTSequence)) return false;
		final double[] bits = header.numbers(Tag.BitsStored);
		final Optional<Rescale> rescale = rescale(slice);
		return rescale.isEmpty() ? isSigned(header) : rescale.get().mayBeNegative(bits.length == 0 ? type.bits()
			: (int) bits[0], isSigned(header));
	}

	/** What the header of one slice declares as padding (PS3.3 C.7.5.1.1.2). */
	public Padding declaredPadding(final int slice) {
		if (isInHu()) return Padding.NONE;
		final HeaderText header = header(slice);
		final double[] value = header.numbers(Tag.PixelPaddingValue);
		if (value.length == 0) return floatPadding(header);
		final double[] bits = header.numbers(Tag.BitsAllocated);
		if (bits.length == 0) throw new ImageException("slice " + (slice + 1) + " of '" + title +
			"' has a PixelPaddingValue, but no BitsAllocated to read it with");
		final double[] limit = header.numbers(Tag.PixelPaddingRangeLimit);
		final boolean signed = isSigned(header);
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
		return declaredPadding(slice).or(Padding.outsideFieldOfView(plane, type, width(), height(), transform));
	}
}
