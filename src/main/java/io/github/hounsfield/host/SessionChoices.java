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

import ij.WindowManager;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/**
 * What a person has chosen in the dialogs of this session: the next dialog of the same action begins with it, and with
 * the last folder. Nothing of it reaches a macro, whose missing keys mean the defaults, and nothing is written to disk.
 * <p>
 * Not kept: what belongs to one image or patient, what permits to overwrite or to convert against advice, and files to
 * write. An input says so by the attribute {@value #FRESH}; of files to write and folders to make it is so unless the
 * attribute says {@code false}. Thread safe.
 */
public final class SessionChoices {

	/** Attribute of an input: {@code true} where each dialog begins with the default. */
	public static final String FRESH = "fresh";

	private static final Map<String, Map<String, Object>> CHOICES = new ConcurrentHashMap<>();

	private SessionChoices() {}

	/** Forgets all, as a new session does. */
	public static void forget() {
		CHOICES.clear();
		RecentPaths.forget();
	}

	/** What a dialog of this command is to begin with, by the names of inputs; only what is still there and allowed. */
	public static Map<String, Object> of(final Module module) {
		final Map<String, Object> kept = CHOICES.getOrDefault(module.getInfo().getDelegateClassName(), Map.of());
		final Map<String, Object> usable = new LinkedHashMap<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final boolean isFolder = isRead(input) && (input.isRequired() || WindowManager.getCurrentImage() == null);
			if (isFolder) RecentPaths.list().stream().findFirst().ifPresent(path -> usable.put(input.getName(), path));
			else if (isKept(input) && isUsable(input, kept.get(input.getName()))) usable.put(input.getName(), kept.get(input
				.getName()));
		}
		return usable;
	}

	/** Keeps what was chosen in a dialog that was not canceled. */
	public static void remember(final Module module) {
		final Map<String, Object> kept = new LinkedHashMap<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (value == null) continue;
			if (isRead(input) && value instanceof File path && path.exists()) RecentPaths.add(path);
			if (isKept(input)) kept.put(input.getName(), value);
		}
		CHOICES.put(module.getInfo().getDelegateClassName(), kept);
	}

	/** Whether an input names a folder or file that is read. */
	private static boolean isRead(final ModuleItem<?> input) {
		return input.getType() == File.class && hasStyle(input, FileWidget.FILE_AND_DIRECTORY_STYLE);
	}

	private static boolean isKept(final ModuleItem<?> input) {
		if (input.getVisibility() != ItemVisibility.NORMAL || "preview".equals(input.getName()) || isRead(input))
			return false;
		final Class<?> type = input.getType();
		final boolean isPlain = type.isPrimitive() || type == String.class || type == File.class;
		final boolean isWritten = hasStyle(input, FileWidget.SAVE_STYLE) || "true".equals(input.get("made"));
		return isPlain && (input.get(FRESH) == null ? !isWritten : "false".equals(input.get(FRESH)));
	}

	private static boolean isUsable(final ModuleItem<?> input, final Object value) {
		if (value == null) return false;
		if (value instanceof File file && !hasStyle(input, FileWidget.SAVE_STYLE)) return file.exists();
		final List<?> choices = input.getChoices();
		return choices == null || choices.isEmpty() || choices.contains(value) || "true".equals(input.get("openChoices"));
	}

	private static boolean hasStyle(final ModuleItem<?> input, final String style) {
		final String styles = input.getWidgetStyle();
		return styles != null && List.of(styles.split("\\s*,\\s*")).contains(style);
	}
}
