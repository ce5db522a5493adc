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
package io.github.hounsfield.imagej.open;

import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.BorderFactory;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/**
 * The chooser's list. A cut cell shows its text in a tooltip, and columns can be chosen. The choice lasts as long as
 * ImageJ runs. Lives on the event thread.
 */
final class ChooserTable extends TipTable {

	private static final long serialVersionUID = 1L;

	/** A column is at most so wide before a person widens it, pixels. */
	private static final int WIDEST = 260;

	/** The width of columns is taken from so many series. */
	private static final int LOOKED_AT = 200;

	/** Columns that are shown, of the model. */
	private static final Set<Integer> SHOWN = Collections.synchronizedSet(new TreeSet<>());

	/** All columns, whether they are shown or not. */
	private final transient List<TableColumn> all = new ArrayList<>();

	ChooserTable(final SeriesTableModel model, final int rowHeight) {
		super(model);
		setRowHeight(rowHeight);
		setShowVerticalLines(false);
		setIntercellSpacing(new Dimension(0, 1));
		setDefaultRenderer(String.class, padded(SwingConstants.LEADING));
		setDefaultRenderer(Integer.class, padded(SwingConstants.TRAILING));
		setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		setFillsViewportHeight(true);
		setName("series");
		for (int column = 0; column < model.getColumnCount(); column++) {
			all.add(getColumnModel().getColumn(column));
			all.get(column).setPreferredWidth(Math.max(SeriesTableModel.WIDTHS[column], needed(column)));
		}
		if (SHOWN.isEmpty()) for (int column = 0; column < SeriesTableModel.USUAL; column++)
			SHOWN.add(column);
		showColumns();
		getTableHeader().setComponentPopupMenu(menu());
	}

	/** A menu for choosing the shown columns. The header uses it too. */
	JPopupMenu columns() {
		return getTableHeader().getComponentPopupMenu();
	}

	private JPopupMenu menu() {
		final JPopupMenu menu = new JPopupMenu();
		for (int column = SeriesTableModel.THUMBNAIL + 1; column < all.size(); column++) {
			final int chosen = column;
			final JCheckBoxMenuItem item = new JCheckBoxMenuItem(getModel().getColumnName(column), SHOWN.contains(column));
			item.addActionListener(e -> {
				if (item.isSelected()) SHOWN.add(chosen);
				else SHOWN.remove(chosen);
				showColumns();
			});
			menu.add(item);
		}
		return menu;
	}

	/** As wide as its heading and texts need, up to a limit. */
	private int needed(final int column) {
		int needed = width(getTableHeader().getDefaultRenderer(), getModel().getColumnName(column), -1, column);
		for (int row = 0; row < Math.min(LOOKED_AT, getModel().getRowCount()); row++)
			needed = Math.max(needed, width(getCellRenderer(row, column), getModel().getValueAt(row, column), row, column));
		return Math.min(WIDEST, needed + 4);
	}

	private int width(final TableCellRenderer renderer, final Object value, final int row, final int column) {
		return renderer.getTableCellRendererComponent(this, value, false, false, row, column).getPreferredSize().width;
	}

	/** Columns that need more than the window has are not squeezed: the list scrolls. */
	@Override
	public boolean getScrollableTracksViewportWidth() {
		return getParent() == null || getPreferredSize().width <= getParent().getWidth();
	}

	private void showColumns() {
		while (getColumnCount() > 0)
			removeColumn(getColumnModel().getColumn(0));
		for (int column = 0; column < all.size(); column++)
			if (SHOWN.contains(column)) addColumn(all.get(column));
	}

	private static DefaultTableCellRenderer padded(final int alignment) {
		final DefaultTableCellRenderer renderer = new DefaultTableCellRenderer() {

			private static final long serialVersionUID = 1L;

			@Override
			public Component getTableCellRendererComponent(final JTable of, final Object value, final boolean selected,
				final boolean focused, final int row, final int column)
			{
				super.getTableCellRendererComponent(of, value, selected, false, row, column);
				setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
				return this;
			}
		};
		renderer.setHorizontalAlignment(alignment);
		return renderer;
	}
}
