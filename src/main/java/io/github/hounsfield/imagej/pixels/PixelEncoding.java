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
package io.github.hounsfield.imagej.pixels;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.hounsfield.attributes.StoredBits;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.PlaneType;
import java.util.Optional;

/**
 * How ImageJ's pixels hold the values of an image: directly, with the offset of signed values, converted to 32 bit, or
 * in HU. The marks of this suite's images say it. For images of ImageJ's own reader, calibration function and headers
 * say it. Slices are counted from 0. Immutable.
 */
final class PixelEncoding {

	/** Calibration coefficients go through text in TIFF files. This relative difference is rounding. */
	private static final double SAME = 1e-6;

	private final String title;
	private final SliceHeaders headers;
	/** The calibration's mark for slices without a header; null in images that this suite did not make. */
	private final ValueMeaning withoutHeader;
	/** What the first slice says of them. */
	private final ValueMeaning marked;
	private final PlaneType type;
	private final boolean hu;

	/** @throws ImageException where the image is in colour, or its values were changed so that they say nothing */
	PixelEncoding(final ImagePlus image, final SliceHeaders headers) {
		title = image.getTitle();
		this.headers = headers;
		final HeaderText header = headers.of(0);
		withoutHeader = ValueMeaning.of(image.getCalibration());
		marked = meaning(header);
		if (marked == ValueMeaning.WINDOWED) throw new ImageException("'" + title +
			"' holds the grey levels of a window, from which HU cannot be had back", Remedy.USE_SOURCE);
		if (marked == ValueMeaning.NORMALIZED) throw new ImageException("'" + title +
			"' holds values normalized for a network, which are no HU", Remedy.USE_SOURCE);
		if (marked == ValueMeaning.LABELS) throw new ImageException("'" + title +
			"' is a mask: its pixels are labels and no HU", Remedy.USE_SOURCE);
		type = type(image, header);
		hu = marked == ValueMeaning.HU || type == PlaneType.FLOAT32 && isConverted(image, header);
	}

	/** How the planes of the stack hold the values. */
	PlaneType type() {
		return type;
	}

	/** Whether the values are HU already. */
	boolean isInHu() {
		return hu;
	}

	/** Whether the image itself says that its values are HU, and not only that they were rescaled. */
	boolean isDeclaredHu() {
		return marked == ValueMeaning.HU || hu && headers.of(0).isEmpty();
	}

	/** Whether the stack holds stored values of the type in which this suite made them. */
	boolean isAsRead() {
		return marked == ValueMeaning.STORED && type != PlaneType.FLOAT32 ||
			marked == ValueMeaning.STORED_WITH_OFFSET && type == PlaneType.OFFSET16 || marked == ValueMeaning.STORED_IN_32_BITS;
	}

	/** Whether the calibration comes from an image of stored values, but without a header, as in a projection. */
	boolean isComputed() {
		return withoutHeader != null && withoutHeader.isStored() && headers.of(0).isEmpty();
	}

	/** Whether another reader than this suite's made the image and its headers' text. */
	boolean isOfAnotherReader() {
		return marked == null;
	}

	/** Requires one type and one meaning for all slices. A stack put together from several images may have several. */
	void requireLikeFirst(final int slice) {
		final HeaderText header = headers.of(slice);
		final ValueMeaning meaning = meaning(header);
		final boolean signed = isSigned(header);
		if (meaning == marked && (marked != null || signed == isSigned(headers.of(0)))) return;
		throw new ImageException("slice " + (slice + 1) + " of '" + title + "' holds " + (meaning != marked ? ValueMeaning
			.describe(meaning) + ", slice 1 " + ValueMeaning.describe(marked) : "values " + (signed ? "with" : "without") +
				" a sign, slice 1 values " + (signed ? "without" : "with")) +
			": the stack was put together from different images", Remedy.CONVERT_EACH);
	}

	private static boolean isSigned(final HeaderText header) {
		return StoredBits.isSigned(header.attributes());
	}

	private ValueMeaning meaning(final HeaderText header) {
		return header.isEmpty() ? withoutHeader : ValueMeaning.of(header.toString());
	}

	private PlaneType type(final ImagePlus image, final HeaderText header) {
		final double[] allocated = header.numbers(Tag.BitsAllocated);
		if (marked == null && isSigned(header) && allocated.length > 0 && allocated[0] != 16) throw new ImageException("'" +
			title + "' was read from " + (int) allocated[0] + "-bit values with a sign, which ImageJ's own reader takes for " +
			"something else", Remedy.OPEN_WITH_THIS_READER);
		return switch (image.getBitDepth()) {
			case 8 -> {
				if (allocated.length > 0 && allocated[0] > 8) throw new ImageException("'" + title + "' is an 8-bit copy of a " +
					(int) allocated[0] + "-bit image: its stored values are lost", Remedy.USE_SOURCE);
				if (marked == ValueMeaning.HU) throw noMoreHu(8);
				requireExplained(image.getCalibration(), header);
				yield PlaneType.UINT8;
			}
			case 16 -> {
				if (marked == ValueMeaning.HU && !image.getCalibration().isSigned16Bit()) throw noMoreHu(16);
				yield requireExplained(image.getCalibration(), header) ? PlaneType.OFFSET16 : PlaneType.UINT16;
			}
			case 32 -> PlaneType.FLOAT32;
			default -> throw new ImageException("'" + title + "' is a colour image; HU need a grey one");
		};
	}

