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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Reads NIfTI-1 files for tests, with the offsets and formulas of nifti1.h spelled out here once more, so that a
 * mistake of the writer is not repeated.
 */
final class NiftiFile {

	private final ByteBuffer all;

	NiftiFile(final Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		if (file.toString().endsWith(".gz")) try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			bytes = in.readAllBytes();
		}
		all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		if (all.getInt(0) != 348) throw new IOException("sizeof_hdr is " + all.getInt(0));
		if (all.getInt(344) != 0x00312B6E) throw new IOException("magic is " + Integer.toHexString(all.getInt(344)));
		if (all.getInt(348) != 0) throw new IOException("there are extensions");
	}

	byte[] header() {
		final byte[] header = new byte[352];
		all.get(0, header);
		return header;
	}

	/** dim[i]. */
	int dim(final int i) {
		return all.getShort(40 + 2 * i);
	}

	int datatype() {
		return all.getShort(70);
	}

	int bitpix() {
		return all.getShort(72);
	}

	/** pixdim[i]. */
	float pixdim(final int i) {
		return all.getFloat(76 + 4 * i);
	}

	float voxOffset() {
		return all.getFloat(108);
	}

	float slope() {
		return all.getFloat(112);
	}

	float inter() {
		return all.getFloat(116);
	}

	int units() {
		return all.get(123);
	}

	int qformCode() {
		return all.getShort(252);
	}

	int sformCode() {
		return all.getShort(254);
	}

	int length() {
		return all.capacity();
	}

	/** World of a voxel, method 3. */
	double[] sform(final double i, final double j, final double k) {
		final double[] world = new double[3];
		for (int row = 0; row < 3; row++) {
			final int at = 280 + 16 * row;
			world[row] = all.getFloat(at) * i + all.getFloat(at + 4) * j + all.getFloat(at + 8) * k + all.getFloat(at + 12);
		}
		return world;
	}

	/** World of a voxel, method 2. */
	double[] qform(final double i, final double j, final double k) {
		final double b = all.getFloat(256);
		final double c = all.getFloat(260);
		final double d = all.getFloat(264);
		final double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
		final double[][] r = { { a * a + b * b - c * c - d * d, 2 * b * c - 2 * a * d, 2 * b * d + 2 * a * c }, { 2 * b * c +
			2 * a * d, a * a + c * c - b * b - d * d, 2 * c * d - 2 * a * b }, { 2 * b * d - 2 * a * c, 2 * c * d + 2 * a * b,
				a *
				a + d * d - c * c - b * b } };
		final double[] v = { pixdim(1) * i, pixdim(2) * j, (pixdim(0) < 0 ? -1 : 1) * pixdim(3) * k };
		final double[] world = new double[3];
		for (int row = 0; row < 3; row++)
			world[row] = r[row][0] * v[0] + r[row][1] * v[1] + r[row][2] * v[2] + all.getFloat(268 + 4 * row);
		return world;
	}

	/** Value of a voxel, scaled; of a colour its red, green and blue as one number. */
	double value(final int i, final int j, final int k, final int t) {
		final long at = i + dim(1) * (j + dim(2) * (k + (long) dim(3) * t));
		final int offset = (int) (voxOffset() + at * bitpix() / 8);
		return switch (datatype()) {
			case 2 -> slope() * (all.get(offset) & 0xFF) + inter();
			case 4 -> slope() * all.getShort(offset) + inter();
			case 16 -> slope() * all.getFloat(offset) + inter();
			case 128 -> (all.get(offset) & 0xFF) << 16 | (all.get(offset + 1) & 0xFF) << 8 | all.get(offset + 2) & 0xFF;
			default -> throw new IllegalStateException("datatype " + datatype());
		};
	}
}
