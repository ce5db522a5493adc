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
package io.github.hounsfield.structures;

import java.util.List;

/** Structures as one image of numbers. */
public final class LabelMask {

	/** Labels of 8 bits. */
	public static final int MOST = 255;

	private LabelMask() {}

	/**
	 * @param structures the first becomes 1, the second 2 and so on; a later one covers an earlier one
	 * @return a plane of each slice, 0 outside of all
	 * @throws StructureException where there are more than {@value #MOST}
	 */
	public static byte[][] of(final List<Placed> structures, final ImageGrid grid) throws StructureException {
		if (structures.size() > MOST) throw StructureException.in("", "found " + structures.size() + " structures",
			"at most " + MOST + " for a mask of 8 bits; choose some by names");
		final byte[][] labels = new byte[grid.depth()][grid.width() * grid.height()];
		for (int i = 0; i < structures.size(); i++)
			for (final int z : structures.get(i).slices()) {
				final byte[] inside = structures.get(i).mask(grid, z);
				for (int p = 0; p < inside.length; p++)
					if (inside[p] != 0) labels[z][p] = (byte) (i + 1);
			}
		return labels;
	}
}
