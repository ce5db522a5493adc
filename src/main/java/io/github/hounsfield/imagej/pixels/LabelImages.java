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
import ij.gui.Overlay;
import ij.measure.Calibration;
import io.github.hounsfield.dicom.Tag;

/** Images whose pixels are labels, on the grid of another image and with its headers. */
public final class LabelImages {

	private LabelImages() {}

	/**
	 * A new 8-bit image, not shown, that lies where its source lies.
	 *
	 * @param planes labels of each slice, for all channels and times of the source the same; not copied where it has but
	 *          one
	 * @param most largest label: white
	 */
	public static ImagePlus of(final ImagePlus source, final String title, final byte[][] planes, final int most) {
		final ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
		final int channels = source.getNChannels();
		for (int i = 0; i < source.getStackSize(); i++) {
			final byte[] plane = planes[i / channels % planes.length];
			stack.addSlice(label(SliceHeaders.label(source.getStack(), i)), planes.length == source.getStackSize() ? plane :
				plane
				.clone());
		}
		final ImagePlus image = Images.like(source, title, stack);
		final String info = source.getInfoProperty();
		if (info != null) image.setProperty("Info", header(info));
		final Calibration calibration = image.getCalibration();
		calibration.setFunction(Calibration.NONE, null, "Gray Value");
		ValueMeaning.LABELS.mark(calibration);
		image.setOverlay((Overlay) null);
		image.setDisplayRange(0, most);
		image.setSlice(source.getCurrentSlice());
		return image;
	}

	private static String label(final String label) {
		final int end = label == null ? -1 : label.indexOf('\n');
		return end < 0 ? label : label.substring(0, end + 1) + header(label.substring(end + 1));
	}

	/** The header of a slice whose pixels are labels: 8 bits, no rescale, no padding, no windows. */
	private static String header(final String header) {
		final HeaderText labels = HeaderText.parse(header).with(Tag.BitsAllocated, "8").with(Tag.BitsStored, "8").with(
			Tag.HighBit, "7").with(Tag.PixelRepresentation, "0").with(Tag.RescaleIntercept, "0").with(Tag.RescaleSlope, "1")
			.with(Tag.RescaleType, "US").without(Tag.PixelPaddingValue).without(Tag.PixelPaddingRangeLimit).without(
				Tag.WindowCenter).without(Tag.WindowWidth);
		return ValueMeaning.LABELS.mark(labels.toString());
	}
}
