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
package io.github.hounsfield.macros;

import ij.IJ;
import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/**
 * Runs the lines of a macro in a SciJava context, without ImageJ's macro language: {@code open("file")} and
 * {@code run("Label", "key=value key=[two words]")}, the image of one line being the input of the next.
 *
 * @param commands of the context
 */
record RunLines(CommandService commands) {

	private static final Pattern LINE = Pattern.compile("(open|run)\\(\"([^\"]*)\"(?:, \"([^\"]*)\")?\\);");
	private static final Pattern OPTION = Pattern.compile("(\\w+)=(?:\\[([^\\]]*)\\]|(\\S+))");

	/** @return the last image */
	ImagePlus run(final String macro) throws Exception {
		ImagePlus image = null;
		for (final String line : macro.lines().toList()) {
			final Matcher parts = LINE.matcher(line.trim());
			if (!parts.matches()) throw new IllegalArgumentException("not a line of this test: " + line);
			image = parts.group(1).equals("open") ? IJ.openImage(parts.group(2)) : run(parts.group(2), options(parts.group(
				3)), image);
		}
		return image;
	}

	private static Map<String, Object> options(final String text) {
		final Map<String, Object> options = new LinkedHashMap<>();
		final Matcher option = OPTION.matcher(text == null ? "" : text);
		while (option.find())
			options.put(option.group(1), option.group(2) != null ? option.group(2) : option.group(3));
		return options;
	}

	private ImagePlus run(final String label, final Map<String, Object> inputs, final ImagePlus image) throws Exception {
		final CommandInfo command = command(label);
		for (final ModuleItem<?> input : command.inputs())
			if (input.getType() == ImagePlus.class) inputs.put(input.getName(), image);
		final CommandModule module = commands.run(command, true, inputs).get();
		if (module.isCanceled()) throw new IllegalStateException(label + ": " + module.getCancelReason());
		for (final Object output : module.getOutputs().values())
			if (output instanceof ImagePlus made) return made;
		return image;
	}

	private CommandInfo command(final String label) {
		return commands.getCommands().stream().filter(info -> info.getMenuPath().getLeaf() != null && info.getMenuPath()
			.getLeaf().getName().equals(label)).findFirst().orElseThrow(() -> new IllegalArgumentException("no command " +
				label));
	}
}
