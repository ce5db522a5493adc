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

import ij.ImagePlus;
import ij.ImageStack;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.plane.PlanarImages;
import io.github.hounsfield.plane.Plane;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The pixels of each slice of an image, slices counted from 0. An image in memory gives its own arrays to any number of
 * threads. A virtual stack is read by one thread at a time. It works on after the image is closed.
 */
public final class SlicePixels {

	private final ImageStack stack;
	private final ImageValues values;
	/** Whether a slice's pixels were checked. An image does not change while this is in use. */
	private final boolean[] checked;

	/** @param values of the image */
	public SlicePixels(final ImagePlus image, final ImageValues values) {
		this.stack = MappedStack.snapshot(image.getStack());
		this.values = values;
		this.checked = new boolean[stack.getSize()];
	}

	/** These pixels without checks against their headers. */
	public SlicePixels unchecked() {
		Arrays.fill(checked, true);
		return this;
	}

	/** The stack itself, as it was when this was made. */
	public ImageStack stack() {
		return stack;
	}

	public int size() {
		return stack.getSize();
	}

	public boolean isVirtual() {
		return stack.isVirtual();
	}

	/**
	 * @return the pixels, not to be changed
	 * @throws ImageException where they are not what the slice's header says
	 */
	public Plane plane(final int slice) {
		final Plane plane = StackPlanes.get(stack, slice).as(values.type());
		if (!checked[slice]) values.check(slice, plane);
		checked[slice] = true;
		return plane;
	}

	/** A view of the values with dimensions x, y, slice, on the stack's own arrays; read slice by slice where virtual. */
	public RandomAccessibleInterval<? extends RealType<?>> values() {
		return PlanarImages.values(values.type(), this::plane, size(), values.width(), values.height(), size());
	}

	/**
	 * The Modality LUT and the padding of each slice.
	 *
	 * @throws ImageException where a slice has none, or holds other values than the first
	 */
	public SliceTransforms transforms() {
		return transforms(Optional.empty());
	}

	/** @param byHand in place of every slice's own Modality LUT; empty: its own */
	public SliceTransforms transforms(final Optional<? extends ModalityTransform> byHand) {
		final ModalityTransform[] transforms = new ModalityTransform[size()];
		for (int slice = 0; slice < transforms.length; slice++) {
			if (byHand.isPresent()) values.requireLikeFirst(slice);
			transforms[slice] = byHand.isPresent() ? byHand.get() : values.transform(slice);
		}
		final Padding[] paddings = new Padding[transforms.length];
		return new SliceTransforms(slice -> transforms[slice], slice -> {
			// several threads may find the same
			if (paddings[slice] == null) paddings[slice] = values.padding(slice, plane(slice), transforms[slice]);
			return paddings[slice];
		});
	}
}
