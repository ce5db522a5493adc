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

import ij.ImageStack;
import ij.VirtualStack;
import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.attributes.Attributes;
import io.github.hounsfield.attributes.ModalityLutRule;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.Rescale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The header of each slice of an image, slices counted from 0. It is the label's header, otherwise the image's own if
 * it fits the slice. Labels move with their slices when a stack is reversed, cut or joined. If ImageJ drops them, the
 * image's header may belong to another slice, and is refused. Labels are read on demand, so a virtual stack stays
 * virtual. It works on after the image is closed.
 */
public final class SliceHeaders {

	private final String title;
	private final ImageStack stack;
	private final HeaderText info;
	private final HeaderText[] read;

	/**
	 * @param title of the image, for messages
	 * @param stack of the image, as {@link MappedStack#snapshot} has it
	 * @param info the image's Info property, null where it has none
	 */
	public SliceHeaders(final String title, final ImageStack stack, final String info) {
		this.title = title;
		this.stack = stack;
		this.info = HeaderText.parse(info);
		read = new HeaderText[stack.getSize()];
	}

	/**
	 * @return the slice's header, empty where the image has none at all
	 * @throws ImageException where there is a header, but of another slice
	 */
	public HeaderText of(final int slice) {
		final HeaderText own = label(slice);
		if (!own.isEmpty()) return own;
		if (ValueMeaning.isFirstSliceOnly(info.toString())) throw lost(slice,
			", and the slices of its series differ in rescale or padding");
		if (stack.getSize() > 1 && !info.isEmpty() && ValueMeaning.of(info.toString()) == null && !isMultiFrame())
			throw lost(slice, "; the header that is left may be that of another slice");
		if (stack.getSize() > 1 && !info.isEmpty() && !isMultiFrame() && !isWhole(info)) throw lost(slice,
			", and it has another size than the header that is left: " + size(info));
		return info;
	}

	/**
	 * The digest of a slice's pixels as they were read.
	 *
	 * @param header of the slice
	 * @return empty where that is not its own, or has none, or the slice has another size
	 */
	OptionalLong digest(final int slice, final HeaderText header) {
		final boolean own = stack.getSize() == 1 || header != info;
		return own && isWhole(header) ? PixelDigest.of(header) : OptionalLong.empty();
	}

	/**
	 * Refuses a slice that is larger than its header says. Combine puts slices of two images side by side.
	 *
	 * @throws ImageException where it is
	 */
	void requireNotLarger(final int slice, final HeaderText header) {
		final double[] rows = header.numbers(Tag.Rows);
		final double[] columns = header.numbers(Tag.Columns);
		if (rows.length != 1 || columns.length != 1) return;
		final int width = stack.getWidth();
		final int height = stack.getHeight();
		final boolean fits = width <= columns[0] && height <= rows[0] || width <= rows[0] && height <= columns[0];
		if (!fits) throw new ImageException("slice " + (slice + 1) + " of '" + title + "' is larger than its header says: " +
			size(header) + "; images were put side by side, or it was enlarged, so that its rescale may not hold for all of " +
			"it", Remedy.CONVERT_BEFORE);
	}

	/** Whether the slices have the size that a header names, turned or not; also where it names none. */
	private boolean isWhole(final HeaderText header) {
		final double[] rows = header.numbers(Tag.Rows);
		final double[] columns = header.numbers(Tag.Columns);
		final int width = stack.getWidth();
		final int height = stack.getHeight();
		return rows.length != 1 || columns.length != 1 || width == columns[0] && height == rows[0] || width == rows[0] &&
			height == columns[0];
	}

	private String size(final HeaderText header) {
		return stack.getWidth() + " x " + stack.getHeight() + " pixels, " + header.value(Tag.Columns).orElse("?") + " x " +
			header.value(Tag.Rows).orElse("?") + " in the header";
	}

	/**
	 * The slice's own header: its label's, or the image's if that has one slice.
	 *
	 * @throws ImageException where it has none
	 */
	HeaderText own(final int slice) {
		final HeaderText own = label(slice);
		if (!own.isEmpty()) return own;
		if (info.isEmpty()) throw new ImageException("'" + title +
			"' has no geometry: no DICOM header says where it lies in the patient; an image that Z Project, Reslice or the " +
			"like computed has lost it");
		if (stack.getSize() == 1) return info;
		throw new ImageException("slice " + (slice + 1) + " of '" + title +
			"' has no header of its own, which says where it lies: its label was removed, or the slice was computed from " +
			"others, as Reslice, Z Project, Scale along z and the like do");
	}

	public int size() {
		return stack.getSize();
	}

	/** The common rescale of all slices; empty if they differ. */
	Optional<Rescale> commonRescale() {
		final Optional<Rescale> first = rescale(0);
		for (int slice = 1; slice < size(); slice++)
			if (!first.equals(rescale(slice))) return Optional.empty();
		return first;
	}

	/** Slope and intercept of a slice, if it has both, no table, and both can be used. */
	Optional<Rescale> rescale(final int slice) {
		try {
			return isComplete(of(slice).attributes()) ? ModalityLutRule.rescale(of(slice).attributes()) : Optional.empty();
		}
		catch (final AttributeException e) {
			throw new ImageException("slice " + (slice + 1) + " of '" + title + "'", e);
		}
		catch (final IntensityException e) {
			return Optional.empty();
		}
	}

	private static boolean isComplete(final Attributes header) {
		return header.has(Tag.RescaleSlope) && header.has(Tag.RescaleIntercept) && !ModalityLutRule.hasTable(header);
	}

	private ImageException lost(final int slice, final String why) {
		return new ImageException("slice " + (slice + 1) + " of '" + title +
			"' has no header: its label was removed or the " +
			"slice was computed from others" + why, Remedy.CONVERT_BEFORE);
	}

	/** Whether one header serves all frames of a file, as ImageJ's own reader makes it. */
	private boolean isMultiFrame() {
		final double[] frames = info.numbers(Tag.NumberOfFrames);
		return frames.length > 0 && frames[0] > 1;
	}

	private HeaderText label(final int slice) {
		if (!stack.isVirtual() || stack instanceof MappedStack) return parse(label(stack, slice));
		synchronized (stack) {
			if (read[slice] == null) {
				// ImageJ's own virtual stack of files sets a label when its slice is read, and does not move it with the slice
				stack.getProcessor(slice + 1);
				read[slice] = parse(label(stack, slice));
			}
			return read[slice];
		}
	}

	/**
	 * The label of a slice. ImageJ's own virtual stacks keep the order of files when Stack to Hyperstack sets another.
	 */
	public static String label(final ImageStack stack, final int slice) {
		return stack.getSliceLabel(stack instanceof VirtualStack virtual && !(stack instanceof MappedStack) ?
			virtual.translate(
			slice + 1) : slice + 1);
	}

	private static HeaderText parse(final String label) {
		final int end = label == null ? -1 : label.indexOf('\n');
		return HeaderText.parse(end < 0 ? "" : label.substring(end + 1));
	}
}
