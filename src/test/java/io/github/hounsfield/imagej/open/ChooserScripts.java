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

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.shown;
import static io.github.hounsfield.ImageJWindow.start;
import static io.github.hounsfield.ImageJWindow.type;

import ij.IJ;
import ij.WindowManager;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.ImageJWindow;
import io.github.hounsfield.Waits;
import java.awt.EventQueue;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JDialog;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import javax.swing.JEditorPane;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.table.TableColumn;
import javax.swing.JTable;
import javax.swing.JTextField;

/** What {@link ChooserWindowTest} does inside an ImageJ with a window: JUnit is not there. */
public final class ChooserScripts {

	static final String LABEL = "Open DICOM Series";

	private ChooserScripts() {}

	/** Asks for a folder in the command's dialog and waits for the chooser with all its thumbnails. */
	static JDialog choose(final String folder) throws Exception {
		chooseMenu("Plugins", "Hounsfield", LABEL);
		final Window dialog = awaitWindow(LABEL);
		type(parts(dialog, TextField.class).get(0), folder);
		press(dialog, "OK");
		await("the chooser", () -> chooser() != null);
		final JTable table = table();
		await("the thumbnails", () -> {
			boolean all = true;
			for (int row = 0; row < table.getModel().getRowCount(); row++)
				all &= table.getModel().getValueAt(row, 0) != null;
			return all;
		});
		return chooser();
	}

	private static JDialog chooser() {
		for (final Window window : Window.getWindows())
			if (window.isShowing() && window instanceof JDialog dialog && LABEL.equals(dialog.getTitle())) return dialog;
		return null;
	}

	private static JTable table() {
		return parts(chooser(), JTable.class).get(0);
	}

	private static void click(final String label) throws Exception {
		ImageJWindow.click(chooser(), label);
		await("the chooser's end", () -> chooser() == null);
		Waits.awaitEnd(LABEL);
	}

	private static List<String> descriptions() throws Exception {
		final List<String> shown = new ArrayList<>();
		EventQueue.invokeAndWait(() -> {
			for (int row = 0; row < table().getRowCount(); row++)
				shown.add((String) table().getValueAt(row, 3));
		});
		return shown;
	}

