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
package io.github.hounsfield.host;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.dicom.Sentence;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.imagej.pixels.GeometrySteps;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.work.Workers;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.scijava.Context;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * The common part of all actions. The domain's exceptions become the reason of a canceled command. A bug propagates.
 * Both stop a macro. Long work reports progress and ends when the user presses Esc.
 * <p>
 * It is a plain command on purpose. If a command is a module itself, such as DynamicCommand, SciJava's CommandService
 * gives scripts no result. Services are looked up and are no parameters. A parameter would bring them into the context
 * of a host that does without.
 */
public abstract class DomainCommand extends ContextCommand {

	/** Whether the status says what is being done. */
	private boolean working;

	/** What the status says was done. */
	private String done = "";

	/** Whether a person or a batch job has been told why the command was canceled. */
	private volatile boolean said;

	/** The dialog that filled the inputs; null if none did. */
	private Refusals dialog;

	/** Checks the inputs, calls the domain, sets the outputs. */
	protected abstract void execute() throws IOException;

	@Override
	public final void run() {
		GeometrySteps.watch();
		for (;;) {
			final Optional<Exception> refusal = attempt();
			if (refusal.isEmpty()) return;
			final String reason = reason(refusal.get());
			final Refusals.Reply reply = dialog == null || isMacro() || isCanceled() ? Refusals.Reply.NOT_ASKED : dialog
				.refused(reason, about(refusal.get()));
			if (reply == Refusals.Reply.AGAIN) continue;
			if (reply == Refusals.Reply.CANCELED) cancel("");
			else say(reason);
			return;
		}
	}

	/** @return why it was refused; empty if it was done or canceled */
	private Optional<Exception> attempt() {
		IJ.resetEscape();
		showWork(label() + " ...");
		try {
			execute();
			if (working) showStatus("");
			final DoneStatusService kept = getContext() == null ? null : getContext().getService(DoneStatusService.class);
			if (kept != null) kept.done(label(), done);
		}
		catch (final CancellationException e) {
			// a user who canceled needs no message, but a macro must not go on
			showStatus("");
			cancel("");
			if (isMacro()) stopMacro("Canceled by the user.");
		}
		catch (final IOException | UncheckedIOException | ImageException | IntensityException e) {
			showStatus("");
			return Optional.of(e);
		}
		catch (final RuntimeException | Error bug) {
			if (Macro.MACRO_CANCELED.equals(bug.getMessage())) throw bug;
			final Fault fault = new Fault(bug, wording().isNamed());
			stopMacro(fault.text());
			fault.throwOn();
		}
		finally {
			new Reports(getContext()).end();
		}
		return Optional.empty();
	}

	/**
	 * Has a person asked again if the work refuses an answer.
	 *
	 * @param asked the dialog that filled the inputs; null if nobody is to be asked again
	 */
	public final void askAgain(final Refusals asked) {
		dialog = asked;
	}

	/** What was said first stays the reason. */
	@Override
	public void cancel(final String reason) {
		if (!isCanceled() || reason != null && !reason.isEmpty()) super.cancel(reason);
	}

	/** Why the command was canceled. SciJava would show the reason again, so it gets none if the reason was said. */
	@Override
	public String getCancelReason() {
		return said && HostCaller.isAsking() ? null : super.getCancelReason();
	}

	/**
	 * Refuses to run, for example if a preprocessor finds an input missing.
	 *
	 * @return whether a person or a batch job has been told why, so that the host need not
	 */
	public final boolean refuse(final String reason) {
		return say(Labels.sentence(reason, "", getClass()));
	}

	private boolean say(final String sentence) {
		cancel(sentence);
		said = stopMacro(sentence);
		return said;
	}

	/** How messages name files; neutral if the user asked for no names. */
	protected Wording wording() {
		return Wording.NAMED;
	}

	/**
	 * What the user can do about a problem, in terms of this action's own keys and of the menu.
	 *
	 * @return a clause without full stop, empty for none
	 */
	protected String hint(final Exception problem) {
		return "";
	}

