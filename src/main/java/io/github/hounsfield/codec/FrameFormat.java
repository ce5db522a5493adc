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

/**
 * What the header of a codestream says of the samples in it.
 *
 * @param width samples in a row, at least 1
 * @param height rows, at least 1
 * @param components samples of one pixel, at least 1
 * @param precision bits of one sample, 1 to 16
 * @param signed whether the samples are two's complement
 * @param colour what the codestream itself says of the meaning of three components
 */
public record FrameFormat(int width, int height, int components, int precision, boolean signed, Colour colour) {

	/** What a codestream says of its three components, after decoding. */
	public enum Colour {
		/** Nothing, so the data set decides (a JPEG without an Adobe or JFIF marker, JPEG-LS). */
		UNSPECIFIED,
		/** Red, green, blue (Adobe marker with transform 0; JPEG 2000 after its own inverse transform). */
		RGB,
		/** Luminance and chrominance (JFIF, or Adobe marker with transform 1). */
		YCBCR
	}

	/** Samples of the whole frame: width x height x components. */
	public long samples() {
		return (long) width * height * components;
	}
}
