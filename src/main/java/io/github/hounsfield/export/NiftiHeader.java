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

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The header of NIfTI-1 in one file (nifti1.h of the NIfTI Data Format Working Group, 2007): 348 bytes, then four zero
 * bytes, which mean no extensions. World coordinates are RAS: x and y of LPS with the other sign.
 */
final class NiftiHeader {

	/** Where the voxels begin. */
	static final int LENGTH = 352;

	/** Sizes are 16 bits with a sign. */
	static final int LARGEST_SIZE = 32767;

	/** NIFTI_XFORM_SCANNER_ANAT. */
	private static final short SCANNER = 1;

	/** NIFTI_UNITS_MM | NIFTI_UNITS_SEC. */
	private static final byte MM_AND_SECONDS = 10;

	private NiftiHeader() {}

	/** @throws ExportException where a size is over {@link #LARGEST_SIZE} */
	static byte[] bytes(final VolumeHeader header) throws ExportException {
		final int[] sizes = { header.width(), header.height(), header.depth(), header.times() };
		for (int i = 0; i < sizes.length; i++)
			if (sizes[i] > LARGEST_SIZE) throw new ExportException(Problem.of("the volume has " + sizes[i] + " " + new String[] {
				"columns", "rows", "slices", "times" }[i]).expected("at most " + LARGEST_SIZE + " in a NIfTI file"),
				ExportException.Remedy.WRITE_LARGE);
		final VoxelGrid grid = header.grid();
		final Vector3[] columns = { ras(grid.stepX()), ras(grid.stepY()), ras(grid.stepZ()), ras(grid.origin()) };
		final ByteBuffer b = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
		b.putInt(0, 348);
		b.putShort(40, (short) (header.times() > 1 ? 4 : 3));
		for (int i = 0; i < 7; i++)
			b.putShort(42 + 2 * i, (short) (i < 4 ? sizes[i] : 1));
		b.putShort(70, (short) header.type().nifti());
		b.putShort(72, (short) (8 * header.type().bytes()));
		b.putFloat(76, grid.determinant() < 0 ? -1 : 1);
		for (int i = 0; i < 3; i++)
			b.putFloat(80 + 4 * i, (float) columns[i].length());
		final double seconds = header.placement().frameSeconds();
		if (header.times() > 1 && seconds > 0) b.putFloat(92, (float) seconds);
		b.putFloat(108, LENGTH);
		b.putFloat(112, 1);
		b.put(123, MM_AND_SECONDS);
		b.putShort(254, SCANNER);
		for (int row = 0; row < 3; row++)
			for (int column = 0; column < 4; column++)
				b.putFloat(280 + 16 * row + 4 * column, (float) columns[column].toArray()[row]);
		if (!grid.isSheared()) {
			b.putShort(252, SCANNER);
			final float[] quaternion = Quaternion.floats(Quaternion.of(columns[0], columns[1], columns[2].times(grid
				.determinant() < 0 ? -1 : 1)));
			for (int i = 0; i < 3; i++) {
				b.putFloat(256 + 4 * i, quaternion[i]);
				b.putFloat(268 + 4 * i, (float) columns[3].toArray()[i]);
			}
		}
		b.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
		return b.array();
	}

	private static Vector3 ras(final Vector3 lps) {
		return new Vector3(0 - lps.x(), 0 - lps.y(), lps.z());
	}
}
