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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.Cleanup;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.FileTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Writes a file with the ending {@code .part}, and renames it when it is whole. An existing file with equal bytes is
 * left alone.
 */
final class WholeFile {

	/** Gives the bytes, the same each time. */
	interface Content {

		void write(WritableByteChannel out) throws IOException;
	}

	private static final String PART = ".part";
	private static final Set<OpenOption> PART_OPTIONS = Set.of(StandardOpenOption.CREATE,
		StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

	private WholeFile() {}

	/** @throws OutputFailedException where it cannot be written; no part stays then */
	static void write(final Path file, final Content content) throws IOException {
		if (Files.exists(file) && isSame(file, content)) return;
		final Path part = file.resolveSibling(file.getFileName() + PART);
		try {
			try (FileChannel channel = open(part)) {
				content.write(new Target(channel, file));
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException | RuntimeException e) {
			// a part that stays is written over by the next run
			Cleanup.after(e, () -> Files.deleteIfExists(part));
			if (e instanceof DicomException || e instanceof OutputFailedException ||
				e instanceof RuntimeException || e instanceof SourceFailedException) throw e;
			throw failed(file, (IOException) e);
		}
	}

	/** Most files go into a folder that is there already. */
	private static FileChannel open(final Path part) throws IOException {
		try {
			return FileChannel.open(part, PART_OPTIONS);
		}
		catch (final NoSuchFileException e) {
			Files.createDirectories(part.getParent());
			return FileChannel.open(part, PART_OPTIONS);
		}
	}

	private static OutputFailedException failed(final Path file, final IOException e) {
		return new OutputFailedException(file.toString(), "cannot be written:", e);
	}

	/** Whether the file has these bytes. */
	private static boolean isSame(final Path file, final Content content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final Comparison comparison = new Comparison(channel);
			content.write(comparison);
			return comparison.same && comparison.position == channel.size();
		}
	}

	/** A channel to the part, whose failures are those of the output. */
	private record Target(FileChannel file, Path path) implements FileTarget {

		@Override
		public int write(final ByteBuffer from) throws IOException {
			try {
				return file.write(from);
			}
			catch (final IOException e) {
				throw failed(path, e);
			}
		}

		@Override
		public boolean isOpen() {
			return file.isOpen();
		}

		@Override
		public void close() {}
	}

	/** Compares written bytes with those of a file. */
	private static final class Comparison implements WritableByteChannel {

		private final FileChannel channel;
		private ByteBuffer there = ByteBuffer.allocate(0);
		private long position;
		private boolean same = true;

		private Comparison(final FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public int write(final ByteBuffer from) throws IOException {
			final int count = from.remaining();
			if (same) {
				if (there.capacity() < count) there = ByteBuffer.allocate(count);
				there.clear().limit(count);
				while (there.hasRemaining())
					if (channel.read(there, position + there.position()) < 0) break;
				same = there.flip().equals(from);
			}
			position += count;
			from.position(from.limit());
			return count;
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public void close() {}
	}
}
