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

/**
 * How lungs are looked for.
 *
 * @param threshold HU under which a voxel may be lung, -900 to -100
 * @param removeAirways whether trachea and main bronchi are taken out
 * @param closeMm radius of the disc that closes the outline in each slice, 0 to 30 mm; 0: neither closed nor filled
 * @param minimumMl least volume of a component, at least 0 ml; a series of less than {@link #WHOLE_MM} needs that
 *          part of it, so that 50 ml are 10 cm2 a slice
 * @param force whether components of doubtful density are taken
 */
public record LungMaskOptions(double threshold, boolean removeAirways, double closeMm, double minimumMl,
	boolean force)
{

	/** -320 HU, airways removed, closed with 8 mm, 50 ml. */
	public static final LungMaskOptions DEFAULT = new LungMaskOptions(-320, true, 8, 50, false);

	/** Length of a series that the minimum is meant for, mm. */
	public static final double WHOLE_MM = 50;

	/** @throws LungException where a number is outside its range */
	public LungMaskOptions {
		check("threshold", threshold, -900, -100, "HU");
		check("close", closeMm, 0, 30, "mm");
		check("minimum", minimumMl, 0, 10000, "ml");
	}

	private static void check(final String name, final double value, final double min, final double max,
		final String unit)
	{
		if (!(value >= min && value <= max)) throw new LungException(name + " is " + Text.number(value), Text.number(min) +
			" to " + Text.number(max) + " " + unit);
	}

	/** These options with another threshold. */
	public LungMaskOptions withThreshold(final double value) {
		return new LungMaskOptions(value, removeAirways, closeMm, minimumMl, force);
	}

	/** These options with another least volume of a component. */
	public LungMaskOptions withMinimumMl(final double value) {
		return new LungMaskOptions(threshold, removeAirways, closeMm, value, force);
	}

	/** These options with another radius of the disc. */
	public LungMaskOptions withClose(final double mm) {
		return new LungMaskOptions(threshold, removeAirways, mm, minimumMl, force);
	}

	/** These options, airways removed or not. */
	public LungMaskOptions withAirwaysRemoved(final boolean remove) {
		return new LungMaskOptions(threshold, remove, closeMm, minimumMl, force);
	}

	/** These options with or without components of doubtful density. */
	public LungMaskOptions withForce(final boolean forced) {
		return new LungMaskOptions(threshold, removeAirways, closeMm, minimumMl, forced);
	}

	/** Least volume of a component in a series of a length, ml. */
	double minimumMl(final double lengthMm) {
		return minimumMl * Math.min(1, lengthMm / WHOLE_MM);
	}
}
