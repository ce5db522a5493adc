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
package io.github.hounsfield.haar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PixelationTest {

	@Test
	void eachBlockTakesItsMean() {
		final byte[] pixels = new byte[5 * 4];
		for (int k = 0; k < pixels.length; k++) pixels[k] = (byte) (10 * k);
		Pixelation.pixelate(ArrayImgs.unsignedBytes(pixels, 5, 4), new Detection(1, 1, 3, 3, 1, 0), 2);
		// Blocks of 2: (60 70 110 120) -> 90, (80 130) -> 105, (160 170) -> 165, (180) -> 180.
		assertArrayEquals(bytes(0, 10, 20, 30, 40, 50, 90, 90, 105, 90, 100, 90, 90, 105, 140, 150, 165, 165, 180, 190),
			pixels);
	}

	@Test
	void eachChannelTakesItsMeanAndAlphaStays() {
		final int[] pixels = { 0xff000000, 0x80ff0103, 0xff123456 };
		Pixelation.pixelateColour(ArrayImgs.argbs(pixels, 3, 1), new Detection(0, 0, 2, 1, 1, 0), 1);
		assertArrayEquals(new int[] { 0xff800102, 0x80800102, 0xff123456 }, pixels);
	}

	@Test
	void obeysTranslationAndEdges() {
		final byte[] pixels = bytes(0, 100, 7, 200);
		Pixelation.pixelate(Views.translate(ArrayImgs.unsignedBytes(pixels, 4, 1), -10, 5), new Detection(-12, 0, 4, 9, 1, 0),
			1);
		assertArrayEquals(bytes(50, 50, 7, 200), pixels);
		Pixelation.pixelate(ArrayImgs.unsignedBytes(pixels, 4, 1), new Detection(40, 40, 4, 9, 1, 0), 1);
		assertArrayEquals(bytes(50, 50, 7, 200), pixels);
	}

	@Test
	void refusesOtherArguments() {
		final Detection face = new Detection(0, 0, 1, 1, 1, 0);
		assertThrows(IllegalArgumentException.class, () -> Pixelation.pixelate(ArrayImgs.unsignedBytes(4, 4), face, 0));
		assertThrows(IllegalArgumentException.class, () -> Pixelation.pixelate(ArrayImgs.unsignedBytes(4, 4, 4), face, 1));
	}

	@Test
	void colourHelperAgreesWithGreyLevels() {
		final var colour = ArrayImgs.argbs(new int[] { ARGBType.rgba(255, 0, 0, 255), ARGBType.rgba(10, 20, 30, 0) }, 2, 1);
		// 0.299 x 255 = 76.2; 0.299 x 10 + 0.587 x 20 + 0.114 x 30 = 18.2
		final var grey = Grey.copyOf(colour).cursor();
		assertEquals(76, grey.next().get());
		assertEquals(18, grey.next().get());
	}

	private static byte[] bytes(final int... values) {
		final byte[] bytes = new byte[values.length];
		for (int k = 0; k < values.length; k++) bytes[k] = (byte) values[k];
		return bytes;
	}
}
