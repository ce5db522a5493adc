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
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import io.github.hounsfield.host.BoxText;
import io.github.hounsfield.imagej.windows.Beside;
import java.awt.AWTEvent;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.Point;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Vector;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;
import org.scijava.widget.NumberWidget;

/**
 * The window of a {@link DialogModel}. Its fields are read directly, and not through {@code getNextNumber} and its
 * like, which would write labels into the Macro Recorder. If an answer is not allowed, OK says why and the dialog
 * stays.
 */
final class CommandDialog extends GenericDialog implements DialogListener {

	private static final long serialVersionUID = 1L;

	private static final int NUMBER_COLUMNS = 8;
	private static final int TEXT_COLUMNS = 20;
	private static final int PATH_COLUMNS = 40;
	private static final int LINE_INDENT = 40;
	private static final int LINE_POINTS = 11;

	private final transient DialogModel model;
	private final transient Map<String, Supplier<String>> readers = new LinkedHashMap<>();
	private final transient Map<String, Consumer<String>> writers = new LinkedHashMap<>();
	private final transient Map<String, Component> fields = new LinkedHashMap<>();
	private final transient LivePreview preview;
	private boolean besideImage;

	/**
	 * Builds the dialog.
	 *
	 * @param model what it asks
	 * @param texts what its fields hold at first
	 */
	CommandDialog(final DialogModel model, final Map<String, String> texts) {
		super(model.title());
		this.model = model;
		for (final CommandInput input : model.inputs()) {
			add(input, texts.get(input.name()));
			addLine(input.style().line());
		}
		if (model.addsPreviewCheckbox()) addPreviewCheckbox(null);
		addHelp(model.help());
		preview = new LivePreview(model, this);
		addDialogListener(this);
	}

	/** As wide as it needs to be, up to a limit; beside the image where it previews on it, if there is room. */
	@Override
	public void pack() {
		// a window that is packed twice may keep its first size
		if (!isDisplayable()) addNotify();
		DialogWidth.fit(this, fields.values());
		super.pack();
		if (besideImage) Beside.free(this, Beside.ofActiveImage()).ifPresent(this::setLocation);
	}

	/** What takes the answers while the dialog is open. */
	LivePreview preview() {
		return preview;
	}

	private void add(final CommandInput input, final String text) {
		final String label = DialogModel.fieldLabel(input);
		switch (input.kind()) {
			case MESSAGE:
				if (!model.message(input).isEmpty()) addMessage(model.message(input));
				return;
			case BUTTON:
				addButton(label, event -> preview.pressed(input));
				return;
			case BOOLEAN:
				addCheckbox(label, Boolean.parseBoolean(text));
				final Checkbox checkbox = last(getCheckboxes());
				bind(input, checkbox, () -> Boolean.toString(checkbox.getState()), state -> checkbox.setState(Boolean.parseBoolean(
					state)));
				return;
			case CHOICE:
			case IMAGE:
				addChoice(label, input.options().toArray(String[]::new), text);
				final Choice choice = last(getChoices());
				bind(input, choice, choice::getSelectedItem, choice::select);
				return;
			case INTEGER:
			case REAL:
				addNumber(input, label);
				bindText(input, last(getNumericFields()), text);
				return;
			case FILE:
				addPath(input, label, text);
				return;
			default:
				addStringField(label, text, input.columns() > 0 ? input.columns() : TEXT_COLUMNS);
				if (input.style().holdsPaths()) {
					addBrowseButton(input, last(getStringFields()));
					PathField.takeDrops(last(getStringFields()), input.style().holdsSeveral());
				}
				bindText(input, last(getStringFields()), text);
		}
	}

	/** What a choice means, under its field. */
	private void addLine(final String line) {
		if (line.isEmpty()) return;
		setInsets(0, LINE_INDENT, 4);
		addMessage(line, new Font(Font.SANS_SERIF, Font.PLAIN, LINE_POINTS), Color.DARK_GRAY);
	}

	private void addNumber(final CommandInput input, final String label) {
		final ModuleItem<?> item = input.item();
		final Number min = (Number) item.getMinimumValue();
		final Number max = (Number) item.getMaximumValue();
		final boolean slider = input.hasStyle(NumberWidget.SLIDER_STYLE) || input.hasStyle(NumberWidget.SCROLL_BAR_STYLE);
		if (slider && min != null && max != null) {
			final Number now = (Number) model.command().module().getInput(input.name());
			final double step = item.getStepSize() == null ? 1 : item.getStepSize().doubleValue();
			addSlider(label, min.doubleValue(), max.doubleValue(), now == null ? min.doubleValue() : now.doubleValue(), step);
		}
		else addNumericField(label, 0, 0, NUMBER_COLUMNS, null);
	}

