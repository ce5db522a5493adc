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
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import io.github.hounsfield.imagej.faces.DetectionRois;
import io.github.hounsfield.imagej.faces.FaceSearch;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.tables.TableWindow;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: rectangles around the faces in a photograph, those that OpenCV finds. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Detect Faces (Haar)", weight = 5) }, description =
		"Rectangles around the faces in a photograph, those that " +
		"OpenCV finds")
public class DetectFaces extends MenuCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(visibility = ItemVisibility.MESSAGE, label = "Searched", persist = false, required = false,
		initializer = "saySearch")
	private String searched = "";

	@Parameter(label = "Cascade", choices = { "frontalface_alt", "frontalface_alt2", "frontalface_alt_tree",
		"frontalface_default", "profileface", "eye" }, persist = false, required = false,
		description = "frontalface: faces from the front, alt_tree is the strictest; profileface: faces that look to the " +
			"left of the picture; eye: open eyes")
	private String cascade = DetectorChoice.DEFAULT;

	@Parameter(label = "Other cascade (XML file)", style = "open", persist = false, required = false,
		description = "A cascade of Haar features in OpenCV's XML, in place of the one above")
	private File file;

	@Parameter(label = "Scale factor", min = "1.01", max = "10", stepSize = "0.05", persist = false, required = false,
		description = "Ratio of a window size to the one before; nearer to 1 finds more and takes longer")
	private double scale = 1.1;

	@Parameter(label = "Windows that must agree", min = "0", max = "1000", persist = false, required = false,
		description = "Windows that must agree on a face; 0 shows every window that passes")
	private int neighbors = 3;

	@Parameter(label = "Smallest face (pixels, 0: any)", min = "0", persist = false, required = false,
		description = "Smallest face; 0: as small as the cascade's window")
	private int minsize = 30;

	@Parameter(label = "Largest face (pixels, 0: any)", min = "0", persist = false, required = false,
		description = "Largest face; 0: as large as the image")
	private int maxsize;

	@Parameter(label = "All slices", persist = false, required = false, description = "Not the current slice alone")
	private boolean all;

	@Parameter(label = "Equalize contrast", persist = false, required = false,
		description = "Spread the grey levels first, for flat pictures")
	private boolean equalize;

	@Parameter(label = "Also heads that lean (slower)", persist = false, required = false,
		description =
			"Also search copies turned by 20 and 40 degrees to either side; takes five times as long. Without it, " +
			"heads that lean by more than 20 degrees are mostly missed")
	private boolean roll;

	@Parameter(label = "Add to ROI Manager", persist = false, required = false,
		description = "Each rectangle as an entry of its own")
	private boolean manager;

	/** For scripts; a person sees the overlay and the Results table. */
	@Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
	private List<FaceSearch.Found> detections;

	/** Says what will be searched, to who sees a dialog. */
	protected void saySearch() {
		final ImagePlus shown = image != null ? image : WindowManager.getCurrentImage();
		if (isDialog() && shown != null) searched = FaceSearch.describe(shown);
	}

	@Override
	protected void execute() throws IOException {
		DetectorChoice.requireNoneIdle(given(), cascade, file);
		final Optional<RoiManager> rois = manager ? DetectionRois.manager() : Optional.empty();
		if (manager && rois.isEmpty()) throw new ImageException(
			"manager=true needs ImageJ's ROI Manager, which is not there " +
			"without a window; the boxes stand in the overlay and in the Results table too");
		final DetectorChoice choice = new DetectorChoice(cascade, file, scale, neighbors, minsize, maxsize);
		final FaceSearch search = new FaceSearch(choice.detector()).withName(choice.name()).withEqualize(equalize)
			.withRoll(roll);
		final List<Integer> slices = all ? IntStream.rangeClosed(1, image.getStackSize()).boxed().toList() : List.of(image
			.getCurrentSlice());
		showWork("Searching " + (slices.size() == 1 ? "one slice" : slices.size() + " slices"));
		final List<FaceSearch.Found> found = search.in(image, slices, workers());
		detections = List.copyOf(found);
		show(search, slices, found, rois);
	}

	private void show(final FaceSearch search, final List<Integer> slices, final List<FaceSearch.Found> found,
		final Optional<RoiManager> roiManager)
	{
		final List<Roi> rois = DetectionRois.rois(image, found, search.name());
		DetectionRois.show(image, rois, slices);
		DetectionRois.noteSearch(image, slices, search);
		final ResultsTable table = ResultsTable.getResultsTable();
		DetectionRois.tabulate(table, image, found);
		TableWindow.show(table, "Results");
		roiManager.ifPresent(open -> DetectionRois.manage(image, rois, open));
		final int turn = FaceSearch.storedTurn(image);
		showStatus(found.size() + (found.size() == 1 ? " box" : " boxes") + (FaceSearch.isLimited(image)
			? " found in the selection" : " found") + (turn == 0 ? "" :
				"; the file says that the photograph is turned, and it was " +
				"searched upright"));
	}
}
