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

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.NamedArchives;
import io.github.hounsfield.imagej.windows.Placing;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;

/** The window that keeps named archives, and tests whether they answer. Lives on the event thread. */
public final class ArchivesWindow {

	private final JDialog dialog;
	private final NamedArchives kept;
	private final ArchiveConnection.LoginPrompt prompt;
	private final LatestQuestion background = new LatestQuestion();
	private final DefaultListModel<ArchiveEntry> entries = new DefaultListModel<>();
	private final JList<ArchiveEntry> list = new JList<>(entries);
	private final JTextField name = new JTextField(28);
	private final JTextField address = new JTextField(28);
	private final JTextField loginFile = new JTextField(28);
	private final JTextField caFile = new JTextField(28);
	private final JTextField certificate = new JTextField(28);
	private final JTextField passwordFile = new JTextField(28);
	private final JTextField aeTitle = new JTextField(28);
	private final JTextField listenHost = new JTextField(28);
	private final JTextField listenPort = new JTextField(28);
	private final JCheckBox tls = new JCheckBox("dicom:// only with TLS");
	private final JCheckBox plainLogin = new JCheckBox("login also over http://");
	private final JLabel status = new JLabel(" ");

	private ArchivesWindow(final Frame owner, final NamedArchives kept, final ArchiveConnection.LoginPrompt prompt) {
		this.kept = kept;
		this.prompt = prompt;
		dialog = new JDialog(owner, "DICOM Archives", true);
	}

	/**
	 * Shows the window and waits for its end. To be called from any thread but the event thread.
	 *
	 * @param owner ImageJ's window, null where there is none
	 * @throws IOException where what is kept cannot be read
	 */
	public static void show(final Frame owner, final NamedArchives kept, final ArchiveConnection.LoginPrompt prompt)
		throws IOException
	{
		final List<ArchiveEntry> all = kept.all();
		Form.onEventThread(() -> {
			final ArchivesWindow window = new ArchivesWindow(owner, kept, prompt);
			window.entries.addAll(all);
			window.layOut();
			window.dialog.setVisible(true);
			window.background.close();
		});
	}

	private void layOut() {
		list.setName("archives");
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setCellRenderer((of, entry, index, selected, focused) -> {
			final JLabel label = new JLabel(" " + entry.name());
			label.setOpaque(true);
			label.setBackground(selected ? of.getSelectionBackground() : of.getBackground());
			label.setForeground(selected ? of.getSelectionForeground() : of.getForeground());
			return label;
		});
		list.addListSelectionListener(e -> {
			if (list.getSelectedValue() != null) fill(list.getSelectedValue());
		});
		final JPanel content = new JPanel(new BorderLayout(6, 6));
		content.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
		final JScrollPane names = new JScrollPane(list);
		names.setPreferredSize(new Dimension(160, 300));
		content.add(names, BorderLayout.LINE_START);
		content.add(form(), BorderLayout.CENTER);
		content.add(bottom(), BorderLayout.SOUTH);
		Form.onEscape(dialog, () -> {
			if (background.stop()) status.setText("Stopped");
			else dialog.dispose();
		});
		clear();
		if (!entries.isEmpty()) list.setSelectedIndex(0);
		dialog.setContentPane(content);
		dialog.pack();
		Placing.underOwner(dialog);
	}

	private Form form() {
		address.setToolTipText("https://host/dicom-web, or dicom://CALLED_AE@host:port");
		loginFile.setToolTipText("Two lines, user and password, or one: Bearer TOKEN. Readable by its owner alone");
		caFile.setToolTipText("Certificates in PEM that are trusted beside Java's own");
		listenHost.setToolTipText("Own address for C-MOVE; empty: the one that the archive is reached by");
		listenPort.setToolTipText("Own port for C-MOVE, which the archive must know; 0: no C-MOVE");
		final Form form = new Form(1);
		form.row("Name", name);
		form.row("Address", address);
		form.row("Login file", loginFile, chooser(loginFile));
		form.row("CA file", caFile, chooser(caFile));
		form.row("Client certificate (PKCS12)", certificate, chooser(certificate));
		form.row("Its password's file", passwordFile, chooser(passwordFile));
		form.row("Own AE title", aeTitle);
		form.row("Own address", listenHost);
		form.row("Own port", listenPort);
		form.row("TLS", tls);
		form.row("Unencrypted", plainLogin);
		return form;
	}

	private JButton chooser(final JTextField field) {
		final JButton button = new JButton("...");
		button.addActionListener(e -> {
			final JFileChooser chooser = new JFileChooser(field.getText());
			chooser.setFileHidingEnabled(false);
			if (chooser.showOpenDialog(dialog) == JFileChooser.APPROVE_OPTION) field.setText(chooser.getSelectedFile()
				.getPath());
		});
		return button;
	}

