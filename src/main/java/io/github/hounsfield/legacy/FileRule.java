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

import java.io.File;
import java.util.List;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/**
 * Which files and folders an input takes, as its styles say.
 *
 * @param item an input that is a file
 */
record FileRule(ModuleItem<?> item) {

	/** Whether the style word is among an input's styles. */
	static boolean hasStyle(final ModuleItem<?> item, final String style) {
		final String styles = item.getWidgetStyle();
		return styles != null && List.of(styles.split("\\s*,\\s*")).contains(style);
	}

	private boolean is(final String style) {
		return hasStyle(item, style);
	}

	/** Whether the command makes an absent folder. It says so by the attribute. */
	private boolean isMade() {
		return "true".equals(item.get("made"));
	}

	/** Whether it names something to read, either a file or a folder. */
	boolean isEither() {
		return is(FileWidget.FILE_AND_DIRECTORY_STYLE);
	}

	/** Whether it names a file to write, or a folder that is made. */
	boolean isWritten() {
		return isMade() || is(FileWidget.SAVE_STYLE);
	}

	/** The allowed files, in words that follow "expected". */
	String allowed() {
		if (is(FileWidget.DIRECTORY_STYLE)) return isMade() ? "a folder" : "a folder that is there";
		if (is(FileWidget.SAVE_STYLE)) return "a file to write";
		return isEither() ? "a folder or file that is there" : "a file that is there";
	}

	boolean allows(final File file) {
		if (is(FileWidget.SAVE_STYLE)) return !file.isDirectory();
		if (is(FileWidget.DIRECTORY_STYLE)) return file.isDirectory() || isMade() && !file.exists();
		return isEither() ? file.exists() : file.isFile();
	}

	/** Why a file is not allowed. */
	String refusal(final File file) {
		if (file.isDirectory()) return "that is a folder; choose " + (is(FileWidget.SAVE_STYLE) ? "a file to write"
			: "a file");
		if (!is(FileWidget.DIRECTORY_STYLE)) return "there is no such file" + (isEither() ? " or folder" : "");
		return file.exists() ? "that is a file; choose a folder" : "there is no such folder";
	}
}
