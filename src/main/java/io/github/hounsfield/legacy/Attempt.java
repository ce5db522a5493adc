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

import ij.IJ;
import io.github.hounsfield.host.MacroFailureService;
import io.github.hounsfield.host.Reasons;
import java.util.Map;
import java.util.TreeMap;
import org.scijava.annotations.Index;
import org.scijava.annotations.IndexItem;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * Runs a command for a macro that goes on after a failure, such as a batch over many studies. {@code run(...)} would
 * stop the macro and, with a window, wait until somebody reads the message.
 *
 * <pre>{@code
 * reason = call("io.github.hounsfield.legacy.Attempt.run", "Open DICOM Series", "path=[" + folder + "] series=1");
 * if (reason != "") print(folder + ": " + reason);
 * }</pre>
 *
 * In Fiji and in plain ImageJ, with and without a window. Options are those of {@code run(...)}; no dialog comes up. A
 * fault of the program is a reason too, and its trace goes to standard error. Class and method keep
 * their names, for macros call them.
 */
public final class Attempt {

	private static final String COMMANDS = "io.github.hounsfield.command.";

	private Attempt() {}

	/**
	 * Runs one of the suite's commands on the active image in this thread.
	 *
	 * @param label of the command in the menu
	 * @param options keys and values; what is missing keeps its default
	 * @return empty when the command finished; otherwise the reason why it did not, in one line
	 */
	public static String run(final String label, final String options) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Attempt.class.getClassLoader());
		final String[] reason = { "" };
		try {
			MacroFailureService.silently(() -> reason[0] = attempt(label, options));
		}
		finally {
			thread.setContextClassLoader(before);
			IJ.showProgress(1.0);
		}
		return reason[0].replaceAll("\\s*\\R\\s*", " ").trim();
	}

	/** Whether a class is one of the suite's commands, by its name. */
	static boolean isOfTheSuite(final String className) {
		return className.startsWith(COMMANDS);
	}

	private static String attempt(final String label, final String options) {
		try {
			final Class<? extends Command> type = command(label);
			CommandBridge.run(new BridgedCommand(type, SharedContext.forCommand(type)), options);
			return "";
		}
		catch (final CommandFailedException e) {
			return e.getMessage().isEmpty() ? "Canceled." : e.getMessage();
		}
		catch (final OutOfMemoryError e) {
			return Reasons.ofFault(e);
		}
		catch (final RuntimeException fault) {
			fault.printStackTrace();
			return Reasons.ofFault(fault);
		}
	}

	/** The command with a label, by the index of annotations. Fiji and plain ImageJ have the same index. */
	private static Class<? extends Command> command(final String label) throws CommandFailedException {
		final Map<String, String> labels = new TreeMap<>();
		for (final IndexItem<Plugin> item : Index.load(Plugin.class, Attempt.class.getClassLoader())) {
			if (!isOfTheSuite(item.className())) continue;
			final Menu[] menu = item.annotation().menu();
			if (menu.length > 0) labels.put(menu[menu.length - 1].label(), item.className());
		}
		if (!labels.containsKey(label)) throw CommandFailedException.notAllowed("command", label, String.join(", ", labels
			.keySet()));
		try {
			return Class.forName(labels.get(label), true, Attempt.class.getClassLoader()).asSubclass(Command.class);
		}
		catch (final ClassNotFoundException e) {
			throw new IllegalStateException("The index of commands names " + labels.get(label) + ", which is not there", e);
		}
	}
}
