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
package io.github.hounsfield;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs scripts with pydicom, an independent reader; where it is absent, a test is skipped. */
public final class Pydicom {

	/** The distribution's own interpreter, where its packages are. */
	private static final String PYTHON = System.getProperty("hounsfield.python", "/usr/bin/python3");

	private Pydicom() {}

	/** Skips the calling test, with a message, where pydicom cannot be imported. */
	public static void assumePresent() throws InterruptedException {
		boolean present;
		try {
			present = start("-c", "import pydicom, numpy").waitFor() == 0;
		}
		catch (final IOException e) {
			present = false;
		}
		Assumptions.assumeTrue(present, PYTHON + " has no pydicom");
	}

	/**
	 * @param beside class beside whose file the script lies as a resource
	 * @param input of the script; all of it is handed over before anything is read
	 * @return the lines that it printed, errors among them
	 */
	public static List<String> run(final Class<?> beside, final String script, final String input)
		throws IOException, InterruptedException
	{
		try (InputStream in = beside.getResourceAsStream(script)) {
			final Process process = start("-c", new String(in.readAllBytes(), StandardCharsets.UTF_8));
			process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
			process.getOutputStream().close();
			final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor();
			return output.lines().toList();
		}
	}

	private static Process start(final String... arguments) throws IOException {
		final ProcessBuilder builder = new ProcessBuilder(PYTHON);
		builder.command().addAll(List.of(arguments));
		return builder.redirectErrorStream(true).start();
	}
}
