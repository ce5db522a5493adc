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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Takes parts of a file from several threads, and writes them in order. A thread that comes too early waits. Another
 * thread always has the part before, for {@link io.github.hounsfield.work.Workers} gives tasks out in rising order.
 */
final class OrderedSink {

	/** How long to wait before looking again whether the work was canceled, ms. */
	private static final long LOOK_AGAIN = 50;

	private final FileChannel channel;
	private final BooleanSupplier canceled;
	private final CRC32 crc = new CRC32();
	private final Adler32 adler = new Adler32();
	private final VolumeFormat.Coding coding;
	private long rawBytes;
	private int next;
	private int failed = Integer.MAX_VALUE;

	OrderedSink(final FileChannel channel, final VolumeFormat.Coding coding, final BooleanSupplier canceled) {
		this.channel = channel;
		this.coding = coding;
		this.canceled = canceled;
	}

	/**
	 * Writes a part when its turn has come.
	 *
	 * @param raw the bytes before coding, for the checksum
	 * @param coded the bytes to write
	 * @throws CancellationException where its turn cannot come any more
	 */
	synchronized void put(final int part, final ByteBuffer raw, final ByteBuffer coded) throws IOException {
		while (next != part) {
			if (part > failed || canceled.getAsBoolean()) throw new CancellationException("canceled");
			try {
				wait(LOOK_AGAIN);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("interrupted");
			}
		}
		rawBytes += raw.remaining();
		if (coding == VolumeFormat.Coding.GZIP) crc.update(raw);
		if (coding == VolumeFormat.Coding.ZLIB) adler.update(raw);
		write(channel, coded);
		next++;
		notifyAll();
	}

	/** Parts after this one need not wait. */
	synchronized void fail(final int part) {
		failed = Math.min(failed, part);
		notifyAll();
	}

	/** The checksum, which follows the last part. */
	synchronized ByteBuffer trailer() {
		final ByteBuffer bytes = ByteBuffer.allocate(8);
		switch (coding) {
			case GZIP -> bytes.putInt(Integer.reverseBytes((int) crc.getValue())).putInt(Integer.reverseBytes((int) rawBytes));
			case ZLIB -> bytes.putInt((int) adler.getValue());
			default -> {}
		}
		return bytes.flip();
	}

	/**
	 * Writes all bytes.
	 *
	 * @throws WriteFailed where the file takes no more
	 * @throws CancellationException where the thread was interrupted, which closes the file
	 */
	static void write(final FileChannel channel, final ByteBuffer bytes) throws WriteFailed {
		try {
			while (bytes.hasRemaining())
				channel.write(bytes);
		}
		catch (final ClosedChannelException e) {
			throw new CancellationException("interrupted");
		}
		catch (final IOException e) {
			throw new WriteFailed(e);
		}
	}

	/** The same at a given place. No part waits for it. */
	static void write(final FileChannel channel, final ByteBuffer bytes, final long position) throws WriteFailed {
		try {
			long at = position;
			while (bytes.hasRemaining())
				at += channel.write(bytes, at);
		}
		catch (final ClosedChannelException e) {
			throw new CancellationException("interrupted");
		}
		catch (final IOException e) {
			throw new WriteFailed(e);
		}
	}

	/** A file could not be written. A file that could not be read is another exception. */
	static final class WriteFailed extends IOException {

		private static final long serialVersionUID = 1L;

		WriteFailed(final IOException cause) {
			super(cause.getMessage(), cause);
		}
	}
}
