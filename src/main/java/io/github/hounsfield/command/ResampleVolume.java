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
import io.github.hounsfield.imagej.export.ImageResampling;
import io.github.hounsfield.imagej.export.ResamplingChoice;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: an image to a new one of another voxel size. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Resample Volume", weight = 4.5) }, description =
		"An image to a new one with voxels of another size, such as " +
		"1 mm; its place in the patient follows")
public class ResampleVolume extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Spacing (mm)", columns = 12, persist = false,
		required = false, attrs = @Attr(name = "numbers", value = "several"),
		description = "One number for all axes, or three for x, y and z: 0.8,0.8,1")
	private String spacing = "1";

	@Parameter(label = "Interpolation", choices = { "linear", "nearest", "cubic" }, persist = false, required = false,
		description = "Masks are always resampled by the nearest voxel")
	private String interpolation = "linear";

	@Parameter(label = "What stays in place", choices = { "centre", "first" }, persist = false, required = false,
		description = "What stays where it is: the middle of the volume, or the centre of its first voxel")
	private String grid = "centre";

	@Parameter(label = "Value beyond the volume (HU of a CT)", columns = 8, persist = false, required = false,
		description = "The value beyond the old volume, which only grid first can reach")
	private double fill = ResamplingChoice.AIR;

	@Parameter(label = "Smooth before", persist = false, required = false,
		description = "Smooth axes that shrink by more than 2, so that fine structures do not become false coarse ones")
	private boolean smooth;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus resampled;

	@Override
	public Optional<String> refusal() {
		return refused(() -> ImageResampling.requireGrid(image));
	}

	@Override
	protected void execute() {
		final ImageResampling resampling = new ImageResampling(image, ResamplingChoice.of(spacing, interpolation, grid, fill,
			smooth));
		resampling.doneOtherwise().ifPresent(this::warn);
		resampled = outputs().registered(resampling.resample(workers()), image);
		showMade(resampled);
	}
}
