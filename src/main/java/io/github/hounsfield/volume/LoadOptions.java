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

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * How to load.
 *
 * @param threads that decode at the same time, at least 1
 * @param progress takes the part that is done, 0 to 1, from any of the threads
 * @param canceled asked before each plane, by any of the threads; once it says yes the loading ends
 */
public record LoadOptions(int threads, DoubleConsumer progress, BooleanSupplier canceled) {

	/** One thread for each processor, silent, to the end. */
	public static final LoadOptions DEFAULT = new LoadOptions(Runtime.getRuntime().availableProcessors(), done -> {},
		() -> false);

	public LoadOptions {
		if (threads < 1) throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
	}

	public LoadOptions withThreads(final int value) {
		return new LoadOptions(value, progress, canceled);
	}

	public LoadOptions withProgress(final DoubleConsumer value) {
		return new LoadOptions(threads, value, canceled);
	}

	public LoadOptions withCanceled(final BooleanSupplier value) {
		return new LoadOptions(threads, progress, value);
	}
}
