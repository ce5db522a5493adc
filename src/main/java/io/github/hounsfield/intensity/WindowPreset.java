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

import java.util.Arrays;
import java.util.Optional;

/** Windows for CT by name, all of the function LINEAR, in HU. The labels are what macros and dialogs hold. */
public enum WindowPreset {

	LUNG("Lung (W 1500, L -600)", 1500, -600),
	/** As 3D Slicer and Horos have it. */
	LUNG_1400_500("Lung (W 1400, L -500)", 1400, -500),
	/** As Weasis has it. */
	LUNG_1500_500("Lung (W 1500, L -500)", 1500, -500),
	MEDIASTINUM("Mediastinum (W 400, L 40)", 400, 40),
	BONE("Bone (W 2000, L 350)", 2000, 350),
	BRAIN("Brain (W 80, L 40)", 80, 40),
	ABDOMEN("Abdomen (W 400, L 50)", 400, 50),
	LIVER("Liver (W 150, L 30)", 150, 30);

	/** The window if nobody chose one. */
	public static final WindowPreset DEFAULT = LUNG;

	private final String label;
	private final Window window;

	WindowPreset(final String label, final double width, final double center) {
		this.label = label;
		this.window = new Window(center, width);
	}

	public String label() {
		return label;
	}

	public Window window() {
		return window;
	}

	/** @return empty where no preset has that label */
	public static Optional<WindowPreset> ofLabel(final String label) {
		return Arrays.stream(values()).filter(preset -> preset.label.equals(label)).findFirst();
	}

	@Override
	public String toString() {
		return label;
	}
}
