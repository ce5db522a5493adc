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
package io.github.hounsfield.series;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One plane of pixels: the only one of a classic file, or one of several. Its attributes are read the same way for
 * classic and Enhanced files. Immutable, safe for several threads.
 */
public final class Frame {

	private final Instance instance;
	private final int index;
	private final DataSet perFrame;
	private final DataSet shared;
	private final Optional<SlicePlane> plane;
	private final Optional<PixelSpacing> spacing;

	Frame(final Instance instance, final int index, final DataSet perFrame, final DataSet shared, final SlicePlane plane,
		final PixelSpacing spacing)
	{
		this.instance = instance;
		this.index = index;
		this.perFrame = perFrame;
		this.shared = shared;
		this.plane = Optional.ofNullable(plane);
		this.spacing = Optional.ofNullable(spacing);
	}

	public Instance instance() {
		return instance;
	}

	/** Index of this frame within its file, from 0. */
	public int index() {
		return index;
	}

	/** Where the frame lies; empty if the file does not say, or its numbers make no plane. */
	Optional<SlicePlane> plane() {
		return plane;
	}

	/** Distances of pixel centres; empty where the file does not say. */
	Optional<PixelSpacing> spacing() {
		return spacing;
	}

	/**
	 * Where to read the attributes of a functional group (PS3.3 section C.7.6.16). It is the frame's own group, else the
	 * group of all frames, else the data set itself, as in classic files.
	 *
	 * @param functionalGroupSequenceTag such as {@code Tag.PixelValueTransformationSequence} for Rescale Slope
	 */
	public DataSet attributes(final int functionalGroupSequenceTag) {
		if (!perFrame.items(functionalGroupSequenceTag).isEmpty()) return perFrame.firstItem(functionalGroupSequenceTag);
		if (!shared.items(functionalGroupSequenceTag).isEmpty()) return shared.firstItem(functionalGroupSequenceTag);
		return instance.dataSet();
	}

	/** The first value of an attribute of a functional group, else of the data set. */
	OptionalDouble number(final int functionalGroupSequenceTag, final int tag) {
		try {
			final OptionalDouble value = attributes(functionalGroupSequenceTag).number(tag);
			return value.isPresent() ? value : instance.dataSet().number(tag);
		}
		catch (final DicomException e) {
			return OptionalDouble.empty();
		}
	}

	/** The name of the file, with the number of the frame if there are several; may identify the patient. */
	public String name() {
		return instance.numberOfFrames() == 1 ? instance.name() : instance.name() + " frame " + (index + 1);
	}

	@Override
	public String toString() {
		return name();
	}
}