	private ImageException noMoreHu(final int bits) {
		return new ImageException("'" + title + "' was in HU, and is not any more: turning it into " + bits +
			" bit scaled its values, or its calibration function was removed", bits == 16 ? Remedy.CONVERT_TO_16_BIT
				: Remedy.USE_SOURCE);
	}

	/**
	 * Refuses a calibration function that the header does not explain.
	 *
	 * @return whether pixels are stored values + 32768, which ImageJ shows in the calibration function
	 */
	private boolean requireExplained(final Calibration calibration, final HeaderText header) {
		if (!calibration.calibrated()) {
			final boolean signed = marked == null ? isSigned(header) : marked == ValueMeaning.STORED_WITH_OFFSET;
			final Optional<Rescale> rescale = headers.rescale(0);
			if (!signed && (rescale.isEmpty() || rescale.get().isIdentity())) return false;
			throw new ImageException("the calibration function of '" + title +
				"', which says how ImageJ holds its values, was " +
				"removed, or lost when the image was turned into 32 bit and back, which scales them", again());
		}
		final double[] c = calibration.getCoefficients();
		if (calibration.getFunction() == Calibration.STRAIGHT_LINE && c != null && c.length == 2 && c[1] != 0) {
			final Rescale function = new Rescale(c[1], c[0]);
			// ImageJ's own reader takes the function from the file that it read first, which may lie anywhere
			for (int slice = 0; slice < headers.size(); slice++) {
				final Optional<Boolean> offset = offset(function, slice);
				if (offset.isPresent()) return offset.get();
			}
		}
		throw new ImageException("'" + title + "' has a calibration function (" + describe(calibration) + ") that " + (header
			.isEmpty() ? "no header explains: it was computed from another image" : "its header does not explain"), header
				.isEmpty() ? Remedy.CONVERT_SOURCE_BEFORE : again());
	}

	/** What helps. ImageJ's own reader may be set to leave the function out, and would do so again. */
	private Remedy again() {
		return marked == null ? Remedy.OPEN_WITH_THIS_READER : Remedy.OPEN_AGAIN;
	}

	/**
	 * @return whether pixels have the offset with which a slice's header explains the calibration function; empty if no
	 *          offset does
	 */
	private Optional<Boolean> offset(final Rescale function, final int slice) {
		final HeaderText header = headers.of(slice);
		final Rescale of = headers.rescale(slice).orElse(Rescale.IDENTITY);
		final boolean without = near(function, Rescale.IDENTITY) || near(function, of);
		final boolean with = near(function, new Rescale(1, -PlaneType.SIGN_OFFSET)) || near(function,
			new Rescale(of.slope(), of
			.intercept() - PlaneType.SIGN_OFFSET * of.slope()));
		if (marked == ValueMeaning.STORED && without) return Optional.of(false);
		if (marked == ValueMeaning.STORED_WITH_OFFSET && with) return Optional.of(true);
		if (marked != null && marked.isStored() || !with && !without) return Optional.empty();
		if (marked != null || !header.has(Tag.PixelRepresentation)) return Optional.of(with);
		return isSigned(header) ? Optional.of(true).filter(signed -> with) : Optional.of(false).filter(signed -> without);
	}

	private static String describe(final Calibration calibration) {
		final double[] c = calibration.getCoefficients();
		return calibration.getFunction() == Calibration.STRAIGHT_LINE && c != null ? c[0] + " + " + c[1] + " x value"
			: "no straight line";
	}

	private static boolean near(final Rescale a, final Rescale b) {
		return near(a.slope(), b.slope()) && near(a.intercept(), b.intercept());
	}

	private static boolean near(final double a, final double b) {
		return Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
	}

	/**
	 * Whether a 32-bit image was made of integers and rescaled. ImageJ's own reader applies a slope other than 1, and
	 * Image > Type > 32-bit applies the calibration function. An image of this suite has a rescale in that function if
	 * one serves all slices. Otherwise its values are still stored values.
	 */
	private boolean isConverted(final ImagePlus image, final HeaderText header) {
		if (marked == ValueMeaning.STORED_IN_32_BITS) return false;
		final double[] bits = header.numbers(Tag.BitsAllocated);
		final String unit = image.getCalibration().getValueUnit();
		if (bits.length == 0) return marked == null && "HU".equals(unit);
		if (bits[0] > 16) return false;
		if (marked == null) return isRescaledByReader();
		final Optional<Rescale> common = headers.commonRescale();
		if (common.isPresent() && !common.get().isIdentity() && Calibration.DEFAULT_VALUE_UNIT.equals(unit))
			throw new ImageException("'" + title + "' was turned into 32 bit without the calibration function that it had",
				Remedy.OPEN_AGAIN);
		return common.isPresent();
	}

	/**
	 * Whether ImageJ's own reader found only slopes that it applies, or one rescale for all slices. In the second case
	 * the rescale is in the calibration function, which Image > Type > 32-bit applies.
	 */
	private boolean isRescaledByReader() {
		int applied = 0;
		int present = 0;
		for (int slice = 0; slice < headers.size(); slice++) {
			final Optional<Rescale> rescale = headers.rescale(slice);
			if (rescale.isPresent()) present++;
			if (rescale.isPresent() && rescale.get().slope() != 1) applied++;
			requireLikeFirst(slice);
		}
		if (applied == headers.size() || headers.commonRescale().isPresent()) return true;
		if (present > 0) throw new ImageException("'" + title + "' is in 32 bit, and its slices have " +
			"different rescales, which ImageJ applies to some of them only", Remedy.OPEN_WITH_THIS_READER);
		return false;
	}
}
