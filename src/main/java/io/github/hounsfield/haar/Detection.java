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
package io.github.hounsfield.haar;

import java.util.Comparator;

/**
 * A found object: a rectangle of whole pixels in the coordinates of the image.
 *
 * @param x leftmost column
 * @param y topmost row
 * @param width columns
 * @param height rows
 * @param neighbors how many search windows agreed on it; 1 where windows were not grouped
 * @param levelWeight the largest sum of the last stage among those windows; the larger, the surer. OpenCV calls it
 *          levelWeight; comparable only between detections of one cascade
 */
public record Detection(long x, long y, int width, int height, int neighbors, double levelWeight)
	implements Comparable<Detection>
{

	private static final Comparator<Detection> ORDER = Comparator.comparingLong(Detection::y)
		.thenComparingLong(Detection::x).thenComparingInt(Detection::width).thenComparingInt(Detection::height)
		.thenComparingInt(Detection::neighbors).thenComparingDouble(Detection::levelWeight);

	/** From top to bottom, then from left to right. */
	@Override
	public int compareTo(final Detection other) {
		return ORDER.compare(this, other);
	}

	Detection translated(final long dx, final long dy) {
		return new Detection(x + dx, y + dy, width, height, neighbors, levelWeight);
	}
}
