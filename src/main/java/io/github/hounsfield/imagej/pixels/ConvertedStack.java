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
package io.github.hounsfield.imagej.pixels;

import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A virtual stack whose slices are made from another stack's when they are shown. Holds no pixels. */
public final class ConvertedStack extends MappedStack {

	private final ImageStack source;
	private final int sourceSize;
	private final int bitDepth;
	private final IntFunction<ImageProcessor> slices;
	private final UnaryOperator<String> labels;

	/**
	 * @param source stack that the slices come from; a {@link #snapshot} of an image's
	 * @param bitDepth of the slices made
	 * @param slices index from 0 to a new processor
	 * @param labels the source's label to this stack's
	 */
	public ConvertedStack(final ImageStack source, final int bitDepth, final IntFunction<ImageProcessor> slices,
		final UnaryOperator<String> labels)
	{
		super(source.getWidth(), source.getHeight(), null, source.size());
		this.source = source;
		this.sourceSize = source.size();
		this.bitDepth = bitDepth;
		this.slices = slices;
		this.labels = labels;
	}

	@Override
	protected MappedStack twin() {
		requireUnchanged();
		return new ConvertedStack(source, bitDepth, slices, labels);
	}

	/** @throws ImageException if slices were deleted from the source, so that indices have changed */
	@Override
	protected ImageProcessor processor(final int index) {
		requireUnchanged();
		return slices.apply(index);
	}

	@Override
	protected String label(final int index) {
		requireUnchanged();
		final String label = SliceHeaders.label(source, index);
		return label == null ? null : labels.apply(label);
	}

	private void requireUnchanged() {
		if (source.size() != sourceSize) throw new ImageException("the virtual stack that this one is made from had " +
			sourceSize + " slices and has " + source.size() + " now", Remedy.OPEN_AGAIN_AND_CONVERT_BEFORE);
	}

	@Override
	public int getBitDepth() {
		return bitDepth;
	}
}
