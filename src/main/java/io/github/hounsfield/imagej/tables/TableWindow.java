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
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
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

	/** ImageJ takes the width of a column from so many rows. */
	private static final int ROWS = 20;

	/** A longer text, such as a sentence, is read by scrolling, pixels. */
	private static final int WIDEST = 520;

	/** A table over this part of the screen stands at its bottom. */
	private static final double WIDE = 0.8;

	private TableWindow() {}

	/**
	 * Shows a table, small numbers as decimals, in a window where there is a screen. A window that is new, or whose
	 * columns are, becomes as wide as they need. Otherwise it stays as wide as the user left it.
	 */
	public static void show(final ResultsTable table, final String title) {
		final TextWindow before = window(title);
		final String headings = before == null ? "" : before.getTextPanel().getColumnHeadings();
		for (final String column : table.getHeadings())
			Decimals.show(table, column);
		table.show(title);
		final TextWindow after = window(title);
		if (after != null && (after != before || !after.getTextPanel().getColumnHeadings().equals(headings))) EventQueue
			.invokeLater(() -> widen(after));
	}

	/**
	 * Places one table under another, so that both can be read: as wide, and both lower or higher where the screen asks
	 * for it. Does nothing where one of them is not shown.
	 */
	public static void below(final String upper, final String lower) {
		if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> below(window(upper), window(lower)));
	}

	private static void below(final TextWindow upper, final TextWindow lower) {
		if (upper == null || lower == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(upper);
		final int height = upper.getHeight() + lower.getHeight();
		final int y = Math.max(screen.y, Math.min(upper.getY(), screen.y + screen.height - height));
		upper.setLocation(upper.getX(), y);
		lower.setLocation(upper.getX(), Math.min(y + upper.getHeight(), screen.y + screen.height - lower.getHeight()));
		lower.toFront();
	}

	private static TextWindow window(final String title) {
		return WindowManager.getWindow(title) instanceof TextWindow window ? window : null;
	}

	/** Never narrower. It moves to the left where the screen ends, and down where it would cover most of the images. */
	private static void widen(final TextWindow window) {
		final TextPanel panel = window.getTextPanel();
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		final Rectangle now = window.getBounds();
		final int width = Math.max(now.width, Math.min(screen.width, needed(panel)));
		if (width == now.width) return;
		final int x = Math.max(screen.x, Math.min(now.x, screen.x + screen.width - width));
		final int y = width < WIDE * screen.width ? now.y : screen.y + screen.height - now.height;
		window.setBounds(x, y, width, now.height);
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
