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
package io.github.hounsfield.lung;

/**
 * A connected component of voxels under the threshold, away from the border of its slices, and what it was taken for.
 *
 * @param volumeMl ml
 * @param firstSlice counted from 0
 * @param lastSlice counted from 0
 * @param coreMedianHu median HU of the core, which is left after 3 mm are taken off in plane; NaN if nothing is left
 * @param verdict what it was taken for
 */
record Candidate(double volumeMl, int firstSlice, int lastSlice, double coreMedianHu, Verdict verdict) {

	/** Above this median a core is denser than lung, HU. */
	public static final double DENSEST_LUNG = -400;

	/** At or under this median a core is doubtful: emphysema or gas, HU. */
	public static final double THINNEST_LUNG = -940;

	/** Under this median a core is gas, HU. */
	public static final double GAS = -960;

	/** What a component is taken for, by its core. */
	public enum Verdict {
		LUNG("lung"),
		DOUBTFUL("severe emphysema or gas: its density does not tell which"),
		GAS("gas, such as that of bowel, sinus, airways or foam"),
		DENSE("denser than aerated lung"),
		NO_CORE("nowhere thicker than 6 mm");

		private final String words;

		Verdict(final String words) {
			this.words = words;
		}

		/** For a message. */
		String words() {
			return words;
		}

		static Verdict of(final double coreMedianHu) {
			if (Double.isNaN(coreMedianHu)) return NO_CORE;
			if (coreMedianHu < Candidate.GAS) return GAS;
			if (coreMedianHu <= THINNEST_LUNG) return DOUBTFUL;
			return coreMedianHu <= DENSEST_LUNG ? LUNG : DENSE;
		}
	}

	/** Whether its density does not tell lung from gas. */
	boolean isDoubtful() {
		return verdict == Verdict.DOUBTFUL;
	}

	@Override
	public String toString() {
		return Text.number(volumeMl) + " ml in " + Text.slices(firstSlice, lastSlice) + (Double.isNaN(coreMedianHu) ? ""
			: ", core " + Text.number(coreMedianHu) + " HU") + ": " + verdict.words();
	}
}
