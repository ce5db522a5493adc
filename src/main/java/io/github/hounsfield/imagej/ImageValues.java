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
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.SampleType;
import io.github.hounsfield.volume.Slice;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.Optional;
import java.util.OptionalDouble;

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
	private final SliceHeaders headers;
	/** What the calibration says of the pixels of slices without a header; null in images that this suite has not made. */
	private final ValueMeaning withoutHeader;
	/** What the first slice says of them. */
	private final ValueMeaning marked;
	private final SampleType type;
	private final boolean hu;

	private ImageValues(final ImagePlus image) {
		title = image.getTitle();
		stack = MappedStack.snapshot(image.getStack());
		headers = new SliceHeaders(image);
		final HeaderText header = header(0);
		withoutHeader = ValueMeaning.of(image.getCalibration());
		marked = meaning(header);
		if (marked == ValueMeaning.WINDOWED) throw new ImageException("'" + title +
			"' holds the grey levels of a window, from which HU cannot be had back; use the image it was made from");
		type = type(image, header);
		hu = marked == ValueMeaning.HU || type == SampleType.FLOAT32 && isConverted(image, header);
	}

	/** @throws ImageException where the image is in colour, or its values were changed so that they say nothing */
	public static ImageValues of(final ImagePlus image) {
		return new ImageValues(image);
	}

	private ValueMeaning meaning(final HeaderText header) {
		return header.isEmpty() ? withoutHeader : ValueMeaning.of(header.toString());
	}

	private SampleType type(final ImagePlus image, final HeaderText header) {
		final double[] allocated = header.numbers(Tag.BitsAllocated);
		if (marked == null && header.isSigned() && allocated.length > 0 && allocated[0] != 16) throw new ImageException("'" +
			title + "' was read from " + (int) allocated[0] + "-bit values with a sign, which ImageJ's own reader takes for " +
			"something else; open the file with Open DICOM Series");
		return switch (image.getBitDepth()) {
			case 8 -> {
				if (allocated.length > 0 && allocated[0] > 8) throw new ImageException("'" + title + "' is an 8-bit copy of a " +
					(int) allocated[0] + "-bit image: its stored values are lost; use the image it was made from");
				if (marked == ValueMeaning.HU) throw noMoreHu(8);
				requireExplained(image.getCalibration(), header);
				yield SampleType.UINT8;
			}
			case 16 -> {
				if (marked == ValueMeaning.HU && !image.getCalibration().isSigned16Bit()) throw noMoreHu(16);
				yield requireExplained(image.getCalibration(), header) ? SampleType.OFFSET16 : SampleType.UINT16;
			}
			case 32 -> SampleType.FLOAT32;
			default -> throw new ImageException("'" + title + "' is a colour image; HU need a grey one");
		};
	}

	private ImageException noMoreHu(final int bits) {
		return new ImageException("'" + title + "' was in HU, and is not any more: turning it into " + bits +
			" bit scaled its values, or its calibration function was removed; " + (bits == 16
				? "run Convert to HU with output=[16-bit signed] instead" : "use the image it was made from"));
	}

	/**
	 * Refuses a calibration function that the header does not explain.
	 *
	 * @return whether pixels are stored values + 32768, which ImageJ shows in the calibration function
	 */
	private boolean requireExplained(final Calibration calibration, final HeaderText header) {
		if (!calibration.calibrated()) {
			final boolean signed = marked == null ? header.isSigned() : marked == ValueMeaning.STORED_WITH_OFFSET;
			final Optional<Rescale> rescale = rescale(0);
			if (!signed && (rescale.isEmpty() || rescale.get().isIdentity())) return false;
			throw new ImageException("the calibration function of '" + title + "', which says how ImageJ holds its values, was " +
				"removed, or lost when the image was turned into 32 bit and back, which scales them; open the series again");
		}
		final double[] c = calibration.getCoefficients();
		if (calibration.getFunction() == Calibration.STRAIGHT_LINE && c != null && c.length == 2 && c[1] != 0) {
			final Rescale function = new Rescale(c[1], c[0]);
			// ImageJ's own reader takes the function from the file that it read first, which may lie anywhere
			for (int slice = 0; slice < size(); slice++) {
				final Optional<Boolean> offset = offset(function, slice);
				if (offset.isPresent()) return offset.get();
			}
		}
		throw new ImageException("'" + title + "' has a calibration function (" + describe(calibration) + ") that " + (header
			.isEmpty() ? "no header explains: it was computed from another image; run Convert to HU on that one"
				: "its header does not explain; open the series again"));
	}

	/** @return whether pixels have the offset under which a slice's header explains the calibration function; empty where none */
	private Optional<Boolean> offset(final Rescale function, final int slice) {
		final HeaderText header = header(slice);
		final Rescale of = rescale(slice).orElse(Rescale.IDENTITY);
		final boolean without = near(function, Rescale.IDENTITY) || near(function, of);
		final boolean with = near(function, new Rescale(1, -SIGNED_OFFSET)) || near(function, new Rescale(of.slope(), of
			.intercept() - SIGNED_OFFSET * of.slope()));
		if (marked == ValueMeaning.STORED && without) return Optional.of(false);
		if (marked == ValueMeaning.STORED_WITH_OFFSET && with) return Optional.of(true);
		if (marked != null && marked.isStored() || !with && !without) return Optional.empty();
		if (marked != null || !header.has(Tag.PixelRepresentation)) return Optional.of(with);
		return header.isSigned() ? Optional.of(true).filter(signed -> with) : Optional.of(false).filter(signed -> without);
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
	 * Whether a 32-bit image was made of integers and its values rescaled: by ImageJ's own reader, which applies a slope
	 * that is not 1, or by Image > Type > 32-bit, which applies the calibration function. An image of this suite has a
	 * rescale in that function where one serves all slices; otherwise its values are stored values still.
	 */
	private boolean isConverted(final ImagePlus image, final HeaderText header) {
		if (marked == ValueMeaning.STORED_IN_32_BITS) return false;
		final double[] bits = header.numbers(Tag.BitsAllocated);
		final String unit = image.getCalibration().getValueUnit();
		if (bits.length == 0) return marked == null && "HU".equals(unit);
		if (bits[0] > 16) return false;
		if (marked == null) return isRescaledByReader();
		final Optional<Rescale> common = commonRescale();
		if (common.isPresent() && !common.get().isIdentity() && Calibration.DEFAULT_VALUE_UNIT.equals(unit))
			throw new ImageException("'" + title + "' was turned into 32 bit without the calibration function that it had; " +
				"open the series again");
		return common.isPresent();
	}

	/**
	 * Whether ImageJ's own reader met none but slopes that it applies, or one rescale for all slices, which is then in the
	 * calibration function that Image > Type > 32-bit applies.
	 */
	private boolean isRescaledByReader() {
		int applied = 0;
		int present = 0;
		for (int slice = 0; slice < size(); slice++) {
			final Optional<Rescale> rescale = rescale(slice);
			if (rescale.isPresent()) present++;
			if (rescale.isPresent() && rescale.get().slope() != 1) applied++;
			requireLikeFirst(slice);
		}
		if (applied == size() || commonRescale().isPresent()) return true;
		if (present > 0) throw new ImageException("'" + title + "' is in 32 bit, and its slices have " +
			"different rescales, which ImageJ applies to some of them only; open the series with Open DICOM Series");
		return false;
	}

	private Optional<Rescale> commonRescale() {
		final Optional<Rescale> first = rescale(0);
		for (int slice = 1; slice < stack.getSize(); slice++)
			if (!first.equals(rescale(slice))) return Optional.empty();
		return first;
	}

	/** Slope and intercept of a slice, where it has both, no table, and both can be used. */
	private Optional<Rescale> rescale(final int slice) {
		try {
			return declaredRescale(slice);
		}
		catch (final IntensityException e) {
			return Optional.empty();
		}
	}

	private Optional<Rescale> declaredRescale(final int slice) {
		final HeaderText header = header(slice);
		final OptionalDouble slope = header.number(Tag.RescaleSlope);
		final OptionalDouble intercept = header.number(Tag.RescaleIntercept);
		return slope.isEmpty() || intercept.isEmpty() || header.hasModalityLut() ? Optional.empty() : Optional.of(new Rescale(
			slope.getAsDouble(), intercept.getAsDouble()));
	}

	private String name(final int slice) {
		return size() == 1 ? "'" + title + "'" : "slice " + (slice + 1) + " of '" + title + "'";
	}

	/** The same reason with the slice that it is about. */
	private ImageException of(final int slice, final RuntimeException reason) {
		return reason.getMessage().contains("'" + title + "'") ? new ImageException(reason.getMessage()) : new ImageException(
			name(slice) + ": " + reason.getMessage());
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
		return hu;
	}

	/** Whether the image itself says that its values are HU, and not only that they were rescaled. */
	private boolean isDeclaredHu() {
		return marked == ValueMeaning.HU || hu && header(0).isEmpty();
	}

	/** Whether another reader than this suite's made the image and its headers' text. */
	boolean isOfAnotherReader() {
		return marked == null;
	}

	/**
	 * The header of one slice: its label's where it has one, otherwise the whole image's; empty where there is none.
	 *
	 * @throws ImageException where the slice's label is lost, and the image's header may not be true of it
	 */
	public HeaderText header(final int slice) {
		return headers.of(slice);
	}

	/**
	 * Refuses what HU are not defined for. An image that says to be in HU is not asked what it was made from.
	 *
	 * @throws ImageException where the header names another modality than CT, or a rescale to something else than HU, or
	 *           where there is no header
	 */
	public void requireCt() {
		if (isDeclaredHu()) return;
		for (int slice = 0; slice < size(); slice++) {
			final HeaderText header = header(slice);
			final Optional<String> modality = header.value(Tag.Modality);
			if (modality.isEmpty()) throw new ImageException(name(slice) +
				" has no DICOM header that says it is a CT; give slope and intercept, or force=true");
			if (!"CT".equals(modality.get())) throw new ImageException(name(slice) + " is " + modality.get() +
				", not CT; Hounsfield units are defined for CT only (force=true converts it all the same)");
			final Optional<String> unit = header.modalityUnit();
			if (unit.isPresent() && !Slice.isHounsfield(unit.get())) throw new ImageException(name(slice) +
				" is rescaled to " + unit.get() + ", not to HU (force=true converts it all the same)");
		}
	}

	/**
	 * The Modality LUT of one slice: its table where it has one, otherwise its slope and intercept (PS3.3 C.11.1).
	 *
	 * @throws ImageException where the header has neither, or the slice holds other values than the first slice
	 */
	public ModalityTransform transform(final int slice) {
		requireLikeFirst(slice);
		if (isInHu()) return Rescale.IDENTITY;
		final HeaderText header = header(slice);
		try {
			final Optional<ModalityTransform> table = header.modalityLut(header.isSigned());
			if (table.isPresent()) return table.get();
			final Optional<Rescale> rescale = declaredRescale(slice);
			if (rescale.isPresent()) return rescale.get();
		}
		catch (final ImageException | IntensityException e) {
			throw of(slice, e);
		}
		throw new ImageException(name(slice) + " has no " + (header.value(Tag.RescaleSlope).isPresent() ? "RescaleIntercept"
			: header.value(Tag.RescaleIntercept).isPresent() ? "RescaleSlope" : "RescaleSlope and RescaleIntercept") +
			"; run Convert to HU with slope and intercept by hand");
	}

	/** One type and one meaning stand for all slices; a stack put together from several images need not have one. */
	void requireLikeFirst(final int slice) {
		final HeaderText header = header(slice);
		final ValueMeaning meaning = meaning(header);
		final boolean signed = header.isSigned();
		if (meaning == marked && (marked != null || signed == header(0).isSigned())) return;
		throw new ImageException("slice " + (slice + 1) + " of '" + title + "' holds " + (meaning != marked ? ValueMeaning
			.describe(meaning) + ", slice 1 " + ValueMeaning.describe(marked) : "values " + (signed ? "with" : "without") +
				" a sign, slice 1 values " + (signed ? "without" : "with")) +
			": the stack was put together from different images; run Convert to HU on each of them before");
	}

	/**
	 * Refuses pixels of ImageJ's own reader that the slice's header does not allow.
	 *
	 * @param plane the pixels of the slice
	 */
	void check(final int slice, final Object plane) {
		if (marked != null) return;
		final HeaderText header = header(slice);
		final Rescale applied = hu ? rescale(slice).orElse(Rescale.IDENTITY) : Rescale.IDENTITY;
		final double outside = StoredRange.of(header, header.isSigned()).outside(plane, type, width() * height(), applied);
		if (!Double.isNaN(outside)) throw new ImageException("slice " + (slice + 1) + " of '" + title +
			"' holds the stored value " + outside + ", which the BitsStored of its header do not allow: ImageJ's own reader " +
			"does not mask what stands above them; open the file with Open DICOM Series");
	}

	/** Whether values of one slice after its Modality LUT have a sign, as those of a CT always have (PS3.3 C.11.2.1.1). */
	boolean mapsSigned(final int slice) {
		final HeaderText header = header(slice);
		return isInHu() || header.isSigned() || header.value(Tag.Modality).orElse("").equals("CT") || rescale(slice).filter(
			Rescale::givesNegative).isPresent();
	}

	/** What the header of one slice declares as padding (PS3.3 C.7.5.1.1.2). */
	public Padding declaredPadding(final int slice) {
		if (isInHu()) return Padding.NONE;
		try {
			return HeaderPadding.of(header(slice));
		}
		catch (final ImageException | IntensityException e) {
			throw of(slice, e);
		}
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
