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

import static io.github.hounsfield.volume.NotEnoughMemoryException.mebibytes;

/** Checks memory before a volume is allocated. */
public final class Memory {

	/** Left for everything else, bytes. */
	static final long RESERVE = 16L << 20;

	private Memory() {}

	/**
	 * @param bytes of all planes, which may be more than a long counts
	 * @param what is to be loaded, for the message
	 * @throws NotEnoughMemoryException where the heap cannot hold them
	 */
	public static void require(final double bytes, final String what) throws NotEnoughMemoryException {
		require(bytes, what, Runtime.getRuntime());
	}

	private static void require(final double bytes, final String what, final Runtime runtime)
		throws NotEnoughMemoryException
	{
		if (bytes + RESERVE <= free(runtime)) return;
		System.gc();
		final long free = free(runtime);
		if (bytes + RESERVE > free) throw new NotEnoughMemoryException(what, bytes, ", and only " + mebibytes(Math.max(0,
			free - RESERVE)) + " of Java's " + mebibytes(runtime.maxMemory()) + " are free", null);
	}

	/** The exception after memory ran out all the same. Some collectors need up to twice the size of large arrays. */
	static NotEnoughMemoryException ranOut(final long bytes, final String what, final OutOfMemoryError cause) {
		return new NotEnoughMemoryException(what, bytes, " and more for Java's own use, which " + mebibytes(Runtime
			.getRuntime().maxMemory()) + " did not suffice for", cause);
	}

	private static long free(final Runtime runtime) {
		return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
	}
}
