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

import io.github.hounsfield.codec.CodecException;
import java.util.HexFormat;
import java.util.Random;

/** Codestreams and pictures for the tests of JPEG-LS. */
final class JpegLsStreams {

	private static final JpegLsDecoder DECODER = new JpegLsDecoder();

	/** The image and the codestream of T.87 H.3. */
	static final int[] WORKED_SAMPLES = { 0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145 };
	static final byte[] WORKED_STREAM = HexFormat.of().parseHex("FFD8FFF7000B08000400040101110" +
		"0FFDA00080101000000" + "00C000006C80208E01C00000574000006EE6000001BC18000005D800009160FFD9");

	private JpegLsStreams() {}

	static int[] decode(final byte[] stream, final int width, final int height, final int components)
		throws CodecException
	{
		final short[] out = new short[width * height * components];
		DECODER.decode(stream, 0, stream.length, width, height, components, out, 0);
		final int[] samples = new int[out.length];
		for (int i = 0; i < out.length; i++) samples[i] = out[i] & 0xFFFF;
		return samples;
	}

	/** Pictures that reach every branch: escape codes, long runs, bias, wrap-around. */
	static int[] picture(final String kind, final int width, final int height, final int precision, final long seed) {
		final Random random = new Random(seed);
		final int maxval = (1 << precision) - 1;
		final int[] samples = new int[width * height];
		for (int i = 0; i < samples.length; i++) {
			final int x = i % width, y = i / width;
			samples[i] = switch (kind) {
				case "noise" -> random.nextInt(maxval + 1);
				case "smooth" -> Math.floorMod((int) (maxval * (0.5 + 0.4 * Math.sin(x / 9.0) * Math.cos(y / 7.0)) + random
					.nextGaussian() * maxval / 80), maxval + 1);
				case "flat" -> random.nextInt(200) == 0 ? random.nextInt(maxval + 1) : y / 5 % 2 * maxval;
				case "edges" -> (x / 8 + y / 6) % 3 == 0 ? maxval - random.nextInt(2) : (x * 3 + y) / 4 & maxval;
				default -> (x + y * y / 3 + (random.nextInt(5) == 0 ? 1 : 0)) * 7 & maxval;
			};
		}
		return samples;
	}
}
