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
package io.github.hounsfield.deidentify;

import java.util.Set;

/**
 * Text attributes that table E.1-1 does not name and that CT, MR and PET images need: who made the machine, how the
 * image was made, what its values mean, and codes (PS3.3 sections A.3, A.4, A.21, A.36, A.38, A.56). A machine or a
 * protocol writes them, not someone who knows the patient.
 */
final class NeededText {

	private static final Set<Integer> TAGS = Set.of(
		0x00080070, // Manufacturer
		0x00080100, // Code Value
		0x00080102, // Coding Scheme Designator
		0x00080103, // Coding Scheme Version
		0x00080104, // Code Meaning
		0x00080119, // Long Code Value
		0x00081090, // Manufacturer's Model Name
		0x00102201, // Patient Species Description
		0x00180024, // Sequence Name
		0x00180031, // Radiopharmaceutical
		0x00180034, // Intervention Drug Name
		0x00180085, // Imaged Nucleus
		0x00181020, // Software Versions
		0x00181040, // Contrast/Bolus Route
		0x00181061, // Trigger Source or Type
		0x00181064, // Cardiac Framing Type
		0x00181070, // Radiopharmaceutical Route
		0x00181085, // PVC Rejection
		0x00181160, // Filter Type
		0x00181180, // Collimator/grid Name
		0x00181210, // Convolution Kernel
		0x00181250, // Receive Coil Name
		0x00181251, // Transmit Coil Name
		0x00189005, // Pulse Sequence Name
		0x00189041, // Receive Coil Manufacturer Name
		0x00189047, // Multi-Coil Element Name
		0x00189050, // Transmit Coil Manufacturer Name
		0x00201040, // Position Reference Indicator
		0x00209056, // Stack ID
		0x00209421, // Dimension Description Label
		0x00281054, // Rescale Type
		0x00281055, // Window Center & Width Explanation
		0x00283003, // LUT Explanation
		0x00409210, // LUT Label
		0x00541101, // Attenuation Correction Method
		0x00541103, // Reconstruction Method
		0x00541104, // Detector Lines of Response Used
		0x00541105); // Scatter Correction Method

	private NeededText() {}

	static boolean contains(final int tag) {
		return TAGS.contains(tag);
	}
}
