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
package io.github.hounsfield.archive;

import java.util.Comparator;
import java.util.OptionalInt;

/**
 * A series as the archive lists it. Empty text: not told. Its text names nobody.
 *
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param seriesInstanceUid Series Instance UID (0020,000E)
 * @param modality Modality (0008,0060)
 * @param seriesNumber Series Number (0020,0011)
 * @param seriesDescription Series Description (0008,103E)
 * @param instances Number of Series Related Instances (0020,1209)
 */
public record SeriesRecord(String studyInstanceUid, String seriesInstanceUid, String modality,
	OptionalInt seriesNumber, String seriesDescription, OptionalInt instances)
{

	/** Order by Series Number, then by UID. Series without a number come last. */
	public static final Comparator<SeriesRecord> ORDER = Comparator.<SeriesRecord> comparingLong(
		series -> series.seriesNumber().isPresent() ? series.seriesNumber().getAsInt() : Long.MAX_VALUE).thenComparing(
			SeriesRecord::seriesInstanceUid);

	/** A series with known UIDs and nothing else, for scripts that retrieve a list of UIDs without a search. */
	public static SeriesRecord of(final String studyInstanceUid, final String seriesInstanceUid) {
		return new SeriesRecord(studyInstanceUid, seriesInstanceUid, "", OptionalInt.empty(), "", OptionalInt.empty());
	}

	@Override
	public String toString() {
		return "series " + InstanceRecord.end(seriesInstanceUid);
	}
}
