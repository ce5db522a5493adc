package io.github.hounsfield.command;

import ij.ImagePlus;
import io.github.hounsfield.imagej.ImageException;
import io.github.hounsfield.imagej.SeriesOpener;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a folder of slices as a scanner writes them becomes one calibrated volume. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Open DICOM Series", weight = 1) })
public class OpenDicomSeries extends DomainCommand {

	@Parameter(label = "Folder or file", style = "both", persist = false,
		description = "A folder of slices, any one file of a series, a DICOMDIR, or a zip")
	private File path;

	@Parameter(label = "Series", persist = false, required = false,
		description = "largest, all, a number in the listing, or a Series Instance UID")
	private String series = SeriesListing.LARGEST;

	@Parameter(label = "Look into subfolders", persist = false, required = false)
	private boolean recursive = true;

	@Parameter(label = "Virtual stack", persist = false, required = false,
		description = "Read slices when they are shown: for series larger than memory")
	private boolean virtual;

	@Parameter(label = "Anonymize", persist = false, required = false,
		description = "Leave what identifies the patient out of title, labels and Info")
	private boolean anonymize;

	@Parameter(required = false)
	private LogService log;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	protected void execute() throws IOException {
		if (path == null || path.getPath().isBlank()) throw new ImageException("path is missing; expected a folder or a file");
		if (!path.exists()) throw new ImageException("path is '" + path + "'; there is no such folder or file");
		final SeriesOpener opener = new SeriesOpener(recursive, anonymize, this::showProgress, this::isStopped);
		showStatus("Reading headers");
		final SeriesListing listing = opener.scan(List.of(path.toPath()));
		final List<Series> chosen = listing.resolve(series == null || series.isBlank() ? SeriesListing.LARGEST : series);
		for (int i = 0; i < chosen.size(); i++) {
			showStatus("Reading " + chosen.get(i));
			final ImagePlus opened = opener.open(chosen.get(i));
			report(opened);
			if (i < chosen.size() - 1) opened.show();
			else image = Outputs.registered(opened);
		}
	}
}
