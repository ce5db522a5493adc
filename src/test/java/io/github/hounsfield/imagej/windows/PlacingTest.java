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
package io.github.hounsfield.imagej.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

/** A dialog leaves its owner in sight where the screen has room, and is always within the screen. */
class PlacingTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1280, 1024);

	@Test
	void comesUnderItsOwner() {
		assertEquals(new Point(284, 116), Placing.under(new Rectangle(328, 0, 712, 108), new Dimension(800, 400), SCREEN));
	}

	@Test
	void comesAboveWhereThereIsNoRoomBelow() {
		assertEquals(new Point(100, 492), Placing.under(new Rectangle(100, 900, 400, 100), new Dimension(400, 400), SCREEN));
	}

	@Test
	void staysWithinTheScreen() {
		assertEquals(new Point(480, 116), Placing.under(new Rectangle(900, 0, 380, 108), new Dimension(800, 400), SCREEN));
		assertEquals(new Point(0, 24), Placing.under(new Rectangle(0, 0, 600, 108), new Dimension(1280, 1000), SCREEN));
	}
}
