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

/** Brings the three samples of each pixel together. */
final class Interleave {

	private Interleave() {}

	/**
	 * @param cells three planes one after another, or, where subsampled, Y1 Y2 Cb Cr for two pixels
	 * @param out takes the three samples of each pixel from offset on
	 */
	static void bytes(final byte[] cells, final byte[] out, final int offset, final int pixels,
		final boolean subsampled)
	{
		if (subsampled) for (int i = 0, o = offset; i + 3 < cells.length; i += 4, o += 6) {
			out[o] = cells[i];
			out[o + 3] = cells[i + 1];
			out[o + 1] = out[o + 4] = cells[i + 2];
			out[o + 2] = out[o + 5] = cells[i + 3];
		}
		else for (int i = 0, o = offset; i < pixels; i++, o += 3) {
			out[o] = cells[i];
			out[o + 1] = cells[i + pixels];
			out[o + 2] = cells[i + 2 * pixels];
		}
	}

	/** As {@link #bytes}. */
	static void shorts(final short[] cells, final short[] out, final int offset, final int pixels,
		final boolean subsampled)
	{
		if (subsampled) for (int i = 0, o = offset; i + 3 < cells.length; i += 4, o += 6) {
			out[o] = cells[i];
			out[o + 3] = cells[i + 1];
			out[o + 1] = out[o + 4] = cells[i + 2];
			out[o + 2] = out[o + 5] = cells[i + 3];
		}
		else for (int i = 0, o = offset; i < pixels; i++, o += 3) {
			out[o] = cells[i];
			out[o + 1] = cells[i + pixels];
			out[o + 2] = cells[i + 2 * pixels];
		}
	}
}
