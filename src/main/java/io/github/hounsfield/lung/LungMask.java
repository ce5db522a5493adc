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

import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Which voxels are lung, and how that was found.
 *
 * @param labels 1: right lung, 2: left lung, 0: neither; if the grid does not know the sides, 1 is the lung of the
 *          smaller column. Min at 0, the size of the volume; belongs to the caller
 * @param grid of the volume
 * @param options that made it
 * @param candidates the components that were big enough, the biggest first, before airways were removed
 * @param before before the outline was closed
 * @param after as in labels; equal to before where nothing was closed
 * @param airwaysMl what was removed as trachea and bronchi with their walls, ml
 * @param notes what the user must know about the mask, one sentence or two each
 */
public record LungMask(RandomAccessibleInterval<UnsignedByteType> labels, PatientGrid grid, LungMaskOptions options,
	List<Candidate> candidates, Content before, Content after, double airwaysMl, List<String> notes)
{

	/** The limits of a threshold, for dialogs and documentation. */
	public static final String LIMITS = "A threshold sees aerated lung alone. Consolidation, effusion, atelectasis and " +
		"masses at the pleura are as dense as the chest wall and stay out; the closing brings back what its disc reaches.";

	/**
	 * Volume and mean density.
	 *
	 * @param voxels how many
	 * @param volumeMl ml
	 * @param meanHu HU; NaN where there is no voxel
	 */
	public record Content(long voxels, double volumeMl, double meanHu) {

		@Override
		public String toString() {
			return Text.number(volumeMl) + " ml, mean " + Text.number(meanHu) + " HU";
		}
	}

	/** Whether a component was left out whose density does not tell lung from gas. */
	public boolean leavesOutDoubtful() {
		return !options.force() && candidates.stream().anyMatch(Candidate::isDoubtful);
	}

	/** What it means that no airways were found; empty where some were, or none were looked for. No reason to doubt. */
	public Optional<String> withoutAirways() {
		return options.removeAirways() && airwaysMl == 0 ? Optional.of("No trachea or main bronchus lies within the lungs, " +
			"so that none was taken out. This is right where they lie apart from the lungs, or outside of the scan. One that " +
			"is in the mask all the same makes its volume larger and its mean HU lower.") : Optional.empty();
	}

	/** Volume and mean density, short enough for a status line. */
	public String summary() {
		return "Lungs: " + after;
	}

	/** What was found, line by line, for the log. */
	public String report() {
		final StringBuilder text = new StringBuilder();
		text.append(summary()).append(options.closeMm() > 0 ? ", closed with a disc of " + Text.number(options
			.closeMm()) + " mm (before: " + before + ")" : ", not closed").append('\n');
		if (options.removeAirways()) text.append(airwaysMl > 0 ? "Airways removed: " + Text.millilitres(airwaysMl)
			: "No airways within the lungs, none removed").append('\n');
		for (final Candidate candidate : candidates)
			text.append("Component of ").append(candidate).append('\n');
		for (final String note : notes)
			text.append(note).append('\n');
		return text.toString();
	}
}