	/**
	 * The input that a problem is about if its text does not name it.
	 *
	 * @return its key, which this action need not have; empty where it is about none
	 */
	protected String about(final Exception problem) {
		return "";
	}

	/** Makes the command's images active ones. */
	protected final Outputs outputs() {
		return new Outputs(getContext());
	}

	/** Without a window nobody can be asked, and an output image is not registered unless it is shown. */
	protected static boolean isHeadless() {
		return GraphicsEnvironment.isHeadless();
	}

	/** The edge at which a problem becomes sentences, with what the user can do about it. */
	protected final String reason(final Exception e) {
		final String keyed = e instanceof IntensityException values ? AttributeException.problem(values).text(wording())
			: wording().text(e);
		final String text = isDialog() ? Labels.in(keyed, getClass()) : keyed;
		return (Labels.sentence(text, Wording.source(e), getClass()) + " " + Sentence.of(hint(e))).strip();
	}

	/**
	 * What a check of the active image says, for {@link ChecksImage}.
	 *
	 * @return empty where the check passes
	 */
	protected final Optional<String> refused(final Runnable check) {
		try {
			check.run();
			return Optional.empty();
		}
		catch (final ImageException | IntensityException e) {
			return Optional.of(reason(e));
		}
	}

	private boolean stopMacro(final String reason) {
		final Context host = getContext();
		final MacroFailureService failures = host == null ? null : host.getService(MacroFailureService.class);
		return failures != null && failures.stop(label(), reason);
	}

	/** As in the menu. */
	final String label() {
		final Menu[] menu = getClass().getAnnotation(Plugin.class).menu();
		return menu[menu.length - 1].label();
	}

	/** All processors, with progress and cancel. */
	protected final Workers workers() {
		return Workers.threads(Runtime.getRuntime().availableProcessors()).withProgress(this::showProgress).withCancel(
			this::isStopped);
	}

	/** @param fraction 0 to 1 */
	protected final void showProgress(final double fraction) {
		new Reports(getContext()).progress(fraction);
	}

	/** Says what was done. It stays after the action. */
	protected final void showStatus(final String message) {
		working = false;
		done = message;
		new Reports(getContext()).status(message);
	}

	/** Says what is being done. It goes when the action ends. */
	protected final void showWork(final String message) {
		showStatus(message);
		working = true;
	}

	/** Warns the user. The action goes on. */
	protected final void warn(final String message) {
		warn("", message);
	}

	/**
	 * The same about a file.
	 *
	 * @param file its name; empty for none
	 */
	protected final void warn(final String file, final String message) {
		final LogService log = getContext() == null ? null : getContext().getService(LogService.class);
		final String text = file.isEmpty() ? message : file + ": " + message;
		Warnings.say(log, label() + ": " + Labels.sentence(text, file, getClass()));
	}

	/** Tells the user what is no reason to doubt the result. */
	protected final void note(final String message) {
		final LogService log = getContext() == null ? null : getContext().getService(LogService.class);
		Warnings.note(log, label() + ": " + Labels.sentence(message, "", getClass()));
	}

	/** Whether the user wants the work to end. */
	protected final boolean isStopped() {
		return isCanceled() || IJ.escapePressed() || Thread.currentThread().isInterrupted();
	}

	/**
	 * Whether a person chose the action and looks on, so that a window may comment on the result.
	 *
	 * @param given keys of a macro or script; none after a dialog
	 */
	protected static boolean isWatched(final Set<String> given) {
		return !isHeadless() && (ByPerson.isRunning() || given.isEmpty() && !isMacro());
	}

	/** Whether a person has answered a dialog, and so reads labels, not keys. */
	protected static boolean isDialog() {
		return !isMacro() && !isHeadless();
	}

	/** Whether a macro or script runs the command, so that no dialog may come up. */
	protected static boolean isMacro() {
		return Macro.getOptions() != null || Interpreter.getInstance() != null;
	}
}
