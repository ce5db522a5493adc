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
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** Normalized values against hand arithmetic: -1000 to 400 HU are 1400 HU long. */
class HuNormalizationTest {

	@Test
	void lungsBecomeNumbersAroundZero() {
		assertEquals(-0.25, HuNormalization.LUNG.apply(-1000));
		assertEquals(0.75, HuNormalization.LUNG.apply(400));
		assertEquals(0, HuNormalization.LUNG.apply(-650), "350 of 1400 HU");
		assertEquals(0.25, HuNormalization.LUNG.apply(-300), "700 of 1400 HU");
		assertEquals(-0.25, HuNormalization.LUNG.apply(-3024));
		assertEquals(0.75, HuNormalization.LUNG.apply(3071));
		assertTrue(Double.isNaN(HuNormalization.LUNG.apply(Double.NaN)));
		assertEquals(1.5, HuNormalization.unclipped(-1000, 0, 0.5).apply(1000), "not clipped");
	}

	@Test
	void anImageIsSeenNormalized() {
		assertEquals(0.25f, HuNormalization.LUNG.view(ArrayImgs.shorts(new short[] { -300 }, 1, 1)).firstElement().get());
	}

	@Test
	void whatIsNoRangeIsRefused() {
		assertEquals("min is 5.0 and max 5.0; expected two HU, the second over the first", assertThrows(
			IntensityException.class,
			() -> HuNormalization.clipped(5, 5, 0)).getMessage());
		assertThrows(IntensityException.class, () -> HuNormalization.clipped(0, Double.NaN, 0));
		assertThrows(IntensityException.class, () -> HuNormalization.clipped(0, Double.POSITIVE_INFINITY, 0));
		assertThrows(IntensityException.class, () -> HuNormalization.clipped(0, 1, Double.NaN));
	}
}
