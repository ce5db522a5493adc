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
package io.github.hounsfield.codec.jpeg2000;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.List;

/** Decodes the code-blocks of a tile-component into rows of wavelet coefficients, several at once. */
final class CoefficientReader {

	private static final int MAX_BLOCK = 4096;

	private final byte[] data;
	private final Workers workers;
	private final int worthAThread;
	private final OneThread caller;

	/**
	 * @param workers the threads; their progress is not told
	 * @param worthAThread bytes of code-blocks for each further thread
	 */
	CoefficientReader(final byte[] data, final Workers workers, final int worthAThread) {
		this.data = data;
		this.worthAThread = worthAThread;
		this.workers = workers.withProgress(fraction -> {});
		caller = new OneThread();
	}

	/** A code-block, and where its coefficients go. */
	private record Task(CodeBlock block, Coefficients to) {}

	/** The coefficients of each subband of each resolution. Of several broken code-blocks the first is reported. */
	Coefficients[][] read(final TileComponent component, final List<Precinct> precincts) throws CodecException {
		final Coefficients[][] all = new Coefficients[component.resolutions().length][];
		final List<Task> tasks = new ArrayList<>();
		long bytes = 0;
		for (int r = 0; r < all.length; r++) {
			final Resolution resolution = component.resolutions()[r];
			all[r] = new Coefficients[resolution.bands().length];
			for (int b = 0; b < all[r].length; b++)
				all[r][b] = Coefficients.of(resolution.bands()[b], component.style().reversible());
			for (final Precinct precinct : precincts) {
				if (precinct.resolution != resolution || !precinct.isOpen()) continue;
				for (int b = 0; b < all[r].length; b++) {
					for (final CodeBlock block : precinct.blocks()[b].blocks) {
						if (block.passes == 0) continue;
						tasks.add(new Task(block, all[r][b]));
						bytes += block.totalLength();
					}
				}
			}
		}
		final int threads = (int) Math.min(workers.threads(), 1 + bytes / worthAThread);
		if (threads > 1) decodeTogether(tasks, component, workers.withThreads(threads));
		else for (final Task task : tasks)
			caller.decode(task, component);
		return all;
	}

	private void decodeTogether(final List<Task> tasks, final TileComponent component, final Workers several)
		throws CodecException
	{
		try {
			several.run(tasks.size(), () -> {
				final OneThread own = new OneThread();
				return i -> {
					try {
						own.decode(tasks.get(i), component);
					}
					catch (final CodecException e) {
						throw new Broken(e);
					}
				};
			});
		}
		catch (final Broken e) {
			throw e.reason;
		}
	}

	/** Carries an error out of a task that may not throw it. */
	private static final class Broken extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final CodecException reason;

		Broken(final CodecException reason) {
			super(reason);
			this.reason = reason;
		}
	}

	/** What each thread has of its own. */
	private final class OneThread {

		private final int[] samples = new int[MAX_BLOCK];
		private final BlockDecoder decoder = new BlockDecoder();
		private final HtBlockDecoder htDecoder = new HtBlockDecoder();

		void decode(final Task task, final TileComponent component) throws CodecException {
			final CodeBlock block = task.block;
			final Subband band = task.to.band();
			if (component.style().has(CodingStyle.HT)) {
				if (block.segmentLength(0) == 0) return;
				htDecoder.decode(block, band, component.style(), data, samples);
			}
			else decoder.decode(block, band, component.style(), data, samples);
			if (component.roiShift() > 0)
				lowerRegion(component.roiShift(), block.area.width() * block.area.height());
			task.to.put(block.area, samples);
		}

		/** Max-shift: bits above the shift belong to the region of interest (T.800 H.1). */
		private void lowerRegion(final int shift, final int count) {
			if (shift > TileComponent.MAX_BIT_PLANES) return;
			for (int i = 0; i < count; i++) {
				final int magnitude = Math.abs(samples[i]);
				if (magnitude >>> shift + 1 != 0)
					samples[i] = samples[i] < 0 ? -(magnitude >>> shift) : magnitude >>> shift;
			}
		}
	}
}
