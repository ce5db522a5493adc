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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import io.github.hounsfield.derived.Code;
import io.github.hounsfield.derived.Derivation;
import io.github.hounsfield.derived.DerivedException;
import io.github.hounsfield.derived.DerivedSeries;
import io.github.hounsfield.derived.ImageKind;
import io.github.hounsfield.derived.SegmentationImage;
import io.github.hounsfield.derived.SeriesFolder;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.ParameterException;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.MappedStack;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Saves an image as a DICOM series in a folder. CT, MR and PET keep their kind, grey levels of a window become
 * Secondary Captures, and a mask becomes a Segmentation. The series has a new UID and the image's place.
 */
public final class ImageSave {

	/** Fractional HU are not rounded to coarser steps without {@link SaveOptions#force()}. */
	public static final double COARSEST_STEP = 0.1;

	private static final int NUMBER_STEP = 1000;
	private static final int LONGEST_DESCRIPTION = 64;
	private static final int LONGEST_DERIVATION = 1024;

	/** Progress of the first look at the values. */
	private static final double LOOKED = 0.3;

	/**
	 * What was saved.
	 *
	 * @param line for the status bar
	 * @param notes what a user must know, a sentence each, without full stop
	 */
	public record Saved(String line, List<String> notes) {}

	private final ImagePlus image;
	private final SaveOptions options;
	private final SourceSlices slices;

	/** @throws ImageException where the image cannot be saved at all: in colour, or without a place */
	public ImageSave(final ImagePlus image, final SaveOptions options) {
		this.image = image;
		this.options = options;
		final String title = "'" + image.getTitle() + "'";
		if (image.getBitDepth() == 24) throw new ImageException(title +
			" is a colour image", "CT, MR, PET or a mask, which are grey");
		requireKind();
		slices = new SourceSlices(image);
	}

	private void requireKind() {
		final String sopClass = new SliceHeaders(image.getTitle(), MappedStack.snapshot(image.getStack()), image
			.getInfoProperty()).of(0).value(Tag.SOPClassUID).orElse("");
		if (!sopClass.isEmpty() && ImageKind.ofSource(sopClass).isEmpty() && !SegmentationImage.SOP_CLASS.equals(sopClass))
			throw new ImageException("'" + image.getTitle() + "' was made from images of the SOP class " + sopClass,
				"those of CT, MR or PET, Secondary Captures or segmentations");
	}

	/**
	 * Writes the files, all or none.
	 *
	 * @param path of the folder, see {@link SeriesFolder#open}
	 * @throws ImageException where the image's values cannot be saved so
	 * @throws DerivedException where the folder cannot be used or written
	 */
	public Saved write(final String path, final Workers workers) throws IOException {
		final Path folder = folder(path);
		final Optional<MaskPixels> mask = MaskPixels.of(image, slices);
		if (mask.isPresent() && slices.times() > 1) throw new ImageException("'" + image.getTitle() + "' is a mask of " +
			slices.times() + " times", "one time, which is what a segmentation holds", Remedy.DUPLICATE_ONE);
		if (mask.isPresent()) return write(folder, mask.get(), workers);
		if (slices.channels() > 1) throw new ImageException("'" + image.getTitle() + "' has " + slices.channels() +
			" channels", "one, which is what a series holds", Remedy.SPLIT_CHANNELS);
		try (SeriesFolder files = SeriesFolder.open(folder, options.overwrite())) {
			return write(files, folder, PixelChoice.of(image, slices, options.force(), workers.part(0, LOOKED)), workers.part(
				LOOKED, 1));
		}
	}

