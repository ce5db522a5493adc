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
import ij.Macro;
import ij.plugin.PlugIn;
import java.awt.EventQueue;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.scijava.command.Command;
import org.scijava.module.ModuleService;

/**
 * Runs one of the suite's commands in plain ImageJ: {@code plugins.config} names this class with the command's class as
 * its argument. In a macro or script the command's inputs come from the options. From the menu they come from a dialog
 * of the command's own parameters. Without window and options they keep their defaults. A value that is not allowed is
 * refused with a message that names the parameter, and stops the macro.
 * <p>
 * The command runs in the calling thread, which is never the event thread when ImageJ's menu calls. Its progress shows
 * in ImageJ's status bar, and Esc cancels it.
 */
public final class CommandBridge implements PlugIn {

	/**
	 * Runs a command.
	 *
	 * @param className the fully qualified name of a class that implements {@link Command}
	 * @throws IllegalArgumentException when there is no such command
	 * @throws RuntimeException with {@link Macro#MACRO_CANCELED} when the calling macro or script is to stop
	 */
	@Override
	public void run(final String className) {
		if (EventQueue.isDispatchThread() && Macro.getOptions() == null) {
			new Thread(() -> runOutsideEventThread(className), className).start();
			return;
		}
		runHere(className);
	}

	private static void runOutsideEventThread(final String className) {
		try {
			runHere(className);
		}
		catch (final RuntimeException | Error bug) {
			IJ.handleException(bug);
		}
	}

	private static void runHere(final String className) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(CommandBridge.class.getClassLoader());
		String label = className;
		try {
			final Class<? extends Command> type = load(className);
			final BridgedCommand command = new BridgedCommand(type, SharedContext.forCommand(type));
			label = command.label();
			run(command, Macro.getOptions());
			MacroLine.record(command);
		}
		catch (final CommandFailedException exc) {
			MacroLine.forget();
			MacroStop.because(label, exc.getMessage());
		}
		catch (final RuntimeException | Error bug) {
			MacroLine.forget();
			MacroStop.becauseOfBug(label, bug);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static Class<? extends Command> load(final String className) {
		try {
			return Class.forName(className, true, CommandBridge.class.getClassLoader()).asSubclass(Command.class);
		}
		catch (final ClassNotFoundException | ClassCastException exc) {
			throw new IllegalArgumentException("No such command: " + className, exc);
		}
	}

	/**
	 * Runs a command in this thread and shows its outputs.
	 *
	 * @param options of a macro; null where a person is to be asked
	 */
	static void run(final BridgedCommand command, final String options) throws CommandFailedException {
		command.fillImage();
		if (options != null) command.fill(MacroOptions.parse(options));
		command.requireImage();
		command.initialize();
		final boolean ask = options == null && IJ.getInstance() != null;
		if (ask) command.refuseImage();
		final DialogHarvester dialog = ask ? dialog(command) : null;
		if (ask && !dialog.harvest()) throw new CommandFailedException("");
		command.check();
		runWatched(command, () -> ask && dialog.isAsking());
		OutputDisplay.show(command.module());
	}

	private static DialogHarvester dialog(final BridgedCommand command) {
		return new DialogHarvester(command, SharedContext.with(List.of(ModuleService.class)));
	}

	/** @param isAsking whether a dialog of the command is open, to which Esc belongs */
	private static void runWatched(final BridgedCommand command, final BooleanSupplier isAsking)
		throws CommandFailedException
	{
		try (EscapeKey escape = new EscapeKey(command, isAsking)) {
			try {
				command.run();
			}
			catch (final CommandFailedException exc) {
				throw escape.wasPressed() ? new CommandFailedException("") : exc;
			}
		}
		finally {
			IJ.showProgress(1.0);
		}
	}
}
