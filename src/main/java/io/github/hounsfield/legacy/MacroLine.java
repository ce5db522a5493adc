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
import ij.plugin.frame.Recorder;
import io.github.hounsfield.host.MacroText;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The line that the Macro Recorder shows for a run. The bridge writes it. ImageJ's own dialogs would record labels
 * instead of keys.
 */
final class MacroLine {

	private MacroLine() {}

	/**
	 * The options that repeat a run: {@code key=value} for every input in the command's order. An input that is empty by
	 * default and still empty is left out.
	 */
	static String options(final BridgedCommand command) {
		final List<String> options = new ArrayList<>();
		for (final CommandInput input : command.asked()) {
			final boolean silent = !DialogModel.isAnswered(input) || command.previews() && input.name().equals(
				BridgedCommand.PREVIEW);
			if (silent) continue;
			final Object value = command.module().getInput(input.name());
			final String text = value instanceof File ? Recorder.fixPath(value.toString()) : input.format(value);
			if (!text.isEmpty() || !input.isEmptyByDefault()) options.add(input.key() + "=" + MacroText.quote(text));
		}
		return String.join(" ", options);
	}

	/** Writes the line into the Recorder, if it is open and this run is to be recorded. */
	static void record(final BridgedCommand command) {
		if (!Recorder.record || IJ.getInstance() == null || MacroStop.isCalledByRun() && !Recorder.recordInMacros) return;
		MacroText.record(command.label(), options(command));
		forget();
	}

	/** Keeps the Recorder from writing a line for this run. */
	static void forget() {
		if (!MacroStop.isCalledByRun()) Recorder.disableCommandRecording();
	}
}
