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
import ij.ImageStack;
import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.attributes.Attributes;
import io.github.hounsfield.attributes.ModalityLutRule;
import io.github.hounsfield.attributes.PaddingRule;
import io.github.hounsfield.attributes.StoredBits;
import io.github.hounsfield.attributes.UnitRule;
import io.github.hounsfield.attributes.VoiLutRule;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.PlausibleHu;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the pixels of an image stand for: how its arrays hold stored values, and what each slice's header says of
 * rescale and padding. Reads images of this suite and of ImageJ's own DICOM reader, also after Save As TIFF. Slices are
 * counted from 0 in the order of the stack. Labels are read on demand, so a virtual stack stays virtual. It works on
 * after the image is closed.
 */
public final class ImageValues {

	private final String title;
	private final ImageStack stack;
	private final SliceHeaders headers;
	private final PixelEncoding encoding;

	private ImageValues(final ImagePlus image) {
		title = image.getTitle();
		stack = MappedStack.snapshot(image.getStack());
		headers = new SliceHeaders(title, stack, image.getInfoProperty());
		encoding = new PixelEncoding(image, headers);
	}

	/** @throws ImageException where the image is in colour, or its values were changed so that they say nothing */
	public static ImageValues of(final ImagePlus image) {
		return new ImageValues(image);
	}

	private String name(final int slice) {
		return size() == 1 ? "'" + title + "'" : "slice " + (slice + 1) + " of '" + title + "'";
	}

