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
package io.github.hounsfield.volume;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.plane.PlanarImages;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.series.VolumeGeometry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * The pixels of a series, their meaning and their place. Planes are counted as the series counts its frames: channel
 * first, then slice, then time. Safe for several threads.
 */
public final class DicomVolume implements AutoCloseable {

	private final Series series;
	private final VolumeGeometry geometry;
	private final SeriesReport report;
	private final int width;
	private final int height;
	private final List<Slice> slices;
	private final PlaneSource planes;

	/** A volume of planes as they stand in the files. */
	DicomVolume(final Series series, final List<Slice> slices, final PlaneSource planes) {
		this(series, series.geometry(), series.report(), series.columns(), series.rows(), slices, planes);
	}

	/** A volume of planes on another grid than that of the files. */
	DicomVolume(final Series series, final VolumeGeometry geometry, final SeriesReport report, final int width,
		final int height, final List<Slice> slices, final PlaneSource planes)
	{
		this.series = series;
		this.geometry = geometry;
		this.report = report;
		this.width = width;
		this.height = height;
		this.slices = List.copyOf(slices);
		this.planes = planes;
	}

	/**
	 * The series that the planes come from. It lacks slices that could not be decoded; its report names them. A resampled
	 * volume has another number of slices than the series.
	 */
	public Series series() {
		return series;
	}

	/** The geometry of this volume's planes. */
	public VolumeGeometry geometry() {
		return geometry;
	}

	/** What was found in the series, while loading, and while resampling. */
	public SeriesReport report() {
		return report;
	}

	public int sizeC() {
		return series.sizeC();
	}

	/** Slices of each channel and time. */
	public int sizeZ() {
		return slices.size() / (sizeC() * sizeT());
	}

	public int sizeT() {
		return series.sizeT();
	}

	PlaneSource planes() {
		return planes;
	}

	/** The type of all planes. */
	public PlaneType type() {
		return planes.type();
	}

	/** Pixels in a row. */
	public int width() {
		return width;
	}

	/** Rows. */
	public int height() {
		return height;
	}

	/** Channels x slices x times. */
	public int planeCount() {
		return slices.size();
	}

	/** Whether planes are read when they are asked for. */
	public boolean isVirtual() {
		return planes.isVirtual();
	}

	/**
	 * A plane, rows from the top. It shares the volume's array, whose values the caller may change. A virtual volume
	 * reads the plane now. It may forget plane and changes when nobody holds the array any more.
	 *
	 * @param index {@code c + sizeC * (z + sizeZ * t)}, from 0
	 * @return of the type that {@link #type()} says
	 * @throws IOException if a virtual volume cannot read or decode the file; names file and reason
	 */
	public Plane plane(final int index) throws IOException {
		return planes.get(index);
	}

	/** What the values of a plane mean. */
	public Slice slice(final int index) {
		return slices.get(index);
	}

	/** The slices, one for each plane. */
	public List<Slice> slices() {
		return slices;
	}

	/** The transform of all planes; empty if they differ or one has none. */
	public Optional<ModalityTransform> commonTransform() {
		final Optional<ModalityTransform> first = slices.get(0).transform();
		for (final Slice slice : slices)
			if (!slice.transform().equals(first)) return Optional.empty();
		return first;
	}

	/**
	 * How each plane becomes HU, or values of another unit.
	 *
	 * @throws DicomException where a plane has no transform; names its file
	 */
	public SliceTransforms transforms() throws DicomException {
		for (final Slice slice : slices)
			if (slice.transform().isEmpty()) throw new DicomException(Problem.in(slice.frame().name())
				.found("no usable Rescale").expected("Rescale Slope and Intercept, or a Modality LUT"));
		return new SliceTransforms(index -> slices.get(index).transform().orElseThrow(), index -> padding(index));
	}

	private Padding padding(final int index) {
		return slices.get(index).padding();
	}

	/**
	 * A view of the stored values (as {@link PlaneType} says, masks as 0 and 255): x, y, then channel, slice and time as
	 * far as there is more than one; an image of one plane has x and y. Signed 16-bit values come as they are, without
	 * ImageJ's offset. Planar over the volume's arrays for all other types. In a virtual volume planes are read when they
	 * are reached, and a file that cannot be read is an {@link UncheckedIOException}.
	 *
	 * @throws IllegalStateException where the volume is in colour
	 */
	public RandomAccessibleInterval<? extends RealType<?>> stored() {
		return PlanarImages.values(type(), this::read, planeCount(), dimensions());
	}

	/**
	 * A view of a colour volume, dimensions as of {@link #stored()}.
	 *
	 * @throws IllegalStateException where the volume is not in colour
	 */
	public RandomAccessibleInterval<ARGBType> colours() {
		if (type() != PlaneType.RGB) throw new IllegalStateException("not a colour image");
		return PlanarImages.colours(this::read, planeCount(), dimensions());
	}

	private Plane read(final int index) {
		try {
			return planes.get(index);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private long[] dimensions() {
		final long[] sizes = { sizeC(), sizeZ(), sizeT() };
		final long[] all = new long[5];
		int n = 0;
		all[n++] = width();
		all[n++] = height();
		for (final long size : sizes)
			if (size > 1) all[n++] = size;
		return Arrays.copyOf(all, n);
	}

	/** Closes files that a virtual volume holds open. It opens them again when it must. */
	@Override
	public void close() throws IOException {
		planes.close();
	}
}
