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

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.codehaus.groovy.jsr223.GroovyScriptEngineFactory;
import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** The macros and scripts of the project, run as a user runs them. */
final class Scripts {

	private static final Path FOLDER = Path.of("macros").toAbsolutePath();

	private Scripts() {}

	/** A macro that runs one of the folder {@code macros} with its own argument and says what it returned. */
	static String run(final String name) {
		return "print(\"returned \" + runMacro(\"" + FOLDER.resolve(name) + "\", getArgument()));\n";
	}

	/** The argument of a macro. */
	static String argument(final Object... parts) {
		final StringBuilder text = new StringBuilder();
		for (final Object part : parts)
			text.append(text.isEmpty() ? "" : "|").append(part);
		return text.toString();
	}

	/**
	 * Runs a Groovy script in a SciJava context, which fills the parameters that its {@code #@} lines ask for. Fiji adds
	 * Groovy to SciJava by a wrapper around the same engine.
	 */
	static ScriptModule runGroovy(final String name, final Map<String, Object> inputs) throws Exception {
		try (Context context = new Context(PluginService.class, ScriptService.class)) {
			context.service(PluginService.class).addPlugin(new PluginInfo<>(Groovy.class, ScriptLanguage.class));
			final File script = FOLDER.resolve(name).toFile();
			return context.service(ScriptService.class).run(script, true, inputs).get();
		}
	}

	/** What Fiji's own scripting-groovy is. */
	public static final class Groovy extends AdaptedScriptLanguage {

		public Groovy() {
			super(new GroovyScriptEngineFactory());
		}
	}
}
