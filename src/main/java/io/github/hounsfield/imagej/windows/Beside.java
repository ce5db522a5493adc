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
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.text.TextWindow;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.Timer;

/** Places a window that comes up so that it and the window that the user looks at are both to be seen. */
public final class Beside {

	/** How far down and to the right a window stands that must cover its source, pixels; as ImageJ cascades twice. */
	private static final int CASCADE_X = 24;
	private static final int CASCADE_Y = 32;

	/** When a desktop has given a new window its border. */
	private static final int SETTLED_MS = 400;

	private Beside() {}

	/**
	 * Places a new window once: where it leaves its source in sight if the screen has such a place. Otherwise it stays
	 * where ImageJ shows it, or cascades if it is not shown yet. It is always within the screen, if it is not larger.
	 *
	 * @param window has its size; shown already or not yet. Null does nothing
	 * @param source is to stay in sight. Null, or one that is not shown, does nothing
	 */
	public static void place(final Window window, final Window source) {
		if (window != null && source != null) inEventThread(() -> placeNow(window, source, Room.Side.RIGHT));
	}

	/** The same as soon as an image has a window. */
	public static void whenOpened(final ImagePlus image, final Window source) {
		if (source == null) return;
		ImagePlus.addImageListener(new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus opened) {
				if (opened != image) return;
				ImageListeners.remove(this);
				place(opened.getWindow(), source);
			}

			@Override
			public void imageClosed(final ImagePlus closed) {
				if (closed == image) ImageListeners.remove(this);
			}

			@Override
			public void imageUpdated(final ImagePlus updated) {}
		});
	}

	/**
	 * Where a window leaves its source in sight.
	 *
	 * @param window has its size, and is not shown yet
	 * @param source is to stay in sight; null for none
	 * @return its upper left corner; empty where the screen has no such place, or the source is not shown
	 */
	public static Optional<Point> free(final Window window, final Window source) {
		if (source == null || !source.isShowing()) return Optional.empty();
		return free(window, window.getSize(), source, Room.Side.RIGHT);
	}

	/** The same for a size that it does not have yet. */
	static Optional<Point> free(final Window window, final Dimension size, final Window source, final Room.Side side) {
		return room(window, source).place(size, side);
	}

	/** The window of the active image, which stays in sight; null if there is none. */
	public static Window ofActiveImage() {
		final ImagePlus image = WindowManager.getCurrentImage();
		return image == null ? null : image.getWindow();
	}

	static void inEventThread(final Runnable action) {
		if (EventQueue.isDispatchThread()) action.run();
		else EventQueue.invokeLater(action);
	}

	/** @return where the window stands now, null where it was not placed */
	static Point placeNow(final Window window, final Window source, final Room.Side side) {
		if (!source.isShowing() || source == window) return null;
		final Room room = room(window, source);
		final Rectangle now = window.getBounds();
		if (!window.isShowing()) now.setLocation(source.getX() + CASCADE_X, source.getY() + CASCADE_Y);
		final Point place = room.place(window.getSize(), side).orElseGet(() -> Room.within(room.screen(), now));
		window.setLocation(place);
		if (window.isShowing()) settle(window, place);
		return place;
	}

	/**
	 * A desktop moves a window that has just come up by the width of its border, and makes it larger by it. Then it is put
	 * once more, within the screen.
	 */
	private static void settle(final Window window, final Point place) {
		final Timer later = new Timer(SETTLED_MS, event -> {
			if (!TextPlaces.isNear(window.getLocation(), place)) return;
			final Point settled = Room.within(GUI.getMaxWindowBounds(window), new Rectangle(place, window.getSize()));
			if (window.getLocation().equals(settled)) return;
			window.setLocation(settled);
			TextPlaces.settled(window, settled);
		});
		later.setRepeats(false);
		later.start();
	}

	private static Room room(final Window window, final Window source) {
		final Window main = IJ.getInstance();
		final Map<Boolean, List<Rectangle>> others = Arrays.stream(Window.getWindows()).filter(other -> other != window &&
			other != source && other != main && isSeen(other)).collect(Collectors.partitioningBy(
				other -> other instanceof TextWindow || other instanceof Dialog, Collectors.mapping(Window::getBounds, Collectors
					.toList())));
		return new Room(source.getBounds(), main != null && isSeen(main) ? main.getBounds() : null, others.get(true), others
			.get(false), GUI.getMaxWindowBounds(source));
	}

	/** A tooltip or a menu is a window too, and gone in a moment. */
	private static boolean isSeen(final Window window) {
		if (!window.isShowing()) return false;
		return window instanceof Frame frame ? (frame.getExtendedState() & Frame.ICONIFIED) == 0 : window instanceof Dialog;
	}
}
