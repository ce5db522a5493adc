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
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.OffersChoices;
import io.github.hounsfield.host.RecallsChoices;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.hu.ImageWindows;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.intensity.WindowPreset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: shows a CT image through a window of PS3.3 C.11.2, or makes a new 8-bit image. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Apply Lung Window", weight = 3) }, description = "How a CT image is shown, or a new 8-bit image, through a " +
		"window of HU")
public class ApplyLungWindow extends MenuCommand implements Previewable, OffersChoices, RecallsChoices,
	ChecksImage
{

	static final String DISPLAY_RANGE = "Display range";
	static final String EIGHT_BIT = "8-bit image";

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Window", persist = false, required = false, callback = "showLevels", choices = {
		"Lung (W 1500, L -600)", "Lung (W 1400, L -500)", "Lung (W 1500, L -500)", "Mediastinum (W 400, L 40)",
		"Bone (W 2000, L 350)", "Brain (W 80, L 40)", "Abdomen (W 400, L 50)", "Liver (W 150, L 30)", WindowChoice.IMAGE,
		WindowChoice.IMAGE + " 2", WindowChoice.IMAGE + " 3", WindowChoice.CUSTOM }, attrs = @Attr(name = "openChoices",
			value = "true"), description = "W is the width in HU, L the level (center); Image: a window of the image's own " +
				"header; Custom: width and level below")
	private String preset = "Lung (W 1500, L -600)";

	@Parameter(visibility = ItemVisibility.MESSAGE, label = "In the header", persist = false, required = false,
		initializer = "nameWindows")
	private String windows = "";

	@Parameter(label = "Width (HU)", persist = false, required = false, callback = "makeCustom",
		description = "For the window Custom")
	private double width = WindowChoice.DEFAULT_WIDTH;

	@Parameter(label = "Level (HU)", persist = false, required = false, callback = "makeCustom",
		description = "Center, for the window Custom")
	private double center = WindowChoice.DEFAULT_CENTER;

	@Parameter(label = "Function", choices = { "LINEAR", "LINEAR_EXACT", "SIGMOID" }, persist = false, required = false,
		description = "VOI LUT Function of the DICOM standard; the windows of the image's own header bring their own")
	private String function = "LINEAR";

	@Parameter(label = "Mode", choices = { DISPLAY_RANGE, EIGHT_BIT }, persist = false, required = false,
		description = "Display range changes no pixel; 8-bit image makes a new image of grey levels")
	private String mode = DISPLAY_RANGE;

	@Parameter(label = "Preview", persist = false, required = false, description = "Show the window on the image now")
	private boolean preview;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus windowed;

	/** Restores what the preview changed. */
	private Runnable before;

	/** Width and level without a window mean Custom. */
	@Override
	public void given(final Set<String> keys) {
		super.given(keys);
		if (!keys.contains("preset") && (keys.contains("width") || keys.contains("center"))) preset = WindowChoice.CUSTOM;
	}

	/** The windows of the image's own header are offered by their explanations. */
	@Override
	public List<String> choices(final String parameter) {
		return "preset".equals(parameter) ? WindowChoice.choices(own(image)) : List.of();
	}

	/** Replaces a window that this image does not offer by the default. Any window but Custom has its own levels. */
	@Override
	public void recalled() {
		if (!choices("preset").contains(preset)) preset = WindowPreset.DEFAULT.label();
		showLevels();
	}

	/** Says what Image, Image 2 ... stand for. */
	protected void nameWindows() {
		final ImagePlus shown = image != null ? image : WindowManager.getCurrentImage();
		windows = WindowChoice.describe(own(shown));
	}

	/** Shows width and level of the window chosen in the dialog, if it has them. */
	protected void showLevels() {
		if (WindowChoice.CUSTOM.equals(preset) || image == null) return;
		try {
			final VoiTransform chosen = new WindowChoice(preset, width, center, function).transform(ImageValues.of(image), image
				.getCurrentSlice() - 1);
			if (!(chosen instanceof Window window)) return;
			width = window.width();
			center = window.center();
		}
		catch (final ImageException | IntensityException e) {
			showStatus(reason(e));
		}
	}

	/** A width or level typed into the dialog makes the window Custom. */
	protected void makeCustom() {
		preset = WindowChoice.CUSTOM;
	}

	/** The image's own windows; none if it cannot be windowed, which is said when the window is applied. */
	private static List<ImageWindows.Named> own(final ImagePlus image) {
		if (image == null) return List.of();
		try {
			return ImageWindows.of(ImageValues.of(image), image.getCurrentSlice() - 1);
		}
		catch (final ImageException | IntensityException e) {
			return List.of();
		}
	}

	@Override
	public Optional<String> refusal() {
		return refused(() -> new ImageWindowing(image));
	}

	@Override
	protected void execute() {
		final List<String> modes = List.of(DISPLAY_RANGE, EIGHT_BIT);
		if (!modes.contains(mode)) throw new ImageException("mode is '" + mode + "'", "one of " + Arrays.toString(modes
			.toArray()));
		final ImageWindowing windowing = new ImageWindowing(image);
		if (EIGHT_BIT.equals(mode)) cancel();
		final WindowChoice choice = new WindowChoice(preset, width, center, function);
		choice.requireNoneIdle(given(), windowing.values(), image.getCurrentSlice() - 1);
		if (choice.isInHu()) windowing.requireHu().forEach(this::warn);
		if (EIGHT_BIT.equals(mode)) {
			final ImagePlus bytes = windowing.toBytes(slice -> choice.transform(windowing.values(), slice), workers());
			windowed = outputs().registered(bytes, image);
			showMade(windowed);
		}
		else {
			windowing.setDisplay(choice.transform(windowing.values(), image.getCurrentSlice() - 1));
			showStatus(image.getTitle() + ": window " + choice.name());
		}
	}

	@Override
	public void preview() {
		if (!preview) {
			cancel();
			return;
		}
		try {
			final ImageWindowing windowing = new ImageWindowing(image);
			final WindowChoice choice = new WindowChoice(preset, width, center, function);
			if (choice.isInHu()) windowing.requireHu();
			if (before == null) before = windowing.display();
			windowing.setDisplay(choice.transform(windowing.values(), image.getCurrentSlice() - 1));
		}
		catch (final ImageException | IntensityException e) {
			showStatus(reason(e));
		}
	}

	/** Takes the preview back. */
	@Override
	public void cancel() {
		if (before != null) before.run();
		before = null;
	}
}
