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
package io.github.hounsfield.legacy;

import io.github.hounsfield.host.RecentPaths;
import java.awt.Button;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.MenuItem;
import java.awt.Panel;
import java.awt.PopupMenu;
import java.awt.TextField;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A dialog's field for a path: with buttons to browse and for recent paths, and a place to drop a file or folder. */
final class PathField {

	/** Between several paths in one field. */
	private static final String SEPARATOR = "; ";

	private PathField() {}

	/** The field and its buttons. */
	static Panel with(final Component dialog, final CommandInput input, final TextField field) {
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(field);
		final Button browse = new Button("Browse");
		browse.addActionListener(event -> PathChooser.choose(dialog, input, field));
		panel.add(browse);
		if ((input.isRead() || input.style().holdsSeveral()) && !RecentPaths.list().isEmpty()) panel.add(recent(field, input
			.style().holdsSeveral()));
		return panel;
	}

	private static Button recent(final TextField field, final boolean several) {
		final PopupMenu menu = new PopupMenu();
		for (final File path : RecentPaths.list()) {
			final MenuItem item = new MenuItem(path.getPath());
			item.addActionListener(event -> put(field, List.of(path), several));
			menu.add(item);
		}
		final Button button = new Button("Recent");
		button.add(menu);
		button.addActionListener(event -> menu.show(button, 0, button.getHeight()));
		return button;
	}

	/**
	 * Lets what is dropped on a field stand in it.
	 *
	 * @param several whether all of it does, after what stands there
	 */
	static void takeDrops(final TextField field, final boolean several) {
		field.setDropTarget(new DropTarget(field, new DropTargetAdapter() {

			@Override
			public void drop(final DropTargetDropEvent event) {
				event.acceptDrop(DnDConstants.ACTION_COPY);
				final List<File> files = files(event.getTransferable());
				if (!files.isEmpty()) put(field, files, several);
				event.dropComplete(!files.isEmpty());
			}
		}));
	}

	/** Writes the first path into a field, or adds all paths to those that stand there. */
	static void put(final TextField field, final List<File> files, final boolean several) {
		field.setText(joined(field.getText(), files, several));
	}

	/** What stands in a field then. */
	static String joined(final String before, final List<File> files, final boolean several) {
		if (!several) return files.get(0).getPath();
		final String paths = files.stream().map(File::getPath).collect(Collectors.joining(SEPARATOR));
		final String kept = before.trim();
		return kept.isEmpty() ? paths : kept + (kept.endsWith(";") ? " " : SEPARATOR) + paths;
	}

	/**
	 * The files of a drop: as a list of files, or as a list of addresses, as file managers of Linux hand them over; none
	 * where it has no files.
	 */
	static List<File> files(final Transferable dropped) {
		final List<File> files = new ArrayList<>();
		try {
			if (dropped.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
				for (final Object file : (List<?>) dropped.getTransferData(DataFlavor.javaFileListFlavor))
					files.add((File) file);
				return files;
			}
			if (!dropped.isDataFlavorSupported(DataFlavor.stringFlavor)) return files;
			for (final String line : ((String) dropped.getTransferData(DataFlavor.stringFlavor)).split("\\R"))
				if (line.startsWith("file:")) files.add(new File(URI.create(line.trim()).getPath()));
				else if (!line.isBlank() && new File(line.trim()).exists()) files.add(new File(line.trim()));
		}
		catch (final UnsupportedFlavorException | IOException | IllegalArgumentException e) {
			// what cannot be read as a file is no file
		}
		return files;
	}
}
