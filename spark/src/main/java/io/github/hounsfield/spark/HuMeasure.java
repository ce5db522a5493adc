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
package io.github.hounsfield.spark;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.StackStatistics;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.spark.Failure.PlainException;
import io.github.hounsfield.work.Workers;
import java.util.Map;

/**
 * Measures the numbers of the batch macros with the same classes. These are Convert to HU with 32 bits and NaN for
 * padding, and ImageJ's StackStatistics, which sums slice by slice in double precision.
 */
final class HuMeasure {

	/** HU between which the batch macros count a voxel as lung. */
	private static final float LUNG_MIN = -950;
	private static final float LUNG_MAX = -500;

	/** HU of the first count. */
	static final int FIRST_HU = -1024;
	/** HU of each count; the first and the last also hold what lies beyond. */
	static final int BIN_HU = 16;
	static final int BINS = 256;

	private static final double MM3_IN_ML = 1000;

	private HuMeasure() {}

	static void measure(final ImagePlus ct, final Plan plan, final Map<String, Object> values, final Workers workers)
		throws PlainException
	{
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.NAN).convert(
			ct, workers);
		if (plan.has("hu")) statistics(hu, values);
		if (plan.has("histogram")) values.put("hu_counts", counts(hu));
	}

	private static void statistics(final ImagePlus hu, final Map<String, Object> values) throws PlainException {
		final StackStatistics statistics = new StackStatistics(hu);
		final long voxels = statistics.longPixelCount;
		if (voxels == 0) throw new PlainException("no voxel lies in the field of view");
		long lung = 0;
		for (int slice = 1; slice <= hu.getStackSize(); slice++)
			lung += lung((float[]) hu.getStack().getPixels(slice));
		values.put("voxels_in_field", voxels);
		values.put("hu_min", statistics.min);
		values.put("hu_max", statistics.max);
		values.put("hu_mean", statistics.mean);
		values.put("hu_sd", statistics.stdDev);
		values.put("lung_fraction", (double) lung / voxels);
		final Calibration calibration = hu.getCalibration();
		if ("mm".equals(calibration.getUnit())) values.put("lung_volume_ml", lung * calibration.pixelWidth *
			calibration.pixelHeight * calibration.pixelDepth / MM3_IN_ML);
	}

	private static int lung(final float[] plane) {
		int lung = 0;
		for (final float value : plane)
			if (value >= LUNG_MIN && value <= LUNG_MAX) lung++;
		return lung;
	}

	private static long[] counts(final ImagePlus hu) {
		final long[] counts = new long[BINS];
		for (int slice = 1; slice <= hu.getStackSize(); slice++)
			count((float[]) hu.getStack().getPixels(slice), counts);
		return counts;
	}

	private static void count(final float[] plane, final long[] counts) {
		for (final float value : plane)
			if (!Float.isNaN(value)) counts[(int) Math.max(0, Math.min(BINS - 1, Math.floor((value - FIRST_HU) / BIN_HU)))]++;
	}
}
