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

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.host.FileNames;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.util.Types;
import org.scijava.widget.Button;

/**
 * One input of a command: text to value and back, and what is allowed. The text is what stands in a macro's options or
 * in a field of the dialog. Nothing is clamped, rounded or guessed. A value that is not allowed is refused.
 */
final class CommandInput {

	/** The kind of an input, which decides its field in a dialog. */
	enum Kind {
		BOOLEAN, INTEGER, REAL, TEXT, CHOICE, FILE, IMAGE, BUTTON, MESSAGE
	}

	/** Default of {@link Parameter#columns}. */
	private static final int UNDECLARED_COLUMNS = 6;

	private final ModuleItem<?> item;
	private final Class<?> type;
	private final Kind kind;
	private final boolean mayBeNaN;
	private final boolean emptyByDefault;
	private final Supplier<List<String>> offered;

	/**
	 * @param item the input
	 * @param initial its value before anything was filled in: an input that starts as NaN may stay so
	 * @throws IllegalArgumentException for a type that neither a macro nor a dialog can give
	 */
	CommandInput(final ModuleItem<?> item, final Object initial) {
		this(item, initial, List::of);
	}

	/** @param offered choices that the command offers now instead of the declared ones; empty for the declared ones */
	CommandInput(final ModuleItem<?> item, final Object initial, final Supplier<List<String>> offered) {
		this.item = item;
		this.offered = offered;
		type = Types.box(item.getType());
		kind = kindOf(item, type);
		mayBeNaN = initial instanceof Number && Double.isNaN(((Number) initial).doubleValue());
		emptyByDefault = format(initial).isEmpty();
	}

	private static Kind kindOf(final ModuleItem<?> item, final Class<?> type) {
		if (item.getVisibility() == ItemVisibility.MESSAGE) return Kind.MESSAGE;
		if (type == Boolean.class) return Kind.BOOLEAN;
		if (type == Integer.class || type == Long.class || type == Short.class || type == Byte.class) return Kind.INTEGER;
		if (type == Double.class || type == Float.class) return Kind.REAL;
		if (type == String.class) return Kind.TEXT;
		if (type.isEnum()) return Kind.CHOICE;
		if (type == File.class) return Kind.FILE;
		if (type == ImagePlus.class) return Kind.IMAGE;
		if (type == Button.class) return Kind.BUTTON;
		throw new IllegalArgumentException("Input \"" + item.getName() + "\" is of " + type +
			", which neither a macro's options nor a dialog can give");
	}

	/** The parameter's name, as the command's field is called. */
	String name() {
		return item.getName();
	}

	/** The key in a macro's options: the name in lower case. */
	String key() {
		return item.getName().toLowerCase(Locale.US);
	}

	/** The kind; text becomes a choice when the command's initializer gives it choices. */
	Kind kind() {
		final boolean choice = kind == Kind.TEXT && item.getChoices() != null && !item.getChoices().isEmpty();
		return choice ? Kind.CHOICE : kind;
	}

	ModuleItem<?> item() {
		return item;
	}

	/** Whether the input is empty as long as nobody fills it. */
	boolean isEmptyByDefault() {
		return emptyByDefault;
	}

	/** The name for a person: the label, or the name if there is none. */
	String label() {
		final String label = item.getLabel();
		if (label != null && !label.isEmpty()) return label;
		return name().substring(0, 1).toUpperCase(Locale.US) + name().substring(1);
	}

	/** The choices as text: offered ones, then declared ones; empty if the input is no choice. */
	List<String> choices() {
		final Set<String> texts = new LinkedHashSet<>();
		if (kind() == Kind.CHOICE) {
			texts.addAll(offered.get());
			for (final Object choice : item.getChoices()) texts.add(format(choice));
		}
		return new ArrayList<>(texts);
	}

	/** Whether other texts than the choices are allowed. The command says so by the attribute, and checks them. */
	private boolean hasOpenChoices() {
		return type == String.class && "true".equals(item.get("openChoices"));
	}

	/** Whether it names something to read, either a file or a folder. */
	boolean isRead() {
		return kind == Kind.FILE && files().isEither();
	}

	/** What its field in a dialog has besides. */
	FieldStyle style() {
		return new FieldStyle(item);
	}

	/** Whether it names something to write. */
	boolean isWritten() {
		return kind == Kind.FILE && files().isWritten();
	}

