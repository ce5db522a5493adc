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
package io.github.hounsfield.imagej.export;

import io.github.hounsfield.dicom.ParameterException;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.Interpolation;
import io.github.hounsfield.volume.Resampling;
import java.util.List;

/** How to resample, from what a macro or dialog has. */
public final class ResamplingChoice {

	private static final List<String> GRIDS = List.of("centre", "first");

	/** The default value beyond the old volume: air. */
	public static final double AIR = Resampling.AIR;

	private ResamplingChoice() {}

	/**
	 * @param spacing one number in mm, or three with commas between them
	 * @param interpolation {@code linear}, {@code nearest} or {@code cubic}
	 * @param grid {@code centre} or {@code first}
	 * @param fill the value beyond the old volume, which only grid first can reach; otherwise {@link #AIR}
	 * @throws ImageException where one is something else; names it
	 */
	public static Resampling of(final String spacing, final String interpolation, final String grid, final double fill,
		final boolean smooth)
	{
		if (!GRIDS.contains(grid)) throw new ImageException("grid is '" + grid + "'", "one of 'centre', 'first'");
		if (Double.isNaN(fill)) throw new ImageException("fill is NaN", "a number");
		if (fill != AIR && !grid.equals("first")) throw new ImageException("fill is " + fill + ", and grid '" + grid +
			"' reaches nowhere beyond the old volume", Remedy.KEEP_FIRST_OR_NO_FILL);
		final Vector3 mm = spacing(spacing);
		try {
			final Resampling middle = Resampling.to(mm, Interpolation.ofLabel(interpolation)).withSmooth(smooth);
			return grid.equals("first") ? middle.withFirstKept(fill) : middle;
		}
		catch (final ParameterException e) {
			throw new ImageException(e.problem());
		}
	}

	private static Vector3 spacing(final String text) {
		final String[] parts = text == null ? new String[0] : text.trim().split("\\s*[,;]\\s*");
		final double[] mm = new double[parts.length];
		boolean good = parts.length == 1 || parts.length == 3;
		for (int i = 0; i < mm.length && good; i++)
			try {
				mm[i] = Double.parseDouble(parts[i]);
				good = mm[i] > 0 && Double.isFinite(mm[i]);
			}
			catch (final NumberFormatException e) {
				good = false;
			}
		if (!good) throw new ImageException("spacing is '" + text +
			"'", "one number of mm over 0, or three such as 0.8,0.8,1");
		return parts.length == 1 ? new Vector3(mm[0], mm[0], mm[0]) : new Vector3(mm[0], mm[1], mm[2]);
	}
}
