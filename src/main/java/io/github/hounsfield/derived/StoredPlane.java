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
package io.github.hounsfield.derived;

/**
 * The stored values of one slice.
 *
 * @param bytes row by row, 16-bit values little endian; not copied, must not change until it is written
 * @param smallest least value; more than largest where that is not to be said
 * @param largest greatest value
 */
public record StoredPlane(byte[] bytes, int smallest, int largest) {

	/**
	 * Smallest and largest are not said where there is padding: they are those of the actual pixel values in Pixel Data
	 * (PS3.5 section 8.1.1, PS3.3 C.7.6.3), and whether padding is one of them the standard does not say.
	 *
	 * @param bytes 16-bit values, with a sign or not as the format says
	 */
	public static StoredPlane of(final byte[] bytes, final StoredFormat format) {
		if (format.bitsAllocated() != Short.SIZE || bytes.length % Short.BYTES != 0) throw new IllegalArgumentException(
			"found " + bytes.length + " bytes of values of " + format.bitsAllocated() + " bits; expected values of 16 bits");
		return format.padding().isPresent() ? withoutExtremes(bytes) : StoredExtremes.plane(bytes, format.isSigned());
	}

	static StoredPlane withoutExtremes(final byte[] bytes) {
		return new StoredPlane(bytes, Integer.MAX_VALUE, Integer.MIN_VALUE);
	}
}
