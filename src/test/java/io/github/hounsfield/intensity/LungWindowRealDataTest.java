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

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Samples of real CT slices that pydicom rescaled and DCMTK drew through the lung window, from expected.json. */
class LungWindowRealDataTest {

	/** DCMTK cuts fractions off where the standard leaves rounding open. */
	private static final int TOLERANCE_LEVELS = 1;

	@Test
	void agreesWithPydicomOnHuAndWithDcmtkOnGrey() throws IOException {
		final Map<String, Object> expected = Json.object(RealData.expected(), "files");
		int files = 0;
		int samples = 0;
		for (final String name : expected.keySet()) {
			final Map<String, Object> facts = Json.object(expected, name);
			final Map<String, Object> drawn = Json.object(facts, "lung_window_dcmtk");
			if (drawn == null) continue;
			files++;
			final Map<String, Object> lut = Json.object(facts, "modality_lut");
			final SliceTransforms transforms = SliceTransforms.of(new Rescale((Double) lut.get("slope"), (Double) lut.get(
				"intercept")));
			final HounsfieldConverter converter = new HounsfieldConverter(transforms, PaddingMode.KEEP);
			final Windowing windowing = new Windowing(transforms, WindowPreset.LUNG.window());
			final List<double[]> stored = tuples(Json.list(facts, "samples_at"));
			final List<double[]> levels = tuples(Json.list(drawn, "at"));
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

	/** A file's samples "[x, y, frame, stored, rescaled]", and what DCMTK made of them, "[x, y, level]". */
	private static List<double[]> tuples(final List<Object> lists) {
		return lists.stream().map(list -> ((List<?>) list).stream().mapToDouble(number ->
			(Double) number).toArray()).toList();
	}
}
