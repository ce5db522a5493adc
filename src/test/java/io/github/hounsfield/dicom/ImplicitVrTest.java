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
package io.github.hounsfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * VRs that implicit files leave out: of several in PS3.6, the one that PS3.5 section A.1 names. Also tests {@code Vr}.
 */
class ImplicitVrTest {

	@Test
	void readsPixelsOverlaysAndCurvesAsWords() throws IOException {
		final byte[] file = DicomBytes.implicitLittle().text(0x0008, 0x0060, "CS", "CT").shorts(0x5002, 0x0010, "US",
			7).bytes(
			0x5002, 0x3000, "OW", new byte[4]).shorts(0x6000, 0x0010, "US", 513).shorts(0x6000, 0x0050, "SS", 1, -1).shorts(
				0x601E, 0x0010, "US", 514).bytes(0x601E, 0x3000, "OW", new byte[2]).bytes(0x7FE0, 0x0010, "OW", new byte[2]).file(
					"1.2.840.10008.1.2");
		final DataSet dataSet = new Part10Reader().read(DicomSource.of("test", file)).dataSet();
		assertEquals(7, dataSet.requireInteger(0x50020010));
		assertEquals(513, dataSet.requireInteger(0x60000010));
		assertEquals(-1, dataSet.integers(0x60000050)[1]);
		assertEquals(514, dataSet.requireInteger(0x601E0010));
		for (final int tag : new int[] { 0x50023000, 0x601E3000, Tag.PixelData })
			assertEquals(Vr.OW, dataSet.element(tag).vr(), Tag.toString(tag));
	}
}
