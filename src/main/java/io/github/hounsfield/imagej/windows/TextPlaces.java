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

import ij.IJ;
import ij.Prefs;
import ij.gui.GUI;
import ij.text.TextWindow;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Where the Log, the Results and other tables come up: beside the image. A place that the user has chosen is kept.
 * ImageJ remembers where the Log and the Results stood when they were closed, wherever that was; so it is kept in mind
 * where they were put. Lives in the event thread.
 */
public final class TextPlaces {

	/** ImageJ's keys for the windows whose places it remembers. */
	private static final Map<String, String> REMEMBERED = Map.of("Results", TextWindow.LOC_KEY, "Log",
		TextWindow.LOG_LOC_KEY);
	private static final String PUT = "hounsfield.";

	/** A desktop moves a window by the width of its border and title, pixels. */
	private static final int NEAR = 40;

	private static final Map<Window, Point> PUT_AT = new WeakHashMap<>();
	private static final Map<String, Point> CHOSEN = new HashMap<>();

	private TextPlaces() {}

	/**
	 * Places a window that has just come up. Where ImageJ has shown it as the user had left it, it stays there, and as
	 * high.
	 *
	 * @param wanted size of the window, no larger than the screen
	 * @param source is to stay in sight; null if there is none
	 */
	public static void place(final TextWindow window, final Dimension wanted, final Window source) {
		final String title = window.getTitle();
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		if (isChosen(window)) {
			final int most = screen.x + screen.width - window.getX();
			resize(window, Math.max(window.getWidth(), Math.min(wanted.width, most)), window.getHeight());
			return;
		}
		resize(window, wanted.width, wanted.height);
		final Point chosen = CHOSEN.get(title);
		if (chosen != null) window.setLocation(Room.within(screen, new Rectangle(chosen, wanted)));
		else {
			final Point beside = source == null ? null : Beside.placeNow(window, source, Room.Side.BELOW);
			final Point at = beside == null ? Room.within(screen, window.getBounds()) : beside;
			window.setLocation(at);
			put(window, at);
		}
		if (!REMEMBERED.containsKey(title)) window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				if (isMoved(window)) CHOSEN.put(title, window.getLocation());
			}
		});
	}

	private static void resize(final TextWindow window, final int width, final int height) {
		window.setSize(width, height);
		window.validate();
	}

	/** Moves a window, unless the user has moved it since it was put. */
	public static void move(final TextWindow window, final Point to) {
		if (isMoved(window)) return;
		window.setLocation(to);
		put(window, to);
	}

	/** The desktop's borders moved a window that was put: not the user. */
	static void settled(final Window window, final Point at) {
		if (PUT_AT.containsKey(window)) put((TextWindow) window, at);
	}

	/** Whether the user has moved a window, or its place was the user's from the beginning. */
	public static boolean isMoved(final TextWindow window) {
		return !isNear(PUT_AT.get(window), window.getLocation());
	}

	private static void put(final TextWindow window, final Point at) {
		PUT_AT.put(window, at);
		final String key = REMEMBERED.get(window.getTitle());
		if (key != null) Prefs.saveLocation(PUT + key, at);
	}

	/**
	 * Whether ImageJ has shown a window where the user had left it: neither in the middle, where a first one comes up, nor
	 * where it was put. Where it stands at this moment says nothing: some desktops tell it later.
	 */
	private static boolean isChosen(final TextWindow window) {
		final String key = REMEMBERED.get(window.getTitle());
		final Point left = key == null ? null : Prefs.getLocation(key);
		return left != null && !isNear(left, middle(window.getSize())) && !isNear(left, Prefs.getLocation(PUT + key));
	}

	/** As {@link GUI#centerOnImageJScreen} has it. */
	private static Point middle(final Dimension window) {
		final Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		return new Point(screen.x + Math.max(0, (screen.width - window.width) / 2), screen.y + Math.max(0, (screen.height -
			window.height) / 4));
	}

	static boolean isNear(final Point a, final Point b) {
		return a != null && b != null && Math.abs(a.x - b.x) <= NEAR && Math.abs(a.y - b.y) <= NEAR;
	}
}