	private static List<String> images() {
		final List<String> images = new ArrayList<>();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList())
			images.add(WindowManager.getImage(id).getTitle() + " " + WindowManager.getImage(id).getStackSize());
		return images;
	}

	/** Searches, opens two of three, replays the recorded line; cancels; runs a macro without a series. */
	public static final class SearchOpenReplayCancel implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.doCommand("Record...");
			final TextArea recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			choose(args[0]);
			System.out.println("rows " + descriptions());
			System.out.println("first row " + row());
			search("b70F lung");
			System.out.println("found " + descriptions());
			search("nothing like it");
			System.out.println("found " + descriptions() + " " + openIsEnabled());
			search("");
			EventQueue.invokeAndWait(() -> table().setRowSelectionInterval(0, 1));
			click("Open");
			await("two images", () -> images().size() == 2);
			await("the recorded line", () -> recorder.getText().contains(LABEL));
			System.out.println("opened " + images());
			final String line = String.join("\n", Waits.recorded(recorder)).trim();
			System.out.println("recorded " + line);
			IJ.run("Close All");
			IJ.runMacro(line);
			System.out.println("replayed " + images());
			IJ.run("Close All");
			IJ.runMacro("run(\"" + LABEL + "\", \"path=[" + args[0] + "]\");");
			System.out.println("macro " + images());
			IJ.run("Close All");
			recorder.setText("");
			choose(args[0]);
			escape();
			click("Cancel");
			// nothing would end a wait for what must not come
			IJ.wait(300);
			System.out.println("canceled " + images() + " " + recorder.getText().contains(LABEL) + " " + shown());
		}

		/** Esc with the menu of columns open, and then without it. */
		private static void escape() throws Exception {
			final JButton columns = parts(chooser(), JButton.class).stream().filter(b -> b.getText().startsWith("Columns"))
				.findFirst().orElseThrow();
			EventQueue.invokeAndWait(columns::doClick);
			System.out.println("menu " + menuIsOpen());
			pressEscape();
			System.out.println("after Esc: menu " + menuIsOpen() + ", chooser " + (chooser() != null));
		}

		private static boolean menuIsOpen() {
			return MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
		}

		private static void pressEscape() throws Exception {
			final JDialog dialog = chooser();
			EventQueue.invokeAndWait(() -> dialog.getRootPane().getActionForKeyStroke(KeyStroke.getKeyStroke(
				KeyEvent.VK_ESCAPE, 0)).actionPerformed(new ActionEvent(dialog, ActionEvent.ACTION_PERFORMED, "")));
		}

		private static String row() {
			final StringBuilder row = new StringBuilder();
			for (int column = 1; column < table().getColumnCount(); column++)
				row.append(table().getValueAt(0, column)).append(" | ");
			return row.toString();
		}

		private static void search(final String words) throws Exception {
			final JTextField field = parts(chooser(), JTextField.class).get(0);
			EventQueue.invokeAndWait(() -> field.setText(words));
		}

		private static boolean openIsEnabled() {
			return parts(chooser(), JButton.class).stream().filter(b -> "Open".equals(b.getText())).findFirst().orElseThrow()
				.isEnabled();
		}
	}

	/** Opens anonymized what was chosen: what is shown, recorded and logged. */
	public static final class Anonymize implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.doCommand("Record...");
			final TextArea recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			final Thread macro = start(() -> IJ.log("log"));
			macro.join();
			chooseMenu("Plugins", "Hounsfield", LABEL);
			final Window dialog = awaitWindow(LABEL);
			type(parts(dialog, TextField.class).get(0), args[0]);
			parts(dialog, java.awt.Checkbox.class).stream().filter(box -> "Anonymize".equals(box.getLabel())).forEach(
				box -> box.setState(true));
			press(dialog, "OK");
			await("the chooser", () -> chooser() != null);
			System.out.println("rows " + descriptions());
			for (int row = 0; row < table().getModel().getRowCount(); row++)
				for (int column = 1; column < table().getModel().getColumnCount(); column++)
					System.out.println("cell " + table().getModel().getValueAt(row, column));
			click("Open");
			Waits.awaitNewActive(Set.of());
			await("the recorded line", () -> recorder.getText().contains(LABEL));
			System.out.println("title " + images());
			System.out.println("recorded " + String.join("\n", Waits.recorded(recorder)));
			System.out.println("info " + IJ.getImage().getInfoProperty());
			System.out.println("label " + IJ.getImage().getStack().getSliceLabel(1));
			System.out.println("log " + IJ.getLog());
		}
	}

	/** Columns that are chosen and stay so, the details of a series, a tooltip, the list of files left out. */
	public static final class ColumnsDetailsLeftOut implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			choose(args[0]);
			System.out.println("columns " + columns());
			EventQueue.invokeAndWait(() -> {
				for (final Component item : table().getTableHeader().getComponentPopupMenu().getComponents())
					if (List.of("Kernel", "Folder", "Study date").contains(((JMenuItem) item).getText())) ((JMenuItem) item).doClick();
				table().setRowSelectionInterval(2, 2);
			});
			System.out.println("chosen " + columns());
			System.out.println("folder " + cell("Folder") + ", spacing " + cell("Spacing (mm)"));
			System.out.println("details " + details());
			System.out.println("tip " + tip());
			final JButton button = parts(chooser(), JButton.class).stream().filter(b -> b.getText().contains("not part"))
				.findFirst().orElseThrow();
			System.out.println("button " + button.getText());
			EventQueue.invokeLater(button::doClick);
			await("the list", () -> list() != null);
			final JTable files = parts(list(), JTable.class).get(0);
			System.out.println("list modal " + list().isModal() + ": " + files.getValueAt(0, 0) + " | " + files.getValueAt(0,
				1));
			click("Cancel");
			System.out.println("list closed " + (list() == null));
			choose(args[0]);
			System.out.println("again " + columns());
			click("Cancel");
		}

		private static JDialog list() {
			for (final Window window : Window.getWindows())
				if (window.isShowing() && LeftOutButton.NAME.equals(window.getName())) return (JDialog) window;
			return null;
		}

		private static List<String> columns() throws Exception {
			final List<String> names = new ArrayList<>();
			EventQueue.invokeAndWait(() -> {
				for (int column = 0; column < table().getColumnCount(); column++)
					names.add(table().getColumnName(column));
			});
			return names;
		}

		private static String cell(final String column) {
			return (String) table().getValueAt(2, table().convertColumnIndexToView(table().getColumn(column)
				.getModelIndex()));
		}

		private static String details() throws Exception {
			final JEditorPane pane = parts(chooser(), JEditorPane.class).get(0);
			return pane.getDocument().getText(0, pane.getDocument().getLength()).replaceAll("\\s+", " ").trim();
		}

		/** Of the folder, in a column of 30 pixels. */
		private static String tip() throws Exception {
			final String[] tip = new String[1];
			EventQueue.invokeAndWait(() -> {
				final TableColumn column = table().getColumn("Folder");
				column.setMaxWidth(30);
				table().doLayout();
				final Rectangle cell = table().getCellRect(2, table().convertColumnIndexToView(column.getModelIndex()), false);
				tip[0] = table().getToolTipText(new MouseEvent(table(), MouseEvent.MOUSE_MOVED, 0, 0, cell.x + 5, cell.y + 5, 0,
					false));
			});
			return tip[0];
		}
	}
}
