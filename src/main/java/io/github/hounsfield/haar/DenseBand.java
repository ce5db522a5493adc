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
package io.github.hounsfield.haar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Results of evaluating a band of windows at once: one row of them or some, and whatever stands between two rows in the
 * integral image. Not for use by several threads at once.
 * <p>
 * Distances are integers in arrays of bytes. The compiler of the virtual machine keeps memory of bytes apart from
 * memory of integers. So it knows that no distance changes the integral image, and reads that at any offset in vectors.
 * First searches take longer by such arrays, so the others are plain.
 */
final class DenseBand {

	/** Integers in bytes, at four times their index. */
	static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

	/** Contrasts of the windows, rounded to whole numbers. */
	final int[] contrasts;
	/** For each node of a tree its feature less its turn, by window. */
	final byte[][] distances;
	/** Negative for each window that a stage rejects. */
	final int[] margins;
	/** Negative for each window whose margin is not reliable. */
	final int[] doubts;

	/**
	 * @param windows of the longest band
	 */
	DenseBand(final int windows) {
		contrasts = new int[windows];
		distances = new byte[TreeStages.MAX_NODES][windows * Integer.BYTES];
		margins = new int[windows];
		doubts = new int[windows];
	}

	/** Whether the margin of a window is reliable. */
	boolean isSure(final int window) {
		return doubts[window] >= 0;
	}

	/** 1 if the stage rejects the window, else 0. */
	int rejects(final int window) {
		return margins[window] >>> 31;
	}
}
