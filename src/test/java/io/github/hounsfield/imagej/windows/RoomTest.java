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

import static io.github.hounsfield.imagej.windows.Room.Side.BELOW;
import static io.github.hounsfield.imagej.windows.Room.Side.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A new window leaves its source in sight where the screen has room, and is always within the screen. */
class RoomTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1280, 800);
	private static final Rectangle MAIN = new Rectangle(564, 0, 575, 110);
	private static final Dimension STACK = new Dimension(522, 578);

	private static Optional<Point> place(final Rectangle source, final Dimension size, final Rectangle... others) {
		return new Room(source, MAIN, List.of(), List.of(others), SCREEN).place(size, RIGHT);
	}

	@Test
	void comesToTheRightAtTheSameHeight() {
		assertEquals(Optional.of(new Point(526, 115)), place(new Rectangle(0, 115, 522, 578), STACK));
	}

	/** To the right of 564 + 522 are 194 pixels, to the left of 564 there are 564. */
	@Test
	void comesToTheLeftWhereThereIsNoRoomToTheRight() {
		assertEquals(Optional.of(new Point(38, 115)), place(new Rectangle(564, 115, 522, 578), STACK));
	}

	@Test
	void aTableComesBelow() {
		final Room room = new Room(new Rectangle(564, 115, 300, 300), MAIN, List.of(), List.of(), SCREEN);
		assertEquals(Optional.of(new Point(564, 419)), room.place(new Dimension(500, 250), BELOW));
	}

	/** Under the image are 800 - 693 = 107 pixels; beside it a log of 250 fits. */
	@Test
	void aTableComesBesideWhereThereIsNoRoomBelow() {
		final Room room = new Room(new Rectangle(564, 115, 522, 578), MAIN, List.of(), List.of(), SCREEN);
		assertEquals(Optional.of(new Point(160, 550)), room.place(new Dimension(400, 250), BELOW));
	}

	/** A table as wide as the screen must cover something: rather the foot of the image than ImageJ's own window. */
	@Test
	void aWideTableLeavesTheMainWindow() {
		final Room room = new Room(new Rectangle(564, 115, 522, 578), MAIN, List.of(), List.of(), SCREEN);
		assertEquals(550, room.place(new Dimension(1280, 250), BELOW).orElseThrow().y);
	}

	/** The image before the last one may be covered, but not so that nobody finds it. */
	@Test
	void coversWhatIsNotTheSource() {
		final Rectangle first = new Rectangle(38, 115, 522, 578);
		final Point at = place(new Rectangle(564, 115, 522, 578), STACK, first).orElseThrow();
		assertFalse(new Rectangle(at, STACK).contains(first), at::toString);
		assertTrue(at.x + STACK.width <= 564, at::toString);
	}

	@Test
	void takesAFreePlaceBeforeOneOverAnotherWindow() {
		final Rectangle log = new Rectangle(526, 115, 400, 250);
		// the log ends at 115 + 250 = 365; the way to the right of it, to 930, is longer
		assertEquals(Optional.of(new Point(526, 369)), place(new Rectangle(0, 115, 522, 578), new Dimension(300, 300), log));
	}

	/** An older image is covered before a table: 426 to 900 are the plot's, and the table begins at 686. */
	@Test
	void coversAnOlderImageBeforeATable() {
		final Rectangle screen = new Rectangle(0, 0, 1440, 900);
		final Rectangle table = new Rectangle(0, 686, 1440, 190);
		final Rectangle older = new Rectangle(656, 102, 524, 580);
		final Room room = new Room(new Rectangle(120, 102, 524, 580), new Rectangle(656, 0, 611, 97), List.of(table), List.of(
			older), screen);
		final Rectangle at = new Rectangle(room.place(new Dimension(572, 474), RIGHT).orElseThrow(), new Dimension(572, 474));
		assertFalse(at.intersects(table), at::toString);
		assertTrue(at.x >= 644, at::toString);
	}

	@Test
	void coversLittleOfALargeImage() {
		// 380 pixels are free to the left, so 150 columns are covered: at the top 485 rows of them, at the foot 515
		assertEquals(Optional.of(new Point(0, 0)), place(new Rectangle(380, 115, 900, 600), new Dimension(530, 600)));
	}

	@Test
	void staysWhereItIsIfItMustCoverItsSource() {
		assertEquals(Optional.empty(), place(new Rectangle(0, 115, 1280, 685), new Dimension(1280, 685)));
		assertEquals(new Point(0, 115), Room.within(SCREEN, new Rectangle(12, 131, 1280, 685)));
		assertEquals(new Point(0, 0), Room.within(SCREEN, new Rectangle(12, 131, 1400, 900)));
	}

	@Test
	void knowsASecondScreen() {
		final Rectangle second = new Rectangle(1280, 200, 1000, 600);
		final Room room = new Room(new Rectangle(1300, 250, 400, 400), null, List.of(), List.of(), second);
		assertEquals(Optional.of(new Point(1704, 250)), room.place(new Dimension(400, 400), RIGHT));
	}

	/** Beside what a search of every place on a small screen finds. */
	@Test
	void noPlaceCoversLess() {
		final Random random = new Random(7);
		final Rectangle screen = new Rectangle(5, 3, 40, 30);
		for (int i = 0; i < 300; i++) {
			final List<Rectangle> windows = new ArrayList<>();
			for (int w = 0; w < 4; w++)
				windows.add(new Rectangle(random.nextInt(40), random.nextInt(30), 1 + random.nextInt(25), 1 + random.nextInt(20)));
			final Rectangle source = new Rectangle(windows.get(0));
			final Rectangle main = new Rectangle(windows.get(1));
			// with the gap around them
			source.grow(4, 4);
			main.grow(4, 4);
			final Dimension size = new Dimension(1 + random.nextInt(30), 1 + random.nextInt(25));
			int least = Integer.MAX_VALUE;
			for (int x = 5; x <= 45 - size.width; x++)
				for (int y = 3; y <= 33 - size.height; y++)
					least = Math.min(least, covered(new Rectangle(new Point(x, y), size), source, main));
			final Room room = new Room(windows.get(0), windows.get(1), windows.subList(2, 3), windows.subList(3, 4), screen);
			final Optional<Point> found = room.place(size, RIGHT);
			if (found.isEmpty()) continue;
			final Rectangle at = new Rectangle(found.get(), size);
			assertTrue(screen.contains(at), at::toString);
			assertEquals(least, covered(at, source, main), at + " beside " + windows);
		}
	}

	private static int covered(final Rectangle at, final Rectangle... windows) {
		int count = 0;
		for (final Rectangle window : windows)
			for (int x = at.x; x < at.x + at.width; x++)
				for (int y = at.y; y < at.y + at.height; y++)
					if (window.contains(x, y)) count++;
		return count;
	}
}
