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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The format of a file. The ending of its name says it. */
public enum VolumeFormat {

	/** NIfTI-1, one file, as it is. */
	NIFTI(".nii", Coding.PLAIN),
	/** The same, compressed. */
	NIFTI_GZ(".nii.gz", Coding.GZIP),
	/** NRRD0004 with its header attached, compressed. */
	NRRD(".nrrd", Coding.GZIP),
	/** MetaImage in one file, compressed. */
	MHA(".mha", Coding.ZLIB),
	/** MetaImage as a header and, beside it, the voxels in {@code NAME.raw}. */
	MHD(".mhd", Coding.PLAIN),
	/** NumPy's array, and beside it {@code NAME.json}, which says where it lies. */
	NPY(".npy", Coding.PLAIN);

	/** How the voxels are kept. */
	enum Coding {
		PLAIN, GZIP, ZLIB
	}

	private final String ending;
	private final Coding coding;

	VolumeFormat(final String ending, final Coding coding) {
		this.ending = ending;
		this.coding = coding;
	}

	/** With its dot, in lower case. */
	String ending() {
		return ending;
	}

	Coding coding() {
		return coding;
	}

	/** @throws ExportException where the name has none of the endings; lists them */
	public static VolumeFormat of(final Path file) throws ExportException {
		final String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
		for (final VolumeFormat format : values())
			if (name.endsWith(format.ending) && name.length() > format.ending.length()) return format;
		throw new ExportException(Problem.of("path is").quote("'" + file + "', whose ending says no format").expected(
			"one of " + Arrays.stream(values()).map(VolumeFormat::ending).collect(Collectors.joining(", "))));
	}

	/** @return the second file: the voxels of MHD, the place of NPY; null if there is none */
	Path companion(final Path file) {
		if (this != MHD && this != NPY) return null;
		final String name = file.getFileName().toString();
		return file.resolveSibling(name.substring(0, name.length() - ending.length()) + (this == MHD ? ".raw" : ".json"));
	}
}
