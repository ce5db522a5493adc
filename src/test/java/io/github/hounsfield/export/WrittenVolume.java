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
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.io.TempDir;

/** Small volumes, and the files that {@link VolumeWriter} makes of them. */
abstract class WrittenVolume {

	/** x to the back, y down, z to the left: 0.5, 0.7 and 2 mm. */
	static final VoxelGrid OBLIQUE = new VoxelGrid(4, 3, 2, new Vector3(10, -20, 30), new Vector3(0, 0.5, 0),
		new Vector3(0, 0, -0.7), new Vector3(-2, 0, 0));

	@TempDir
	Path folder;

	record Planes(int width, int height, int depth, int times, boolean isColour, IntFunction<Object> planes)
		implements Voxels
	{

		@Override
		public Plane plane(final int index) {
			final Object values = planes.apply(index);
			return values instanceof short[] ? Plane.of(PlaneType.INT16, values) : Plane.ofPixels(values);
		}
	}

	/** 4 x 3 x 2 voxels of 10 times the plane plus the index, minus 5. */
	static Planes ramp(final int times) {
		return new Planes(4, 3, 2, times, false, p -> {
			final short[] plane = new short[12];
			for (int i = 0; i < 12; i++)
				plane[i] = (short) (100 * p + i - 5);
			return plane;
		});
	}

	static VolumeWriter writer() {
		return VolumeWriter.with(Workers.threads(3));
	}

	static VolumeWriter writer(final VoxelType type) {
		return VolumeWriter.with(Workers.threads(3)).withType(Optional.of(type));
	}

	Path written(final String name, final Voxels voxels, final VoxelGrid grid) throws IOException {
		return writer().write(folder.resolve(name), voxels, Placement.at(grid)).files().get(0);
	}
}
