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
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;
import io.github.hounsfield.deidentify.ShownAttributes;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.HeaderWriter;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.ImageSteps;
import io.github.hounsfield.imagej.pixels.PlaneDigests;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import io.github.hounsfield.intensity.DisplayRange;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.series.VolumeGeometry;
import io.github.hounsfield.volume.DicomVolume;
import io.github.hounsfield.volume.NamedVoi;
import io.github.hounsfield.volume.Slice;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Makes an ImagePlus of a volume. The stack holds the volume's own arrays. Spacing and origin are in mm, HU are in the
 * value calibration, and headers stand where ImageJ's own DICOM reader puts them.
 */
final class SeriesImage {

	/** Name of the image property that holds the report. */
	static final String REPORT = "Hounsfield.Report";

	/** Slice Location (0020,1041), which nothing here reads. */
	private static final int SLICE_LOCATION = 0x00201041;

	/** Of slices that were rescaled before they were interpolated. */
	private static final Padding NAN = Padding.ofValue(Double.NaN);

	private final DicomVolume volume;
	private final Series series;
	private final PlaneDigests digests;
	private final boolean anonymize;

	/**
	 * @param digests of the volume's planes, as far as they were noted
	 * @param anonymize whether what identifies the patient stays out of title, labels, Info and report
	 */
	SeriesImage(final DicomVolume volume, final PlaneDigests digests, final boolean anonymize) {
		this.volume = volume;
		this.digests = digests;
		this.series = volume.series();
		this.anonymize = anonymize;
	}

	/**
	 * A new image, not shown, that shares the volume's arrays.
	 *
	 * @throws IOException where the first slice of a virtual volume cannot be read; names file and reason
	 */
	ImagePlus image() throws IOException {
		final LUT inverted = isInverted() ? LUT.createLutFromColor(Color.WHITE).createInvertedLut() : null;
		final ImagePlus image = new ImagePlus(title(), volume.isVirtual() ? virtualStack(inverted) : stack());
		image.setDimensions(volume.sizeC(), volume.sizeZ(), volume.sizeT());
		if (series.sizeC() * series.sizeT() > 1) image.setOpenAsHyperStack(true);
		final String info = volume.planeCount() > 1 ? header(0) : digested(0);
		image.setProperty("Info", slicesDiffer() ? ValueMeaning.markFirstSliceOnly(info) : info);
		if (volume.geometry() != series.geometry()) ImageSteps.add(image,
			"resampled when it was opened, linearly, so that the " +
			"slices stand upright or are evenly spaced");
		final String report = volume.report().render(anonymize);
		if (!report.isEmpty()) {
			image.setProperty(REPORT, report);
			image.setProp(REPORT, report.trim().replace('\n', '|'));
		}
		calibrate(image.getCalibration());
		if (volume.type() != PlaneType.RGB) meaning().mark(image.getCalibration());
		if (volume.type() != PlaneType.RGB) {
			if (inverted != null) image.setLut(inverted);
			setDisplayRange(image);
		}
		return image;
	}

	private ImageStack stack() throws IOException {
		final int size = volume.planeCount();
		final ImageStack stack = new ImageStack(volume.width(), volume.height());
		final String[] labels = new String[size];
		IntStream.range(0, size).parallel().forEach(i -> labels[i] = label(i));
		for (int i = 0; i < size; i++)
			stack.addSlice(labels[i], volume.plane(i).array());
		return stack;
	}

	private ImageStack virtualStack(final LUT inverted) throws IOException {
		volume.plane(0);
		return new SeriesStack(volume, this::label, anonymize, inverted);
	}

	/** Where the description is not to be told, or there is none, the number tells one series from another. */
	private String title() {
		if (!anonymize && !series.seriesDescription().isBlank()) return series.seriesDescription();
		final String number = HeaderText.parse(header(0)).value(Tag.SeriesNumber).orElse("");
		return ((series.modality().isEmpty() ? "DICOM" : series.modality()) + " series " + number).trim();
	}

	private String label(final int index) {
		final Frame frame = volume.slice(index).frame();
		return (anonymize ? "slice " + (index + 1) : frame.name()) + place(index) + "\n" + digested(index);
	}

