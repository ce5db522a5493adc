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
import ij.WindowManager;
import ij.gui.Overlay;
import io.github.hounsfield.haar.Pixelation;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.imagej.faces.BoxReview;
import io.github.hounsfield.imagej.faces.FaceBlur;
import io.github.hounsfield.imagej.faces.FaceSearch;
import io.github.hounsfield.imagej.pixels.ImageException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Menu action: a copy of a photograph in which the faces in the overlay, or those found now, are covered. A face that
 * is not found stays as it is.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Blur Detected Faces", weight = 6) }, description =
		"A copy of a photograph in which found faces are covered; " +
		"faces that are not found stay")
public class BlurDetectedFaces extends MenuCommand {

	static final String SOLID = "Solid";
	static final String MOSAIC = "Mosaic";

	private static final double LARGEST_MARGIN = 200;

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(visibility = ItemVisibility.MESSAGE, label = "Searched", persist = false, required = false,
		initializer = "saySearch")
	private String searched = "";

	@Parameter(label = "Margin (%)", min = "0", max = "200", persist = false, required = false,
		description = "Added on each side of a face, of its width and height: hair, ears and chin")
	private double margin = 20;

	@Parameter(label = "Cover with", choices = { SOLID, MOSAIC }, persist = false, required = false,
		description =
			"Solid: one colour, the mean. Mosaic: blocks, in which a program, and who knows the person, may still " +
			"recognise a face")
	private String style = SOLID;

	@Parameter(label = "Blocks across a face (mosaic)", min = "1", max = "16", persist = false, required = false,
		callback = "makeMosaic", description =
			"Blocks of the mosaic along the longer side; the fewer, the less can be recognised")
	private int blocks = Pixelation.DEFAULT_BLOCKS;

	@Parameter(label = "Cascade", choices = { "frontalface_alt", "frontalface_alt2", "frontalface_alt_tree",
		"frontalface_default", "profileface", "eye" }, persist = false, required = false,
		description = "What is looked for where Detect Faces has not marked any")
	private String cascade = DetectorChoice.DEFAULT;

	@Parameter(label = "Other cascade (XML file)", style = "open", persist = false, required = false,
		description = "A cascade of Haar features in OpenCV's XML, in place of the one above")
	private File file;

	@Parameter(label = "Scale factor", min = "1.01", max = "10", stepSize = "0.05", persist = false, required = false,
		description = "Ratio of a window size to the one before; nearer to 1 finds more and takes longer")
	private double scale = 1.1;

	@Parameter(label = "Windows that must agree", min = "0", max = "1000", persist = false, required = false,
		description = "Windows that must agree on a face; the fewer, the more is blurred, also what is no face")
	private int neighbors = 3;

	@Parameter(label = "Smallest face (pixels, 0: any)", min = "0", persist = false, required = false,
		description = "Smallest face; 0: as small as the cascade's window")
	private int minsize = 30;

	@Parameter(label = "Largest face (pixels, 0: any)", min = "0", persist = false, required = false,
		description = "Largest face; 0: as large as the image")
	private int maxsize;

	@Parameter(label = "All slices", persist = false, required = false,
		description = "Copy and blur the whole stack; otherwise the copy is of the current slice alone")
	private boolean all;

	@Parameter(label = "Equalize contrast", persist = false, required = false,
		description = "Spread the grey levels before the search, for flat pictures")
	private boolean equalize;

	@Parameter(label = "Also heads that lean (slower)", persist = false, required = false,
		description =
			"Also search copies turned by 20 and 40 degrees to either side; takes five times as long. Without it, " +
			"heads that lean by more than 20 degrees are mostly missed")
	private boolean roll;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus blurred;

	@Override
	public void given(final Set<String> keys) {
		super.given(keys);
		if (keys.contains("blocks") && !keys.contains("style")) style = MOSAIC;
	}

	/** Says what will be searched, to who sees a dialog. */
	protected void saySearch() {
		final ImagePlus shown = image != null ? image : WindowManager.getCurrentImage();
		if (isDialog() && shown != null) searched = FaceSearch.describe(shown);
	}

	/** A number of blocks typed into the dialog is wanted. */
	protected void makeMosaic() {
		style = MOSAIC;
	}

	@Override
	protected void execute() throws IOException {
		DetectorChoice.requireNoneIdle(given(), cascade, file);
		Inputs.inRange("margin", margin, 0, LARGEST_MARGIN);
		Inputs.inRange("blocks", blocks, 1, Pixelation.MOST_BLOCKS);
		if (!List.of(SOLID, MOSAIC).contains(style)) throw new ImageException("style is '" + style + "'", "one of " +
			SOLID +
			", " + MOSAIC);
		if (SOLID.equals(style) && given().contains("blocks") && blocks != Pixelation.DEFAULT_BLOCKS) throw
			new ImageException(
			"blocks is " + blocks + ", but style=" + SOLID + " has none; leave out blocks, or give style=" + MOSAIC);
		final DetectorChoice choice = new DetectorChoice(cascade, file, scale, neighbors, minsize, maxsize);
		final FaceSearch search = new FaceSearch(choice.detector()).withName(choice.name()).withEqualize(equalize)
			.withRoll(roll);
		final FaceBlur blur = new FaceBlur(search, margin, SOLID.equals(style) ? 1 : blocks);
		final FaceBlur.Blurred result = given().isEmpty() && isDialog() && image.getWindow() != null ? reviewed(blur) : blur
			.blur(image, all, workers());
		result.image().setProp("Hounsfield.Faces", result.faces());
		blurred = outputs().registered(result.image(), image);
		result.notes().forEach(this::warn);
		showStatus(result.faces() + (result.faces() == 1 ? " face" : " faces") + " covered" + where(result) +
			(result.limited() ? "; only the selection was searched" : "; look for those that were not found"));
	}

	/** A person sees the boxes before they are covered. */
	private FaceBlur.Blurred reviewed(final FaceBlur blur) {
		showWork("Searching for faces");
		final FaceBlur.Search search = blur.find(image, all, workers());
		showWork("Look at the boxes, then press Cover");
		final Overlay before = image.getOverlay() == null ? null : image.getOverlay().duplicate();
		final boolean changed = BoxReview.review(image, blur, all, search.found());
		final FaceBlur.Blurred result = blur.cover(image, all, search);
		if (!changed) image.setOverlay(before);
		else warn("Boxes were added or deleted by hand, which the recorded line " +
			"does not know: replayed on another opening of this image it covers what it finds. Save the image as TIFF to keep " +
			"its boxes.");
		return result;
	}

	private static String where(final FaceBlur.Blurred result) {
		final String where = FaceBlur.where(result.bySlice());
		return result.bySlice().size() < 2 || where.isEmpty() ? "" : " (" + where + ")";
	}
}
