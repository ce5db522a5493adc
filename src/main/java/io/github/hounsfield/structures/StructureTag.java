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
package io.github.hounsfield.structures;

/** Elements of RT Structure Sets (PS3.3 sections C.8.8.5 and C.8.8.6) and Segmentations (C.8.20), as 0xGGGGEEEE. */
final class StructureTag {

	static final int SegmentationType = 0x00620001;
	static final int RecommendedDisplayCIELabValue = 0x0062000D;
	static final int StructureSetROISequence = 0x30060020;
	static final int ROINumber = 0x30060022;
	static final int ReferencedFrameOfReferenceUID = 0x30060024;
	static final int ROIName = 0x30060026;
	static final int ROIDisplayColor = 0x3006002A;
	static final int ROIContourSequence = 0x30060039;
	static final int ContourSequence = 0x30060040;
	static final int ContourGeometricType = 0x30060042;
	static final int NumberOfContourPoints = 0x30060046;
	static final int ContourData = 0x30060050;
	static final int ReferencedROINumber = 0x30060084;

	private StructureTag() {}
}
