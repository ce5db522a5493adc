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

import io.github.hounsfield.imagej.windows.Escape;
import io.github.hounsfield.imagej.windows.Placing;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.RowFilter;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.TableRowSorter;

/**
 * A dialog for choosing one or several series. Its table has a thumbnail of each middle slice. A click on a column
 * sorts it, and typing searches it. Details of the selected series stand below. Lives on the event thread; {@link
 * #choose} may be called from any other.
 */
public final class SeriesChooser {

	private static final int THUMBNAIL = 64;
	/** Least width; wider where the columns need it and the screen has it. */
	private static final int WIDTH = 1000;
	private static final int HEIGHT = 700;

	/** Borders and the list's bar, beside its columns. */
	private static final int SIDES = 30;
	private static final int DETAILS = 150;

	private final JDialog dialog;
	private final ChooserTable table;
	private final SeriesTableModel model;
	private final JButton open = new JButton("Open");
	private final JLabel count = new JLabel();
	private final JEditorPane details = new JEditorPane("text/html", "");
	private List<Series> chosen = List.of();

	private SeriesChooser(final Frame owner, final SeriesListing listing, final boolean anonymize) {
		dialog = new JDialog(owner, "Open DICOM Series", true);
		model = new SeriesTableModel(listing, anonymize);
		table = new ChooserTable(model, THUMBNAIL + 4);
		layOut(listing, anonymize);
	}

