package io.github.hounsfield.command;

import ij.ImagePlus;
import io.github.hounsfield.imagej.HuConversion;
import io.github.hounsfield.imagej.ImageException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a CT image of stored values to a new image in Hounsfield units. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Convert to HU", weight = 2) })
public class ConvertToHu extends DomainCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Output", choices = { "32-bit float", "16-bit signed" }, persist = false, required = false,
		description = "16-bit signed takes half the memory and is refused where it would not be exact")
	private String output = "32-bit float";

	@Parameter(label = "Padding becomes", choices = { "Air (-1000 HU)", "Zero before rescale", "NaN", "Keep" },
		persist = false, required = false, description = "What pixels outside the scanner's field of view become")
	private String padding = "Air (-1000 HU)";

	@Parameter(label = "Slope", persist = false, required = false,
		description = "HU per stored value, by hand; empty: from the image's header")
	private String slope = "";

	@Parameter(label = "Intercept", persist = false, required = false,
		description = "HU of the stored value 0, by hand; empty: from the image's header")
	private String intercept = "";

	@Parameter(label = "Padding mask", persist = false, required = false,
		description = "Also make an image that is 255 where there is padding")
	private boolean mask;

	@Parameter(label = "Convert what is not CT", persist = false, required = false,
		description = "Convert an image that is not CT, or is rescaled to something else than HU")
	private boolean force;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus hu;

	@Override
	protected void execute() {
		final HuConversion conversion = new HuConversion(HuConversion.Output.ofLabel(output), PaddingMode.ofLabel(padding),
			rescale(), force);
		final ImagePlus converted = conversion.convert(image, workers());
		if (mask) conversion.paddingMask(image, workers()).show();
		hu = Outputs.registered(converted);
	}

	private Optional<Rescale> rescale() {
		final Optional<Double> m = Inputs.number("slope", slope);
		final Optional<Double> b = Inputs.number("intercept", intercept);
		if (m.isEmpty() && b.isEmpty()) return Optional.empty();
		if (m.isEmpty() || b.isEmpty()) throw new ImageException("slope and intercept go together; " + (m.isEmpty()
			? "slope" : "intercept") + " is missing");
		return Optional.of(new Rescale(m.get(), b.get()));
	}
}
