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
package io.github.hounsfield.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.plugin.Parameter;

/** Proves that a message's keys become the labels of a dialog where they are keys, and stay where they are words. */
class LabelsTest {

	/** The inputs of several actions. */
	static final class Inputs {

		@Parameter(label = "Slope (HU per value)")
		private String slope;

		@Parameter(label = "Intercept (HU)")
		private String intercept;

		@Parameter(label = "Width (HU)")
		private double width;

		@Parameter(label = "Level (HU)")
		private double center;

		@Parameter(label = "Minimum size (pixels)")
		private int minsize;

		@Parameter(label = "Maximum size (pixels)")
		private int maxsize;

		@Parameter(label = "Folder or file")
		private File path;

		@Parameter(label = "Mask")
		private String mask;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		"slope and intercept go together; intercept is missing | 'Slope (HU per value)' and 'Intercept (HU)' go together; " +
			"'Intercept (HU)' is missing", //
		"width is 0.0 and center -600.0: too small | 'Width (HU)' is 0.0 and 'Level (HU)' -600.0: too small",
		"slope and intercept are both missing | 'Slope (HU per value)' and 'Intercept (HU)' are both missing",
		"maxsize is 40, less than minsize 50 | 'Maximum size (pixels)' is 40, less than 'Minimum size (pixels)' 50",
		"path is missing; expected a folder or a file | 'Folder or file' is missing; expected a folder or a file",
		"path: there is no such folder or file '/x' | 'Folder or file': there is no such folder or file '/x'",
		"mask is 'lungs'; no open image has this title | 'Mask' is 'lungs'; no open image has this title",
		"'Chest' has a mask, and the path is long | 'Chest' has a mask, and the path is long",
		"the slope is negative | the slope is negative" })
	void keysBecomeLabels(final String text, final String due) {
		assertEquals(due, Labels.in(text, Inputs.class));
	}
}
