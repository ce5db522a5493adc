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
package io.github.hounsfield.series;

/**
 * Limits from which a difference counts. A difference that rounding in the files' decimal strings explains never
 * counts.
 */
public final class Tolerances {

	/** Slices closer than this are duplicates, mm. */
	public static final double DUPLICATE_MM = 1e-3;
	/** A distance over this many times the median is a gap. */
	public static final double GAP_RATIO = 1.1;
	/** Distances that differ from the median by more than this part of it are uneven. */
	public static final double UNEVEN_RATIO = 0.01;
	/** Orientations that differ by more than this make different volumes, radians. */
	public static final double ORIENTATION_RADIANS = 1e-4;
	/** A larger angle between the normal and the line of positions is a tilt, degrees. */
	public static final double TILT_DEGREES = 0.05;
	/** A slice further from the line through the first and the last one is off the line, mm. */
	public static final double LINE_MM = 0.05;
	/** Positions written more coarsely than this are not excused by rounding, mm. */
	public static final double COARSEST_ROUNDING_MM = 0.1;
	/** Row and column cosines may differ from unit length, and from a right angle, by this much. */
	public static final double COSINE = 0.01;

	private Tolerances() {}
}
