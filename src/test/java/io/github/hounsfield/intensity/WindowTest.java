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

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PS3.3 C.11.2.1.2 and C.11.2.1.3, values worked out by hand or taken from the standard's notes. Also tests
 * {@code Window} and {@code VoiLutFunction}.
 */
class WindowTest {

	@ParameterizedTest(name = "W 1500 L -600 at {0} HU")
	@CsvSource({ "-1350, 0, 0, 30.397", "-1000, 59.540, 59.5, 65.290", "-600, 127.585, 127.5, 127.5",
		"0, 229.653, 229.5, 212.165", "149, 255, 254.83, 224.532", "-1351, 0, 0, 30.3255", "150, 255, 255, 224.603" })
	void givesTheGreyOfTheStandardsFormulas(final double hu, final double linear, final double linearExact,
		final double sigmoid)
	{
		assertEquals(linear, new Window(-600, 1500).apply(hu, 0, 255), 5e-4);
		assertEquals(linearExact, new Window(-600, 1500, VoiLutFunction.LINEAR_EXACT).apply(hu, 0, 255), 5e-4);
		assertEquals(sigmoid, new Window(-600, 1500, VoiLutFunction.SIGMOID).apply(hu, 0, 255), 5e-4);
	}

	/** Notes of PS3.3 C.11.2.1.2.1: center 2^(n-1), width 2^n is the identity; center 0.5 less and width 1 a threshold. */
	@Test
	void agreesWithTheStandardsNotesOnLinear() {
		final Window identity = new Window(2048, 4096);
		for (final int x : new int[] { 0, 1, 100, 2047, 2048, 4094, 4095 })
			assertEquals(x, identity.apply(x, 0, 4095), 1e-9);
		final Window threshold = new Window(2048, 1);
		assertEquals(0, threshold.apply(2047, 0, 255));
		assertEquals(0, threshold.apply(2047.5, 0, 255));
		assertEquals(255, threshold.apply(2048, 0, 255));
		assertEquals(0, threshold.level(2047.5));
		assertEquals(255, threshold.level(Math.nextUp(2047.5)));
	}

	@Test
	void scalesToAnyOutputRange() {
		assertEquals(1500, new Window(50, 100, VoiLutFunction.LINEAR_EXACT).apply(50, 1000, 2000));
		assertEquals(1000, new Window(50, 100, VoiLutFunction.LINEAR_EXACT).apply(-5, 1000, 2000));
		assertEquals(2000, new Window(50, 100, VoiLutFunction.LINEAR_EXACT).apply(101, 1000, 2000));
		assertEquals(1500, new Window(50, 100, VoiLutFunction.SIGMOID).apply(50, 1000, 2000));
	}

	@ParameterizedTest
	@CsvSource({ "0, LINEAR", "0.999, LINEAR", "-5, LINEAR", "NaN, LINEAR", "Infinity, LINEAR", "0, LINEAR_EXACT",
		"-1, LINEAR_EXACT", "0, SIGMOID", "-0.5, SIGMOID", "NaN, SIGMOID" })
	void rejectsWidthsThatTheFunctionDoesNotAllow(final double width, final VoiLutFunction function) {
		final String message = assertThrows(IntensityException.class, () -> new Window(0, width, function)).getMessage();
		assertTrue(message.contains("WindowWidth (0028,1051)") && message.contains(function.name()), message);
	}

	@ParameterizedTest
	@CsvSource({ "1, LINEAR", "0.001, LINEAR_EXACT", "0.001, SIGMOID" })
	void takesTheLeastWidthThatTheFunctionAllows(final double width, final VoiLutFunction function) {
		assertEquals(0, new Window(0, width, function).level(-100));
		assertEquals(255, new Window(0, width, function).level(100));
	}

	/** (x - c) / w * 255 + 127.5 is a half wherever (x - c) * 255 / w is whole: x - c = 100 gives 17 + 127.5. */
	@ParameterizedTest
	@CsvSource({ "-600, 128", "-500, 145", "-700, 111", "-100, 213", "-1100, 43", "-501, 144", "-499, 145" })
	void roundsHalvesUp(final double hu, final int level) {
		assertEquals(level, new Window(-600, 1500, VoiLutFunction.LINEAR_EXACT).level(hu));
	}

