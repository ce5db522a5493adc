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
package io.github.hounsfield.spark;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The result of one series: measured or failed. Names no patient, file or folder.
 *
 * @param item number, from 1; {@code items.csv} says of which series
 * @param seriesUid a UID made of the Series Instance UID by the key of the results; empty where there is none
 * @param part which of the volumes that share the Series Instance UID, from 1; 0 where the study has no series
 * @param values of {@link Column#of}, each Long, Double, String, long[] or null; empty where it failed
 * @param reasonClass kind of the failure; empty where it was measured
 * @param reason of the failure in words; empty where it was measured
 * @param seconds that the work took
 */
public record SeriesRow(int item, String seriesUid, int part, Object[] values, String reasonClass, String reason,
	double seconds) implements Serializable
{

	public boolean isMeasured() {
		return reasonClass.isEmpty();
	}

	static SeriesRow failed(final Item item, final String reasonClass, final String reason, final double seconds) {
		return new SeriesRow(item.number(), item.seriesUid(), item.part(), new Object[0], reasonClass, reason, seconds);
	}

	/** Whether all but the seconds is the same, numbers bit by bit. */
	public boolean sameAs(final SeriesRow other) {
		return item == other.item && part == other.part && seriesUid.equals(other.seriesUid) && reasonClass.equals(
			other.reasonClass) && reason.equals(other.reason) && Arrays.deepEquals(values, other.values);
	}
}