	private Saved write(final SeriesFolder files, final Path folder, final SavedPixels pixels, final Workers workers)
		throws IOException
	{
		final List<DerivedSeries.Slice> made = slices.each(i -> new DerivedSeries.Slice(slices.header(i), slices.position(i),
			pixels.scaling(i)));
		final DerivedSeries series = new DerivedSeries(pixels.kind(), slices.placing(), made, slices.times(), derivation(
			" (derived)", codes(), pixels.notes().get(0)), pixels.format());
		final SaveNotes notes = new SaveNotes(slices, options);
		notes.addAll(pixels.notes());
		notes.series(series, pixels.kind());
		if (slices.times() > 1) notes.addAll(List.of(slices.times() +
			" times in one series, numbered in TemporalPositionIdentifier; InstanceNumber goes time by time"));
		final int length = image.getWidth() * image.getHeight() * pixels.format().bitsAllocated() / 8;
		save(files, series.size(), () -> {
			final byte[] bytes = new byte[length];
			return i -> series.dataSet(i, pixels.plane(i, bytes));
		}, workers);
		return new Saved(folder + ": " + count(slices.size(), "slice"), notes.all());
	}

	private static String count(final int number, final String thing) {
		return number + " " + thing + (number == 1 ? "" : "s");
	}

	private Saved write(final Path folder, final MaskPixels mask, final Workers workers) throws IOException {
		final SegmentationImage segmentation = new SegmentationImage(slices.placing(), slices.each(
			i -> new SegmentationImage.Slice(slices.header(i), slices.position(i))), mask.segments(), derivation(
				" (segmentation)", List.of(Code.SEGMENTATION), ""));
		final SaveNotes notes = new SaveNotes(slices, options);
		notes.addAll(mask.notes());
		try (SeriesFolder files = SeriesFolder.open(folder, options.overwrite())) {
			final DataSet dataSet = segmentation.dataSet(mask::plane);
			save(files, 1, () -> i -> dataSet, workers);
		}
		return new Saved(folder + ": " + count(mask.segments().size(), "segment") + " of " + count(slices.size(), "slice"),
			notes.all());
	}

	private void save(final SeriesFolder files, final int count, final Supplier<IntFunction<DataSet>> makers,
		final Workers workers) throws IOException
	{
		final Anonymizing anonymizing = options.anonymize() ? new Anonymizing() : null;
		files.write(count, () -> {
			final IntFunction<DataSet> dataSets = makers.get();
			return i -> anonymizing == null ? dataSets.apply(i) : anonymizing.apply(dataSets.apply(i));
		}, workers);
		workers.requireNotCanceled();
		files.commit();
	}

	private List<Code> codes() {
		final List<Code> codes = new ArrayList<>();
		if (slices.isResampled()) codes.add(Code.SPATIAL_RESAMPLING);
		if (slices.isSmoothed()) codes.add(Code.SMOOTHING);
		if (slices.isCropped()) codes.add(Code.VOLUME_EDITING);
		return codes;
	}

	private Derivation derivation(final String mark, final List<Code> codes, final String values) {
		final int number = options.number().orElseGet(() -> slices.header(0).number(Tag.SeriesNumber).map(Double::intValue)
			.orElse(0) + NUMBER_STEP);
		try {
			return new Derivation(number, options.description().isEmpty() ? description(mark) : options.description(), options
				.derivation().isEmpty() ? steps(values) : options.derivation(), codes, false, Instant.now());
		}
		catch (final ParameterException e) {
			throw new ImageException(e.problem());
		}
	}

	private String description(final String mark) {
		final String source = slices.header(0).text(Tag.SeriesDescription).orElse("").replace('\\', ' ');
		return source.isEmpty() ? mark.trim() : source.substring(0, Math.min(source.length(), LONGEST_DESCRIPTION - mark
			.length())) + mark;
	}

	private String steps(final String values) {
		final List<String> steps = new ArrayList<>(slices.steps());
		if (slices.isCropped()) steps.add("cropped to " + image.getWidth() + " x " + image.getHeight() + " pixels");
		if (!values.isEmpty()) steps.add(values);
		final String text = String.join("; ", steps);
		return text.substring(0, Math.min(text.length(), LONGEST_DERIVATION));
	}

	private static Path folder(final String path) {
		if (path == null || path.isBlank()) throw new ImageException("path is missing", "a folder");
		try {
			return Path.of(path);
		}
		catch (final InvalidPathException e) {
			throw new ImageException("path is '" + path + "', which is no name of a folder: " + e.getReason());
		}
	}
}