	@ParameterizedTest
	@EnumSource
	void endsAtBlackAndWhite(final VoiLutFunction function) {
		final Window window = new Window(-600, 1500, function);
		assertEquals(0, window.level(Double.NEGATIVE_INFINITY));
		assertEquals(255, window.level(Double.POSITIVE_INFINITY));
		assertEquals(0, window.level(-1e300));
		assertEquals(255, window.level(1e300));
		assertEquals(0, window.level(Double.NaN));
	}

	@Test
	void tellsWhereTheRampEnds() {
		assertEquals(new DisplayRange(-1350, 149), new Window(-600, 1500).displayRange());
		assertEquals(new DisplayRange(-1350, 150), new Window(-600, 1500, VoiLutFunction.LINEAR_EXACT).displayRange());
		assertEquals(new DisplayRange(-1350, 150), new Window(-600, 1500, VoiLutFunction.SIGMOID).displayRange());
		final Window odd = new Window(40, 401);
		assertEquals(0, odd.apply(odd.displayRange().min(), 0, 255));
		assertEquals(255, odd.apply(odd.displayRange().max(), 0, 255));
	}

	@Test
	void readsTheDefinedTermsOfTheFunction() {
		assertEquals(VoiLutFunction.LINEAR, VoiLutFunction.ofDefinedTerm(null));
		assertEquals(VoiLutFunction.LINEAR, VoiLutFunction.ofDefinedTerm(" "));
		assertEquals(VoiLutFunction.LINEAR_EXACT, VoiLutFunction.ofDefinedTerm("LINEAR_EXACT"));
		assertEquals(VoiLutFunction.SIGMOID, VoiLutFunction.ofDefinedTerm("SIGMOID "));
		assertThrows(IntensityException.class, () -> VoiLutFunction.ofDefinedTerm("LOG"));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "'Lung (W 1500, L -600)', 1500, -600", "'Lung (W 1400, L -500)', 1400, -500",
		"'Lung (W 1500, L -500)', 1500, -500", "'Mediastinum (W 400, L 40)', 400, 40", "'Bone (W 2000, L 350)', 2000, 350",
		"'Brain (W 80, L 40)', 80, 40", "'Abdomen (W 400, L 50)', 400, 50", "'Liver (W 150, L 30)', 150, 30" })
	void hasThePresetsByTheirLabels(final String label, final double width, final double center) {
		assertEquals(new Window(center, width, VoiLutFunction.LINEAR), WindowPreset.ofLabel(label).orElseThrow().window());
	}

	@Test
	void hasNoPresetOfAnotherLabel() {
		assertEquals(WindowPreset.LUNG, WindowPreset.DEFAULT);
		assertEquals(Optional.empty(), WindowPreset.ofLabel("Nope"));
	}

	@ParameterizedTest(name = "{0} HU through 3 entries of 8 bits from -1: {1}")
	@CsvSource({ "-5, 10", "-1, 10", "0, 20", "1, 255", "2, 255", "0.4, 20", "0.5, 255", "-0.5, 20" })
	void looksUpInAVoiLut(final double hu, final int level) {
		final VoiLut lut = new VoiLut(new LookupTable(3, -1, 8, 10, 20, 255), "");
		assertEquals(level, lut.level(hu));
		assertEquals(level, lut.apply(hu, 0, 255), 1e-12);
		assertEquals(new DisplayRange(-1, 1), lut.displayRange());
	}

	/** 2048 / 4095 * 255 = 127.53; 65535 is white with 16 bits; 8 of 4095 is 0.498. */
	@Test
	void scalesAVoiLutByItsBits() {
		assertEquals(128, new VoiLut(new LookupTable(1, 0, 12, 2048), "").level(0));
		assertEquals(0, new VoiLut(new LookupTable(1, 0, 12, 8), "").level(0));
		assertEquals(255, new VoiLut(new LookupTable(1, 0, 16, 65535), "").level(0));
		assertEquals(0, new VoiLut(new LookupTable(1, 0, 16, 65535), "").level(Double.NaN));
		assertThrows(IntensityException.class, () -> new VoiLut(new LookupTable(1, 0, 12, 4096), ""));
	}
}
