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

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/**
 * Where a file or folder is written that a dialog names without a folder. Nobody sees the folder that ImageJ was
 * started in, so a dialog asks for a whole path. A macro's relative path begins in that folder, as ImageJ's own do.
 */
public final class WholePath {

	private WholePath() {}

	/**
	 * @param input of a dialog
	 * @param value its answer
	 * @return why the answer is refused; empty for an input that is not written, an empty answer, and a whole path in a
	 *         folder that is there
	 */
	public static Optional<String> refusal(final ModuleItem<?> input, final Object value) {
		if (!(value instanceof File file) || file.getPath().isBlank() || !isWritten(input)) return Optional.empty();
		return file.isAbsolute() ? withoutFolder(input, file) : relative(input, file);
	}

	private static Optional<String> relative(final ModuleItem<?> input, final File value) {
		final File example = new File(System.getProperty("user.home"), value.toString());
		return Optional.of("'" + label(input) + "' is '" + value + "', which does not say in which folder; expected a " +
			"whole path such as " + example);
	}

	/** Where a file's folder is not there. What stands for a part of its name, in braces, is known only to the command. */
	private static Optional<String> withoutFolder(final ModuleItem<?> input, final File file) {
		final File folder = file.getParentFile();
		if (isMade(input) || folder == null || folder.isDirectory() || folder.getPath().contains("{")) return Optional
			.empty();
		return Optional.of("'" + label(input) + "' is '" + file + "', and there is no folder " + folder +
			"; choose a folder that is there, or make it first");
	}

	private static String label(final ModuleItem<?> input) {
		final String label = input.getLabel();
		return label == null || label.isEmpty() ? input.getName() : label;
	}

	private static boolean isWritten(final ModuleItem<?> input) {
		final String styles = input.getWidgetStyle();
		return isMade(input) || styles != null && List.of(styles.split("\\s*,\\s*")).contains(
			FileWidget.SAVE_STYLE);
	}

	/** Whether the command makes an absent folder. */
	private static boolean isMade(final ModuleItem<?> input) {
		return "true".equals(input.get("made"));
	}
}
