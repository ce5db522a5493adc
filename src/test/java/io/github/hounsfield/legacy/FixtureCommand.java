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

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.command.Previewable;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** A command with an input of every kind, which logs what arrived and does what its {@code act} says. */
@Plugin(type = Command.class, description = "Shows what arrives from a macro or a dialog.", menu = {
	@Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Fixture (All Kinds)") })
public class FixtureCommand extends ContextCommand implements Previewable {

	/** What can be chosen. */
	public enum Direction {
		UP, DOWN
	}

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	@Parameter(visibility = ItemVisibility.MESSAGE)
	private final String note = "Nothing is written to disk.";

	@Parameter(required = false)
	private ImagePlus image;

	@Parameter(required = false, persist = false, style = "both", label = "File or folder", description = "Where it is")
	private File path;

	@Parameter(required = false, persist = false, style = "directory", label = "Folder")
	private File folder;

	@Parameter(required = false, persist = false, style = "open", label = "File")
	private File file;

	@Parameter(persist = false, choices = { "Lung (W 1500, L -600)", "Bone", "Custom" }, callback = "presetChanged",
		description = "Window width and level in HU")
	private String preset = "Lung (W 1500, L -600)";

	@Parameter(persist = false, min = "1", max = "65535", callback = "widthChanged")
	private double width = 1500;

	@Parameter(persist = false)
	private double slope = Double.NaN;

	@Parameter(persist = false, min = "1", max = "10", style = "slider", stepSize = "1")
	private int neighbors = 3;

	@Parameter(required = false, persist = false)
	private Integer minsize;

	@Parameter(persist = false, min = "1.01", stepSize = "0.05", description = "Factor from one scale to the next")
	private float scale = 1.1f;

	@Parameter(persist = false)
	private boolean virtual;

	@Parameter(persist = false)
	private boolean recursive = true;

	@Parameter(persist = false)
	private Direction direction = Direction.DOWN;

	@Parameter(required = false)
	private String series = "largest";

	@Parameter(persist = false, required = false, validater = "checkAct", label = "What it does")
	private String act = "";

	@Parameter(label = "Reset", callback = "reset")
	private Button reset;

	@Parameter(persist = false, label = "Preview")
	private boolean preview;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	public void run() {
		IJ.log(String.format(Locale.ROOT,
			"arrived image=%s path=%s folder=%s file=%s preset=%s width=%s slope=%s neighbors=%d minsize=%s scale=%s " +
				"virtual=%s recursive=%s direction=%s series=<%s>", image == null ? null : image.getTitle(), path, folder, file,
			preset, width, slope, neighbors, minsize, scale, virtual, recursive, direction, series));
		if (act.equals("fail")) cancel("slice-7.dcm: the file is cut off");
		else if (act.equals("bug")) throw new IllegalStateException("a slice was lost");
		else if (act.equals("show")) {
			result = IJ.createImage("shown", 8, 8, 1, 8);
			result.show();
		}
		else if (act.equals("make")) result = IJ.createImage("made", 16, 16, 1, 8);
		else if (act.equals("long")) work();
	}

	private void work() {
		for (int i = 0; i < 600 && !isCanceled(); i++) {
			status.showStatus(i, 600, "Step " + i);
			IJ.wait(100);
		}
		log.info(isCanceled() ? "the work was canceled" : "the work was done");
	}

	@Override
	public void preview() {
		if (preview && image != null) image.setDisplayRange(0, width);
		if (preview && image != null) image.updateAndDraw();
	}

	@Override
	public void cancel() {
		if (image != null) image.setDisplayRange(0, 255);
		if (image != null) image.updateAndDraw();
	}

	@SuppressWarnings("unused")
	private void presetChanged() {
		if (preset.startsWith("Lung")) width = 1500;
		if (preset.equals("Bone")) width = 2000;
	}

	@SuppressWarnings("unused")
	private void widthChanged() {
		if (width != 1500 && width != 2000) preset = "Custom";
	}

	@SuppressWarnings("unused")
	private void reset() {
		width = 1500;
		neighbors = 3;
		series = "largest";
	}

	@SuppressWarnings("unused")
	private String checkAct() {
		return act.equals("forbidden") ? "this act is forbidden" : null;
	}
}
