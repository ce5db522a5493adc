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
 * Distances of pixel centres in the plane of a frame.
 *
 * @param rowSpacingMm between rows, so along y: the first value of the attribute (PS3.3 section 10.7.1.3)
 * @param columnSpacingMm between columns, so along x: the second value
 * @param tag the attribute that says so: {@code Tag.PixelSpacing}, or {@code Tag.ImagerPixelSpacing} (at the
 *          detector, not in the patient) or {@code Tag.NominalScannedPixelSpacing}
 */
record PixelSpacing(double rowSpacingMm, double columnSpacingMm, int tag) {

	/** Largest relative difference at which two spacings still are one, rounded differently. */
	public static final double SAME_SPACING_RATIO = 1e-3;

	/** As a record's own, without what a JVM sets up for that. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof PixelSpacing s && Double.compare(rowSpacingMm, s.rowSpacingMm) == 0 && Double.compare(
			columnSpacingMm, s.columnSpacingMm) == 0 && tag == s.tag;
	}

	@Override
	public int hashCode() {
		return (Double.hashCode(rowSpacingMm) * 31 + Double.hashCode(columnSpacingMm)) * 31 + tag;
	}

	/** Whether both spacings agree within {@link #SAME_SPACING_RATIO}. */
	boolean isSameAs(final PixelSpacing other) {
		return same(rowSpacingMm, other.rowSpacingMm) && same(columnSpacingMm, other.columnSpacingMm);
	}

	private static boolean same(final double a, final double b) {
		return Math.abs(a - b) <= SAME_SPACING_RATIO * Math.max(a, b);
	}
}
