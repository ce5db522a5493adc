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

import io.github.hounsfield.intensity.DisplayRange;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.volume.DicomVolume;
import io.github.hounsfield.volume.VolumeLoader;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** A small picture of a series' middle slice, through its own window where it has one. */
final class SeriesThumbnail {

	private SeriesThumbnail() {}

	/**
	 * @param size of the longer side, pixels
	 * @throws IOException where the slice cannot be read
	 */
	static BufferedImage of(final Series series, final int size) throws IOException {
		try (DicomVolume volume = VolumeLoader.open(series, finding -> {})) {
			final int index = volume.planeCount() / 2;
			final Plane plane = volume.plane(index);
			final double scale = Math.max(volume.width(), volume.height()) / (double) size;
			final int width = Math.max(1, (int) (volume.width() / scale));
			final int height = Math.max(1, (int) (volume.height() / scale));
			final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
			final DisplayRange range = volume.type() == PlaneType.RGB ? null : range(volume, index, plane);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					final int at = (int) ((y + 0.5) * scale) * volume.width() + (int) ((x + 0.5) * scale);
					image.setRGB(x, y, range == null ? plane.ints()[at] : grey(plane.valueAt(at), range));
				}
			return image;
		}
	}

	private static int grey(final double value, final DisplayRange range) {
		final double level = 255 * (value - range.min()) / (range.max() - range.min());
		return 0x010101 * (int) Math.max(0, Math.min(255, level));
	}

	private static DisplayRange range(final DicomVolume volume, final int index, final Plane plane) {
		final ModalityTransform transform = volume.slice(index).transform().orElse(Rescale.IDENTITY);
		if (!volume.slice(index).windows().isEmpty() && transform instanceof Rescale rescale) {
			final DisplayRange window = volume.slice(index).windows().get(0).transform().displayRange();
			return new DisplayRange(rescale.invert(window.min()), rescale.invert(window.max()));
		}
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int at = 0; at < volume.width() * volume.height(); at++) {
			min = Math.min(min, plane.valueAt(at));
			max = Math.max(max, plane.valueAt(at));
		}
		return new DisplayRange(min, Math.max(max, min + 1));
	}
}
