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

/** Turns an item into its row. Any failure becomes the row; a task never fails. */
final class MeasureTask implements GroupTask.Work<Item, SeriesRow> {

	private static final long serialVersionUID = 1L;
	private static final double NANOS = 1e9;

	private final Plan plan;
	private final String results;
	private final String runId;
	private final int timeoutSeconds;

	/**
	 * @param results folder of the results, seen by all workers under this path
	 * @param timeoutSeconds for one item
	 */
	MeasureTask(final Plan plan, final String results, final String runId, final int timeoutSeconds) {
		this.plan = plan;
		this.results = results;
		this.runId = runId;
		this.timeoutSeconds = timeoutSeconds;
	}

	@Override
	public SeriesRow of(final Item item) {
		final long start = System.nanoTime();
		try {
			final Object[] values = Guard.call(timeoutSeconds, workers -> new Measurement(plan, results, runId, workers).of(
				item));
			return new SeriesRow(item.number(), item.seriesUid(), item.part(), values, "", "", seconds(start));
		}
		catch (final Exception | Error e) {
			final Failure failure = Failure.of(e);
			return SeriesRow.failed(item, failure.kind(), failure.reason(), seconds(start));
		}
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / NANOS;
	}
}
