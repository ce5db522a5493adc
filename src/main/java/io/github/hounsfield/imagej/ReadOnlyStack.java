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
package io.github.hounsfield.imagej;

import ij.IJ;
import ij.VirtualStack;
import java.awt.image.ColorModel;

/**
 * A virtual stack that makes its slices when they are shown, from something other than files of its own: it names no
 * folder and no file, and changes of pixels are not kept. Not safe for several threads, as ImageJ's stacks are not.
 */
abstract class ReadOnlyStack extends VirtualStack {

	/** @param colorModel of grey processors, null for ImageJ's own */
	ReadOnlyStack(final int width, final int height, final ColorModel colorModel) {
		super(width, height, colorModel, "");
	}

	@Override
	public abstract int size();

	@Override
	public final int getSize() {
		return size();
	}

	@Override
	public abstract int getBitDepth();

	@Override
	public abstract String getSliceLabel(int n);

	/** Says that it cannot be done: an exception would leave ImageJ's image locked. */
	@Override
	public final void deleteSlice(final int n) {
		IJ.error("Virtual Stack", "Slice " + n + " cannot be deleted: slices of a virtual stack stand in their files. Use " +
			"Image > Duplicate first.");
	}

	/** As {@link #deleteSlice} does. */
	@Override
	public final void deleteLastSlice() {
		deleteSlice(size());
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
