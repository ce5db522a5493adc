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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand. */
class DetectionGrouperTest {

	private static Detection window(final int x, final int y, final int size, final double weight) {
		return new Detection(x, y, size, size, 1, weight);
	}

	private static List<Detection> group(final int minNeighbors, final List<Detection> windows) {
		return new DetectionGrouper(minNeighbors, DetectionGrouper.EPS).group(windows).stream().sorted().toList();
	}

	@Test
	void joinsWindowsThatDifferByAFifthAndNotMore() {
		assertEquals(List.of(new Detection(5, 0, 50, 50, 2, 3)), group(1, List.of(window(0, 0, 50, 3), window(10, 0, 50,
			2))));
		assertEquals(List.of(), group(1, List.of(window(0, 0, 50, 3), window(11, 0, 50, 2))));
	}

	@Test
	void joinsThroughOthers() {
		assertEquals(List.of(new Detection(10, 0, 50, 50, 3, 7)), group(2, List.of(window(20, 0, 50, 1), window(0, 0, 50, 7),
			window(10, 0, 50, 2))));
	}

	@Test
	void roundsMeansHalfToEven() {
		assertEquals(List.of(new Detection(2, 4, 50, 50, 2, 0)), group(1, List.of(window(2, 3, 50, 0), window(3, 4, 50, 0))));
	}

	@Test
	void keepsWindowsAsTheyAreWithoutGrouping() {
		final List<Detection> windows = List.of(window(0, 0, 50, 1), window(0, 0, 50, 2));
		assertEquals(windows, group(0, windows));
	}

	@Test
	void dropsTheWeakerOfTwoNested() {
		final List<Detection> windows = new ArrayList<>(Collections.nCopies(5, window(0, 0, 100, 1)));
		windows.addAll(Collections.nCopies(4, window(30, 30, 40, 1)));
		assertEquals(List.of(new Detection(0, 0, 100, 100, 5, 1)), group(2, windows));
		windows.add(window(30, 30, 40, 1));
		assertEquals(2, group(2, windows).size());
	}

	@Test
	void doesNotDependOnOrder() {
		final Random random = new Random(9);
		final List<Detection> windows = new ArrayList<>();
		for (int k = 0; k < 400; k++)
			windows.add(window(random.nextInt(300), random.nextInt(300), 20 + random.nextInt(60), random.nextDouble()));
		final List<Detection> expected = group(2, windows);
		for (int k = 0; k < 10; k++) {
			Collections.shuffle(windows, random);
			assertEquals(expected, group(2, windows));
		}
	}
}
