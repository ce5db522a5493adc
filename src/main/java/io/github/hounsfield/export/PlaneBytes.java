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
package io.github.hounsfield.export;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns planes of values into bytes of a file. */
final class PlaneBytes {

	private PlaneBytes() {}

	/**
	 * Appends a plane.
	 *
	 * @param plane as {@link Voxels#plane} has it
	 * @param out takes {@code length * type.bytes()} bytes
	 * @return -1 for success; else the index of the first value that the type does not hold exactly, and the appended
	 *          bytes are useless
	 */
	static int append(final Plane plane, final VoxelType type, final int length, final ByteBuffer out) {
		final ByteBuffer target = out.duplicate().order(ByteOrder.LITTLE_ENDIAN);
		out.position(out.position() + length * type.bytes());
		return switch (type) {
			case RGB24 -> colours(plane.ints(), length, target);
			case FLOAT32 -> {
				target.asFloatBuffer().put(floats(plane, length), 0, length);
				yield -1;
			}
			case INT16 -> {
				final boolean same = plane.type() == PlaneType.INT16;
				final short[] values = same ? plane.shorts() : new short[length];
				final int bad = same ? -1 : shorts(plane, values, length);
				if (bad < 0) target.asShortBuffer().put(values, 0, length);
				yield bad;
			}
			case UINT8 -> {
				final boolean same = plane.type() == PlaneType.UINT8;
				final byte[] values = same ? plane.bytes() : new byte[length];
				final int bad = same ? -1 : bytes(plane, values, length);
				if (bad < 0) target.put(values, 0, length);
				yield bad;
			}
		};
	}

	private static int colours(final int[] plane, final int length, final ByteBuffer target) {
		final byte[] bytes = new byte[3 * length];
		for (int i = 0, at = 0; i < length; i++) {
			bytes[at++] = (byte) (plane[i] >> 16);
			bytes[at++] = (byte) (plane[i] >> 8);
			bytes[at++] = (byte) plane[i];
		}
		target.put(bytes);
		return -1;
	}

	private static float[] floats(final Plane plane, final int length) {
		if (plane.type() == PlaneType.FLOAT32) return plane.floats();
		final float[] values = new float[length];
		for (int i = 0; i < length; i++)
			values[i] = value(plane, i);
		return values;
	}

	private static int shorts(final Plane plane, final short[] values, final int length) {
		for (int i = 0; i < length; i++) {
			final float value = value(plane, i);
			values[i] = (short) value;
			if (values[i] != value) return i;
		}
		return -1;
	}

	private static int bytes(final Plane plane, final byte[] values, final int length) {
		for (int i = 0; i < length; i++) {
			final float value = value(plane, i);
			values[i] = (byte) value;
			if ((values[i] & 0xFF) != value) return i;
		}
		return -1;
	}

	/** The value of a voxel as a number. */
	static float value(final Plane plane, final int i) {
		return switch (plane.type()) {
			case INT16 -> plane.shorts()[i];
			case UINT8 -> plane.bytes()[i] & 0xFF;
			default -> plane.floats()[i];
		};
	}
}
