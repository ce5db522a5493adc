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
package io.github.hounsfield.codec.jpeg2000;

/** A rectangle of grid points, x0,y0 inclusive and x1,y1 exclusive. */
record Rect(int x0, int y0, int x1, int y1) {

	int width() {
		return x1 - x0;
	}

	int height() {
		return y1 - y0;
	}

	boolean isEmpty() {
		return x1 <= x0 || y1 <= y0;
	}

	/** Samples at every dx-th and dy-th grid point (T.800 equation B-12). */
	Rect subsample(final int dx, final int dy) {
		return new Rect(ceilDiv(x0, dx), ceilDiv(y0, dy), ceilDiv(x1, dx), ceilDiv(y1, dy));
	}

	/**
	 * A subband that was filtered and halved shift times (T.800 equation B-15).
	 *
	 * @param highX 1 for horizontal high pass at the last step, otherwise 0
	 * @param highY the same, vertically
	 */
	Rect band(final int shift, final int highX, final int highY) {
		if (shift == 0) return this;
		final long dx = (long) highX << shift - 1;
		final long dy = (long) highY << shift - 1;
		return new Rect(ceilShift(x0 - dx, shift), ceilShift(y0 - dy, shift), ceilShift(x1 - dx, shift),
			ceilShift(y1 - dy, shift));
	}

	private static int ceilDiv(final int value, final int divisor) {
		return (int) ((value + (long) divisor - 1) / divisor);
	}

	/** The smallest n with n x 2^shift not below the value. */
	static int ceilShift(final long value, final int shift) {
		return (int) (value + (1L << shift) - 1 >> shift);
	}
}
