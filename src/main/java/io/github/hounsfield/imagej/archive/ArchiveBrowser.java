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
package io.github.hounsfield.imagej.archive;

import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.NamedArchives;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.imagej.windows.Placing;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;

/**
 * A dialog that searches an archive: a form, the list of studies, the series of the chosen one. The archive is asked
 * outside the event thread; Esc ends a search, and closes the dialog where none runs.
 */
public final class ArchiveBrowser {

	private static final String CRITERION = "Fill at least one of: patient ID, name, study date, modality, description";

	private static final String[] MODALITIES = { "", "CT", "MR", "PT", "NM", "CR", "DX", "MG", "US", "XA", "SEG",
		"RTSTRUCT" };

	/**
	 * What was chosen.
	 *
	 * @param archive name or address
	 * @param seriesInstanceUids at least one
	 */
	public record Choice(String archive, String studyInstanceUid, List<String> seriesInstanceUids) {}

	private final JDialog dialog;
	private final ArchiveConnection.LoginPrompt prompt;
	private final LatestQuestion background = new LatestQuestion();
	private final ArchiveTableModel<StudyRecord> studies;
	private final ArchiveTableModel<SeriesRecord> series;
	private final JTable studyTable;
	private final JTable seriesTable;
	private final JComboBox<String> archives = new JComboBox<>();
	private final JComboBox<String> modality = new JComboBox<>(MODALITIES);
	private final JTextField patient = new JTextField(14);
	private final JTextField name = new JTextField(14);
	private final JTextField date = new JTextField(14);
	private final JTextField description = new JTextField(14);
	private final JLabel status = new JLabel(CRITERION);
	private final JProgressBar busy = new JProgressBar();
	private final JButton open = new JButton("Open");
	/** Of the studies that are listed. */
	private String archive = "";
	private Choice choice;