	private JPanel bottom() {
		status.setName("status");
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
		buttons.add(button("New", () -> {
			list.clearSelection();
			clear();
		}));
		buttons.add(button("Delete", this::delete));
		buttons.add(button("Test", this::test));
		buttons.add(button("Save", this::save));
		buttons.add(button("Close", dialog::dispose));
		final JPanel bottom = new JPanel(new BorderLayout(4, 4));
		bottom.add(status, BorderLayout.CENTER);
		bottom.add(buttons, BorderLayout.SOUTH);
		return bottom;
	}

	private static JButton button(final String label, final Runnable action) {
		final JButton button = new JButton(label);
		button.addActionListener(e -> action.run());
		return button;
	}

	private void clear() {
		for (final JTextField field : List.of(name, address, loginFile, caFile, certificate, passwordFile, listenHost))
			field.setText("");
		aeTitle.setText(ArchiveEntry.AE_TITLE);
		listenPort.setText("0");
		tls.setSelected(false);
		plainLogin.setSelected(false);
		tell(" ");
	}

	private void fill(final ArchiveEntry entry) {
		name.setText(entry.name());
		address.setText(entry.address().toString());
		loginFile.setText(text(entry.loginFile()));
		caFile.setText(text(entry.caFile()));
		certificate.setText(text(entry.clientCertificate()));
		passwordFile.setText(text(entry.clientPasswordFile()));
		aeTitle.setText(entry.ownAeTitle());
		listenHost.setText(entry.listenHost());
		listenPort.setText(Integer.toString(entry.listenPort()));
		tls.setSelected(entry.tls());
		plainLogin.setSelected(entry.plainLogin());
		tell(" ");
	}

	private static String text(final Optional<Path> path) {
		return path.map(Path::toString).orElse("");
	}

	private static Path path(final JTextField field) {
		return field.getText().isBlank() ? null : Path.of(field.getText().trim());
	}

	/** What the fields say. */
	private ArchiveEntry entry() throws ArchiveException {
		final String port = listenPort.getText().trim();
		if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) throw new ArchiveException(
			ArchiveException.Reason.INPUT, "The own port is no number from 0 to 65535.");
		return ArchiveEntry.of(ArchiveAddress.parse(address.getText())).withName(NamedArchives.checkedName(name.getText()))
			.withLoginFile(path(loginFile)).withCaFile(path(caFile)).withClientCertificate(path(certificate), path(
				passwordFile)).withOwnAeTitle(aeTitle.getText()).withListener(listenHost.getText().trim(), Integer.parseInt(
					port)).withTls(tls.isSelected()).withPlainLogin(plainLogin.isSelected());
	}

	private void test() {
		try {
			final ArchiveEntry entry = entry();
			tell("Asking; Esc stops");
			background.ask(monitor -> {
				try (DicomArchive archive = ArchiveConnection.open(entry, prompt, monitor)) {
					archive.test(monitor);
					return "The archive answers";
				}
			}, this::tell, this::tell);
		}
		catch (final ArchiveException e) {
			tell(e.getMessage());
		}
	}

	private void save() {
		try {
			final ArchiveEntry entry = entry();
			int at = list.getSelectedIndex();
			if (at < 0) {
				at = entries.size();
				entries.addElement(entry);
			}
			else entries.set(at, entry);
			kept.save(List.copyOf(Collections.list(entries.elements())));
			list.setSelectedIndex(at);
			tell("Saved");
		}
		catch (final IOException e) {
			tell(e.getMessage());
		}
	}

	private void delete() {
		final int at = list.getSelectedIndex();
		if (at < 0) return;
		entries.remove(at);
		clear();
		try {
			kept.save(List.copyOf(Collections.list(entries.elements())));
			tell("Deleted");
		}
		catch (final IOException e) {
			tell(e.getMessage());
		}
	}

	private void tell(final String text) {
		status.setText(text.length() < 80 ? text : "<html><body style='width:420px'>" + text.replace("&", "&amp;").replace(
			"<", "&lt;") + "</body></html>");
		grow();
	}

	/** A long message takes no room from the fields. */
	private void grow() {
		final int missing = dialog.getContentPane().getPreferredSize().height - dialog.getContentPane().getHeight();
		if (!dialog.isShowing() || missing <= 0) return;
		dialog.setSize(dialog.getWidth(), dialog.getHeight() + missing);
		dialog.setLocation(Placing.onScreen(dialog));
		dialog.validate();
	}
}
