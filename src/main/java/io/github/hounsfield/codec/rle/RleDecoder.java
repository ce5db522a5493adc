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
package io.github.hounsfield.codec.rle;

import io.github.hounsfield.codec.CodecException;
import java.util.Objects;

/**
 * DICOM's RLE (PS3.5 annex G): PackBits over planes of bytes, one plane per component and byte of a sample, the most
 * significant byte first. The codestream tells neither width nor bits. They come from the data set.
 * <p>
 * Each segment must fill its plane exactly. A segment that ends early, or whose last run goes beyond the plane, is an
 * error that names the segment and the byte. After the last run a segment may hold padding: up to 3 bytes of any
 * values, or any number of bytes of one value. Runs may cross rows, as some encoders do.
 * <p>
 * All methods are safe for any number of threads. They throw {@link CodecException} for a broken codestream, after
 * which {@code out} may hold part of the frame, and {@link IndexOutOfBoundsException} where {@code out} is too small.
 */
public final class RleDecoder {

	/** Segments that the header of a frame has room for (PS3.5 G.5). */
	public static final int MAX_SEGMENTS = 15;

	private RleDecoder() {}

	/**
	 * Decodes one frame into little-endian samples that stand pixel by pixel, rows from the top.
	 *
	 * @param data holds the codestream; never changed
	 * @param offset its first byte
	 * @param length its bytes, padding included
	 * @param width columns of the frame, at least 1
	 * @param height rows of the frame, at least 1
	 * @param components samples of a pixel, at least 1
	 * @param bytesPerSample bytes of a sample, at least 1; at most 15 together with {@code components}
	 * @param out takes width x height x components x bytesPerSample bytes; the caller owns it
	 * @param outOffset where the first byte goes
	 */
	public static void decode(final byte[] data, final int offset, final int length, final int width, final int height,
		final int components, final int bytesPerSample, final byte[] out, final int outOffset) throws CodecException
	{
		final int pixels = checkedPixels(width, height, components, bytesPerSample);
		final int stride = components * bytesPerSample;
		Objects.checkFromIndexSize(outOffset, (long) pixels * stride, out.length);
		final Segments segments = Segments.read(data, offset, length, stride);
		for (int s = 0; s < stride; s++) {
			final int component = s / bytesPerSample;
			final int significance = bytesPerSample - 1 - s % bytesPerSample;
			final int first = outOffset + component * bytesPerSample + significance;
			final int end = ByteRuns.expand(segments, s, out, first, stride, pixels);
			segments.checkPadding(s, end);
		}
	}

	/**
	 * Decodes one frame of 16-bit samples that stand pixel by pixel, rows from the top.
	 *
	 * @param data holds the codestream; never changed
	 * @param offset its first byte
	 * @param length its bytes, padding included
	 * @param width columns of the frame, at least 1
	 * @param height rows of the frame, at least 1
	 * @param components samples of a pixel, 1 to 7
	 * @param out takes width x height x components samples with all 16 bits as they are stored; the caller owns it
	 * @param outOffset where the first sample goes
	 */
	public static void decodeShorts(final byte[] data, final int offset, final int length, final int width,
		final int height, final int components, final short[] out, final int outOffset) throws CodecException
	{
		final int pixels = checkedPixels(width, height, components, 2);
		Objects.checkFromIndexSize(outOffset, (long) pixels * components, out.length);
		final Segments segments = Segments.read(data, offset, length, 2 * components);
		for (int s = 0; s < 2 * components; s++) {
			final int end = ShortRuns.expand(segments, s, s % 2 == 0 ? 8 : 0, out, outOffset + s / 2, components, pixels);
			segments.checkPadding(s, end);
		}
	}

	private static int checkedPixels(final int width, final int height, final int components, final int bytesPerSample)
		throws CodecException
	{
		final long pixels = (long) width * height;
		if (width < 1 || height < 1 || components < 1 || bytesPerSample < 1 || pixels > Integer.MAX_VALUE)
			throw new IllegalArgumentException("a frame of " + width + " x " + height + " pixels of " + components +
				" samples of " + bytesPerSample + " bytes");
		if ((long) components * bytesPerSample > MAX_SEGMENTS) throw new CodecException(components + " samples of " +
			bytesPerSample + " bytes need more than the " + MAX_SEGMENTS + " segments that RLE has room for");
		return (int) pixels;
	}
}
