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
package io.github.hounsfield.imagej.lung;

import ij.ImagePlus;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.LabelImages;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.lung.LungException;
import io.github.hounsfield.lung.LungMask;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.lung.LungMasker;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.planar.PlanarImg;

/**
 * The lungs of an image that was opened: as a mask with the geometry, labels and Info of the image, and as outlines
 * in its overlay.
 */
public final class LungMasking {

	/** Name of the mask's property that holds the report. */
	public static final String REPORT = "Hounsfield.LungMask";

	private final LungVolume volume;
	private final LungMask mask;
	private final byte[][] planes;

	/**
	 * Finds the lungs.
	 *
	 * @param image in HU, or stored values of a CT with its header; not changed
	 * @throws ImageException where the image is neither, or no volume of transverse slices
	 * @throws LungException where it has no lung: says what was found
	 */
	public LungMasking(final ImagePlus image, final LungMaskOptions options, final Workers workers) {
		volume = LungVolume.of(image);
		mask = LungMasker.mask(volume.hu(), volume.grid(), options, workers);
		planes = new byte[image.getStackSize()][];
		final PlanarImg<?, ?> labels = (PlanarImg<?, ?>) mask.labels();
		for (int z = 0; z < planes.length; z++)
			planes[z] = ((ByteArray) labels.getPlane(z)).getCurrentStorageArray();
	}

	/**
	 * Requires an image in which lungs can be looked for.
	 *
	 * @throws ImageException where it is neither in HU nor a CT, or no volume of transverse slices
	 */
	public static void requireVolume(final ImagePlus image) {
		LungVolume.of(image);
	}

	LungVolume volume() {
		return volume;
	}

	byte[][] planes() {
		return planes;
	}

	/** Whether the image says which way the patient lies, so that right and left are known. */
	public boolean knowsSides() {
		return mask.grid().knowsSides();
	}

	/** Whether a component was left out whose density does not tell lung from gas. */
	public boolean leavesOutDoubtful() {
		return mask.leavesOutDoubtful();
	}

	/** Whether a trachea or main bronchus was found within the lungs and taken out. */
	boolean removedAirways() {
		return mask.airwaysMl() > 0;
	}

	/** What it means that no airways were found; empty where some were, or none were looked for. */
	public Optional<String> withoutAirways() {
		return mask.withoutAirways();
	}

	/** What was found, in a few words for the status. */
	public String summary() {
		return mask.summary();
	}

	/** What was found, for the log: lines. */
	public String report() {
		return mask.report();
	}

	/** What the user must know, a sentence or two each. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>(volume.notes());
		notes.addAll(mask.notes());
		return notes;
	}

	/**
	 * The mask as a new 8-bit image, not shown.
	 *
	 * @param sides 1 for the right lung, 2 for the left; otherwise 255 for both
	 * @throws ImageException where sides are wanted and the image does not say which way the patient lies
	 */
	public ImagePlus image(final boolean sides) {
		final ImagePlus source = volume.image();
		if (sides && !mask.grid().knowsSides()) throw new ImageException("right and left are not known: '" + source
			.getTitle() + "' does not say which way the patient lies. " + String.join(" ", volume.notes()),
			Remedy.MARK_BOTH_ALIKE);
		final byte[][] values = new byte[planes.length][];
		for (int z = 0; z < planes.length; z++) {
			values[z] = planes[z].clone();
			if (!sides) for (int i = 0; i < values[z].length; i++)
				if (values[z][i] != 0) values[z][i] = (byte) 255;
		}
		final ImagePlus image = LabelImages.of(source, "Lungs of " + source.getTitle(), values, sides ? 2 : 255);
		image.setProp(REPORT, report().trim().replace('\n', '|'));
		return image;
	}

	/** Draws the outlines of both lungs into a new overlay of the image, which keeps what else its overlay held. */
	public void outline() {
		LungOutlines.show(volume.image(), planes, mask.grid().knowsSides());
	}
}
