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
package io.github.hounsfield.imagej.tables;

import ij.WindowManager;
import ij.gui.GUI;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;
import io.github.hounsfield.imagej.windows.Beside;
import io.github.hounsfield.imagej.windows.TextPlaces;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tables in windows that are wide enough for their columns, as far as the screen is. */
public final class TableWindow {

	/** ImageJ's own for tables, as long as nobody has chosen another. */
	private static final Font FONT = new Font("SansSerif", Font.PLAIN, 16);

	/** Between columns, and for the bars at the side, pixels. */
	private static final int GAP = 15;
	private static final int SIDES = 40;

	/** For the buttons beside a title, pixels. */
	private static final int TITLE = 120;

	/** ImageJ takes the width of a column from so many rows. */
	private static final int ROWS = 20;

	/** A longer text, such as a sentence, is read by scrolling, pixels. */
	private static final int WIDEST = 520;

	/** Of a window with few rows, with title, menus and bars; and of a row more. All in pixels. */
	private static final int LEAST_HEIGHT = 190;
	private static final int FEW = 4;
	private static final int ROW = 20;

	private TableWindow() {}

	/**
	 * Shows a table, small numbers as decimals, in a window where there is a screen. A window that is new, or whose
	 * columns are, becomes as wide as they need. Otherwise it stays as wide as the user left it. A new one comes up beside
	 * the image, or where the user had it last.
	 */
	public static void show(final ResultsTable table, final String title) {
		final TextWindow before = window(title);
		final Window source = Beside.ofActiveImage();
		final String headings = before == null ? "" : before.getTextPanel().getColumnHeadings();
		Decimals.show(table);
		table.show(title);
		final TextWindow after = window(title);
		if (after == null) return;
		if (after != before) EventQueue.invokeLater(() -> TextPlaces.place(after, fitting(after), source));
		else if (!after.getTextPanel().getColumnHeadings().equals(headings)) EventQueue.invokeLater(() -> widen(after));
	}

	/**
	 * Places one table under another, so that both can be read: as wide, and both lower or higher where the screen asks
	 * for it. Does nothing where one of them is not shown. A window that the user has placed stays.
	 */
	public static void below(final String upper, final String lower) {
		if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> below(window(upper), window(lower)));
	}

	private static void below(final TextWindow upper, final TextWindow lower) {
		if (upper == null || lower == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(upper);
		final int height = upper.getHeight() + lower.getHeight();
		final int y = Math.max(screen.y, Math.min(upper.getY(), screen.y + screen.height - height));
		TextPlaces.move(upper, new Point(upper.getX(), y));
		TextPlaces.move(lower, new Point(upper.getX(), Math.min(upper.getY() + upper.getHeight(), screen.y + screen.height -
			lower.getHeight())));
		lower.toFront();
	}

	private static TextWindow window(final String title) {
		return WindowManager.getWindow(title) instanceof TextWindow window ? window : null;
	}

	/** As wide as the columns and the title need, and no higher than the rows do, so that it covers little. */
	private static Dimension fitting(final TextWindow window) {
		final int title = TITLE + window.getTextPanel().getFontMetrics(FONT).stringWidth(window.getTitle());
		final int width = Math.min(GUI.getMaxWindowBounds(window).width, Math.max(title, needed(window.getTextPanel())));
		final int rows = LEAST_HEIGHT + ROW * Math.max(0, window.getTextPanel().getLineCount() - FEW);
		return new Dimension(Math.max(window.getWidth(), width), Math.min(window.getHeight(), rows));
	}

	/** Never narrower. It moves to the left where the screen ends, unless the user has placed it. */
	private static void widen(final TextWindow window) {
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		final Rectangle now = window.getBounds();
		final int most = TextPlaces.isMoved(window) ? screen.x + screen.width - now.x : screen.width;
		final int width = Math.max(now.width, Math.min(most, needed(window.getTextPanel())));
		if (width == now.width) return;
		window.setSize(width, now.height);
		TextPlaces.move(window, new Point(Math.max(screen.x, Math.min(now.x, screen.x + screen.width - width)), now.y));
		window.validate();
	}

	private static int needed(final TextPanel panel) {
		final FontMetrics metrics = panel.getFontMetrics(FONT);
		final List<String> lines = new ArrayList<>(List.of(panel.getColumnHeadings()));
		for (int row = 0; row < Math.min(ROWS, panel.getLineCount()); row++)
			lines.add(panel.getLine(row));
		final List<int[]> widths = lines.stream().map(line -> Arrays.stream(line.split("\t", -1)).mapToInt(cell -> Math.min(
			WIDEST, metrics.stringWidth(cell)) + GAP).toArray()).toList();
		final int columns = widths.get(0).length;
		return SIDES + IntStream.range(0, columns).map(column -> widths.stream().filter(row -> column < row.length).mapToInt(
			row -> row[column]).max().orElse(0)).sum();
	}
}
