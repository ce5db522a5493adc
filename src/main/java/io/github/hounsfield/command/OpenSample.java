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
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.sample.FacePhotograph;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Menu action: an image to try the suite on, without any file at hand. The phantom's files are made in memory and read
 * as any other series is.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Open Sample", weight = 1.2) }, description = "A chest CT or a photograph to try the suite on, without any " +
		"file at hand")
public class OpenSample extends MenuCommand {

	static final String PHANTOM = "Thorax phantom";
	static final String PHOTOGRAPH = "Photograph with a face";

	@Parameter(label = "Sample", choices = { PHANTOM, PHOTOGRAPH }, persist = false, required = false,
		description = "Thorax phantom: a computed chest CT of 48 slices, opened as any DICOM series is. Photograph with a " +
			"face: the astronaut Eileen Collins")
	private String sample = PHANTOM;

	@Parameter(required = false)
	private LogService log;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	protected void execute() throws IOException {
		image = outputs().registered(switch (sample) {
			case PHANTOM -> phantom();
			case PHOTOGRAPH -> new ImagePlus(PHOTOGRAPH, FacePhotograph.read());
			default -> throw new ImageException("sample is '" + sample + "'", "one of " + PHANTOM + ", " + PHOTOGRAPH);
		});
		showMade(image);
	}

	private ImagePlus phantom() throws IOException {
		final CtSeriesWriter writer = CtSeriesWriter.chest();
		final List<String> names = writer.names();
		final DicomSource[] files = new DicomSource[writer.slices()];
		final Workers workers = workers();
		showWork("Making the thorax phantom");
		workers.part(0, 0.8).run(files.length, () -> slice -> files[slice] = DicomSource.of(names.get(slice), writer.file(
			slice)));
		final SeriesOpener opener = SeriesOpener.DEFAULT.withWorkers(workers.part(0.8, 1));
		final SeriesOpener.Opened opened = opener.open(opener.scanSources(Arrays.asList(files)).resolve(
			SeriesListing.LARGEST).get(0));
		OpenDicomSeries.report(log, opened, false);
		opened.image().setTitle(PHANTOM);
		return opened.image();
	}
}
