package io.github.hounsfield.command;

import ij.IJ;
import io.github.hounsfield.haar.CascadeException;
import io.github.hounsfield.imagej.ImageException;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.Workers;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/**
 * What all actions have in common: the domain's exceptions become the reason of a canceled command, which a macro does
 * not survive; what is a bug propagates. Long work reports progress and ends when the user presses Esc.
 */
abstract class DomainCommand extends ContextCommand {

	@Parameter(required = false)
	private StatusService status;

	/** Checks the inputs, calls the domain, sets the outputs. */
	protected abstract void execute() throws IOException;

	@Override
	public final void run() {
		IJ.resetEscape();
		try {
			execute();
		}
		catch (final CancellationException e) {
			Failure.stop(this, "canceled by the user");
		}
		catch (final IOException | ImageException | IntensityException | CascadeException e) {
			Failure.stop(this, reason(e));
		}
	}

	private static String reason(final Exception e) {
		return e.getMessage() == null ? e.toString() : e.getMessage();
	}

	/** All processors, with progress and cancel. */
	protected final Workers workers() {
		return Workers.threads(Runtime.getRuntime().availableProcessors()).withProgress(this::showProgress).withCancel(
			this::isStopped);
	}

	/** @param fraction 0 to 1 */
	protected final void showProgress(final double fraction) {
		if (status != null) status.showProgress((int) Math.round(fraction * 1000), 1000);
	}

	protected final void showStatus(final String message) {
		if (status != null) status.showStatus(message);
	}

	/** Whether the user wants the work to end. */
	protected final boolean isStopped() {
		return isCanceled() || IJ.escapePressed() || Thread.currentThread().isInterrupted();
	}

	/** Without a window nobody can be asked, and an output image is not registered unless it is shown. */
	protected static boolean isHeadless() {
		return GraphicsEnvironment.isHeadless();
	}
}