	private ArchiveBrowser(final Frame owner, final boolean anonymize, final ArchiveConnection.LoginPrompt prompt) {
		this.prompt = prompt;
		dialog = new JDialog(owner, "Open from DICOM Archive", true);
		studies = ArchiveTableModel.studies(anonymize);
		series = ArchiveTableModel.series(anonymize);
		studyTable = table(studies, "studies", ListSelectionModel.SINGLE_SELECTION);
		seriesTable = table(series, "series", ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
	}

	/**
	 * Shows the dialog and waits for its end. To be called from any thread but the event thread.
	 *
	 * @param owner ImageJ's window, null where there is none
	 * @param start the archive that is offered first; blank: the first one that has a name
	 * @throws CancellationException where the user canceled
	 */
	public static Choice choose(final Frame owner, final String start, final boolean anonymize,
		final ArchiveConnection.LoginPrompt prompt) throws IOException
	{
		final List<String> names = new ArrayList<>();
		if (!start.isBlank()) names.add(start.trim());
		for (final ArchiveEntry entry : NamedArchives.ofUser().all())
			if (!names.contains(entry.name())) names.add(entry.name());
		final Choice[] chosen = new Choice[1];
		Form.onEventThread(() -> {
			final ArchiveBrowser browser = new ArchiveBrowser(owner, anonymize, prompt);
			names.forEach(browser.archives::addItem);
			browser.layOut();
			browser.dialog.setVisible(true);
			browser.background.close();
			chosen[0] = browser.choice;
		});
		if (chosen[0] == null) throw new CancellationException("no series was chosen");
		return chosen[0];
	}

	private static <T> JTable table(final ArchiveTableModel<T> model, final String name, final int selection) {
		final JTable table = new JTable(model);
		table.setName(name);
		table.setAutoCreateRowSorter(true);
		table.setFillsViewportHeight(true);
		table.setShowVerticalLines(false);
		table.setRowHeight(table.getRowHeight() + 4);
		table.setSelectionMode(selection);
		for (int column = 0; column < model.getColumnCount(); column++)
			table.getColumnModel().getColumn(column).setPreferredWidth(model.width(column));
		return table;
	}

	private void layOut() {
		final JPanel content = new JPanel(new BorderLayout(4, 4));
		content.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
		content.add(form(), BorderLayout.NORTH);
		final JSplitPane lists = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(studyTable), new JScrollPane(
			seriesTable));
		lists.setResizeWeight(0.6);
		content.add(lists, BorderLayout.CENTER);
		content.add(bottom(), BorderLayout.SOUTH);
		content.setPreferredSize(new Dimension(900, 600));
		studyTable.getSelectionModel().addListSelectionListener(e -> {
			if (!e.getValueIsAdjusting() && studyTable.getSelectedRow() >= 0) listSeries();
		});
		seriesTable.getSelectionModel().addListSelectionListener(e -> open.setEnabled(seriesTable
			.getSelectedRowCount() > 0));
		seriesTable.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				if (e.getClickCount() == 2 && seriesTable.getSelectedRow() >= 0) accept();
			}
		});
		Form.onEscape(dialog, this::escape);
		dialog.setContentPane(content);
		dialog.pack();
		Placing.underOwner(dialog);
	}

	private JPanel form() {
		archives.setEditable(true);
		modality.setEditable(true);
		date.setToolTipText("20240131, or a range: 20240101-20241231, 20240101-, -20241231");
		name.setToolTipText("As DICOM has it, such as Doe^John*");
		final Form form = new Form(2);
		form.row("Archive", archives);
		form.nextRow();
		form.row("Patient ID", patient);
		form.row("Name", name);
		form.row("Study date", date, new CalendarButton(date));
		form.row("Modality", modality);
		form.row("Description", description);
		final JButton search = new JButton("Search");
		search.addActionListener(e -> search());
		dialog.getRootPane().setDefaultButton(search);
		form.row("Find", search);
		return form;
	}

	private JPanel bottom() {
		busy.setVisible(false);
		busy.setPreferredSize(new Dimension(80, 14));
		status.setName("status");
		open.setEnabled(false);
		open.addActionListener(e -> accept());
		final JButton cancel = new JButton("Cancel");
		cancel.addActionListener(e -> dialog.dispose());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
		buttons.add(busy);
		buttons.add(cancel);
		buttons.add(open);
		final JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(status, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.LINE_END);
		return bottom;
	}

	private void search() {
		final StudyQuery query;
		try {
			query = StudyQuery.ALL.withPatientId(patient.getText()).withPatientName(name.getText()).withStudyDate(date
				.getText()).withModality(Form.text(modality)).withStudyDescription(description.getText());
		}
		catch (final ArchiveException e) {
			tell(e.getMessage());
			return;
		}
		if (query.hasCriterion()) ask(query);
		else tell("The search has no criterion. " + CRITERION);
	}

	private void ask(final StudyQuery query) {
		archive = Form.text(archives);
		studies.setRows(List.of());
		series.setRows(List.of());
		begin("Searching; Esc stops");
		final String asked = archive;
		background.ask(monitor -> {
			try (DicomArchive found = ArchiveConnection.open(asked, prompt, monitor)) {
				return found.findStudies(query, monitor);
			}
		}, this::showStudies, this::tell);
	}

	private void showStudies(final Found<StudyRecord> found) {
		studies.setRows(found.records());
		final String more = found.more() ? "; the archive has more" : "";
		final int count = found.records().size();
		tell(count + (count == 1 ? " study" : " studies") + more + (found.warnings().isEmpty() ? "" : "; " + String.join("; ",
			found.warnings())));
		if (found.records().size() == 1) studyTable.setRowSelectionInterval(0, 0);
	}

	private StudyRecord study() {
		return studies.row(studyTable.convertRowIndexToModel(studyTable.getSelectedRow()));
	}

	private void listSeries() {
		final String uid = study().studyInstanceUid();
		final String asked = archive;
		series.setRows(List.of());
		begin("Listing series; Esc stops");
		background.ask(monitor -> {
			try (DicomArchive found = ArchiveConnection.open(asked, prompt, monitor)) {
				return found.findSeries(uid, monitor);
			}
		}, found -> {
			series.setRows(found.records());
			tell(found.records().size() + " series" + (found.warnings().isEmpty() ? "" : "; " + String.join("; ", found
				.warnings())));
			if (!found.records().isEmpty()) seriesTable.setRowSelectionInterval(0, 0);
		}, this::tell);
	}

	private void begin(final String text) {
		open.setEnabled(false);
		status.setText(text);
		busy.setIndeterminate(true);
		busy.setVisible(true);
	}

	/** An end: of a search, of a list, or by an error. A long text is wrapped. */
	private void tell(final String text) {
		busy.setVisible(false);
		busy.setIndeterminate(false);
		status.setText(text.length() < 100 ? text : "<html>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</html>");
	}

	private void escape() {
		if (background.stop()) tell("Stopped");
		else dialog.dispose();
	}

	private void accept() {
		choice = new Choice(archive, study().studyInstanceUid(), IntStream.of(seriesTable.getSelectedRows()).map(
			seriesTable::convertRowIndexToModel).sorted().mapToObj(index -> series.row(index).seriesInstanceUid()).toList());
		dialog.dispose();
	}
}
