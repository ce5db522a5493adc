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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.process.ShortProcessor;
import io.github.hounsfield.command.ConvertToHu;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.display.AbstractDisplay;
import org.scijava.display.Display;
import org.scijava.display.DisplayService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** A host with a display for an image, as ImageJ2 is, gets the image; another one writes no warning about it. */
@Isolated
class OutputsPostprocessorTest {

	/** What imagej-legacy has for an ImagePlus. */
	public static final class ImageDisplay extends AbstractDisplay<ImagePlus> {

		public ImageDisplay() {
			super(ImagePlus.class);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anImageIsRegisteredWithAHostThatHasADisplayForIt(final boolean hasDisplay) throws Exception {
		final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
		// as ImageJ2 is without a window
		Interpreter.batchMode = true;
		try (Context context = new Context()) {
			context.service(LogService.class).addLogListener(message -> {
				if (message.level() <= LogLevel.WARN) warnings.add(message.text());
			});
			if (hasDisplay) context.service(PluginService.class).addPlugin(new PluginInfo<>(ImageDisplay.class,
				Display.class));
			final ImagePlus plain = new ImagePlus("plain", new ShortProcessor(2, 1, new short[] { 0, 100 }, null));
			final CommandModule module = context.service(CommandService.class).run(ConvertToHu.class, true, "image", plain,
				"slope", "1", "intercept", "-1024", "force", true).get();
			final ImagePlus hu = (ImagePlus) module.getOutput("hu");
			assertTrue(hu != null, () -> module.getCancelReason());
			assertEquals(hasDisplay ? 1 : 0, context.service(DisplayService.class).getDisplays().stream().filter(
				display -> display.contains(hu)).count());
			assertEquals(List.of(), warnings.stream().filter(line -> line.contains("unsupported")).toList());
		}
		finally {
			Interpreter.batchMode = false;
		}
	}
}
