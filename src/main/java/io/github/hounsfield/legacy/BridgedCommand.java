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
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.KeysGiven;
import io.github.hounsfield.host.OffersChoices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.MenuPath;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.Previewable;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/**
 * One run of a command. Its inputs are filled in SciJava's order: services, the active image, the macro's options,
 * initializers. They are checked, and the command runs. Not thread safe.
 */
final class BridgedCommand {

	/** The name of the input by which a {@link Previewable} command lets its preview be switched. */
	static final String PREVIEW = "preview";

	private final Module module;
	private final List<CommandInput> inputs = new ArrayList<>();

	/**
	 * Makes an instance of the command.
	 *
	 * @throws IllegalArgumentException when the command cannot be made or has an input of a type the bridge cannot fill
	 */
	BridgedCommand(final Class<? extends Command> type, final Context context) {
		this(injected(module(new CommandInfo(type, type.getAnnotation(Plugin.class))), context), context);
	}

	/** Takes a command that ImageJ2 is about to run. */
	BridgedCommand(final Module module, final Context context) {
		this.module = module;
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (context.isInjectable(item.getType())) continue;
			inputs.add(new CommandInput(item, module.getInput(item.getName()), () -> offered(item.getName())));
		}
	}

	private static Module module(final ModuleInfo info) {
		try {
			return info.createModule();
		}
		catch (final ModuleException exc) {
			throw new IllegalArgumentException("Cannot make the command " + info.getDelegateClassName(), exc);
		}
	}

	private static Module injected(final Module module, final Context context) {
		context.inject(module);
		return module;
	}

	private List<String> offered(final String input) {
		return module.getDelegateObject() instanceof OffersChoices choices ? choices.choices(input) : List.of();
	}

	/** The command's label in the menu, or the name of its class where it has none. */
	String label() {
		final MenuPath path = module.getInfo().getMenuPath();
		if (path != null && !path.isEmpty()) return path.getLeaf().getName();
		final String label = module.getInfo().getLabel();
		return label != null && !label.isEmpty() ? label : module.getDelegateObject().getClass().getSimpleName();
	}

	/** What the command does, in a sentence; empty where it does not say. */
	String description() {
		final String description = module.getInfo().getDescription();
		return description == null ? "" : description;
	}

	Module module() {
		return module;
	}

	/** The inputs that a macro can give. */
	List<CommandInput> inputs() {
		return Collections.unmodifiableList(inputs);
	}

	/** The inputs of a dialog: all but invisible ones and the single image, which is the active one. */
	List<CommandInput> asked() {
		final boolean oneImage = inputs.stream().filter(i -> i.kind() == CommandInput.Kind.IMAGE).count() == 1;
		return inputs.stream().filter(input -> input.item().getVisibility() != ItemVisibility.INVISIBLE)
			.filter(input -> !(oneImage && input.kind() == CommandInput.Kind.IMAGE)).collect(Collectors.toList());
	}

	/** Whether the command can show what it would do while its dialog is open. */
	boolean previews() {
		return module.getDelegateObject() instanceof Previewable;
	}

	/** Fills a single image input with the active image. */
	void fillImage() {
		final List<CommandInput> images = inputs.stream().filter(i -> i.kind() == CommandInput.Kind.IMAGE)
			.collect(Collectors.toList());
		final ImagePlus active = WindowManager.getCurrentImage();
		if (images.size() == 1 && active != null) set(images.get(0), active);
	}

	/** Fills the inputs that the macro names; the others keep their defaults. */
	void fill(final MacroOptions options) throws CommandFailedException {
		final List<CommandInput> named = inputs.stream().filter(i -> i.kind() != CommandInput.Kind.BUTTON &&
			i.kind() != CommandInput.Kind.MESSAGE).collect(Collectors.toList());
		options.requireOnly(named.stream().map(CommandInput::key).collect(Collectors.toList()));
		for (final CommandInput input : named) {
			final String key = input.key();
			if (options.isFlag(key)) {
				if (input.kind() != CommandInput.Kind.BOOLEAN) throw CommandFailedException.missing(key, input.allowed());
				set(input, true);
			}
			else if (options.get(key) != null) set(input, input.parse(options.get(key), key));
		}
		tellGiven(module, options.keys());
	}

	/** Tells a command which of its keys were given, if it wants to know. */
	static void tellGiven(final Module module, final Set<String> keys) {
		if (module.getDelegateObject() instanceof KeysGiven command) command.given(Set.copyOf(keys));
	}

	/** Takes back what was filled in. */
	void empty() {
		final Module fresh = module(module.getInfo());
		for (final CommandInput input : inputs)
			if (input.kind() != CommandInput.Kind.IMAGE) set(input, fresh.getInput(input.name()));
	}

	/** Keeps ImageJ2 from asking for any further input, except a missing image. */
	void resolve() {
		for (final CommandInput input : inputs)
			if (input.kind() != CommandInput.Kind.IMAGE || module.getInput(input.name()) != null) module.resolveInput(input
				.name());
	}

	/** Calls the command's initializers. */
	void initialize() throws CommandFailedException {
		try {
			module.initialize();
		}
		catch (final MethodCallException exc) {
			throw unwrap(exc);
		}
		failIfCanceled();
	}

	/** Refuses to go on without an image if the command needs one, before anything is asked. */
	void requireImage() throws CommandFailedException {
		for (final CommandInput input : inputs) {
			final boolean missing = input.kind() == CommandInput.Kind.IMAGE && input.item().isRequired() &&
				module.getInput(input.name()) == null && WindowManager.getCurrentImage() == null;
			if (missing) throw new CommandFailedException(Inputs.noImage(label()));
			if (input.kind() == CommandInput.Kind.IMAGE) refusePlot(module.getInput(input.name()));
		}
	}

	/** ImageJ2 has not filled the image in where a dialog is to come. */
	private void refusePlot(final Object given) throws CommandFailedException {
		final Optional<String> refusal = Inputs.plot(given instanceof ImagePlus image ? image : WindowManager
			.getCurrentImage(), label());
		if (refusal.isPresent()) throw new CommandFailedException(refusal.get());
	}

	/** Refuses an image that the command cannot use with any parameters. */
	void refuseImage() throws CommandFailedException {
		if (!(module.getDelegateObject() instanceof ChecksImage command)) return;
		final Optional<String> refusal = command.refusal();
		if (refusal.isPresent()) throw new CommandFailedException(refusal.get());
	}

	/** Checks every input, whoever filled it, and calls the command's validaters. */
	void check() throws CommandFailedException {
		for (final CommandInput input : inputs) input.check(module.getInput(input.name()), input.key());
		for (final CommandInput input : inputs) validate(input);
	}

	private void validate(final CommandInput input) throws CommandFailedException {
		final String validater = input.item().getValidater();
		if (validater == null || validater.isEmpty()) return;
		final String problem = input.item().validateMessage(module);
		if (problem != null) throw new CommandFailedException(input.key() + ": " + problem);
	}

	/** Runs the command in this thread. */
	void run() throws CommandFailedException {
		module.run();
		failIfCanceled();
	}

	/** Asks the command to stop; it does so when it next looks. */
	void cancel(final String reason) {
		if (module instanceof Cancelable) ((Cancelable) module).cancel(reason);
	}

	boolean isCanceled() {
		return module instanceof Cancelable && ((Cancelable) module).isCanceled();
	}

	/** Whether the command looks whether it was canceled. */
	boolean isCancelable() {
		return module.getDelegateObject() instanceof Cancelable;
	}

	private void failIfCanceled() throws CommandFailedException {
		if (!isCanceled()) return;
		final String reason = ((Cancelable) module).getCancelReason();
		throw new CommandFailedException(reason == null ? "" : reason);
	}

	void set(final CommandInput input, final Object value) {
		if (value != null || !input.item().getType().isPrimitive()) module.setInput(input.name(), value);
	}

	/** Throws on what a method of the command threw. */
	static RuntimeException unwrap(final MethodCallException exc) {
		Throwable cause = exc;
		while (cause.getCause() != null) cause = cause.getCause();
		if (cause instanceof Error) throw (Error) cause;
		return cause instanceof RuntimeException ? (RuntimeException) cause : new IllegalStateException(cause);
	}
}
