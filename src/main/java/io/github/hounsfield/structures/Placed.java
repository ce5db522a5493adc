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
package io.github.hounsfield.structures;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A structure or segment on the slices of an image.
 *
 * @param name as the file has it
 * @param rgb 0xRRGGBB
 * @param outlines closed lines of each slice, from 0; none of a segment
 * @param points single places of each slice: one-point polygons
 * @param planes of a segment, the pixels of each slice that it has any in, 1 inside; not copied, must not change
 */
public record Placed(String name, int rgb, SortedMap<Integer, List<Polygon>> outlines,
	SortedMap<Integer, List<Polygon>> points, SortedMap<Integer, byte[]> planes)
{

	/** Slices, from 0, that have outlines or pixels. */
	public SortedSet<Integer> slices() {
		final SortedSet<Integer> slices = new TreeSet<>(outlines.keySet());
		slices.addAll(planes.keySet());
		return slices;
	}

	/** @return pixels of a slice, 1 inside and 0 elsewhere, not to be changed */
	public byte[] mask(final ImageGrid grid, final int z) {
		final byte[] plane = planes.get(z);
		return plane != null ? plane : EvenOdd.fill(outlines.getOrDefault(z, List.of()), grid.width(), grid.height());
	}

	/** Whether nothing of it lies on the image. */
	boolean isEmpty() {
		return slices().isEmpty() && points.isEmpty();
	}
}
