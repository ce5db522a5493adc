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
package io.github.hounsfield.structures;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;

/** Colours that files recommend, as 0xRRGGBB. If none can be read, it is the next of a list. */
final class Colours {

	private static final int[] OTHERS = { 0xFF4040, 0x40C040, 0x4080FF, 0xFFC000, 0xC040FF, 0x00C0C0, 0xFF80C0, 0xA0A000 };

	/** White of the profile connection space (PS3.3 section C.10.7.1.1: D50). */
	private static final double[] WHITE = { 0.9642, 1, 0.8249 };

	/** From XYZ under D50 to linear sRGB, adapted by Bradford. */
	private static final double[][] TO_RGB = { { 3.1338561, -1.6168667, -0.4906146 }, { -0.9787684, 1.9161415,
		0.0334540 }, {
		0.0719453, -0.2289914, 1.4052427 } };

	private Colours() {}

	/** ROI Display Color (3006,002A). */
	static int display(final DataSet contour, final int index) {
		final double[] rgb = numbers(contour, StructureTag.ROIDisplayColor);
		return rgb == null ? OTHERS[index % OTHERS.length] : (int) rgb[0] << 16 | (int) rgb[1] << 8 | (int) rgb[2];
	}

	/** Recommended Display CIELab Value (0062,000D). */
	static int cieLab(final DataSet segment, final int index) {
		final double[] lab = numbers(segment, StructureTag.RecommendedDisplayCIELabValue);
		if (lab == null) return OTHERS[index % OTHERS.length];
		final double fy = (lab[0] / 65535 * 100 + 16) / 116;
		final double fx = fy + (lab[1] / 65535 * 255 - 128) / 500;
		final double fz = fy - (lab[2] / 65535 * 255 - 128) / 200;
		final double[] xyz = { WHITE[0] * cube(fx), WHITE[1] * cube(fy), WHITE[2] * cube(fz) };
		int rgb = 0;
		for (final double[] row : TO_RGB) {
			final double linear = row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2];
			final double v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
			rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, v)));
		}
		return rgb;
	}

	private static double cube(final double f) {
		final double cubed = f * f * f;
		return cubed > 216.0 / 24389 ? cubed : (116 * f - 16) * 27 / 24389;
	}

	/** @return three numbers of at least 0, in their range, or null */
	private static double[] numbers(final DataSet from, final int tag) {
		try {
			final double[] values = from.numbers(tag);
			final int most = tag == StructureTag.ROIDisplayColor ? 255 : 65535;
			if (values.length != 3) return null;
			for (final double value : values)
				if (!(value >= 0 && value <= most)) return null;
			return values;
		}
		catch (final DicomException e) {
			return null;
		}
	}
}
