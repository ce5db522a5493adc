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
package io.github.hounsfield.intensity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class HuHistogramTest {

	private static final Workers SERIAL = Workers.serial();

	/** HU -1000, -1000, 0, 40, 1000 and two of padding, over two slices. */
	@Test
	void countsHuAndLeavesPaddingOut() {
		final short[] stored = { 24, 24, 1024, -2000, 1064, 2024, -2000, 24 };
		final HuHistogram histogram = HuHistogram.of(ArrayImgs.shorts(stored, 2, 2, 2), SliceTransforms.of(new Rescale(1,
			-1024), Padding.ofValue(-2000)), SERIAL);
		assertEquals(Map.of(-1000, 3L, 0, 1L, 40, 1L, 1000, 1L), histogram.bins());
		assertEquals(6, histogram.count());
		assertEquals(-1000, histogram.min());
		assertEquals(1000, histogram.max());
		assertEquals((-3000 + 40 + 1000) / 6.0, histogram.mean());
		assertEquals(3, histogram.count(-1000));
		assertEquals(0, histogram.count(1));
		assertEquals(List.of(-1000, -1000, 0, 40, 1000), Arrays.asList(histogram.percentile(0), histogram.percentile(0.5),
			histogram.percentile(0.51), histogram.percentile(0.8), histogram.percentile(1)));
	}

	@Test
	void putsFractionsInTheNearestBinAndKeepsTheirStatistics() {
		final float[] hu = { -0.5f, 0.25f, 0.5f, 1.75f, Float.NaN, Float.POSITIVE_INFINITY };
		final HuHistogram histogram = HuHistogram.of(ArrayImgs.floats(hu, 6), SliceTransforms.IDENTITY, SERIAL);
		assertEquals(Map.of(0, 2L, 1, 1L, 2, 1L), histogram.bins());
		assertEquals(-0.5, histogram.min());
		assertEquals(1.75, histogram.max());
		assertEquals(0.5, histogram.mean());
	}

	@Test
	void countsWhatIsFarOutsideInTheOutermostBins() {
		final double[] hu = { -1e30, 1e30 };
		final HuHistogram histogram = HuHistogram.of(ArrayImgs.doubles(hu, 2), SliceTransforms.IDENTITY, SERIAL);
		assertEquals(Map.of(-HuHistogram.OUTERMOST, 1L, HuHistogram.OUTERMOST, 1L), histogram.bins());
	}

	@Test
	void hasNoPercentileWhereAllIsPadding() {
		final HuHistogram histogram = HuHistogram.of(ArrayImgs.bytes(new byte[4], 2, 2), SliceTransforms.of(
			Rescale.IDENTITY, Padding.ofValue(0)), SERIAL);
		assertEquals(0, histogram.count());
		assertEquals(Double.NaN, histogram.mean());
		assertThrows(IntensityException.class, () -> histogram.percentile(0.5));
		assertThrows(IntensityException.class, () -> histogram.percentile(1.5));
	}

	@Test
	void marksTheScale() {
		assertEquals(List.of(-1000, -950, -120, 0, 20, 200), Arrays.stream(HuMark.values()).map(HuMark::from).toList());
		assertEquals(List.of(-1000, -500, -60, 0, 80, Integer.MAX_VALUE), Arrays.stream(HuMark.values()).map(HuMark::to)
			.toList());
		assertEquals("soft tissue", HuMark.SOFT_TISSUE.label());
	}
}