	/**
	 * Shows the dialog and waits for its end.
	 *
	 * @param owner ImageJ's window, null where there is none
	 * @param listing more than one series
	 * @param anonymize whether what identifies the patient is left out
	 * @return the chosen ones in the order of the listing, at least one
	 * @throws CancellationException where the user canceled
	 */
	public static List<Series> choose(final Frame owner, final SeriesListing listing, final boolean anonymize) {
		final SeriesChooser[] chooser = new SeriesChooser[1];
		final ExecutorService thumbnails = Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "thumbnails");
			thread.setDaemon(true);
			return thread;
		});
		try {
			SwingUtilities.invokeAndWait(() -> {
				chooser[0] = new SeriesChooser(owner, listing, anonymize);
				chooser[0].fetch(listing, thumbnails);
				chooser[0].dialog.setVisible(true);
			});
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
		finally {
			thumbnails.shutdownNow();
		}
		if (chooser[0].chosen.isEmpty()) throw new CancellationException("no series was chosen");
		return chooser[0].chosen;
	}

	private void layOut(final SeriesListing listing, final boolean anonymize) {
		final TableRowSorter<SeriesTableModel> sorter = new TableRowSorter<>(model);
		sorter.setSortable(SeriesTableModel.THUMBNAIL, false);
		table.setRowSorter(sorter);
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				if (e.getClickCount() == 2 && table.getSelectedRow() >= 0) accept();
			}
		});
		table.getSelectionModel().addListSelectionListener(e -> {
			showCount(listing);
			showDetails(anonymize);
		});
		table.setRowSelectionInterval(0, 0);

		final JTextField search = new JTextField(24);
		search.setToolTipText("Shows the series that have these words in any column");
		search.getDocument().addDocumentListener(new Listener(() -> filter(sorter, search.getText())));
		final JPanel top = new JPanel(new FlowLayout(FlowLayout.LEFT));
		top.add(new JLabel("Search:"));
		top.add(search);
		top.add(count);
		final JButton columns = new JButton("Columns...");
		columns.setToolTipText("Choose what the list shows of each series");
		columns.addActionListener(e -> table.columns().show(columns, 0, columns.getHeight()));
		top.add(columns);
		details.setEditable(false);
		details.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
		details.setName("details");
		final JScrollPane below = new JScrollPane(details);
		below.setPreferredSize(new Dimension(WIDTH, DETAILS));
		final JPanel middle = new JPanel(new BorderLayout(0, 4));
		middle.add(new JScrollPane(table), BorderLayout.CENTER);
		middle.add(below, BorderLayout.SOUTH);

		final JButton cancel = new JButton("Cancel");
		cancel.addActionListener(e -> dialog.dispose());
		open.addActionListener(e -> accept());
		final JPanel bottom = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		if (!listing.skipped().isEmpty()) bottom.add(new LeftOutButton(dialog, listing, anonymize));
		bottom.add(cancel);
		bottom.add(open);

		final JPanel content = new JPanel(new BorderLayout());
		content.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
		content.add(top, BorderLayout.NORTH);
		content.add(middle, BorderLayout.CENTER);
		content.add(bottom, BorderLayout.SOUTH);
		final int width = Math.max(WIDTH, table.getPreferredSize().width + SIDES);
		content.setPreferredSize(new Dimension(width, Math.min(HEIGHT, 150 + DETAILS + table.getRowCount() * table
			.getRowHeight())));
		dialog.setContentPane(content);
		dialog.getRootPane().setDefaultButton(open);
		Escape.does(dialog, dialog::dispose);
		table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0),
			"none");
		dialog.pack();
		Placing.underOwner(dialog);
		showCount(listing);
		showDetails(anonymize);
	}

	private void fetch(final SeriesListing listing, final ExecutorService thumbnails) {
		for (int i = 0; i < listing.series().size(); i++) {
			final int row = i;
			thumbnails.execute(() -> {
				try {
					final ImageIcon icon = new ImageIcon(SeriesThumbnail.of(listing.series().get(row), THUMBNAIL));
					SwingUtilities.invokeLater(() -> model.setThumbnail(row, icon));
				}
				catch (final IOException | RuntimeException e) {
					SwingUtilities.invokeLater(() -> model.setThumbnail(row, null));
				}
			});
		}
	}

	private void filter(final TableRowSorter<SeriesTableModel> sorter, final String words) {
		final List<RowFilter<SeriesTableModel, Integer>> filters = Pattern.compile("\\s+").splitAsStream(words.trim()).filter(
			word -> !word.isEmpty()).map(word -> RowFilter.<SeriesTableModel, Integer> regexFilter("(?i)" + Pattern.quote(
				word))).toList();
		sorter.setRowFilter(filters.isEmpty() ? null : RowFilter.andFilter(filters));
		if (table.getRowCount() > 0 && table.getSelectedRow() < 0) table.setRowSelectionInterval(0, 0);
	}

	/** Of the series that was selected last. */
	private void showDetails(final boolean anonymize) {
		final int row = table.getSelectionModel().getLeadSelectionIndex();
		if (row < 0 || row >= table.getRowCount() || !table.isRowSelected(row)) {
			details.setText("");
			return;
		}
		final int index = table.convertRowIndexToModel(row);
		final StringBuilder html = new StringBuilder("<html><body><table cellspacing=0 cellpadding=2>");
		SeriesDetails.lines(model.series(index), model.row(index), anonymize).forEach((label, text) -> html.append(
			"<tr valign=top><td><b>").append(label).append("</b></td><td>").append(FindingsText.escape(text)).append(
				"</td></tr>"));
		details.setText(html.append("</table></body></html>").toString());
		details.setCaretPosition(0);
	}

	private void showCount(final SeriesListing listing) {
		open.setEnabled(table.getSelectedRowCount() > 0);
		count.setText("   " + table.getRowCount() + " of " + listing.series().size() + " series, " + table
			.getSelectedRowCount() + " selected");
	}

	private void accept() {
		chosen = IntStream.of(table.getSelectedRows()).map(table::convertRowIndexToModel).sorted().mapToObj(
			model::series).toList();
		dialog.dispose();
	}

	/** One action for every change of a text. */
	private record Listener(Runnable action) implements DocumentListener {

		@Override
		public void insertUpdate(final DocumentEvent e) {
			action.run();
		}

		@Override
		public void removeUpdate(final DocumentEvent e) {
			action.run();
		}

		@Override
		public void changedUpdate(final DocumentEvent e) {
			action.run();
		}
	}
}
