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
import io.github.hounsfield.pixel.FrameReader;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.Frame;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.work.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens the files of frames. A file of one frame is open for that read only. A file of several frames stays open while
 * it is among the last few that were read. Safe for several threads.
 */
final class Readers implements Closeable {

	/** So many multi-frame files stay open while nobody reads them. */
	private static final int IDLE = 4;

	private final PlaneDecoder decoder;
	private final PixelWarnings warnings;
	private final Workers workers;
	/** Files that cannot be opened, with the reason. So a file of many frames is tried once. */
	private final Map<Instance, DicomException> broken = new IdentityHashMap<>();
	/** In the order of last use. */
	private final Map<Instance, Shared> open = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param warnings takes faults of a frame's file that could be read
	 * @param workers the threads for one frame
	 */
	Readers(final PlaneDecoder decoder, final PixelWarnings warnings, final Workers workers) {
		this.decoder = decoder;
		this.warnings = warnings;
		this.workers = workers;
	}

	private static final class Shared {

		private final FrameReader reader;
		private int users;
		private int said;

		Shared(final FrameReader reader) {
			this.reader = reader;
		}
	}

	/** @return the plane of a frame, a new one */
	Plane decode(final Frame frame) throws IOException {
		final Instance instance = frame.instance();
		if (instance.numberOfFrames() == 1) {
			try (FrameReader reader = FrameReader.open(instance.file(), workers)) {
				final Plane plane = decoder.decode(reader, 0, instance.dataSet(), () -> warnings.rounded(frame));
				reader.warnings().forEach(warning -> warnings.add(frame, warning));
				return plane;
			}
		}
		final Shared shared = acquire(instance);
		try {
			return decoder.decode(shared.reader, frame.index(), instance.dataSet(), () -> warnings.rounded(frame));
		}
		finally {
			say(shared, frame);
			release(shared);
		}
	}

	private synchronized Shared acquire(final Instance instance) throws IOException {
		Shared shared = open.get(instance);
		if (shared == null) {
			final DicomException before = broken.get(instance);
			if (before != null) throw before;
			try {
				shared = new Shared(FrameReader.open(instance.file(), workers));
			}
			catch (final DicomException e) {
				broken.put(instance, e);
				throw e;
			}
			open.put(instance, shared);
		}
		shared.users++;
		return shared;
	}

	/** Warnings of the file's frames so far that were not told yet. */
	private synchronized void say(final Shared shared, final Frame frame) {
		final List<String> all = shared.reader.warnings();
		for (; shared.said < all.size(); shared.said++)
			warnings.add(frame, all.get(shared.said));
	}

	private synchronized void release(final Shared shared) throws IOException {
		shared.users--;
		closeIdle(IDLE);
	}

	private void closeIdle(final int kept) throws IOException {
		final List<Instance> idle = new ArrayList<>();
		open.forEach((instance, shared) -> {
			if (shared.users == 0) idle.add(instance);
		});
		for (int i = 0; i < idle.size() - kept; i++)
			open.remove(idle.get(i)).reader.close();
	}

	/** Closes files that nobody reads now. They are opened again when they are read. */
	@Override
	public synchronized void close() throws IOException {
		closeIdle(0);
	}
}
