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
package io.github.hounsfield.command;

import ij.IJ;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.imagej.archive.ArchiveConnection;
import io.github.hounsfield.imagej.archive.LoginDialog;
import java.io.IOException;
import java.util.List;

/** An action on a DICOM archive, with progress by instances, Esc, and a login dialog if a person can answer. */
abstract class ArchiveCommand extends MenuCommand {

	/** Shows progress, and stops with the command. */
	protected final ArchiveMonitor monitor() {
		return new ArchiveMonitor() {

			@Override
			public void instances(final int done, final int expected) {
				if (expected == 0) return;
				showWork(done + " of " + expected + " instances");
				showProgress((double) done / expected);
			}

			@Override
			public void message(final String text) {
				showWork(text);
			}

			@Override
			public boolean isCanceled() {
				return isStopped();
			}
		};
	}

	/** @param archive a name in DICOM Archives, or an address */
	protected final DicomArchive connect(final String archive) throws IOException {
		showWork("Asking the archive");
		return ArchiveConnection.open(archive, prompt(), monitor());
	}

	/** Asks a person for a login; null if nobody can be asked. */
	protected static ArchiveConnection.LoginPrompt prompt() {
		return isHeadless() || isMacro() ? null : host -> LoginDialog.ask(IJ.getInstance(), host);
	}

	/** Whether a person may be asked for what was not given. */
	protected static boolean canAsk() {
		return !isHeadless() && !isMacro();
	}

	/** Tells what the archive warns of. */
	protected final void warnOf(final List<String> warnings) {
		warnings.forEach(this::warn);
	}
}
