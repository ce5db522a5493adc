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

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Planes that are computed from those of another volume. It happens now, or on demand if that volume is virtual. */
final class Resampled {

	private Resampled() {}

	/** What a report says of planes that were interpolated; empty where nothing was rounded. */
	static String rounding(final PlaneType type) {
		return type.isContinuous() && type != PlaneType.FLOAT32 ? "interpolated values are rounded to whole stored values"
			: "";
	}

	/**
	 * @param pixels of one new plane
	 * @throws IOException where a plane cannot be made, or all do not fit into memory
	 */
	static PlaneSource planes(final DicomVolume from, final int count, final PlaneType type, final long pixels,
		final PlaneSource.Maker maker, final Workers workers) throws IOException
	{
		if (from.isVirtual()) return new PlaneSource.Virtual(type, count, maker, from.planes()::close);
		final Map<Integer, IOException> failures = new TreeMap<>();
		final Plane[] made = PlaneLoader.load(count, count * pixels * type.bytes(), "the resampled volume", maker, workers,
			failures);
		for (final IOException failure : failures.values())
			throw failure;
		return new PlaneSource.Loaded(type, made);
	}
}
