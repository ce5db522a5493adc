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
package io.github.hounsfield.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.plane.Plane;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other decoders read and this one once refused or cut: their values, as the notes beside them say. */
class FaultyFilesRealDataTest {

	@ParameterizedTest
	@ValueSource(strings = { "jpegls-filler-byte.dcm", "rle-pad-20h.dcm" })
	void paddingBehindTheLastSampleCarriesNone(final String name) throws IOException {
		try (FrameReader reader = open(name)) {
			final Plane plane = reader.newPlane();
			reader.read(0, plane);
			for (int i = 0; i < 16; i++)
				assertEquals(i, plane.valueAt(i));
		}
	}

	/** One sample is 2076, where Bits Stored says 8. */
	@Test
	void aSampleBeyondBitsStoredIsSaid() throws IOException {
		try (FrameReader reader = open("precision-above-bits-stored/a.dcm")) {
			final DicomException e = assertThrows(DicomException.class, () -> reader.read(0, reader.newPlane()));
			assertTrue(e.getMessage().contains("2076"), e.getMessage());
			assertTrue(e.getMessage().contains("0 to 255"), e.getMessage());
		}
	}

	private static FrameReader open(final String name) throws IOException {
		return FrameReader.open(DicomReaders.chosen().read(DicomSource.of(RealData.faults().resolve(name))));
	}
}
