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
package io.github.hounsfield.imagej;

import static io.github.hounsfield.ImageJWindow.await;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A display for {@link ReadmePictures}: a grey backdrop, title bars where openbox is installed, and a camera. */
final class ReadmePicturesScreen implements AutoCloseable {

	private static final int MARGIN = 4;
	/** A window that the manager has not placed yet has hardly a size. */
	private static final int LEAST_SIZE = 60;
	private static final int MENU_GAP = 22;
	private static final Font MENU_FONT = new Font(Font.DIALOG, Font.PLAIN, 12);

	private final String pictures;
	private final Robot robot;
	private final Process manager;

	/** @param pictures the folder for the pictures */
	ReadmePicturesScreen(final Path pictures) throws Exception {
		this.pictures = pictures.toString();
		robot = new Robot();
		robot.setAutoDelay(30);
		manager = startWindowManager();
		IJ.wait(1000);
		EventQueue.invokeAndWait(ReadmePicturesScreen::showBackdrop);
		IJ.wait(500);
	}

	/** The screen of Xvfb is black. */
	private static void showBackdrop() {
		final Frame backdrop = new Frame("Backdrop");
		backdrop.setUndecorated(true);
		backdrop.setBackground(new Color(225, 228, 232));
		backdrop.setBounds(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
		backdrop.setFocusableWindowState(false);
		backdrop.setVisible(true);
		backdrop.toBack();
	}

	private static Process startWindowManager() {
		try {
			return new ProcessBuilder("openbox").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (final IOException e) {
			System.out.println("no openbox: windows have no title bars");
			return null;
		}
	}

	/** Opens the menu as a person does, by mouse and arrow keys: AWT tells nobody where its items are. */
	void menu(final ImagePlus image) throws Exception {
		final Frame imagej = IJ.getInstance();
		IJ.wait(1000);
		IJ.showStatus("");
		EventQueue.invokeAndWait(imagej::toFront);
		IJ.wait(300);
		final MenuBar bar = imagej.getMenuBar();
		final FontMetrics font = imagej.getFontMetrics(bar.getFont() == null ? MENU_FONT : bar.getFont());
		int x = imagej.getBounds().x + imagej.getInsets().left;
		int plugins = 0;
		while (!bar.getMenu(plugins).getLabel().equals("Plugins"))
			x += font.stringWidth(bar.getMenu(plugins++).getLabel()) + MENU_GAP;
		robot.mouseMove(x + MENU_GAP, imagej.getBounds().y + imagej.getInsets().top - 12);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		IJ.wait(300);
		final Menu menu = bar.getMenu(plugins);
		for (int i = 0; i < menu.getItemCount(); i++) {
			if (i > 0 && !menu.getItem(i).getLabel().equals("-")) key(KeyEvent.VK_DOWN);
			if (menu.getItem(i).getLabel().equals("Hounsfield")) break;
		}
		key(KeyEvent.VK_RIGHT);
		IJ.wait(500);
		final Rectangle all = imagej.getBounds().union(image.getWindow().getBounds());
		capture("imagej-lung.png", new Rectangle(all.x, all.y, Math.max(all.width, 760), all.height));
		key(KeyEvent.VK_ESCAPE);
		key(KeyEvent.VK_ESCAPE);
	}

	private void key(final int code) {
		robot.keyPress(code);
		robot.keyRelease(code);
		IJ.wait(60);
	}

	void picture(final String name, final Window... windows) throws Exception {
		for (final Window window : windows)
			EventQueue.invokeAndWait(window::toFront);
		IJ.wait(500);
		for (final Window window : windows)
			await(name, () -> window.isShowing() && window.getWidth() > LEAST_SIZE && window.getHeight() > LEAST_SIZE);
		Rectangle all = null;
		for (final Window window : windows)
			all = all == null ? window.getBounds() : all.union(window.getBounds());
		capture(name, all);
	}

	private void capture(final String name, final Rectangle area) throws Exception {
		EventQueue.invokeAndWait(() -> {});
		final Rectangle grown = new Rectangle(area);
		grown.grow(MARGIN, MARGIN);
		final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
		ImageIO.write(robot.createScreenCapture(grown.intersection(screen)), "png", new File(pictures, name));
	}

	@Override
	public void close() {
		if (manager != null) manager.destroy();
	}
}
