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

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;

/**
 * What the header of a file is made from.
 *
 * @param type of the voxels in the file
 * @param times of a volume, 1 where there is but one
 */
record VolumeHeader(VoxelType type, int width, int height, int depth, int times, Placement placement) {

	/** @throws IllegalStateException if the place is not known; the caller checks it before */
	VoxelGrid grid() {
		return placement.grid().orElseThrow(() -> new IllegalStateException("no place"));
	}

	long bytes() {
		return (long) width * height * depth * times * type.bytes();
	}

	/** Three numbers in a text, without the sign of a negative zero. */
	static String join(final Vector3 v, final String between) {
		return number(v.x()) + between + number(v.y()) + between + number(v.z());
	}

	/** As many digits as tell the number from all other doubles. */
	static String number(final double value) {
		return Double.toString(value == 0 ? 0 : value);
	}
}
