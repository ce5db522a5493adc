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
package io.github.hounsfield.intensity;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;

/**
 * An operation on each stored value of one slice, in any kind of array. Values of at most 16 bits go through a table.
 * The kernel itself has filled it, so the result is the same as without.
 * <p>
 * An implementation is a record. Equal kernels do the same and share a table.
 *
 * @param <C> array of codes: results before they are stored
 * @param <O> array of the output plane
 */
interface PlaneKernel<C, O> {

	/** So many values go through the direct path at once. So they stay in the processor's nearest cache. */
	int CHUNK = 2048;

	/** A plane with this many values is worth a table of as many entries. */
	int WORTH_A_TABLE = 1 << 16;

	C newCodes(int length);

	/** Evaluates: stored values, which may be overwritten, to codes. */
	void evaluate(double[] stored, C codes, int at, int length);

	/** Stores codes. @return the bits of all codes, combined by or, if they can show a flaw; otherwise 0 */
	int store(C codes, O out, int at, int length);

	/** Looks up and stores. @return as {@link #store} does */
	int lookUp(byte[] in, int offset, C table, O out, int length);

	/** Looks up and stores. @return as {@link #store} does */
	int lookUp(short[] in, int offset, C table, O out, int length);

	/**
	 * @param in plane of stored values
	 * @param offset index of its first value
	 * @param out takes the results, from index 0
	 * @param length how many values
	 * @return the codes' bits combined by or
	 */
	default int run(final Plane in, final int offset, final O out, final int length, final TableCache tables) {
		final PlaneType type = in.type();
		if (type.bits() <= 16) {
			final C table = tables.table(this, type, length >= WORTH_A_TABLE || type.bits() <= 8);
			if (table != null) return type.bits() <= 8 ? lookUp(in.bytes(), offset, table, out, length)
				: lookUp(in.shorts(), offset, table, out, length);
		}
		final int chunk = Math.min(CHUNK, length);
		final double[] values = new double[chunk];
		final C codes = newCodes(chunk);
		int bits = 0;
		for (int done = 0; done < length; done += chunk) {
			final int n = Math.min(chunk, length - done);
			in.load(offset + done, values, n);
			evaluate(values, codes, 0, n);
			bits |= store(codes, out, done, n);
		}
		return bits;
	}

	/** @return a code for each possible element of the type; the index is its bits as an unsigned number */
	default C newTable(final PlaneType type) {
		final int entries = 1 << type.bits();
		final Plane elements = Plane.ofAllBits(type);
		final C table = newCodes(entries);
		final double[] values = new double[CHUNK];
		for (int done = 0; done < entries; done += CHUNK) {
			final int n = Math.min(CHUNK, entries - done);
			elements.load(done, values, n);
			evaluate(values, table, done, n);
		}
		return table;
	}
}
