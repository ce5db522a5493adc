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

/**
 * What a search looks for. Sizes are of the search window in pixels of the image. Immutable.
 *
 * @param scaleFactor ratio of a window size to the one before, above 1
 * @param minNeighbors windows that must agree, beyond the first; 0: every window that passes is reported, ungrouped
 * @param minWidth smallest width searched, 0: no limit
 * @param minHeight smallest height searched, 0: no limit
 * @param maxWidth largest width searched, 0: no limit
 * @param maxHeight largest height searched, 0: no limit. As in OpenCV, either maximum at 0 lifts both, and limits
 *          between which no window size lies search the one size that is nearest to the minimum
 */
public record DetectionParameters(double scaleFactor, int minNeighbors, int minWidth, int minHeight, int maxWidth,
	int maxHeight)
{

	/** OpenCV's: sizes in steps of 1.1, 3 neighbors, no limit of size. */
	public static final DetectionParameters DEFAULTS = new DetectionParameters(1.1, 3, 0, 0, 0, 0);

	/**
	 * @throws IllegalArgumentException where scaleFactor is not above 1 and finite, or another value is negative
	 */
	public DetectionParameters {
		if (!(scaleFactor > 1) || Double.isInfinite(scaleFactor)) throw new IllegalArgumentException("scaleFactor " +
			scaleFactor + "; expected a finite number above 1");
		requireNotNegative("minNeighbors", minNeighbors);
		requireNotNegative("minWidth", minWidth);
		requireNotNegative("minHeight", minHeight);
		requireNotNegative("maxWidth", maxWidth);
		requireNotNegative("maxHeight", maxHeight);
	}

	private static void requireNotNegative(final String name, final int value) {
		if (value < 0) throw new IllegalArgumentException(name + " " + value + "; expected 0 or more");
	}

	public DetectionParameters withScaleFactor(final double factor) {
		return new DetectionParameters(factor, minNeighbors, minWidth, minHeight, maxWidth, maxHeight);
	}

	public DetectionParameters withMinNeighbors(final int neighbors) {
		return new DetectionParameters(scaleFactor, neighbors, minWidth, minHeight, maxWidth, maxHeight);
	}

	public DetectionParameters withMinSize(final int width, final int height) {
		return new DetectionParameters(scaleFactor, minNeighbors, width, height, maxWidth, maxHeight);
	}

	public DetectionParameters withMaxSize(final int width, final int height) {
		return new DetectionParameters(scaleFactor, minNeighbors, minWidth, minHeight, width, height);
	}
}
