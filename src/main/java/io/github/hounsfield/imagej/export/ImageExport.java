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
package io.github.hounsfield.imagej.export;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.export.ExportException;
import io.github.hounsfield.export.Placement;
import io.github.hounsfield.export.VolumeFormat;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.ImageSteps;
import io.github.hounsfield.volume.VoxelGrid;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes images as files of other tools, with their place in the patient. */
public final class ImageExport {

	/** Stands in a path for the Series Instance UID. */
	private static final String SERIES = "{series}";

	/** Stands in a path for the first free number. */
	private static final String NUMBER = "{number}";

	private ImageExport() {}

	/**
	 * Writes an image.
	 *
	 * @param path its ending says the format; {@code {series}} in it becomes the Series Instance UID, or the title of an
	 *          image without one; {@code {number}} becomes the first number that makes a new file
	 * @param told takes what was written, with what the file's reader must know
	 * @return what was written, in a line, with the whole path
	 * @throws ImageException where the image cannot be written so; says why and what helps
	 * @throws ExportException where the file cannot be written so
	 */
	public static String write(final ImagePlus image, final String path, final VolumeWriter writer,
		final Consumer<VolumeWriter.Written> told) throws IOException
	{
		final Path file = path(image, path);
		final ImagePlanes planes = new ImagePlanes(image);
		final VolumeWriter.Written written = writer.write(file, planes, placement(image, VolumeFormat.of(file)));
		told.accept(written);
		return written.files().get(0).toAbsolutePath() + ": " + planes.size() + ", " + written.type().label();
	}

	/**
	 * Writes an image, and says nothing.
	 *
	 * @param file whose ending says the format
	 * @return what was written, with what the file's reader must know
	 * @throws ImageException where the image cannot be written so; says why and what helps
	 * @throws ExportException where the file cannot be written so
	 */
	public static VolumeWriter.Written write(final ImagePlus image, final Path file, final VolumeWriter writer)
		throws IOException
	{
		return writer.write(file, new ImagePlanes(image), placement(image, VolumeFormat.of(file)));
	}

	/** What would be written: which image, its size, place and unit, sentences without the last full stop. */
	public static String describe(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		final String size = "'" + image.getTitle() + "', " + image.getWidth() + " x " + image.getHeight() + " x " + image
			.getNSlices() + " voxels" + (image.getNFrames() > 1 ? ", " + image.getNFrames() + " times" : "");
		final String unit = switch (calibration.getValueUnit()) {
			case "Gray Value" -> "";
			case HuNormalizing.UNIT -> ", in normalized HU";
			default -> ", in " + calibration.getValueUnit();
		};
		final String values = image.getBitDepth() <= 16 && calibration.calibrated() ? "Values are written as the status " +
			"bar shows them" + unit : "Values are written as they are" + unit;
		try {
			final VoxelGrid grid = ImageGeometry.of(image).grid();
			return size + " of " + number(grid.spacingX()) + " x " + number(grid.spacingY()) + " x " + number(grid.spacingZ()) +
				" mm. " + values;
		}
		catch (final ImageException e) {
			return size + ". Nothing says where they lie, so that only .npy can be written. " + values;
		}
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
	}

	/**
	 * Requires an image that can be written to some file.
	 *
	 * @throws ImageException where it has several channels, or says where it lies and that is not so
	 */
	public static void requireVolume(final ImagePlus image) {
		new ImagePlanes(image);
		if (ImageGeometry.isDeclared(image)) ImageGeometry.of(image).grid();
	}

	private static Placement placement(final ImagePlus image, final VolumeFormat format) {
		final Calibration calibration = image.getCalibration();
		final String unit = "Gray Value".equals(calibration.getValueUnit()) ? "" : calibration.getValueUnit();
		final boolean placeless = format == VolumeFormat.NPY && !ImageGeometry.isDeclared(image);
		return new Placement(placeless ? Optional.empty() : Optional.of(ImageGeometry.of(image).grid()), seconds(image), unit,
			ImageSteps.of(image));
	}

	private static double seconds(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (image.getNFrames() < 2 || !(calibration.frameInterval > 0)) return Double.NaN;
		return switch (calibration.getTimeUnit()) {
			case "sec", "s", "second", "seconds" -> calibration.frameInterval;
			case "ms", "msec" -> calibration.frameInterval / 1000;
			case "min" -> calibration.frameInterval * 60;
			default -> Double.NaN;
		};
	}

	private static Path path(final ImagePlus image, final String path) throws ExportException {
		if (path == null || path.isBlank()) throw new ImageException(
			"path is missing", "a file ending in .nii, .nii.gz, .nrrd, .mha, .mhd or .npy");
		final String named = path.replace(SERIES, series(image));
		if (!named.contains(NUMBER)) return parse(named);
		for (int number = 1;; number++) {
			final Path file = parse(named.replace(NUMBER, Integer.toString(number)));
			if (!VolumeWriter.isThere(file)) return file;
		}
	}

	private static Path parse(final String path) {
		try {
			return Path.of(path);
		}
		catch (final InvalidPathException e) {
			throw new ImageException("path is '" + path + "', which is no name of a file: " + e.getReason());
		}
	}

	private static String series(final ImagePlus image) {
		final String uid = HeaderText.parse(image.getInfoProperty()).value(Tag.SeriesInstanceUID).orElse(image.getTitle());
		return uid.replaceAll("[^\\w.\\- ]", "_");
	}
}
