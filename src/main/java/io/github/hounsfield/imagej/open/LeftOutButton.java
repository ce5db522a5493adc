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

import ij.measure.ResultsTable;
import io.github.hounsfield.imagej.windows.Escape;
import io.github.hounsfield.series.SeriesListing;
import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FlowLayout;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;

/**
 * A button that says how many files of a listing are in no series. Pressed, it lists them with reasons, in a window
 * that blocks nothing and closes with its owner. Lives on the event thread.
 */
final class LeftOutButton extends JButton {

	private static final long serialVersionUID = 1L;

	/** Name of the list's window, for tests. */
	static final String NAME = "left out";

	private static final Dimension SIZE = new Dimension(760, 300);
	private static final int[] WIDTHS = { 260, 500 };

	private final transient Dialog owner;
	private final transient ResultsTable files;
	private transient JDialog list;

	/** @param listing with at least one file left out */
	LeftOutButton(final Dialog owner, final SeriesListing listing, final boolean anonymize) {
		super(count(listing));
		this.owner = owner;
		files = SeriesTable.leftOut(listing, anonymize);
		setToolTipText("Lists them with the reason for each");
		addActionListener(e -> open());
	}

	private static String count(final SeriesListing listing) {
		final int skipped = listing.skipped().size();
		return skipped + (skipped == 1 ? " file is" : " files are") + " not part of a series...";
	}

	private void open() {
		if (list == null) list = window();
		list.setVisible(true);
		list.toFront();
	}

	private JDialog window() {
		final DefaultTableModel model = new DefaultTableModel(new String[] { "File", "Reason" }, 0) {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		for (int row = 0; row < files.size(); row++)
			model.addRow(new String[] { files.getStringValue("File", row), files.getStringValue("Reason", row) });
		final JTable table = new TipTable(model);
		table.setAutoCreateRowSorter(true);
		for (int column = 0; column < WIDTHS.length; column++)
			table.getColumnModel().getColumn(column).setPreferredWidth(WIDTHS[column]);
		final JScrollPane scroll = new JScrollPane(table);
		scroll.setPreferredSize(SIZE);
		final JDialog dialog = new JDialog(owner, "Files that are not part of a series", false);
		dialog.setName(NAME);
		final JButton close = new JButton("Close");
		close.addActionListener(e -> dialog.setVisible(false));
		final JPanel bottom = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		bottom.add(close);
		final JPanel content = new JPanel(new BorderLayout());
		content.add(scroll, BorderLayout.CENTER);
		content.add(bottom, BorderLayout.SOUTH);
		dialog.setContentPane(content);
		dialog.getRootPane().setDefaultButton(close);
		Escape.does(dialog, () -> dialog.setVisible(false));
		dialog.pack();
		dialog.setLocationRelativeTo(owner);
		return dialog;
	}
}