	private void addPath(final CommandInput input, final String label, final String text) {
		if (input.hasStyle(FileWidget.DIRECTORY_STYLE)) addDirectoryField(label, text, PATH_COLUMNS);
		else if (input.hasStyle(FileWidget.FILE_AND_DIRECTORY_STYLE) || input.hasStyle(FileWidget.SAVE_STYLE)) {
			addStringField(label, text, PATH_COLUMNS);
			addBrowseButton(input, last(getStringFields()));
		}
		else addFileField(label, text, PATH_COLUMNS);
		bindText(input, last(getStringFields()), text);
		PathField.takeDrops(last(getStringFields()), input.style().holdsSeveral());
	}

	/** Buttons beside the field, where ImageJ's own would choose only files or only folders. */
	private void addBrowseButton(final CommandInput input, final TextField field) {
		final GridBagLayout layout = (GridBagLayout) getLayout();
		final GridBagConstraints constraints = layout.getConstraints(field);
		final Panel panel = PathField.with(this, input, field);
		layout.setConstraints(panel, constraints);
		add(panel);
	}

	private void bindText(final CommandInput input, final TextField field, final String text) {
		if (!field.getText().equals(text)) field.setText(text);
		bind(input, field, field::getText, field::setText);
	}

	private void bind(final CommandInput input, final Component field, final Supplier<String> reader,
		final Consumer<String> writer)
	{
		fields.put(input.name(), field);
		readers.put(input.name(), reader);
		writers.put(input.name(), writer);
	}

	@SuppressWarnings("unchecked")
	private static <C> C last(final Vector<?> components) {
		return (C) components.lastElement();
	}

	/** What the fields hold. */
	Map<String, String> answers() {
		final Map<String, String> answers = new LinkedHashMap<>();
		readers.forEach((name, reader) -> answers.put(name, reader.get()));
		return answers;
	}

	/** Writes texts into fields; to be called in the event thread. */
	void show(final Map<String, String> texts) {
		texts.forEach((name, text) -> {
			if (!readers.get(name).get().equals(text)) writers.get(name).accept(text);
		});
	}

	@Override
	public boolean dialogItemChanged(final GenericDialog dialog, final AWTEvent event) {
		if (event != null) preview.changed();
		return true;
	}

	/** Whether the dialog's preview is ticked. */
	boolean previewIsOn() {
		return !model.addsPreviewCheckbox() || isPreviewActive();
	}

	@Override
	public void actionPerformed(final ActionEvent event) {
		if (event.getSource() != getButtons()[0] || isAllowed()) super.actionPerformed(event);
	}

	@Override
	public void keyPressed(final KeyEvent event) {
		if (event.getKeyCode() != KeyEvent.VK_ENTER || isAllowed()) super.keyPressed(event);
	}

	private boolean isAllowed() {
		for (final CommandInput input : model.inputs()) {
			if (!DialogModel.isAnswered(input)) continue;
			try {
				DialogModel.parse(input, readers.get(input.name()).get());
			}
			catch (final CommandFailedException exc) {
				final String next = input.kind() != CommandInput.Kind.FILE ? "" : input.isWritten() ? " Press Browse."
					: " Press Browse, or drop it on the field from a file manager.";
				new MessageDialog(IJ.getInstance(), getTitle(), BoxText.wrap(exc.getMessage() + next));
				fields.get(input.name()).requestFocusInWindow();
				return false;
			}
		}
		return true;
	}

	/**
	 * Shows the dialog and waits until it is closed.
	 *
	 * @param place where it stood before; null if it is new
	 * @param focused the input that has the focus; empty for the topmost
	 */
	boolean ask(final Point place, final String focused) {
		if (place != null) setLocation(place.x, place.y);
		else besideImage = model.command().previews();
		final Component field = fields.get(focused);
		if (field != null) addWindowListener(new WindowAdapter() {

			@Override
			public void windowOpened(final WindowEvent event) {
				EventQueue.invokeLater(field::requestFocusInWindow);
			}
		});
		showDialog();
		return wasOKed();
	}
}
