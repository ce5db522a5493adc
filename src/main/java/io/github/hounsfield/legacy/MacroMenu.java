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

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * The macros in Fiji's menu, below the actions. As lines of {@code plugins.config}, which ImageJ reads before Fiji's
 * own commands, they would stand above them. A label ends as its file does: without that, Fiji's scripts have the same
 * ones.
 */
final class MacroMenu {

	private MacroMenu() {}

	private static void edit(final String name) {
		new MacroEditor().run(name);
	}

	/** Opens the macro in the editor. */
	@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Macros",
		weight = 10), @Menu(label = "Lung CT Walkthrough.ijm", weight = 10.1) })
	public static final class LungCTWalkthrough implements Command {

		@Override
		public void run() {
			edit("Lung_CT_Walkthrough.ijm");
		}
	}

	/** Opens the macro in the editor. */
	@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Macros",
		weight = 10), @Menu(label = "Batch HU Measurements.ijm", weight = 10.2) })
	public static final class BatchHUMeasurements implements Command {

		@Override
		public void run() {
			edit("Batch_HU_Measurements.ijm");
		}
	}

	/** Opens the macro in the editor. */
	@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Macros",
		weight = 10), @Menu(label = "Compare Reconstructions.ijm", weight = 10.3) })
	public static final class CompareReconstructions implements Command {

		@Override
		public void run() {
			edit("Compare_Reconstructions.ijm");
		}
	}

	/** Opens the macro in the editor. */
	@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Macros",
		weight = 10), @Menu(label = "Prepare For CNN.ijm", weight = 10.4) })
	public static final class PrepareForCNN implements Command {

		@Override
		public void run() {
			edit("Prepare_For_CNN.ijm");
		}
	}

	/** Opens the macro in the editor. */
	@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Macros",
		weight = 10), @Menu(label = "Blur Faces In Folder.ijm", weight = 10.5) })
	public static final class BlurFacesInFolder implements Command {

		@Override
		public void run() {
			edit("Blur_Faces_In_Folder.ijm");
		}
	}
}
