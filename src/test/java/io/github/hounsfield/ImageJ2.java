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

import java.awt.GraphicsEnvironment;
import java.util.stream.Collectors;
import org.scijava.SciJava;

/**
 * ImageJ2 with the legacy layer as the host of macros, in the JVMs that {@link ImageJProcess} starts. The Maven profile
 * fiji says by a system property which jars it is made of; the plain build has none. No class of ImageJ may be loaded
 * before ImageJ2 patches it, so this names none.
 */
final class ImageJ2 {

	private static final String PROPERTY = "hounsfield.imagej2";

	private ImageJ2() {}

	/** Whether macros are to run in ImageJ2. */
	static boolean isHost() {
		return !classPath().isEmpty();
	}

	/** Its jars and the libraries they need. */
	static String classPath() {
		return System.getProperty(PROPERTY, "");
	}

	/** What macros and scripts printed, without the log that ImageJ2 prints among it. */
	static String withoutLog(final String out) {
		return out.lines().filter(line -> !line.startsWith("[INFO] ")).map(line -> line + "\n").collect(Collectors.joining());
	}

	/**
	 * Whether SciJava's context could not be made, so that nothing of a test has run. It fills one table of annotated
	 * fields from two threads, without a lock, while SCIFIO looks for formats; seldom a field stands there twice then.
	 */
	static boolean hasNotStarted(final String err) {
		return err.contains("Context already injected") && err.contains("at org.scijava.SciJava.<init>");
	}

	/**
	 * As ImageJ2's own main class, or runs a script in ImageJ2's window, which is ImageJ's own.
	 *
	 * @param args what ImageJ2 takes, such as {@code -macro FILE ARGUMENT} or {@code --run FILE 'key="value"'}; with a
	 *          window also a script's class and its arguments
	 */
	public static void main(final String[] args) {
		if (GraphicsEnvironment.isHeadless() || args[0].startsWith("-")) {
			new SciJava().launch(args);
			System.exit(0);
		}
		new SciJava().launch();
		ImageJWindow.run(args);
	}
}
