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
package io.github.hounsfield.export;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.volume.DicomVolume;
import java.io.IOException;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The values of a volume for a file, plane by plane. They are not stored values of DICOM, but what these mean. Safe for
 * several threads.
 */
public interface Voxels {

	/** Voxels in a row. */
	int width();

	/** Rows of a plane. */
	int height();

	/** Planes of each time. */
	int depth();

	/** Times, 1 where there is but one. */
	int times();

	/** Whether planes hold colours. */
	boolean isColour();

	/**
	 * One plane, rows from the top. Callers must not change it.
	 *
	 * @param index {@code z + depth * t}, from 0
	 * @return of type UINT8, INT16 or FLOAT32; colours of type RGB, whose upper 8 bits are ignored
	 * @throws IOException where it cannot be read; names the file
	 */
	Plane plane(int index) throws IOException;

	/** The size in words, for messages. */
	default String size() {
		return width() + " x " + height() + " x " + depth() + (times() == 1 ? "" : " x " + times());
	}

	/**
	 * The values of an image of numbers.
	 *
	 * @param image x, y, then z, then time as far as it has them, from any min
	 * @throws IllegalArgumentException where it has other than 2 to 4 dimensions, or more voxels in a plane than an array
	 */
	static Voxels of(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return new ImageVoxels(image);
	}

	/**
	 * The values of a series. They are rescaled if one slope and intercept serve all slices, as in a CT. Otherwise they
	 * are stored values.
	 *
	 * @param volume of one channel
	 * @throws DicomException where it has several channels
	 */
	static Voxels of(final DicomVolume volume) throws DicomException {
		if (volume.sizeC() > 1) throw new DicomException(Problem.in(volume.slice(0).frame().name()).found(
			"the series has " + volume.sizeC() + " channels").expected("one, as a file holds"));
		final Optional<ModalityTransform> common = volume.commonTransform();
		final Rescale rescale = common.isPresent() && common.get() instanceof Rescale one ? one : Rescale.IDENTITY;
		final boolean colour = volume.type() == PlaneType.RGB;
		return new Voxels() {

			@Override
			public int width() {
				return volume.width();
			}

			@Override
			public int height() {
				return volume.height();
			}

			@Override
			public int depth() {
				return volume.sizeZ();
			}

			@Override
			public int times() {
				return volume.sizeT();
			}

			@Override
			public boolean isColour() {
				return colour;
			}

			@Override
			public Plane plane(final int index) throws IOException {
				final Plane plane = volume.plane(index);
				return colour ? plane : StoredValues.of(plane, rescale);
			}
		};
	}
}
