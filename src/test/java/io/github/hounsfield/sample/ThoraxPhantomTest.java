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
package io.github.hounsfield.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that {@link ThoraxPhantom} has the materials, areas and HU that it says, by hand from its ellipsoids. Also
 * tests {@code VesselTree}.
 */
class ThoraxPhantomTest {

	private static final int SIZE = 400;
	private static final double SPACING = 1;
	private static final ThoraxPhantom PHANTOM = new ThoraxPhantom();

	/** Index of the pixel that holds a patient coordinate: the middle of the slice is between pixels 199 and 200. */
	private static int at(final double x, final double y) {
		return (int) Math.round(y + 199.5) * SIZE + (int) Math.round(x + 199.5);
	}

	@Test
	void probesLieInTheirMaterial() {
		for (final ThoraxPhantom.Probe probe : ThoraxPhantom.PROBES) {
			final float[] hu = PHANTOM.slice(probe.z(), SIZE, SPACING);
			double sum = 0;
			int pixels = 0;
			for (double y = -probe.radius(); y <= probe.radius(); y++)
				for (double x = -probe.radius(); x <= probe.radius(); x++)
					if (x * x + y * y <= probe.radius() * probe.radius()) {
						sum += hu[at(probe.x() + x, probe.y() + y)];
						pixels++;
					}
			assertTrue(Math.abs(sum / pixels - probe.material().hu()) < 10, probe + ": " + sum / pixels);
		}
	}

	/** Around the body is air, then a rim of fat; the table lies behind. */
	@ParameterizedTest(name = "({0}, {1}, {2}) has {3} HU")
	@CsvSource({ "-195, -195, 0, -1000", "171, 0, 0, -100", "0, -105, 0, -100", "-85, -25, 22, 30", "18, 42, 0, 45",
		"0, 8, 40, -1000", "-84, 5, 66, -985" })
	void materialsAreWhereTheyAreSaid(final double x, final double y, final double z, final double hu) {
		assertEquals(hu, PHANTOM.slice(z, SIZE, SPACING)[at(x, y)], 0.001);
	}

	/** The emphysema is a ball of 20 mm around z = 66 mm: pi (400 - (z - 66)^2). */
	@ParameterizedTest
	@CsvSource({ "66, 1256.64", "76, 942.48", "54, 804.25", "86.5, 0", "0, 0" })
	void theEmphysemaHasTheAreaOfItsBall(final double z, final double mm2) {
		assertEquals(mm2, PHANTOM.lungs(z, SIZE, SPACING).emphysemaMm2(), 0.02 * mm2);
	}

	/** The left lung, of half axes 54, 72 and 118 mm around (84, 4, -4), holds the edge of the heart and vessels. */
	@Test
	void theLungsAreTheirEllipsoidsWithoutWhatLiesInThem() {
		final ThoraxPhantom.Lungs high = PHANTOM.lungs(90, SIZE, SPACING);
		final double right = Math.PI * 58 * 76 * (1 - Math.pow((90 + 8) / 122.0, 2));
		final double left = Math.PI * 54 * 72 * (1 - Math.pow((90 + 4) / 118.0, 2));
		assertTrue(high.rightMm2() > 0.8 * right && high.rightMm2() <= 1.01 * right, high + " of " + right);
		assertTrue(high.leftMm2() > 0.8 * left && high.leftMm2() <= 1.01 * left, high + " of " + left);
		assertEquals(0, PHANTOM.lungs(125, SIZE, SPACING).rightMm2(), "the lungs end at 114 mm");
		final ThoraxPhantom.Lungs low = PHANTOM.lungs(66, SIZE, SPACING);
		assertEquals(-860 * (low.rightMm2() + low.leftMm2() - low.emphysemaMm2()) - 985 * low.emphysemaMm2(), low.sumHu(),
			1e-6 * Math.abs(low.sumHu()));
		final ThoraxPhantom.Lungs both = high.and(low);
		assertEquals(high.rightMm2() + low.rightMm2(), both.rightMm2());
		assertEquals(high.sumHu() + low.sumHu(), both.sumHu());
	}

	@Test
	void everyPhantomIsTheSame() {
		assertArrayEquals(PHANTOM.slice(12.5, 128, 3), new ThoraxPhantom().slice(12.5, 128, 3));
	}

	/** Seven tubes of 5 mm begin at the hilum, here at (0, 0, 0), and fork towards their side. */
	@Test
	void vesselsForkFromTheHilumAndAreDrawnWhereThereIsLung() {
		for (final int side : new int[] { -1, 1 }) {
			final VesselTree tree = new VesselTree(0, 0, 0, side, new Random(3));
			final boolean[] lung = new boolean[SIZE * SIZE];
			final float[] none = new float[SIZE * SIZE];
			tree.paint(none, lung, 0, SIZE, SPACING, 45);
			assertArrayEquals(new float[SIZE * SIZE], none, "no lung, no vessel");
			Arrays.fill(lung, true);
			final float[] hu = new float[SIZE * SIZE];
			tree.paint(hu, lung, 0, SIZE, SPACING, 45);
			double moment = 0;
			int blood = 0;
			for (int i = 0; i < hu.length; i++) {
				assertTrue(hu[i] == 0 || hu[i] == 45);
				if (hu[i] == 45) {
					blood++;
					moment += i % SIZE - 199.5;
				}
			}
			assertEquals(45, hu[at(0.5, 0.5)], "the hilum");
			assertTrue(side * moment / blood > 5, side + ": " + moment / blood);
			final float[] again = new float[SIZE * SIZE];
			new VesselTree(0, 0, 0, side, new Random(3)).paint(again, lung, 0, SIZE, SPACING, 45);
			assertArrayEquals(hu, again);
		}
	}
}
