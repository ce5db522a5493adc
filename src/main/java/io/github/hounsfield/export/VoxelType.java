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
import java.util.Arrays;
import java.util.Optional;

/** How a file keeps the value of a voxel; little endian in all formats. */
public enum VoxelType {

	/** Whole numbers from 0 to 255. */
	UINT8("uint8", 1, 2, "uchar", "MET_UCHAR", "|u1"),
	/** Whole numbers from -32768 to 32767. */
	INT16("int16", 2, 4, "short", "MET_SHORT", "<i2"),
	/** IEEE 754 with 32 bits, not-a-number included. */
	FLOAT32("float32", 4, 16, "float", "MET_FLOAT", "<f4"),
	/** A byte each of red, green and blue. */
	RGB24("rgb24", 3, 128, "", "", "|u1");

	private final String label;
	private final int bytes;
	private final int nifti;
	private final String nrrd;
	private final String metaImage;
	private final String npy;

	VoxelType(final String label, final int bytes, final int nifti, final String nrrd, final String metaImage,
		final String npy)
	{
		this.label = label;
		this.bytes = bytes;
		this.nifti = nifti;
		this.nrrd = nrrd;
		this.metaImage = metaImage;
		this.npy = npy;
	}

	/** The label in the parameter of an export. */
	public String label() {
		return label;
	}

	/** Bytes of a voxel. */
	int bytes() {
		return bytes;
	}

	/** The datatype of NIfTI-1. */
	int nifti() {
		return nifti;
	}

	/** The type of NRRD. */
	String nrrd() {
		return nrrd;
	}

	/** The ElementType of MetaImage. */
	String metaImage() {
		return metaImage;
	}

	/** The descr of NPY. */
	String npy() {
		return npy;
	}

	/**
	 * @return empty for {@code auto}
	 * @throws ExportException where the text is none of {@code auto}, {@code int16}, {@code float32}, {@code uint8}
	 */
	public static Optional<VoxelType> ofLabel(final String text) throws ExportException {
		if ("auto".equals(text)) return Optional.empty();
		return Optional.of(Arrays.stream(values()).filter(type -> type != RGB24 && type.label.equals(text)).findFirst()
			.orElseThrow(() -> new ExportException(Problem.of("type is '" + text + "'").expected(
				"one of 'auto', 'int16', 'float32', 'uint8'"))));
	}
}
