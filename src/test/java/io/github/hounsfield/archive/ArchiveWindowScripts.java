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
package io.github.hounsfield.archive;

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.screenshot;

import ij.IJ;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.ImageJWindow;
import io.github.hounsfield.Waits;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Window;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** What {@link ArchiveWindowTest} does inside an ImageJ with a window: JUnit is not there. */
public final class ArchiveWindowScripts implements ImageJProcess.Script {

	private static final String OPEN = "Open from DICOM Archive";
	private static final String ARCHIVES = "DICOM Archives";

	/** @param args the archive's address, user, password, a folder for screenshots */
	@Override
	public void run(final String[] args) throws Exception {
		new Recorder();
		try {
			session(args);
		}
		finally {
			if (WindowManager.getWindow("Exception") instanceof TextWindow window) System.out.println(window.getTextPanel()
				.getText());
		}
	}

	private static void session(final String[] args) throws Exception {
		nameTheArchive(args);
		open(args[3]);
		System.out.println("RECORDED " + Recorder.getInstance().getText());
		freezesNothing(args[3]);
		System.out.println("LOG " + IJ.getLog());
		System.out.println("ARCHIVES DONE");
	}

	private static void nameTheArchive(final String[] args) throws Exception {
		chooseMenu("Plugins", "Hounsfield", "Archive", ARCHIVES);
		final JDialog window = dialog(ARCHIVES);
		type(window, "Name", "Clinic");
		type(window, "Address", args[0]);
		click(window, "Test");
		await("the login's dialog", () -> find("Login for") != null);
		final JDialog login = find("Login for");
		type(login, "User", args[1]);
		type(login, "Password", args[2]);
		screenshot(args[3] + "/login.png");
		click(login, "OK");
		awaitStatus(window, "The archive answers");
		click(window, "Save");
		awaitStatus(window, "Saved");
		screenshot(args[3] + "/archives.png");
		click(window, "Close");
		await("the window's end", () -> find(ARCHIVES) == null);
		Waits.awaitEnd(ARCHIVES);
	}

	private static JDialog browser() throws Exception {
		chooseMenu("Plugins", "Hounsfield", "Archive", OPEN);
		final Window dialog = awaitWindow(OPEN);
		press(dialog, "OK");
		await("the search", () -> find(OPEN) != null);
		return find(OPEN);
	}

	private static void open(final String folder) throws Exception {
		final JDialog browser = browser();
		click(browser, "Search");
		awaitStatus(browser, "The search has no criterion");
		type(browser, "Description", "*");
		type(browser, "Patient ID", "*");
		onEventThread(() -> ((JComboBox<?>) named(browser, "Modality")).setSelectedItem("CT"));
		click(browser, "Search");
		awaitStatus(browser, "2 studies");
		final JTable studies = (JTable) named(browser, "studies");
		final JTable series = (JTable) named(browser, "series");
		onEventThread(() -> studies.setRowSelectionInterval(0, 0));
		await("the series", () -> series.getRowCount() == 1 && series.getSelectedRow() == 0);
		awaitStatus(browser, "1 series");
		Thread.sleep(300);
		screenshot(folder + "/browser.png");
		onEventThread(() -> ((JComboBox<?>) named(browser, "Archive")).setSelectedItem("Clinic"));
		click(browser, "Open");
		Waits.awaitNewActive(Set.of());
		await("the end of the command", () -> Recorder.getInstance().getText().contains(OPEN));
		Waits.awaitEnd(OPEN);
		System.out.println("OPENED " + WindowManager.getCurrentImage().getTitle() + " " + WindowManager.getCurrentImage()
			.getStackSize());
		Thread.sleep(300);
		screenshot(folder + "/opened.png");
	}

	/** An archive that takes the connection and says nothing. */
	private static void freezesNothing(final String folder) throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
			final JDialog browser = browser();
			onEventThread(() -> ((JComboBox<?>) named(browser, "Archive")).setSelectedItem("http://127.0.0.1:" + silent
				.getLocalPort() + "/dicom-web"));
			type(browser, "Patient ID", "4711");
			click(browser, "Search");
			awaitStatus(browser, "Searching");
			Thread.sleep(1500);
			System.out.println("EVENT THREAD ANSWERS IN " + quickest() + " ms");
			screenshot(folder + "/searching.png");
			onEventThread(() -> browser.getRootPane().getActionForKeyStroke(KeyStroke.getKeyStroke("ESCAPE"))
				.actionPerformed(null));
			awaitStatus(browser, "Stopped");
			click(browser, "Cancel");
			await("the search's end", () -> find(OPEN) == null);
		}
	}

	/** Of several, for a busy machine may keep any one of them waiting. */
	private static long quickest() throws Exception {
		long quickest = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			final long start = System.nanoTime();
			onEventThread(() -> {});
			quickest = Math.min(quickest, (System.nanoTime() - start) / 1_000_000);
		}
		return quickest;
	}

	private static JDialog dialog(final String title) throws Exception {
		await(title, () -> find(title) != null);
		return find(title);
	}

	private static JDialog find(final String title) {
		for (final Window window : Window.getWindows())
			if (window.isShowing() && window instanceof JDialog dialog && dialog.getTitle().startsWith(title)) return dialog;
		return null;
	}

	private static Component named(final Window window, final String name) {
		return parts(window, Component.class).stream().filter(part -> name.equals(part.getName())).findFirst()
			.orElseThrow(() -> new IllegalStateException("no part " + name));
	}

	private static void type(final Window window, final String name, final String text) throws Exception {
		onEventThread(() -> ((JTextField) named(window, name)).setText(text));
	}

	private static void click(final Window window, final String label) throws Exception {
		ImageJWindow.click(window, label);
	}

	private static void awaitStatus(final Window window, final String text) throws Exception {
		final Callable<Boolean> shown = () -> {
			final String[] found = new String[1];
			onEventThread(() -> found[0] = ((JLabel) named(window, "status")).getText());
			return found[0].contains(text);
		};
		await("the text '" + text + "'", shown);
	}

	private static void onEventThread(final Runnable task) throws Exception {
		EventQueue.invokeAndWait(task);
	}
}
