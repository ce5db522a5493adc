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

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A codestream and the synthetic image that was encoded in it.
 *
 * @param maxError by how much a sample may differ from the image, 0 where lossless
 * @param base64 the codestream
 */
record TestStream(String name, int width, int height, int components, int precision, boolean signed, int maxError,
	String base64)
{

	static List<TestStream> all() {
		return Stream.of(OrderStreams.ALL, BlockStreams.ALL, HtStreams.ALL).flatMap(List::stream).toList();
	}

	static TestStream named(final String name) {
		return all().stream().filter(s -> s.name.equals(name)).findFirst().orElseThrow();
	}

	byte[] bytes() {
		return Base64.getDecoder().decode(base64);
	}

	int samples() {
		return width * height * components;
	}

	/** A sample of the image: slopes, steps and noise in the upper eight bits, a pattern in the lower ones. */
	int expected(final int x, final int y, final int c) {
		final int mask = (1 << precision) - 1;
		int value = x * 5 + y * 3 + c * 41 + 48 * ((x / 7 + y / 5) % 3) + (x * x * 31 + y * x * 17 + y * 7 + c) % 11;
		value = (precision < 8 ? value >> 8 - precision : value << precision - 8) & mask;
		if (precision > 8) value = value + (x * 7 + y * 13) % (1 << precision - 8) & mask;
		return signed ? value - (1 << precision - 1) : value;
	}

	@Override
	public String toString() {
		return name;
	}
}