	public String title() {
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
	public PlaneType type() {
		return encoding.type();
	}

	/** Whether the values are HU already. */
	public boolean isInHu() {
		return encoding.isInHu();
	}

	/** Whether another reader than this suite's made the image and its headers' text. */
	boolean isOfAnotherReader() {
		return encoding.isOfAnotherReader();
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
	 * Refuses what is not in Hounsfield units after its Modality LUT, by {@link UnitRule#hounsfield}. An image that is
	 * marked as HU is accepted at once.
	 *
	 * @return a doubt, a sentence; empty if there is none
	 * @throws ImageException where the header names another modality than CT, or another unit than HU, or where there is
	 *           no header
	 */
	public Optional<String> requireHu() {
		Optional<String> doubt = Optional.empty();
		if (encoding.isDeclaredHu()) return doubt;
		requireNotComputed();
		for (int slice = 0; slice < size(); slice++) {
			final UnitRule.Hounsfield hounsfield = rule(slice, UnitRule::hounsfield);
			final String found = hounsfield.found();
			switch (hounsfield.verdict()) {
				case HU -> {}
				case HU_DOUBTED -> doubt = doubt.isPresent() ? doubt : Optional.of(name(slice) + " names the unit " + found +
					", but is an ORIGINAL CT image, whose values are HU (PS3.3 C.8.2.1); it is taken for HU");
				case NO_MODALITY -> throw new ImageException(name(slice) + " has no DICOM header that says it is a CT" +
					(type() == PlaneType.FLOAT32 ? ", or whether its values were rescaled" : ""),
					withoutHeader(slice, type() == PlaneType.FLOAT32 ? Remedy.CONVERT_SOURCE
						: Remedy.CONVERT_BY_HAND_OR_FORCE));
				case NOT_CT -> throw new ImageException(name(slice) + " is " + found +
					", not CT; Hounsfield units are defined for CT only", Remedy.FORCE);
				case OTHER_UNIT -> throw new ImageException(name(slice) + " is rescaled to " + (found.isEmpty()
					? "a unit that its header does not name, as a multi-energy CT must" : found) +
					", not to HU", Remedy.FORCE);
			}
		}
		return doubt;
	}

	/**
	 * Refuses a projection or the like of an image of stored values. Nothing says whether ImageJ rescaled its values.
	 *
	 * @throws ImageException where it is one
	 */
	public void requireNotComputed() {
		if (encoding.isComputed()) throw new ImageException("'" + title + "' was computed from an image of stored values, " +
			"and nothing says whether its own were rescaled on the way", Remedy.CONVERT_SOURCE_BEFORE);
	}

	/** What helps an image without a header. Another reader may have left it out, or the image was computed. */
	private Remedy withoutHeader(final int slice, final Remedy where) {
		if (!header(slice).isEmpty()) return where;
		return type() == PlaneType.FLOAT32 ? Remedy.OPEN_WITH_THIS_READER_OR_CONVERT_SOURCE
			: Remedy.OPEN_WITH_THIS_READER_OR_BY_HAND;
	}

	/** Whether the pixels may be another image's after some computation. */
	private boolean isComputed(final int slice) {
		return type() == PlaneType.FLOAT32 && header(slice).isEmpty();
	}

	/** @throws ImageException where the rule cannot read the slice's header */
	private <T> T rule(final int slice, final Function<Attributes, T> rule) {
		try {
			return rule.apply(header(slice).attributes());
		}
		catch (final IntensityException e) {
			throw new ImageException(name(slice), e);
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
		requireNotComputed();
		try {
			return ModalityLutRule.of(header(slice).attributes()).orElseThrow(() -> new ImageException(name(slice) + (header(
				slice).isEmpty() ? " has no DICOM header that names its RescaleSlope and RescaleIntercept"
					: " has no RescaleSlope and RescaleIntercept") + (isComputed(slice)
						? ", and nothing says whether its values were rescaled" : ""), withoutHeader(slice,
							Remedy.CONVERT_BY_HAND)));
		}
		catch (final AttributeException e) {
			if (header(slice).has(e.tag())) throw new ImageException(name(slice), e);
			throw new ImageException(name(slice) + " has no " + Dictionary.find(e.tag()).keyword(),
				Remedy.CONVERT_BY_HAND);
		}
		catch (final IntensityException e) {
			throw new ImageException(name(slice), e);
		}
	}

	/** @throws ImageException where the slice holds other values than the first slice */
	void requireLikeFirst(final int slice) {
		encoding.requireLikeFirst(slice);
	}

	/**
	 * Refuses pixels that are not what the slice's header says: changed after they were read, larger than the file has
	 * them, or values that Bits Stored does not allow.
	 *
	 * @param plane the pixels of the slice
	 */
	void check(final int slice, final Plane plane) {
		if (encoding.isDeclaredHu()) return;
		final HeaderText header = header(slice);
		if (header.isEmpty()) return;
		headers.requireNotLarger(slice, header);
		final OptionalLong digest = encoding.isAsRead() ? headers.digest(slice, header) : OptionalLong.empty();
		if (digest.isPresent()) {
			if (digest.getAsLong() != PixelDigest.of(plane)) throw new ImageException("the pixels of " + name(slice) +
				" are not those of its file any more: a filter, a tool or another image changed them, and its rescale may not " +
				"hold for them", Remedy.OPEN_AGAIN_AND_CONVERT_BEFORE);
			return;
		}
		if (stack instanceof MappedStack) return;
		final Rescale applied = isInHu() ? headers.rescale(slice).orElse(Rescale.IDENTITY) : Rescale.IDENTITY;
		final double outside = StoredRange.of(header).outside(plane, applied);
		if (!Double.isNaN(outside)) throw new ImageException("slice " + (slice + 1) + " of '" + title +
			"' holds the stored value " + outside + ", which the BitsStored of its header do not allow: " +
			(isOfAnotherReader() ? "ImageJ's own reader does not mask what stands above them" : "its pixels were changed"),
			isOfAnotherReader() ? Remedy.OPEN_WITH_THIS_READER : Remedy.OPEN_AGAIN_AND_CONVERT_BEFORE);
	}

	/**
	 * Whether all values that Bits Stored allows are plausible HU of a CT, so that {@link #doubt} need not look.
	 *
	 * @param transform to HU
	 */
	public boolean isPlausible(final int slice, final ModalityTransform transform) {
		if (isInHu() || !(transform instanceof Rescale)) return false;
		try {
			final Optional<StoredBits> bits = StoredBits.of(header(slice).attributes());
			if (bits.isEmpty() || bits.get().floatingPoint()) return false;
			final double a = transform.apply(bits.get().min());
			final double b = transform.apply(bits.get().max());
			return PlausibleHu.doubt(Math.min(a, b), Math.max(a, b)).isEmpty();
		}
		catch (final IntensityException e) {
			return false;
		}
	}

	/**
	 * Whether the HU of a slice are plausible for a CT, see {@link PlausibleHu}.
	 *
	 * @param plane the pixels of the slice
	 * @param transform to HU
	 * @param padding left out
	 * @return what is doubted, a sentence; empty where nothing is
	 */
	public Optional<String> doubt(final int slice, final Plane plane, final ModalityTransform transform,
		final Padding padding)
	{
		return PlausibleHu.doubt(plane, transform, padding).map(doubt -> "the pixels of " + name(
			slice) + " " + doubt);
	}

	/** What the header of one slice suggests for display, in its order (PS3.3 C.11.2). */
	public List<VoiLutRule.Suggestion> windows(final int slice) {
		return rule(slice, header -> VoiLutRule.of(header, isInHu() || VoiLutRule.mapsSigned(header, headers.rescale(
			slice))));
	}

	/**
	 * The padding of one slice: what its header declares, and the one value in all its corners that no tissue has. HU
	 * have none, for the conversion replaced it.
	 *
	 * @param plane the pixels of the slice
	 * @param transform of the slice
	 */
	public Padding padding(final int slice, final Plane plane, final ModalityTransform transform) {
		return isInHu() ? Padding.NONE : rule(slice, PaddingRule::of).or(Padding.outsideFieldOfView(plane, width(),
			height(), transform));
	}
}
