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

import static io.github.hounsfield.export.VolumeHeader.join;
import static io.github.hounsfield.export.VolumeHeader.number;

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.nio.charset.StandardCharsets;

/** Text headers: NRRD (teem.sourceforge.net/nrrd/format.html), MetaImage (ITK's MetaIO), NPY 1.0 (NumPy's). */
final class TextHeaders {

	/** Room for the size of the compressed voxels, which is known only after writing. */
	private static final int SIZE_DIGITS = 20;

	private static final String SIZE_KEY = "CompressedDataSize = ";

	private TextHeaders() {}

	/** NRRD0004, with the blank line that ends it. */
	static byte[] nrrd(final VolumeHeader header) {
		final VoxelGrid grid = header.grid();
		final boolean time = header.times() > 1;
		final double seconds = header.placement().frameSeconds();
		final StringBuilder text = new StringBuilder("NRRD0004\n");
		text.append("type: ").append(header.type().nrrd()).append('\n');
		text.append("dimension: ").append(time ? 4 : 3).append('\n');
		text.append("space: left-posterior-superior\n");
		text.append("sizes: ").append(sizes(header)).append('\n');
		text.append("space directions: ").append(vector(grid.stepX())).append(' ').append(vector(grid.stepY())).append(' ')
			.append(vector(grid.stepZ())).append(time ? " none" : "").append('\n');
		text.append("kinds: domain domain domain").append(time ? " time" : "").append('\n');
		if (time && seconds > 0) text.append("spacings: nan nan nan ").append(number(seconds)).append('\n');
		text.append("endian: little\n");
		text.append("encoding: gzip\n");
		text.append("space origin: ").append(vector(grid.origin())).append("\n\n");
		return text.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static String vector(final Vector3 v) {
		return "(" + join(v, ",") + ")";
	}

	private static String sizes(final VolumeHeader header) {
		return header.width() + " " + header.height() + " " + header.depth() + (header.times() > 1 ? " " + header.times()
			: "");
	}

	/**
	 * MetaImage.
	 *
	 * @param data name of the file with the voxels, {@code LOCAL} where they follow the header
	 * @param compressed bytes of the compressed voxels, any number while they are not known, for the header's length does
	 *          not depend on it; -1 if they are not compressed
	 */
	static byte[] metaImage(final VolumeHeader header, final String data, final long compressed) {
		final VoxelGrid grid = header.grid();
		final boolean time = header.times() > 1;
		final String end = time ? " 0" : "";
		final StringBuilder text = new StringBuilder("ObjectType = Image\n");
		text.append("NDims = ").append(time ? 4 : 3).append('\n');
		text.append("BinaryData = True\nBinaryDataByteOrderMSB = False\n");
		text.append("CompressedData = ").append(compressed >= 0 ? "True" : "False").append('\n');
		if (compressed >= 0) {
			final String digits = Long.toString(compressed);
			text.append(SIZE_KEY).append(digits).append(" ".repeat(SIZE_DIGITS - digits.length())).append('\n');
		}
		text.append("TransformMatrix = ").append(join(grid.stepX().normalized(), " ")).append(end).append(' ').append(join(
			grid
			.stepY().normalized(), " ")).append(end).append(' ').append(join(grid.stepZ().normalized(), " ")).append(end).append(
				time ? " 0 0 0 1" : "").append('\n');
		text.append("Offset = ").append(join(grid.origin(), " ")).append(end).append('\n');
		text.append("CenterOfRotation = 0 0 0").append(end).append('\n');
		final double seconds = header.placement().frameSeconds();
		text.append("ElementSpacing = ").append(number(grid.spacingX())).append(' ').append(number(grid.spacingY())).append(
			' ')
			.append(number(grid.spacingZ())).append(time ? " " + number(seconds > 0 ? seconds : 1) : "").append('\n');
		text.append("DimSize = ").append(sizes(header)).append('\n');
		text.append("ElementType = ").append(header.type().metaImage()).append('\n');
		text.append("ElementDataFile = ").append(data).append('\n');
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** NPY 1.0. The array's last axis is x; colours have one more axis of three. */
	static byte[] npy(final VolumeHeader header) {
		final String shape = (header.times() > 1 ? header.times() + ", " : "") + header.depth() + ", " + header.height() +
			", " +
			header.width() + (header.type() == VoxelType.RGB24 ? ", 3" : "");
		final String dictionary = "{'descr': '" + header.type().npy() + "', 'fortran_order': False, 'shape': (" + shape +
			"), }";
		final int length = (10 + dictionary.length() + 1 + 63) / 64 * 64 - 10;
		final byte[] text = (dictionary + " ".repeat(length - 1 - dictionary.length()) + "\n").getBytes(
			StandardCharsets.US_ASCII);
		final byte[] all = new byte[10 + length];
		System.arraycopy(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) length, (byte) (length >> 8) }, 0,
			all,
			0, 10);
		System.arraycopy(text, 0, all, 10, length);
		return all;
	}
}
