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

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The bytes of one tile: where its tile-parts' packets stand, and its packet headers where they were packed apart. */
final class TileParts {

	private static final int[] NONE = {};

	private final CodingParameters parameters;
	private int[] bounds = NONE;
	private ByteArrayOutputStream packedHeaders;

	TileParts(final CodingParameters parameters) {
		this.parameters = parameters;
	}

	CodingParameters parameters() {
		return parameters;
	}

	int count() {
		return bounds.length / 2;
	}

	/** Appends the packets of a tile-part: index of the first byte and after the last. */
	void add(final int start, final int end) {
		bounds = Arrays.copyOf(bounds, bounds.length + 2);
		bounds[bounds.length - 2] = start;
		bounds[bounds.length - 1] = end;
	}

	int start(final int part) {
		return bounds[2 * part];
	}

	int end(final int part) {
		return bounds[2 * part + 1];
	}

	/** Bytes of all its packets. */
	long length() {
		long sum = packedHeaders == null ? 0 : packedHeaders.size();
		for (int i = 0; i < bounds.length; i += 2)
			sum += bounds[i + 1] - bounds[i];
		return sum;
	}

	void addPackedHeaders(final byte[] headers, final int offset, final int length) {
		if (packedHeaders == null) packedHeaders = new ByteArrayOutputStream();
		packedHeaders.write(headers, offset, length);
	}

	/** The headers of PPM or PPT, or null where each stands before its packet. */
	byte[] packedHeaders() {
		return packedHeaders == null ? null : packedHeaders.toByteArray();
	}
}
