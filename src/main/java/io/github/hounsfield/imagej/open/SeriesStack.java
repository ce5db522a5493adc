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

import ij.process.ImageProcessor;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.imagej.pixels.MappedStack;
import io.github.hounsfield.imagej.pixels.StackPlanes;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.volume.DicomVolume;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;

/**
 * A virtual stack over a volume. Planes are read when they are shown, and kept while memory suffices. Each is handed
 * out as a copy. Otherwise a change would stay in some slices and be lost in others.
 */
final class SeriesStack extends MappedStack {

	private final DicomVolume volume;
	private final IntFunction<String> labels;
	private final boolean anonymize;
	private final ColorModel colorModel;

	/**
	 * @param labels index from 0 to label
	 * @param anonymize whether no error may name a file
	 * @param colorModel of grey processors, null for ImageJ's own
	 */
	SeriesStack(final DicomVolume volume, final IntFunction<String> labels, final boolean anonymize,
		final ColorModel colorModel)
	{
		super(volume.width(), volume.height(), colorModel, volume.planeCount());
		this.volume = volume;
		this.labels = labels;
		this.anonymize = anonymize;
		this.colorModel = colorModel;
	}

	@Override
	protected MappedStack twin() {
		return new SeriesStack(volume, labels, anonymize, colorModel);
	}

	/** @throws UncheckedIOException where the slice cannot be read; names the file, or its slice where anonymized */
	@Override
	protected ImageProcessor processor(final int index) {
		final ImageProcessor processor = StackPlanes.processor(plane(index).copy(), volume.width(), volume.height());
		if (colorModel != null && volume.type() != PlaneType.RGB) processor.setColorModel(colorModel);
		return processor;
	}

	private Plane plane(final int index) {
		try {
			return volume.plane(index);
		}
		catch (final IOException e) {
			if (!anonymize) throw new UncheckedIOException(e.getMessage(), e);
			throw new UncheckedIOException(new AnonymizedException("slice " + (index + 1) + ": " + Wording.NEUTRAL.reason(
				e)));
		}
	}

	@Override
	public int getBitDepth() {
		return volume.type() == PlaneType.RGB ? 24 : volume.type().bits();
	}

	@Override
	protected String label(final int index) {
		return labels.apply(index);
	}
}
