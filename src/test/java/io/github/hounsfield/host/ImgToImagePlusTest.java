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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.ImagePlus;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.convert.ConvertService;

/** What scripts hand over as an Img. */
class ImgToImagePlusTest {

	@Test
	void copiesValuesAndPlaces() {
		try (Context context = new Context(ConvertService.class)) {
			final ConvertService convert = context.service(ConvertService.class);
			final ImagePlus signed = convert.convert(Views.translate(ArrayImgs.shorts(new short[] { -32768, -1, 0, 1, 2,
				32767, 7, 8, 9, 10, 11, 12 }, 3, 2, 2), 5, -7, 9), ImagePlus.class);
			assertEquals(32, signed.getBitDepth());
			assertArrayEquals(new float[] { -32768, -1, 0, 1, 2, 32767 }, (float[]) signed.getStack().getPixels(1));
			assertArrayEquals(new float[] { 7, 8, 9, 10, 11, 12 }, (float[]) signed.getStack().getPixels(2));
			final ImagePlus unsigned = convert.convert(ArrayImgs.unsignedShorts(new short[] { -1, 5 }, 2, 1), ImagePlus.class);
			assertArrayEquals(new short[] { -1, 5 }, (short[]) unsigned.getProcessor().getPixels());
			assertArrayEquals(new byte[] { -1, 5 }, (byte[]) convert.convert(ArrayImgs.unsignedBytes(new byte[] { -1, 5 }, 1,
				2), ImagePlus.class).getProcessor().getPixels());
		}
	}

	/** Neither values that float cannot hold nor dimensions that might be channels or times. */
	@Test
	void refusesWhatItWouldHaveToGuessOrRound() {
		try (Context context = new Context(ConvertService.class)) {
			final ConvertService convert = context.service(ConvertService.class);
			for (final Img<?> img : new Img<?>[] { ArrayImgs.ints(2, 2), ArrayImgs.doubles(2, 2), ArrayImgs.longs(2, 2),
				ArrayImgs.floats(2), ArrayImgs.floats(2, 2, 2, 2) })
				assertFalse(convert.supports(img, ImagePlus.class), img.toString());
		}
	}
}
