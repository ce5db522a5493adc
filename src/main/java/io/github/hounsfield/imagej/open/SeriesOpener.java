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
package io.github.hounsfield.imagej.open;

import ij.ImagePlus;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.imagej.pixels.PlaneDigests;
import io.github.hounsfield.pixel.Codecs;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.volume.DecodedPixels;
import io.github.hounsfield.volume.DicomVolume;
import io.github.hounsfield.volume.EvenSpacing;
import io.github.hounsfield.volume.NotEnoughMemoryException;
import io.github.hounsfield.volume.Untilt;
import io.github.hounsfield.volume.VolumeLoader;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From folders and files to images. Immutable.
 *
 * @param recursive whether to look into folders within folders
 * @param virtual whether slices are read when they are shown
 * @param anonymize whether what identifies the patient stays out of title, labels, Info and report
 * @param workers threads, the progress of the present step, cancel
 */
public record SeriesOpener(boolean recursive, boolean virtual, boolean anonymize, Workers workers) {

	/** The default: with subfolders and the whole header, without progress and cancel. */
	public static final SeriesOpener DEFAULT = new SeriesOpener(true, false, false, Workers.all());

	/** What the title says of slices that were shifted upright. */
	static final String STRAIGHTENED = ", straightened";

	/** What the title says of slices that were interpolated onto an even grid. */
	static final String EVENLY_SPACED = ", evenly spaced";

	public SeriesOpener withRecursive(final boolean value) {
		return new SeriesOpener(value, virtual, anonymize, workers);
	}

	public SeriesOpener withVirtual(final boolean value) {
		return new SeriesOpener(recursive, value, anonymize, workers);
	}

	public SeriesOpener withAnonymize(final boolean value) {
		return new SeriesOpener(recursive, virtual, value, workers);
	}

	public SeriesOpener withWorkers(final Workers value) {
		return new SeriesOpener(recursive, virtual, anonymize, value);
	}

	/**
	 * Finds the series. Reads pixels only of files that may be copies of others.
	 *
	 * @param paths folders, zips, DICOMDIRs, or any one file of a series
	 * @throws IOException where a path is not there or cannot be read
	 */
	public SeriesListing scan(final List<Path> paths) throws IOException {
		try {
			return new SeriesScanner().scan(paths, options());
		}
		catch (final IOException e) {
			if (!anonymize) throw e;
			throw new AnonymizedException(Wording.NEUTRAL.text(e));
		}
	}

	/**
	 * Finds the series among files that stand somewhere else than on disk, such as in memory.
	 *
	 * @param sources each one DICOM file
	 */
	public SeriesListing scanSources(final List<? extends DicomSource> sources) throws IOException {
		return new SeriesScanner().scanSources(sources, options());
	}

	private ScanOptions options() {
		return ScanOptions.DEFAULT.withRecursive(recursive).withRefusal(
			syntax -> Codecs.isSupported(syntax) ? Optional.empty() : Optional.of(syntax + " cannot be decoded")).withDigests(
				new DecodedPixels()).withWorkers(workers.withThreads(ScanOptions.DEFAULT_THREADS));
	}

	/**
	 * @param image of stored values, not shown
	 * @param report what a user must know of the series before measuring, for a log
	 * @param findings the same as values
	 */
	public record Opened(ImagePlus image, List<SeriesReport.Line> report, List<Finding> findings) {}

	/** Resampling of slices that do not lie on an upright, even grid. */
	public enum Resampling {
		/** Slices of a tilted gantry are shifted to stand upright above each other. */
		UNTILT,
		/** Unevenly spaced slices become evenly spaced ones. */
		EVEN
	}

	/** The slices as they were acquired. */
	public Opened open(final Series series) throws IOException {
		return open(series, Set.of());
	}

	/**
	 * Reads the pixels of a series.
	 *
	 * @param resampling allowed resampling; it is done if the slices need it, and the report says so
	 * @throws IOException if no slice can be read, or memory does not suffice; names the file and the reason; anonymized
	 *          it names the slice instead of the file
	 */
	public Opened open(final Series series, final Set<Resampling> resampling) throws IOException {
		try {
			return read(series, resampling);
		}
		catch (final NotEnoughMemoryException e) {
			throw e;
		}
		catch (final IOException e) {
			if (!anonymize) throw e;
			throw new AnonymizedException(SliceNames.neutral(series).text(e));
		}
	}

	private Opened read(final Series series, final Set<Resampling> resampling) throws IOException {
		final PlaneDigests digests = new PlaneDigests(series.columns(), series.rows());
		DicomVolume volume = virtual ? VolumeLoader.open(series, new LateFindings(series, anonymize), workers.threads()) :
			VolumeLoader.load(series, workers, digests::note);
		final DicomVolume acquired = volume;
		if (resampling.contains(Resampling.UNTILT)) volume = Untilt.apply(volume, workers);
		final DicomVolume upright = volume;
		if (resampling.contains(Resampling.EVEN)) volume = EvenSpacing.apply(volume, workers);
		final ImagePlus image = new SeriesImage(volume, digests, anonymize).image();
		if (upright != acquired) image.setTitle(image.getTitle() + STRAIGHTENED);
		if (volume != upright) image.setTitle(image.getTitle() + EVENLY_SPACED);
		return new Opened(image, volume.report().lines(Wording.of(anonymize)), volume.report().findings());
	}
}
