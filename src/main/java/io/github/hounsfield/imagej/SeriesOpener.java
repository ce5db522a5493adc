package io.github.hounsfield.imagej;

import ij.ImagePlus;
import io.github.hounsfield.pixel.Codecs;
import io.github.hounsfield.series.ScanOptions;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SeriesScanner;
import io.github.hounsfield.volume.LoadOptions;
import io.github.hounsfield.volume.VolumeLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * From folders and files to images. Immutable.
 *
 * @param recursive whether to look into folders within folders
 * @param anonymize whether what identifies the patient stays out of title, labels, Info and report
 * @param progress hears the fraction of the present step that is done, 0 to 1
 * @param canceled ends the work with a {@link java.util.concurrent.CancellationException}
 */
public record SeriesOpener(boolean recursive, boolean anonymize, DoubleConsumer progress, BooleanSupplier canceled) {

	/** With subfolders, with all of the header, silent, to the end. */
	public static final SeriesOpener DEFAULT = new SeriesOpener(true, false, fraction -> {}, () -> false);

	/**
	 * Finds the series without reading pixels.
	 *
	 * @param paths folders, zips, DICOMDIRs, or any one file of a series
	 * @throws IOException where a path is not there or cannot be read
	 */
	public SeriesListing scan(final List<Path> paths) throws IOException {
		final ScanOptions options = ScanOptions.DEFAULT.withRecursive(recursive).withRefusal(
			syntax -> Codecs.isSupported(syntax) ? Optional.empty() : Optional.of(syntax + " cannot be decoded")).withProgress((
				read, found) -> progress.accept(found == 0 ? 0 : (double) read / found)).withCanceled(canceled);
		return new SeriesScanner().scan(paths, options);
	}

	/**
	 * Reads the pixels of a series.
	 *
	 * @return a new image of stored values, not shown
	 * @throws IOException where no slice can be read, or there is not memory enough; names the file and the reason
	 */
	public ImagePlus open(final Series series) throws IOException {
		final LoadOptions options = LoadOptions.DEFAULT.withProgress(progress).withCanceled(canceled);
		return new SeriesImage(VolumeLoader.load(series, options), anonymize).image();
	}
}
