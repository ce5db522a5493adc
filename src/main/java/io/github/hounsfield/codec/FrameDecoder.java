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
package io.github.hounsfield.codec;

import io.github.hounsfield.work.Workers;
import java.util.concurrent.CancellationException;

/**
 * Turns one compressed frame into samples. An implementation keeps no state between calls and may be used by
 * several threads at once.
 * <p>
 * For any bytes an implementation throws {@link CodecException} and nothing else. It ends in time proportional to the
 * number of bytes and the frame's size. It allocates nothing that the arguments do not justify: it compares the
 * codestream's width and height with the expected ones before it makes any array.
 */
public interface FrameDecoder {

	/**
	 * Reads the header of the codestream only.
	 *
	 * @param data holds the codestream; never changed
	 * @param offset its first byte
	 * @param length its bytes, padding after its end included
	 * @throws CodecException where it is no codestream of this coding
	 */
	FrameFormat readFormat(byte[] data, int offset, int length) throws CodecException;

	/**
	 * Decodes one frame into samples pixel by pixel (RGBRGB), rows from the top, columns from the left, for any
	 * interleave of the codestream. Chrominance with fewer samples is brought to full size. There is no other colour
	 * conversion, except the one within a codestream of JPEG 2000.
	 *
	 * @param data holds the codestream; never changed
	 * @param offset its first byte
	 * @param length its bytes, padding after its end included
	 * @param width columns that the frame must have
	 * @param height rows that the frame must have
	 * @param components samples of a pixel that the frame must have
	 * @param out takes width x height x components samples, each the low 16 bits of its value: sign extended where
	 *          {@link FrameFormat#signed()}, otherwise zero extended; the caller owns it
	 * @param outOffset where the first sample goes
	 * @return the format of the codestream
	 * @throws CodecException where the codestream is broken, cut, or of another width, height or number of components;
	 *           out may then hold part of the frame
	 */
	FrameFormat decode(byte[] data, int offset, int length, int width, int height, int components, short[] out,
		int outOffset) throws CodecException;

	/**
	 * The same on several threads, if the coding has independent parts.
	 *
	 * @param workers the threads, and who may end the work; no progress is reported
	 * @throws CancellationException where workers say so; out may then hold part of the frame
	 */
	default FrameFormat decode(final byte[] data, final int offset, final int length, final int width, final int height,
		final int components, final short[] out, final int outOffset, final Workers workers) throws CodecException
	{
		return decode(data, offset, length, width, height, components, out, outOffset);
	}
}
