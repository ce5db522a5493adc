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
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.hu.HeaderSummary;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a CT image of stored values to a new image in Hounsfield units. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Convert to HU", weight = 2) }, description =
		"Stored values of a CT image become Hounsfield units, slice by " +
		"slice, in a new image")
public class ConvertToHu extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(visibility = ItemVisibility.MESSAGE, label = "In the header", persist = false, required = false,
		initializer = "sayHeader")
	private String header = "";

	@Parameter(label = "Output", choices = { "32-bit float", "16-bit signed" }, persist = false, required = false,
		description = "16-bit signed takes half the memory and is refused where it would not be exact")
	private String output = "32-bit float";

	@Parameter(label = "Padding becomes", choices = { "Air (-1000 HU)", "Zero before rescale", "NaN", "Keep" },
		persist = false, required = false, description = "What pixels outside the scanner's field of view become")
	private String padding = "Air (-1000 HU)";

	@Parameter(label = "Slope (HU per value)", columns = 8, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "numbers", value = "one") },
		required = false,
		description = "HU per stored value, by hand; empty: from the image's header")
	private String slope = "";

	@Parameter(label = "Intercept (HU)", columns = 8, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "numbers", value = "one") },
		required = false,
		description = "HU of the stored value 0, by hand; empty: from the image's header. An image without header and " +
			"calibration, such as an ImgPlus of ImageJ2, may hold signed values + 32768")
	private String intercept = "";

	@Parameter(label = "Also make a mask of the padding", persist = false, required = false,
		description = "Also make an image that is 255 where there is padding")
	private boolean mask;

	@Parameter(label = "Convert what is not CT", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description =
			"Convert an image that is not CT, or is rescaled to something else than HU, or whose pixels were changed")
	private boolean force;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus hu;

	/** Says what stands in the header, to who sees a dialog. */
	protected void sayHeader() {
		final ImagePlus shown = image != null ? image : WindowManager.getCurrentImage();
		if (isDialog() && shown != null) header = HeaderSummary.of(shown);
	}

	@Override
	public Optional<String> refusal() {
		return refused(() -> HuConversion.requireConvertible(image));
	}

	@Override
	protected void execute() {
		final HuConversion conversion = HuConversion.to(HuConversion.Output.ofLabel(output), PaddingMode.ofLabel(padding))
			.withRescale(rescale()).withForce(force);
		final ImagePlus converted = conversion.convert(image, workers(), this::warn);
		if (mask) outputs().show(conversion.paddingMask(image, workers()), image);
		hu = outputs().registered(converted, image);
		showMade(hu);
	}

	private Optional<Rescale> rescale() {
		final Optional<Double> m = Inputs.number("slope", slope);
		final Optional<Double> b = Inputs.number("intercept", intercept);
		if (m.isEmpty() && b.isEmpty()) return Optional.empty();
		if (m.isEmpty() || b.isEmpty()) throw new ImageException("slope and intercept go together; " + (m.isEmpty()
			? "slope" : "intercept") + " is missing");
		try {
			return Optional.of(new Rescale(m.get(), b.get()));
		}
		catch (final IntensityException e) {
			throw new ImageException("slope is '" + slope + "' and intercept '" + intercept + "'", e);
		}
	}
}
