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
package io.github.hounsfield.imagej.lung;

import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.lung.ReconstructionKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts of the header about an acquisition that affect density. A text is empty if the header does not say.
 *
 * @param sliceThickness SliceThickness (0018,0050), mm
 * @param kernel ConvolutionKernel (0018,1210)
 * @param kvp KVP (0018,0060)
 * @param contrast ContrastBolusAgent (0018,0010)
 * @param manufacturer Manufacturer (0008,0070)
 */
record Acquisition(String sliceThickness, String kernel, String kvp, String contrast, String manufacturer) {

	private static final int CONTRAST_BOLUS_AGENT = 0x00180010;

	/** Slices thicker than this hide small spaces of low density, mm. */
	private static final double THICK_MM = 1.5;

	static Acquisition of(final HeaderText header) {
		return new Acquisition(text(header, Tag.SliceThickness), text(header, Tag.ConvolutionKernel), text(header, Tag.KVP),
			text(header, CONTRAST_BOLUS_AGENT), text(header, Tag.Manufacturer));
	}

	private static String text(final HeaderText header, final int tag) {
		return header.value(tag).orElse("");
	}

	/** What changes the numbers, a sentence each. */
	List<String> warnings() {
		final List<String> warnings = new ArrayList<>();
		thickness().filter(mm -> mm > THICK_MM).ifPresent(mm -> warnings.add("Slices are " + sliceThickness +
			" mm thick, over 1.5 mm: shares of low density come out lower."));
		if (sliceThickness.isEmpty()) warnings.add("The header does not say how thick slices are (SliceThickness).");
		final String first = kernel.split("\\\\", 2)[0];
		switch (ReconstructionKernel.of(manufacturer, first)) {
			case SOFT -> {}
			case SHARP -> warnings.add("The kernel " + first + " is sharp: shares of low density come out higher.");
			case UNKNOWN -> warnings.add(kernel.isEmpty() ? "The header does not say the kernel (ConvolutionKernel)."
				: "Whether the kernel " + first + " is sharp is not known here; sharp ones raise shares of low density.");
		}
		if (!contrast.isEmpty() && !contrast.equalsIgnoreCase("NONE") && !contrast.equalsIgnoreCase("NO")) warnings.add(
			"Contrast agent was given (" + contrast + "): it raises the density of vessels and tissue.");
		return warnings;
	}

	private Optional<Double> thickness() {
		try {
			return Optional.of(Double.parseDouble(sliceThickness));
		}
		catch (final NumberFormatException e) {
			return Optional.empty();
		}
	}
}
