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
import ij.gui.Overlay;
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.lung.LungMasking;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.work.Workers;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: the lungs of a chest CT as a mask, and as outlines on the image. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Lung Mask", weight = 4.1) }, description = "The lungs of a chest CT as a mask, and as outlines on the image")
public class LungMask extends MenuCommand implements Previewable, ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false, label = "Note")
	private String limits = "Only aerated lung is found: consolidation, effusion and masses at the pleura stay out.";

	@Parameter(label = "Threshold (HU)", min = "-900", max = "-100", persist = false, required = false,
		description = "Voxels under it may be lung; -900 to -100")
	private double threshold = LungMaskOptions.DEFAULT.threshold();

	@Parameter(label = "Airways", choices = { LungChoice.REMOVE, LungChoice.KEEP }, persist = false, required = false,
		description = "Whether trachea and main bronchi are taken out")
	private String airways = LungChoice.REMOVE;

	@Parameter(label = "Close the outline by (mm)", min = "0", max = "30", persist = false, required = false,
		description = "Radius of the disc that closes the outline in each slice, 0 to 30; brings vessels back and changes " +
			"density; 0: neither closed nor filled")
	private double close = LungMaskOptions.DEFAULT.closeMm();

	@Parameter(label = "Mask is 1 in the right lung, 2 in the left", persist = false, required = false,
		description = "The mask is 1 in the right lung and 2 in the left; otherwise 255 in both")
	private boolean sides;

	@Parameter(label = "Smallest part of a lung (ml)", min = "0", max = "10000", persist = false, required = false,
		description = "What is smaller is no part of a lung. In a series shorter than 50 mm it shrinks with its length: " +
			"50 ml become 25 ml at 25 mm")
	private double minimum = LungMaskOptions.DEFAULT.minimumMl();

	@Parameter(label = "Take doubtful density", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Also take what is so thin, -960 to -940 HU in its middle, that it may be gas in the bowel as well " +
			"as a lung with severe emphysema")
	private boolean force;

	@Parameter(label = "Preview", persist = false, required = false, description = "Outline the lungs on the image now")
	private boolean preview;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus mask;

	/** What the preview drew over, and whether it did. */
	private Overlay before;
	private boolean drawn;

	@Override
	public Optional<String> refusal() {
		return refused(() -> LungMasking.requireVolume(image));
	}

	@Override
	protected void execute() {
		final LungMaskOptions options = options();
		cancel();
		final LungMasking lungs = new LungMasking(image, options, workers());
		final ImagePlus made = lungs.image(sides);
		lungs.outline();
		lungs.notes().forEach(this::warn);
		lungs.withoutAirways().ifPresent(this::note);
		if (lungs.leavesOutDoubtful()) warn(Hints.takeDoubtful(isDialog()));
		showStatus(lungs.summary());
		mask = outputs().registered(made, image);
	}

	private LungMaskOptions options() {
		return LungMaskOptions.DEFAULT.withThreshold(threshold).withAirwaysRemoved(LungChoice.removes(airways)).withClose(
			close)
			.withMinimumMl(minimum).withForce(force);
	}

	@Override
	public void preview() {
		cancel();
		if (!preview) return;
		try {
			final LungMasking lungs = new LungMasking(image, options(), Workers.threads(Runtime.getRuntime()
				.availableProcessors()));
			before = image.getOverlay();
			drawn = true;
			lungs.outline();
			showStatus(lungs.summary());
		}
		catch (final ImageException | IntensityException e) {
			showStatus(reason(e));
		}
	}

	/** Takes the preview back. */
	@Override
	public void cancel() {
		if (drawn) image.setOverlay(before);
		drawn = false;
	}
}