	/** A header with the digest of its pixels. Only pixels in memory have one, for only they can be changed. */
	private String digested(final int index) {
		if (volume.isVirtual() || !PlaneDigests.has(volume.type())) return header(index);
		try {
			return header(index) + digests.of(volume.plane(index), volume.width(), volume.height());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Channel and time of a slice of a hyperstack, such as {@code Echo Time 4.2 ms}. */
	private String place(final int index) {
		final StringBuilder place = new StringBuilder();
		if (series.sizeC() > 1) place.append(" ").append(series.channels().labels().get(index % series.sizeC()));
		if (series.sizeT() > 1) place.append(" ").append(series.times().labels().get(index / (volume.sizeC() * volume
			.sizeZ())));
		return place.toString().stripTrailing();
	}

	private String header(final int index) {
		final BiPredicate<DataSet, Element> keep = anonymize ? ShownAttributes.shown() : (dataSet,
			element) -> true;
		final HeaderText header = HeaderWriter.write(volume.slice(index).frame(), keep);
		return meaning().mark((volume.geometry() == series.geometry() ? header : resampled(header, index)).toString());
	}

	private ValueMeaning meaning() {
		return switch (volume.type()) {
			case FLOAT32 -> ValueMeaning.STORED_IN_32_BITS;
			case OFFSET16 -> ValueMeaning.STORED_WITH_OFFSET;
			default -> ValueMeaning.STORED;
		};
	}

	/** Whether the header of one slice would give another slice wrong values. */
	private boolean slicesDiffer() {
		final Slice first = volume.slice(0);
		return volume.slices().stream().anyMatch(slice -> !slice.transform().equals(first.transform()) || !slice.padding()
			.equals(first.padding()));
	}

	/** The header of the nearest file, with size, position and rescale of the computed slice. */
	private HeaderText resampled(final HeaderText header, final int index) {
		final Vector3 position = volume.geometry().slicePositions().get(index / volume.sizeC() % volume.sizeZ());
		HeaderText text = header.with(Tag.Rows, Integer.toString(volume.height())).with(Tag.Columns, Integer.toString(volume
			.width())).with(Tag.ImagePositionPatient, position.x() + "\\" + position.y() + "\\" + position.z()).without(
				SLICE_LOCATION);
		if (volume.slice(index).padding().equals(NAN)) text = text.with(Tag.RescaleSlope, "1").with(Tag.RescaleIntercept,
			"0").without(Tag.PixelPaddingValue).without(Tag.PixelPaddingRangeLimit).without(Tag.BitsStored);
		return text;
	}

	/** Whether the least pixel is white: in MONOCHROME1, or if values fall while pixels rise, but not if both hold. */
	private boolean isInverted() {
		if (volume.type() == PlaneType.RGB) return false;
		final boolean falling = commonRescale().filter(rescale -> rescale.slope() < 0).isPresent();
		return falling != "MONOCHROME1".equals(HeaderText.parse(header(0)).value(Tag.PhotometricInterpretation).orElse(""));
	}

	private void calibrate(final Calibration calibration) {
		final VolumeGeometry geometry = volume.geometry();
		if (geometry.isCalibrated()) {
			calibration.setUnit("mm");
			calibration.pixelWidth = geometry.spacingXMm();
			calibration.pixelHeight = geometry.spacingYMm();
			if (geometry.hasDepth()) calibration.pixelDepth = geometry.spacingZMm();
		}
		if (geometry.isPositioned() && geometry.isCalibrated()) {
			final Vector3 origin = geometry.origin();
			calibration.xOrigin = ImageGeometry.origin(origin, geometry.rowCosines().normalized(), calibration.pixelWidth);
			calibration.yOrigin = ImageGeometry.origin(origin, geometry.columnCosines().normalized(),
				calibration.pixelHeight);
			if (geometry.hasDepth() && !geometry.isTilted()) calibration.zOrigin = ImageGeometry.origin(origin, geometry
				.normal(), calibration.pixelDepth);
		}
		calibrateTime(calibration);
		calibrateValues(calibration);
	}

	private void calibrateTime(final Calibration calibration) {
		series.frameIntervalSeconds().ifPresent(seconds -> {
			calibration.setTimeUnit("sec");
			calibration.frameInterval = seconds;
		});
	}

	/**
	 * Shows HU in the status bar, if one slope and intercept serve all slices. Otherwise the function leaves values
	 * unchanged. Its presence shows that nobody removed it.
	 */
	private void calibrateValues(final Calibration calibration) {
		final String unit = volume.slice(0).unit();
		final Optional<Rescale> rescale = commonRescale();
		final boolean signed = volume.type() == PlaneType.OFFSET16;
		if (volume.type() == PlaneType.FLOAT32) {
			if (rescale.isPresent() && rescale.get().isIdentity() && !unit.isEmpty()) calibration.setValueUnit(unit);
		}
		else if (volume.type() == PlaneType.UINT8 || volume.type() == PlaneType.UINT16 || signed) {
			final Rescale shown = rescale.orElse(Rescale.IDENTITY);
			final boolean rescaled = volume.slices().stream().anyMatch(slice -> slice.transform().orElse(
				null) instanceof Rescale own && !own.isIdentity());
			final boolean plain = !rescaled && !signed && unit.isEmpty();
			if (!plain) calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { shown.intercept() - (signed
				? PlaneType.SIGN_OFFSET * shown.slope() : 0), shown.slope() }, rescale.isPresent() && !unit.isEmpty() ? unit
					: "Gray Value");
		}
	}

	private Optional<Rescale> commonRescale() {
		return volume.commonTransform().map(transform -> transform instanceof Rescale rescale ? rescale : null);
	}

	/** Sets the first slice's first window, otherwise the range of the middle slice. */
	private void setDisplayRange(final ImagePlus image) {
		final List<NamedVoi> windows = volume.slice(0).windows();
		final Optional<ModalityTransform> transform = volume.slice(0).transform();
		final boolean linear = transform.isEmpty() || transform.get() instanceof Rescale;
		if (!windows.isEmpty() && linear) {
			final Rescale rescale = (Rescale) transform.orElse(Rescale.IDENTITY);
			final DisplayRange range = windows.get(0).transform().displayRange();
			final double offset = volume.type().offset();
			final double first = rescale.invert(range.min()) + offset;
			final double last = rescale.invert(range.max()) + offset;
			image.setDisplayRange(Math.min(first, last), Math.max(first, last));
			return;
		}
		image.setSliceWithoutUpdate(image.getStackSize() / 2 + 1);
		image.resetDisplayRange();
		image.setSliceWithoutUpdate(1);
	}
}
