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
package io.github.hounsfield.lung;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A rectangle of a slice around one component. Its pixels are 1, others 0. The rectangle may reach beyond the slice.
 *
 * @param x column of its first pixel in the slice, may be negative
 * @param y row of its first pixel in the slice, may be negative
 * @param width columns
 * @param height rows
 * @param pixels row by row, its own
 */
record Patch(int x, int y, int width, int height, byte[] pixels) {

	/** @return the pixels of a component with a margin around, null where the slice has none */
	static Patch of(final Runs runs, final int component, final int marginX, final int marginY) {
		return of(runs, c -> c == component, marginX, marginY);
	}

	/** @return the pixels of some components with a margin around, null where the slice has none */
	static Patch of(final Runs runs, final IntPredicate components, final int marginX, final int marginY) {
		int left = Integer.MAX_VALUE;
		int right = -1;
		int top = Integer.MAX_VALUE;
		int bottom = -1;
		for (int y = 0; y < runs.height(); y++)
			for (int i = runs.rows[y]; i < runs.rows[y + 1]; i++)
				if (components.test(runs.component[i])) {
					left = Math.min(left, runs.from[i]);
					right = Math.max(right, runs.to[i]);
					top = Math.min(top, y);
					bottom = y + 1;
				}
		if (right < 0) return null;
		final int x = left - marginX;
		final int y = top - marginY;
		final int width = right + marginX - x;
		final int height = bottom + marginY - y;
		final byte[] pixels = new byte[Math.multiplyExact(width, height)];
		for (int row = top; row < bottom; row++)
			for (int i = runs.rows[row]; i < runs.rows[row + 1]; i++)
				if (components.test(runs.component[i])) Arrays.fill(pixels, (row - y) * width + runs.from[i] - x, (row - y) *
					width + runs.to[i] - x, (byte) 1);
		return new Patch(x, y, width, height, pixels);
	}

	/** @return the pixels of a slice that have a value, with a margin around; null where none has */
	static Patch of(final byte[] plane, final int planeWidth, final byte value, final int marginX, final int marginY) {
		final int planeHeight = plane.length / planeWidth;
		int left = Integer.MAX_VALUE;
		int right = -1;
		int top = -1;
		int bottom = -1;
		for (int y = 0; y < planeHeight; y++) {
			int from = 0;
			while (from < planeWidth && plane[y * planeWidth + from] != value)
				from++;
			if (from == planeWidth) continue;
			int to = planeWidth;
			while (plane[y * planeWidth + to - 1] != value)
				to--;
			left = Math.min(left, from);
			right = Math.max(right, to);
			if (top < 0) top = y;
			bottom = y + 1;
		}
		if (top < 0) return null;
		final Patch patch = new Patch(left - marginX, top - marginY, right - left + 2 * marginX, bottom - top + 2 * marginY,
			new byte[Math.multiplyExact(right - left + 2 * marginX, bottom - top + 2 * marginY)]);
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++)
				if (plane[y * planeWidth + x] == value) patch.pixels[(y - patch.y) * patch.width + x - patch.x] = 1;
		return patch;
	}
}
