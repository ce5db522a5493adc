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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** File names are ordered as people count, and the keys of names have the same order. */
class NaturalOrderTest {

	/** Written by hand. */
	private static final List<String> ORDERED = List.of("", "-1", "0", "00", "1", "01", "1.dcm", "1a", "2", "9", "10",
		"10a", "10b2", "10b10", "100", "12345678901234567890", "a", "a/1", "a/2/3", "a/10", "a1b1", "a01b1", "a1b02",
		"a1b10", "a2", "a99", "a100", "b");

	@Test
	void numbersCountByTheirValue() {
		final List<String> shuffled = new ArrayList<>(ORDERED);
		Collections.shuffle(shuffled, new Random(4));
		shuffled.sort(NaturalOrder.INSTANCE);
		assertEquals(withoutTies(ORDERED), withoutTies(shuffled));
	}

	/** Names that differ in leading zeros alone have one key. */
	private static List<String> withoutTies(final List<String> names) {
		return names.stream().map(NaturalOrder::key).distinct().toList();
	}

	@Test
	void keysHaveTheOrderOfTheirNames() {
		final Random random = new Random(5);
		for (int i = 0; i < 200_000; i++) {
			final String a = name(random);
			final String b = random.nextBoolean() ? name(random) : a.substring(0, random.nextInt(a.length() + 1)) + name(
				random);
			final int keys = Integer.signum(NaturalOrder.key(a).compareTo(NaturalOrder.key(b)));
			final int names = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
			assertEquals(names, keys != 0 ? keys : Integer.signum(a.compareTo(b)), () -> a + " | " + b);
		}
	}

	private static String name(final Random random) {
		final StringBuilder name = new StringBuilder();
		for (int i = random.nextInt(7); i >= 0; i--)
			name.append("00019.a/Z".charAt(random.nextInt(9)));
		return name.toString();
	}
}
