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
import static org.junit.jupiter.api.Assertions.fail;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every grey level of every stored value of 16 bits, against decimal arithmetic. Also tests {@code Rescale} and
 * {@code WindowLevels}.
 */
class WindowOracleTest {

	/** Random windows for each function; {@code hounsfield.fuzz} makes them more. */
	private static final int WINDOWS = Math.max(3, Integer.getInteger("hounsfield.fuzz", 0) / 2000);

	static Stream<Arguments> windows() {
		final Random random = new Random(1056);
		final Stream.Builder<Arguments> all = Stream.builder();
		for (final VoiLutFunction function : VoiLutFunction.values()) {
			all.add(Arguments.of(new Window(-600, 1500, function), new Rescale(1, -1024)));
			all.add(Arguments.of(new Window(40, 400, function), new Rescale(1, 0)));
			all.add(Arguments.of(new Window(0, 1, function), new Rescale(1, 0)));
			all.add(Arguments.of(new Window(0.25, 255, function), new Rescale(0.5, 0.25)));
			for (int i = 0; i < WINDOWS; i++)
				all.add(Arguments.of(randomWindow(random, function), randomRescale(random)));
		}
		return all.build();
	}

	private static Window randomWindow(final Random random, final VoiLutFunction function) {
		final double width = switch (random.nextInt(3)) {
			case 0 -> 1 + random.nextInt(4000);
			case 1 -> 1 + random.nextInt(8000) / 4.0;
			default -> 1 + Math.pow(10, random.nextDouble() * 8 - 3);
		};
		final double center = switch (random.nextInt(3)) {
			case 0 -> random.nextInt(3000) - 1500;
			case 1 -> (random.nextInt(6000) - 3000) / 4.0;
			default -> random.nextGaussian() * 1000;
		};
		return new Window(center, width, function);
	}

	private static Rescale randomRescale(final Random random) {
		return switch (random.nextInt(3)) {
			case 0 -> new Rescale(1, -1024);
			case 1 -> new Rescale((1 + random.nextInt(16)) / 8.0, random.nextInt(4096) - 2048);
			default -> new Rescale(random.nextDouble() * 2 - 1, random.nextGaussian() * 1000);
		};
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("windows")
	void givesEveryStoredValueTheLevelOfDecimalArithmetic(final Window window, final Rescale rescale) {
		final short[] stored = new short[65536];
		for (int i = 0; i < stored.length; i++)
			stored[i] = (short) i;
		final byte[] levels = new byte[stored.length];
		new Windowing(SliceTransforms.of(rescale), window).windowPlane(Plane.of(PlaneType.INT16, stored), 0, levels);
		final WindowOracle oracle = new WindowOracle(window.center(), window.width(), window.function().name());
		for (int i = 0; i < stored.length; i++) {
			final double hu = rescale.slope() * stored[i] + rescale.intercept();
			final int expected = oracle.level(hu);
			if (expected != (levels[i] & 0xff)) fail(hu + " HU: " + (levels[i] & 0xff) + " instead of " + expected);
		}
	}

	/** Values that lie next to the middle between two levels, where the last bit decides. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("windows")
	void decidesNextToTheMiddleBetweenTwoLevels(final Window window, final Rescale unused) {
		final WindowOracle oracle = new WindowOracle(window.center(), window.width(), window.function().name());
		for (int level = 1; level <= 255; level++) {
			double low = window.center() - 10 * window.width();
			double high = window.center() + 10 * window.width();
			while (Math.nextUp(low) < high && high - low > 1e-40) {
				final double middle = low + (high - low) / 2;
				if (oracle.level(middle) >= level) high = middle;
				else low = middle;
			}
			for (final double x : new double[] { Math.nextDown(low), low, high, Math.nextUp(high) })
				assertEquals(oracle.level(x), window.level(x), () -> x + " in " + window);
		}
	}

	@Test
	void isNotTheOracleOfItself() {
		assertEquals(60, new WindowOracle(-600, 1500, "LINEAR").level(-1000));
		assertEquals(65, new WindowOracle(-600, 1500, "SIGMOID").level(-1000));
		assertEquals(212, new WindowOracle(-600, 1500, "SIGMOID").level(0));
		assertEquals(128, new WindowOracle(-600, 1500, "SIGMOID").level(-600));
	}
}
