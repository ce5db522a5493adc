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
package io.github.hounsfield.export;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.zip.Deflater;

/**
 * Writes the voxels of a volume to a file, some planes at a time in each thread. A compressed stream (RFC 1950, 1951,
 * 1952) is cut where planes end and each part compressed by itself, so that its bytes do not depend on the number of
 * threads.
 */
final class VoxelStream {

	/** A part has at least so many bytes before compression. Its ends cost under 0.1 %. */
	private static final int PART_BYTES = 1 << 20;

	/** The compression level of other tools. */
	private static final int LEVEL = 6;

	/** Magic, deflate, no flags, no time, no hint, no system: nothing of this machine and this hour. */
	private static final byte[] GZIP = { 0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF };

	/** Deflate with a window of 32 KiB, default level. */
	private static final byte[] ZLIB = { 0x78, (byte) 0x9C };

	private final Voxels voxels;
	private final VoxelType type;
	private final int planeLength;
	private final int planes;
	private final int planesOfPart;
	private final int parts;

	/** A value that the file's type does not hold. The file must be written with another type. */
	static final class NotExact extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int plane;
		private final int index;
		private final float value;

		NotExact(final int plane, final int index, final float value) {
			this.plane = plane;
			this.index = index;
			this.value = value;
		}

		int plane() {
			return plane;
		}

		int index() {
			return index;
		}

		float value() {
			return value;
		}
	}

	/** @throws ExportException where a plane is too large for a buffer */
	VoxelStream(final Voxels voxels, final VoxelType type) throws ExportException {
		this.voxels = voxels;
		this.type = type;
		planeLength = Math.multiplyExact(voxels.width(), voxels.height());
		planes = Math.multiplyExact(voxels.depth(), voxels.times());
		final long bytes = (long) planeLength * type.bytes();
		if (bytes > 1 << 30) throw new ExportException(Problem.of("a plane of " + voxels.width() + " x " + voxels.height() +
			" voxels has " + bytes + " bytes").expected("at most " + (1 << 30)));
		planesOfPart = (int) Math.max(1, Math.min(planes, (PART_BYTES + bytes - 1) / bytes));
		parts = (planes + planesOfPart - 1) / planesOfPart;
	}

	/**
	 * @param channel written from its position on
	 * @param prefix stands before the voxels, in the compressed stream where there is one
	 * @throws NotExact where a value is not one of the type; always the first in order
	 * @throws IOException where a plane cannot be read, or the file not written
	 */
	void write(final FileChannel channel, final VolumeFormat.Coding coding, final Workers workers, final byte[] prefix)
		throws IOException
	{
		final AtomicBoolean stopped = new AtomicBoolean();
		final Workers own = workers.withCancel(() -> {
			if (workers.isCanceled()) stopped.set(true);
			return stopped.get();
		});
		final OrderedSink sink = new OrderedSink(channel, coding, own::isCanceled);
		final byte[] start = switch (coding) {
			case GZIP -> GZIP;
			case ZLIB -> ZLIB;
			case PLAIN -> new byte[0];
		};
		OrderedSink.write(channel, ByteBuffer.wrap(start));
		final long first = channel.position();
		try {
			own.run(parts, () -> new Part(sink, coding, prefix, channel, first));
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
		OrderedSink.write(channel, sink.trailer());
	}

	/** One thread's buffers. */
	private final class Part implements IntConsumer {

		private final OrderedSink sink;
		private final boolean compressed;
		private final byte[] prefix;
		private final FileChannel channel;
		private final long first;
		private final ByteBuffer raw;
		private ByteBuffer coded;

		/** @param first where the voxels begin in the file, which matters where they are not compressed */
		Part(final OrderedSink sink, final VolumeFormat.Coding coding, final byte[] prefix, final FileChannel channel,
			final long first)
		{
			this.sink = sink;
			this.prefix = prefix;
			this.channel = channel;
			this.first = first;
			raw = ByteBuffer.allocateDirect(prefix.length + planesOfPart * planeLength * type.bytes());
			compressed = coding != VolumeFormat.Coding.PLAIN;
			if (compressed) coded = ByteBuffer.allocateDirect(raw.capacity() + raw.capacity() / 1000 + 4096);
		}

		@Override
		public void accept(final int part) {
			try {
				raw.clear();
				if (part == 0) raw.put(prefix);
				for (int p = part * planesOfPart; p < Math.min(planes, (part + 1) * planesOfPart); p++) {
					final Plane plane = voxels.plane(p);
					final int bad = PlaneBytes.append(plane, type, planeLength, raw);
					if (bad >= 0) throw new NotExact(p, bad, PlaneBytes.value(plane, bad));
				}
				raw.flip();
				if (!compressed) OrderedSink.write(channel, raw, first + (part == 0 ? 0 : prefix.length) + (long) part *
					planesOfPart * planeLength * type.bytes());
				else sink.put(part, raw, deflated(part == parts - 1));
			}
			catch (final IOException e) {
				sink.fail(part);
				throw new UncheckedIOException(e);
			}
			catch (final CancellationException e) {
				throw e;
			}
			catch (final RuntimeException | Error e) {
				sink.fail(part);
				throw e;
			}
		}

		private ByteBuffer deflated(final boolean last) {
			final Deflater deflater = new Deflater(LEVEL, true);
			try {
				deflater.setInput(raw.duplicate());
				coded.clear();
				if (last) deflater.finish();
				int written;
				do {
					if (!coded.hasRemaining()) coded = larger(coded);
					written = deflater.deflate(coded, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
				}
				while (last ? !deflater.finished() : written > 0 && !coded.hasRemaining());
				return coded.flip();
			}
			finally {
				deflater.end();
			}
		}
	}

	private static ByteBuffer larger(final ByteBuffer full) {
		final ByteBuffer larger = ByteBuffer.allocateDirect(full.capacity() + full.capacity() / 2 + 64);
		return larger.put(full.flip());
	}
}
