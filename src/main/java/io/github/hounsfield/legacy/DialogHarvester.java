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
import io.github.hounsfield.host.BoxText;
import io.github.hounsfield.host.DomainCommand;
import io.github.hounsfield.host.RecallsChoices;
import io.github.hounsfield.host.Refusals;
import io.github.hounsfield.host.SessionChoices;
import java.awt.Point;
import java.util.Map;
import java.util.Optional;
import org.scijava.Context;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Asks a person for a command's inputs, with a dialog made of the command's own parameters. If the work refuses an
 * answer, the dialog comes back with all answers.
 */
final class DialogHarvester implements Refusals {

	private final BridgedCommand command;
	private final ModuleService remembered;
	private final DialogModel model;
	private Map<String, String> texts;
	private Point place;
	private volatile boolean asking;

	/**
	 * @param command what is to be run
	 * @param context keeps the last answers of persisted inputs
	 */
	DialogHarvester(final BridgedCommand command, final Context context) {
		this.command = command;
		remembered = context.service(ModuleService.class);
		model = new DialogModel(command);
	}

	/**
	 * Fills the command's inputs.
	 *
	 * @return false when the person canceled
	 */
	boolean harvest() {
		if (model.isEmpty()) return true;
		recall();
		texts = model.texts();
		if (!ask("")) return false;
		if (command.module().getDelegateObject() instanceof DomainCommand asked) asked.askAgain(this);
		return true;
	}

	@Override
	public Reply refused(final String reason, final String about) {
		final Optional<CommandInput> refused = new RefusedAnswer(model, texts).in(reason, about);
		if (refused.isEmpty()) return Reply.NOT_ASKED;
		asking = true;
		try {
			MacroStop.tell(model.title(), reason);
			return ask(refused.get().name()) ? Reply.AGAIN : Reply.CANCELED;
		}
		finally {
			IJ.resetEscape();
			asking = false;
		}
	}

	/** Whether a person is at the dialog again, where Esc belongs to the dialog and not to the work. */
	boolean isAsking() {
		return asking;
	}

	/**
	 * Shows the dialog until its answers are allowed.
	 *
	 * @param first the input that has the focus; empty for the topmost
	 * @return false when the person canceled
	 */
	private boolean ask(final String first) {
		String focused = first;
		for (;;) {
			final CommandDialog dialog = new CommandDialog(model, texts);
			final boolean accepted = dialog.ask(place, focused);
			place = dialog.getLocation();
			dialog.preview().finish();
			if (!accepted) {
				command.module().cancel();
				return false;
			}
			texts = dialog.answers();
			try {
				model.fill(texts);
				command.check();
				remember();
				return true;
			}
			catch (final CommandFailedException exc) {
				IJ.showMessage(model.title(), BoxText.wrap(exc.getMessage()));
				focused = new RefusedAnswer(model, texts).in(exc.getMessage(), "").map(CommandInput::name).orElse(first);
			}
		}
	}

	/** Choices of this session count before persisted ones of earlier sessions. */
	private void recall() {
		final Map<String, Object> chosen = SessionChoices.of(command.module());
		for (final CommandInput input : model.inputs()) {
			final boolean keeps = DialogModel.isAnswered(input) && input.kind() != CommandInput.Kind.IMAGE;
			final Object persisted = keeps ? remembered.load(input.item()) : null;
			final Object value = chosen.getOrDefault(input.name(), persisted);
			if (value == null) continue;
			try {
				input.check(value, input.name());
				command.set(input, value);
			}
			catch (final CommandFailedException exc) {
				// An answer of the last time may be wrong now, such as a removed folder. Then the default stays.
			}
		}
		if (command.module().getDelegateObject() instanceof RecallsChoices choices) choices.recalled();
	}

	private void remember() {
		SessionChoices.remember(command.module());
		for (final CommandInput input : model.inputs()) {
			final boolean keeps = DialogModel.isAnswered(input) && input.kind() != CommandInput.Kind.IMAGE;
			if (keeps) save(input);
		}
	}

	@SuppressWarnings("unchecked")
	private void save(final CommandInput input) {
		remembered.save((ModuleItem<Object>) input.item(), command.module().getInput(input.name()));
	}
}
