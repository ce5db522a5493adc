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

import io.github.hounsfield.volume.VoxelGrid;
import java.util.List;
import java.util.Optional;

/**
 * What a file says besides the values: where voxels lie and what they are. None of it may identify the patient.
 *
 * @param grid in the patient (LPS, mm); empty where that is not known, and then only NPY can be written
 * @param frameSeconds from one time to the next; NaN if it is not known, or there is only one
 * @param unit of the values, such as {@code HU}; empty where that is not known
 * @param steps what was done to the values, in order, in words
 */
public record Placement(Optional<VoxelGrid> grid, double frameSeconds, String unit, List<String> steps) {

	public Placement {
		steps = List.copyOf(steps);
	}

	/** Voxels at a place, with nothing else known. */
	public static Placement at(final VoxelGrid grid) {
		return new Placement(Optional.of(grid), Double.NaN, "", List.of());
	}

	/** Voxels of no known place. */
	public static Placement unknown() {
		return new Placement(Optional.empty(), Double.NaN, "", List.of());
	}
}
