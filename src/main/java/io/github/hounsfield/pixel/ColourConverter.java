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
package io.github.hounsfield.pixel;

import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.TransferSyntax;

/**
 * Samples of a colour image to 8 bits of red, green and blue (PS3.3 section C.7.6.3.1.2). Immutable, safe for several
 * threads.
 * <p>
 * Deeper samples are scaled so that their largest value becomes 255, rounded to the nearest. A lossy codestream may say
 * what its components are, by an Adobe marker or JPEG 2000's own transform. That counts. Otherwise Photometric
 * Interpretation counts.
 */
final class ColourConverter {

	private static final int OPAQUE = 0xFF000000;

	/** ITU-R BT.601 in 1/65536, for samples of full range. */
	private static final int RED_CR = 91881;
	private static final int GREEN_CB = -22554;
	private static final int GREEN_CR = -46802;
	private static final int BLUE_CB = 116130;
	private static final int HALF = 1 << 15;

	private final PixelFormat format;
	private final Palette palette;
	private final boolean lossy;

	private ColourConverter(final PixelFormat format, final Palette palette, final boolean lossy) {
		this.format = format;
		this.palette = palette;
		this.lossy = lossy;
	}

	/**
	 * @param dataSet with the palette where the format asks for one
	 * @throws DicomException where the palette is missing or broken
	 * @throws IllegalArgumentException where the format is not one of colour
	 */
	static ColourConverter of(final DataSet dataSet, final PixelFormat format, final TransferSyntax syntax)
		throws DicomException
	{
		if (!format.isColour()) throw new IllegalArgumentException("found " + format.photometric().term() +
			"; expected a colour image");
		final boolean indexed = format.photometric() == Photometric.PALETTE_COLOR;
		return new ColourConverter(format, indexed ? Palette.of(dataSet, format) : null, Codecs.isLossy(syntax));
	}

	/**
	 * @param plane unsigned samples of one frame, those of a pixel together
	 * @param codestream what the compressed frame itself says of its colour, UNSPECIFIED where it is native
	 * @param rgb takes 0xFFRRGGBB for each pixel from offset on
	 */
	void toRgb(final byte[] plane, final FrameFormat.Colour codestream, final int[] rgb, final int offset) {
		final int pixels = format.pixelsPerFrame();
		if (palette != null) for (int i = 0; i < pixels; i++)
			rgb[offset + i] = palette.rgb(plane[i] & 0xFF);
		else if (format.bitsStored() != 8) {
			final short[] wide = new short[plane.length];
			for (int i = 0; i < wide.length; i++)
				wide[i] = (short) (plane[i] & 0xFF);
			toRgb(wide, codestream, rgb, offset);
		}
		else if (isLuminance(codestream)) for (int i = 0, s = 0; i < pixels; i++, s += 3)
			rgb[offset + i] = ofLuminance(plane[s] & 0xFF, (plane[s + 1] & 0xFF) - 128, (plane[s + 2] & 0xFF) - 128);
		else for (int i = 0, s = 0; i < pixels; i++, s += 3)
			rgb[offset + i] = OPAQUE | (plane[s] & 0xFF) << 16 | (plane[s + 1] & 0xFF) << 8 | plane[s + 2] & 0xFF;
	}

	/** As for bytes, for samples of Bits Stored bits. */
	void toRgb(final short[] plane, final FrameFormat.Colour codestream, final int[] rgb, final int offset) {
		final int pixels = format.pixelsPerFrame();
		if (palette != null) {
			for (int i = 0; i < pixels; i++)
				rgb[offset + i] = palette.rgb(plane[i] & 0xFFFF);
			return;
		}
		final int most = (1 << format.bitsStored()) - 1;
		final int middle = 1 << format.bitsStored() - 1;
		final boolean luminance = isLuminance(codestream);
		for (int i = 0, s = 0; i < pixels; i++, s += 3) {
			final int first = plane[s] & 0xFFFF;
			final int second = plane[s + 1] & 0xFFFF;
			final int third = plane[s + 2] & 0xFFFF;
			rgb[offset + i] = luminance ? ofDeepLuminance(first, second - middle, third - middle, most) : OPAQUE | toByte(
				first, most) << 16 | toByte(second, most) << 8 | toByte(third, most);
		}
	}

	/** Lossless JPEG codes any components, and its writers leave JFIF markers on red, green and blue. */
	private boolean isLuminance(final FrameFormat.Colour codestream) {
		if (codestream == FrameFormat.Colour.YCBCR && lossy) return true;
		if (codestream == FrameFormat.Colour.RGB) return false;
		return format.photometric() == Photometric.YBR_FULL || format.photometric() == Photometric.YBR_FULL_422;
	}

	private static int ofLuminance(final int y, final int cb, final int cr) {
		final int red = y + (RED_CR * cr + HALF >> 16);
		final int green = y + (GREEN_CB * cb + GREEN_CR * cr + HALF >> 16);
		final int blue = y + (BLUE_CB * cb + HALF >> 16);
		return OPAQUE | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
	}

	private static int ofDeepLuminance(final int y, final int cb, final int cr, final int most) {
		final double red = y + 1.402 * cr;
		final double green = y - 0.344136 * cb - 0.714136 * cr;
		final double blue = y + 1.772 * cb;
		return OPAQUE | toByte(red, most) << 16 | toByte(green, most) << 8 | toByte(blue, most);
	}

	private static int toByte(final int value, final int most) {
		return (int) ((value * 255L + most / 2) / most);
	}

	private static int toByte(final double value, final int most) {
		return clamp((int) Math.rint(value * 255 / most));
	}

	private static int clamp(final int value) {
		return value < 0 ? 0 : Math.min(value, 255);
	}
}
