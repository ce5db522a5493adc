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

/** Tags, by the keywords of PS3.6, that only the arrangement of frames asks for. */
final class FrameTag {

	static final int AcquisitionDateTime = 0x0008002A;
	static final int ComplexImageComponent = 0x00089208;
	static final int InversionTime = 0x00180082;
	static final int FlipAngle = 0x00181314;
	static final int FrameAcquisitionDateTime = 0x00189074;
	static final int DiffusionGradientDirectionSequence = 0x00189076;
	static final int InversionTimes = 0x00189079;
	static final int DiffusionGradientOrientation = 0x00189089;
	static final int MRTimingAndRelatedParametersSequence = 0x00189112;
	static final int MRModifierSequence = 0x00189115;
	static final int MRImageFrameTypeSequence = 0x00189226;
	static final int CTXRayDetailsSequence = 0x00189325;
	static final int CTImageFrameTypeSequence = 0x00189329;
	static final int PETFrameTypeSequence = 0x00189751;
	static final int NominalPercentageOfCardiacPhase = 0x00209241;
	static final int FrameOfReferenceUID = 0x00200052;
	static final int DetectorInformationSequence = 0x00540022;

	private FrameTag() {}
}
