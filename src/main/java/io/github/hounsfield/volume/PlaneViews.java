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

import io.github.hounsfield.plane.PlanarImages;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/** ImgLib2 views of a volume's planes, without a copy. */
final class PlaneViews {

	private PlaneViews() {}

	static RandomAccessibleInterval<? extends RealType<?>> stored(final PlaneSource planes, final long[] dimensions) {
		return PlanarImages.values(planes.type(), planes(planes), planes.size(), dimensions);
	}

	static RandomAccessibleInterval<ARGBType> colours(final PlaneSource planes, final long[] dimensions) {
		if (planes.type() != PlaneType.RGB) throw new IllegalStateException("not a colour image");
		return PlanarImages.colours(planes(planes), planes.size(), dimensions);
	}

	private static IntFunction<Plane> planes(final PlaneSource planes) {
		return index -> {
			try {
				return planes.get(index);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		};
	}
}
