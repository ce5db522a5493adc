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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Samples of real CT slices that pydicom rescaled and DCMTK drew through the lung window, from expected.json. */
class LungWindowRealDataTest {

	/** DCMTK cuts fractions off where the standard leaves rounding open. */
	private static final int TOLERANCE_LEVELS = 1;

	private static final Path DATA = Path.of(System.getProperty("hounsfield.data", "absent"));
	private static final String NUMBER = "(-?[0-9.eE+-]+)";
	private static final String TUPLES = "((?:\\[[^\\[\\]]*\\],?\\s*)+)";
	private static final String WITHIN_THE_FILE = "(?:(?!\"modality_lut\").)*?";

	/** One file's rescale, its samples "[x,y,frame,stored,rescaled]", and what DCMTK made of them, "[x,y,level]". */
	private static final Pattern FILE = Pattern.compile("\"modality_lut\":\\s*\\{\"kind\":\\s*\"rescale\",\\s*" +
		"\"slope\":\\s*" + NUMBER + ",\\s*\"intercept\":\\s*" + NUMBER + "\\}" + WITHIN_THE_FILE +
		"\"samples_at\":\\s*\\[" + TUPLES + "\\]" + WITHIN_THE_FILE +
		"\"lung_window_dcmtk\":\\s*\\{[^}]*?\"at\":\\s*\\[" + TUPLES + "\\]\\s*\\}", Pattern.DOTALL);

	@Test
	void agreesWithPydicomOnHuAndWithDcmtkOnGrey() throws IOException {
		final Path file = DATA.resolve("expected.json");
		Assumptions.assumeTrue(Files.isRegularFile(file), "no real data: set -Dhounsfield.data");
		final Matcher matcher = FILE.matcher(Files.readString(file));
		int files = 0;
		int samples = 0;
		while (matcher.find()) {
			files++;
			final Rescale rescale = new Rescale(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(
				2)));
			final SliceTransforms transforms = SliceTransforms.of(rescale);
			final HounsfieldConverter converter = new HounsfieldConverter(transforms, PaddingMode.KEEP);
			final Windowing windowing = new Windowing(transforms, WindowPreset.LUNG.window());
			final List<double[]> stored = tuples(matcher.group(3));
			final List<double[]> levels = tuples(matcher.group(4));
			assertEquals(stored.size(), levels.size());
			for (int i = 0; i < stored.size(); i++) {
				final double[] sample = stored.get(i);
				assertEquals(5, sample.length);
				assertEquals(sample[0], levels.get(i)[0]);
				assertEquals(sample[1], levels.get(i)[1]);
				assertEquals(sample[4], converter.hu(sample[3], 0), 1e-9);
				assertEquals(levels.get(i)[2], windowing.level(sample[3], 0), TOLERANCE_LEVELS);
				samples++;
			}
		}
		assertEquals(15, files);
		assertTrue(samples >= 6 * files, samples + " samples");
	}

	private static List<double[]> tuples(final String text) {
		final List<double[]> tuples = new ArrayList<>();
		final Matcher tuple = Pattern.compile("\\[([^\\[\\]]*)\\]").matcher(text);
		while (tuple.find()) {
			final String[] numbers = tuple.group(1).split(",");
			final double[] values = new double[numbers.length];
			for (int i = 0; i < numbers.length; i++)
				values[i] = Double.parseDouble(numbers[i].strip());
			tuples.add(values);
		}
		return tuples;
	}
}
