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
import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.awt.image.ColorModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A virtual stack whose slices are made when they are shown, each from an index of its own. Slices can be deleted.
 * Changes of their pixels are not kept. Not safe for several threads, as ImageJ's stacks are not.
 */
public abstract class MappedStack extends VirtualStack {

	private int[] indices;

	/** @param count slices, made of the indices from 0 on */
	public MappedStack(final int width, final int height, final ColorModel colorModel, final int count) {
		super(width, height, colorModel, "");
		indices = IntStream.range(0, count).toArray();
	}

	/** @return a stack that keeps the present slices of another, even if some are deleted there */
	public static ImageStack snapshot(final ImageStack stack) {
		if (!(stack instanceof MappedStack mapped)) return stack;
		final MappedStack copy = mapped.twin();
		copy.indices = IntStream.rangeClosed(1, mapped.size()).map(mapped::index).toArray();
		return copy;
	}

	/** A stack of the same kind with all slices. */
	protected abstract MappedStack twin();

	/** A processor with pixels of its own. */
	protected abstract ImageProcessor processor(int index);

	protected abstract String label(int index);

	/** Stack to Hyperstack sets another order of slices, see {@link VirtualStack#translate}. */
	private int index(final int n) {
		return indices[translate(n) - 1];
	}

	@Override
	public final ImageProcessor getProcessor(final int n) {
		final ImageProcessor processor = processor(index(n));
		processor.setSliceNumber(n);
		return processor;
	}

	@Override
	public final Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public final String getSliceLabel(final int n) {
		return label(index(n));
	}

	@Override
	public final void deleteSlice(final int n) {
		if (n < 1 || n > indices.length) throw new IllegalArgumentException("slice " + n + "; expected 1 to " +
			indices.length);
		final int[] left = Arrays.copyOf(indices, indices.length - 1);
		System.arraycopy(indices, n, left, n - 1, left.length - n + 1);
		indices = left;
	}

	/** Keeps the first of each so many slices. */
	@Override
	public final void reduce(final int factor) {
		if (factor < 2 || indices.length < factor) return;
		final int[] all = indices;
		indices = IntStream.range(0, all.length / factor).map(i -> all[i * factor]).toArray();
	}

	@Override
	public final int getSize() {
		return indices.length;
	}

	@Override
	public final int size() {
		return indices.length;
	}

	@Override
	public final String getFileName(final int n) {
		return null;
	}

	@Override
	public final String getDirectory() {
		return null;
	}
}
