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

import io.github.hounsfield.dicom.DicomException;

/** Looks before a volume is allocated. */
final class Memory {

	/** Left for everything else, bytes. */
	static final long RESERVE = 16L << 20;

	private static final String ADVICE =
		": open it with virtual=true, or give Java more memory (Edit > Options > Memory & Threads)";

	private Memory() {}

	/**
	 * @param bytes of all planes
	 * @param what is to be loaded, for the message
	 * @throws DicomException where the heap cannot hold them; recommends virtual=true
	 */
	static void require(final long bytes, final String what) throws DicomException {
		require(bytes, what, Runtime.getRuntime());
	}

	private static void require(final long bytes, final String what, final Runtime runtime) throws DicomException {
		if (bytes + RESERVE <= free(runtime)) return;
		System.gc();
		final long free = free(runtime);
		if (bytes + RESERVE > free) throw new DicomException(what + " needs " + mebibytes(bytes) + " of memory, and only " +
			mebibytes(Math.max(0, free - RESERVE)) + " of Java's " + mebibytes(runtime.maxMemory()) + " are free" + ADVICE);
	}

	/** What to say where memory ran out after all: some collectors need up to twice the size of large arrays. */
	static DicomException ranOut(final long bytes, final String what, final OutOfMemoryError cause) {
		return new DicomException(what + " needs " + mebibytes(bytes) + " of memory and more for Java's own use, which " +
			mebibytes(Runtime.getRuntime().maxMemory()) + " did not suffice for" + ADVICE, cause);
	}

	private static long free(final Runtime runtime) {
		return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
	}

	private static String mebibytes(final long bytes) {
		return ((bytes + (1 << 20) - 1) >> 20) + " MiB";
	}
}
