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
package io.github.hounsfield.command;

import ij.ImagePlus;
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.imagej.export.HuNormalizing;
import io.github.hounsfield.intensity.HuNormalization;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: an image in HU to a new one of numbers for a network. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Normalize HU", weight = 4.6) }, description =
		"Hounsfield units become numbers that networks are trained on, " +
		"in a new 32-bit image")
public class NormalizeHu extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "HU that become 0", persist = false, required = false, description = "Becomes 0, less the mean")
	private double min = -1000;

	@Parameter(label = "HU that become 1", persist = false, required = false, description = "Becomes 1, less the mean")
	private double max = 400;

	@Parameter(label = "Then subtract", persist = false, required = false, description = "Subtracted in the end")
	private double mean = 0.25;

	@Parameter(label = "Clip to 0 and 1", persist = false, required = false,
		description = "Values beyond the least and the largest HU become 0 and 1, less the mean")
	private boolean clip = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus normalized;

	@Override
	public Optional<String> refusal() {
		return refused(() -> HuNormalizing.requireHu(image));
	}

	@Override
	protected void execute() {
		normalized = outputs().registered(HuNormalizing.normalize(image, clip ? HuNormalization.clipped(min, max,
			mean) : HuNormalization.unclipped(min, max, mean),
			workers()), image);
		showMade(normalized);
	}
}
