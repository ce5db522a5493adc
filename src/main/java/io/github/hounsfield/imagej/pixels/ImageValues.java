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
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.SampleType;
import io.github.hounsfield.volume.LookupTables;
import io.github.hounsfield.volume.Slice;
import java.util.Optional;

/**
 * What the pixels of an image stand for: how its arrays hold stored values, and what each slice's header says of rescale
 * and padding. Reads images of this suite, of ImageJ's own DICOM reader, and either of them after Save As TIFF.
 * Slices are counted from 0 in the order of the stack. Reads labels when asked, so that a virtual stack stays virtual;
 * goes on to work when the image is closed.
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

	/** The same reason with the slice that it is about. */
	private ImageException of(final int slice, final RuntimeException reason) {
		return reason.getMessage().contains("'" + title + "'") ? new ImageException(reason.getMessage()) : new ImageException(
			name(slice) + ": " + reason.getMessage());
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
	public SampleType type() {
		return encoding.type();
	}

	/** Whether the values are HU already. */
	public boolean isInHu() {
		return encoding.isInHu();
	}

	/** Whether another reader than this suite's made the image and its headers' text. */
	public boolean isOfAnotherReader() {
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
	 * Refuses what HU are not defined for. An image that says to be in HU is not asked what it was made from.
	 *
	 * @throws ImageException where the header names another modality than CT, or a rescale to something else than HU, or
	 *           where there is no header
	 */
	public void requireCt() {
		if (encoding.isDeclaredHu()) return;
		for (int slice = 0; slice < size(); slice++) {
			final HeaderText header = header(slice);
			final Optional<String> modality = header.value(Tag.Modality);
			if (modality.isEmpty()) throw new ImageException(name(slice) +
				" has no DICOM header that says it is a CT; run Convert to HU with slope and intercept by hand, or with force=true");
			if (!"CT".equals(modality.get())) throw new ImageException(name(slice) + " is " + modality.get() +
				", not CT; Hounsfield units are defined for CT only (Convert to HU with force=true converts it all the same)");
			final Optional<String> unit = header.modalityUnit();
			if (unit.isPresent() && !Slice.isHounsfield(unit.get())) throw new ImageException(name(slice) +
				" is rescaled to " + unit.get() + ", not to HU (Convert to HU with force=true converts it all the same)");
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
			final Optional<Rescale> rescale = headers.declaredRescale(slice);
			if (rescale.isPresent()) return rescale.get();
		}
		catch (final ImageException | IntensityException e) {
			throw of(slice, e);
		}
		throw new ImageException(name(slice) + " has no " + (header.value(Tag.RescaleSlope).isPresent() ? "RescaleIntercept"
			: header.value(Tag.RescaleIntercept).isPresent() ? "RescaleSlope" : "RescaleSlope and RescaleIntercept") +
			"; run Convert to HU with slope and intercept by hand");
	}

	/** @throws ImageException where the slice holds other values than the first slice */
	void requireLikeFirst(final int slice) {
		encoding.requireLikeFirst(slice);
	}

	/**
	 * Refuses pixels of ImageJ's own reader that the slice's header does not allow.
	 *
	 * @param plane the pixels of the slice
	 */
	void check(final int slice, final Object plane) {
		if (!isOfAnotherReader()) return;
		final HeaderText header = header(slice);
		final Rescale applied = isInHu() ? headers.rescale(slice).orElse(Rescale.IDENTITY) : Rescale.IDENTITY;
		final double outside = StoredRange.of(header, header.isSigned()).outside(plane, type(), width() * height(), applied);
		if (!Double.isNaN(outside)) throw new ImageException("slice " + (slice + 1) + " of '" + title +
			"' holds the stored value " + outside + ", which the BitsStored of its header do not allow: ImageJ's own reader " +
			"does not mask what stands above them; open the file with Open DICOM Series");
	}

	/** Whether values of one slice after its Modality LUT have a sign. */
	public boolean mapsSigned(final int slice) {
		final HeaderText header = header(slice);
		return isInHu() || LookupTables.mapsSigned(header.isSigned(), header.value(Tag.Modality).orElse(""), headers.rescale(
			slice));
	}

	/** What the header of one slice declares as padding (PS3.3 C.7.5.1.1.2). */
	private Padding declaredPadding(final int slice) {
		try {
			return HeaderPadding.of(header(slice));
		}
		catch (final ImageException | IntensityException e) {
			throw of(slice, e);
		}
	}

	/**
	 * The padding of one slice: what its header declares, and the one value in all its corners that no tissue has. HU have
	 * none, for it was seen to when they were made.
	 *
	 * @param plane the pixels of the slice
	 * @param transform of the slice
	 */
	public Padding padding(final int slice, final Object plane, final ModalityTransform transform) {
		return isInHu() ? Padding.NONE : declaredPadding(slice).or(Padding.outsideFieldOfView(plane, type(), width(), height(),
			transform));
	}
}
