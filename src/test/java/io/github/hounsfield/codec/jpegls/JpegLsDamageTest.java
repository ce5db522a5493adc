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
package io.github.hounsfield.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.DamagedStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans of JPEG-LS that end early, in zeros or for want of a byte, are told. */
class JpegLsDamageTest {

	@ParameterizedTest(name = "{0} bits, NEAR {1}, restart after {2} lines")
	@CsvSource({ "8, 0, 0", "12, 0, 0", "16, 0, 0", "12, 2, 0", "12, 0, 7" })
	void zerosAndLossesAreTold(final int precision, final int near, final int restartLines) throws CodecException {
		final Random random = new Random(precision);
		final int[] samples = new int[43 * 37];
		for (int i = 0; i < samples.length; i++)
			samples[i] = i % 43 < 10 ? 0 : Math.min((1 << precision) - 1, i % 43 * 4 + random.nextInt(20));
		final JpegLsEncoder encoder = new JpegLsEncoder(43, 37, precision, samples);
		encoder.near = near;
		encoder.restartLines = restartLines;
		final DamagedStream stream = new DamagedStream(new JpegLsDecoder(), encoder.encode());
		final int from = DamagedStream.behindSegment(encoder.encode(), 0xDA);
		stream.zerosToTheEndAreTold("JPEG-LS", from);
		stream.isReadWithoutItsEndMarker();
		final double silent = stream.percentOfLostBytesNotTold(from);
		System.out.printf("JPEG-LS of %d bits: %.1f %% of lost bytes not told%n", precision, silent);
		assertTrue(silent < 10, silent + " %");
	}
}
