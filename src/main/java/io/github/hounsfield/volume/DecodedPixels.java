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

package io.github.hounsfield.volume;

import io.github.hounsfield.pixel.FrameReader;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.series.PixelDigests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of the stored values of all frames of a file. Keeps one frame in memory. Safe for several threads. */
public final class DecodedPixels implements PixelDigests {

	@Override
	public String of(final Instance instance) throws IOException {
		final MessageDigest digest = sha256();
		try (FrameReader reader = FrameReader.open(instance.file())) {
			final Plane plane = reader.newPlane();
			for (int frame = 0; frame < reader.frames(); frame++) {
				reader.read(frame, plane);
				digest.update(bytes(plane));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static byte[] bytes(final Plane plane) {
		if (plane.type().bits() == 8) return plane.bytes();
		final ByteBuffer buffer = ByteBuffer.allocate(plane.type().bytes() * plane.length());
		switch (plane.type()) {
			case UINT16, INT16, OFFSET16 -> buffer.asShortBuffer().put(plane.shorts());
			case FLOAT32 -> buffer.asFloatBuffer().put(plane.floats());
			case FLOAT64 -> buffer.asDoubleBuffer().put(plane.doubles());
			default -> buffer.asIntBuffer().put(plane.ints());
		}
		return buffer.array();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("each Java has SHA-256", e);
		}
	}
}