	/**
	 * The entries of a list in a dialog: the choices, with an empty one first if that is the default, or the open images.
	 */
	List<String> options() {
		if (kind() == Kind.IMAGE) return List.of(WindowManager.getImageTitles());
		final List<String> options = kind() == Kind.CHOICE && !offered.get().isEmpty() ? new ArrayList<>(offered.get())
			: choices();
		if (!item.isRequired() && emptyByDefault) options.add(0, "");
		return options;
	}

	/** Whether the style word is among the input's styles. */
	boolean hasStyle(final String style) {
		return FileRule.hasStyle(item, style);
	}

	/** Characters that a text field shows; 0 if the command does not say. */
	int columns() {
		return item.getColumnCount() == UNDECLARED_COLUMNS ? 0 : item.getColumnCount();
	}

	private NumberRule numbers() {
		return new NumberRule(item, type, mayBeNaN);
	}

	private FileRule files() {
		return new FileRule(item);
	}

	/** The allowed values, in words that follow "expected". */
	String allowed() {
		switch (kind()) {
			case BOOLEAN:
				return "true or false";
			case INTEGER:
				return "a whole number" + numbers().range();
			case REAL:
				return "a number" + numbers().range();
			case CHOICE:
				return "one of: " + String.join(" | ", choices());
			case FILE:
				return files().allowed();
			case IMAGE:
				return "the title of an open image";
			default:
				return "text";
		}
	}

	/**
	 * The value a text stands for.
	 *
	 * @param text as given, without brackets
	 * @param called how the message names the input: its key in a macro, its label in a dialog
	 * @return the value, of the input's type; null where the text is empty and nothing is required
	 */
	Object parse(final String text, final String called) throws CommandFailedException {
		final Object value = read(text.trim(), text, called);
		check(value, called);
		return value;
	}

	private Object read(final String trimmed, final String text, final String called) throws CommandFailedException {
		if (trimmed.isEmpty() && kind() != Kind.TEXT && kind() != Kind.CHOICE) {
			if (mayBeNaN) return numbers().real(Double.NaN);
			if (item.isRequired() || item.getType().isPrimitive()) throw CommandFailedException.missing(called, allowed());
			return null;
		}
		switch (kind()) {
			case BOOLEAN:
				if (trimmed.equals("true") || trimmed.equals("false")) return Boolean.valueOf(trimmed);
				break;
			case INTEGER:
				final Object whole = numbers().whole(trimmed);
				if (whole != null) return whole;
				break;
			case REAL:
				final Object real = numbers().real(trimmed);
				if (real != null) return real;
				break;
			case CHOICE:
				for (final Object choice : item.getChoices()) if (format(choice).equals(text)) return choice;
				if (offered.get().contains(text)) return text;
				if (hasOpenChoices()) return text;
				if (text.isEmpty() && !item.isRequired()) return null;
				break;
			case FILE:
				return FileNames.of(text);
			case IMAGE:
				final ImagePlus image = WindowManager.getImage(text);
				if (image != null) return image;
				break;
			default:
				return text;
		}
		throw CommandFailedException.notAllowed(called, text, allowed());
	}

	/**
	 * Refuses a value of the right type that is out of range, no choice, or a missing file.
	 *
	 * @param called how the message names the input
	 */
	void check(final Object value, final String called) throws CommandFailedException {
		final boolean allowed;
		if (value == null) {
			if (!item.isRequired() || kind() == Kind.BUTTON || kind() == Kind.MESSAGE) return;
			throw CommandFailedException.missing(called, allowed());
		}
		else if (kind() == Kind.INTEGER || kind() == Kind.REAL) allowed = numbers().allows(((Number) value).doubleValue());
		else if (kind() == Kind.CHOICE) allowed = hasOpenChoices() || choices().contains(format(value));
		else if (kind() == Kind.FILE) allowed = files().allows((File) value);
		else allowed = true;
		if (allowed) return;
		if (kind() == Kind.FILE) throw new CommandFailedException(called + " is '" + format(value) + "'; " + files()
			.refusal((File) value) + FileNames.hint((File) value));
		throw CommandFailedException.notAllowed(called, format(value), allowed());
	}

	/** The text of a value: what {@link #parse} turns into the same value again; empty for null and NaN. */
	String format(final Object value) {
		if (value == null) return "";
		if (value instanceof ImagePlus) return ((ImagePlus) value).getTitle();
		return NumberRule.text(value);
	}

	/** The text of the value that stands in the module now. */
	String textIn(final Module module) {
		return format(module.getInput(name()));
	}
}
