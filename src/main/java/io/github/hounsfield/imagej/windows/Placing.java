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

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;

/** Where a dialog comes up: not over ImageJ's own window, which says what is going on. */
public final class Placing {

	/** Between the window and what comes under it, pixels. */
	private static final int GAP = 8;

	private Placing() {}

	/** Makes a window no larger than the screen, and places it under its owner, or where there is room. */
	public static void underOwner(final Window window) {
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		window.setSize(Math.min(window.getWidth(), screen.width), Math.min(window.getHeight(), screen.height));
		final Window owner = window.getOwner();
		if (owner == null || !owner.isShowing()) window.setLocationRelativeTo(null);
		else window.setLocation(under(owner.getBounds(), window.getSize(), screen));
	}

	/** Where a window stands within the screen, moved no further than it must be. */
	public static Point onScreen(final Window window) {
		return Room.within(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds(), window.getBounds());
	}

	/**
	 * @param owner what is to stay in sight, if there is room
	 * @param size of the window, no larger than the screen
	 * @return the window's upper left corner, within the screen
	 */
	static Point under(final Rectangle owner, final Dimension size, final Rectangle screen) {
		final int x = owner.x + (owner.width - size.width) / 2;
		final int below = owner.y + owner.height + GAP;
		final int above = owner.y - GAP - size.height;
		final int lowest = screen.y + screen.height - size.height;
		final int y = below <= lowest ? below : above >= screen.y ? above : lowest;
		return new Point(Math.max(screen.x, Math.min(x, screen.x + screen.width - size.width)), y);
	}
}
