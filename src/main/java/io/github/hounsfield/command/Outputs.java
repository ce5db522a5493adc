package io.github.hounsfield.command;

import ij.ImagePlus;
import ij.macro.Interpreter;

/** How a new image becomes the active one. */
final class Outputs {

	private Outputs() {}

	/**
	 * With a window an output parameter alone is shown, once; headless and in batch mode it would only be logged, and the
	 * next step of a macro would have no image, so it is shown here.
	 */
	static ImagePlus registered(final ImagePlus image) {
		if (DomainCommand.isHeadless() || Interpreter.isBatchMode()) image.show();
		return image;
	}
}
