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
package io.github.hounsfield.dicom;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of one DICOM file, on disk, in a zip or in memory. Safe for several threads. */
public interface DicomSource {

	/** How messages name it. */
	String name();

	/** @return a channel at position 0, of fixed size, that the caller closes */
	SeekableByteChannel open() throws IOException;

	/** @return the same for a short look by one thread, which another may not close */
	default SeekableByteChannel openHeader() throws IOException {
		return open();
	}

	static DicomSource of(final Path file) {
		return new FileSource(file, false);
	}

	/** @param file was seen to be a regular file just now; its header is read without another look */
	static DicomSource ofRegular(final Path file) {
		return new FileSource(file, true);
	}

	/** @param bytes not copied, must not change */
	static DicomSource of(final String name, final byte[] bytes) {
		return new MemorySource(name, bytes);
	}

	/**
	 * The data set of a deflated transfer syntax (PS3.5 section A.5); position 0 is its first inflated byte.
	 *
	 * @param start of the deflated bytes
	 * @throws DicomException where they inflate to more than an image can justify
	 */
	static DicomSource inflated(final DicomSource deflated, final long start) throws IOException {
		return InflatedSource.of(deflated, start);
	}

	/**
	 * Refuses pipes and devices. A pipe waits for its writer, and a device may have no end.
	 *
	 * @throws DicomException if the path leads to something else than a regular file
	 */
	static void requireRegular(final Path file) throws DicomException {
		if (!Files.isRegularFile(file) && Files.exists(file)) throw new DicomException(Problem.in(file
			.toString()).found(Files.isDirectory(file) ? "found a folder" : "found a pipe, socket or device").expected(
				"a regular file"));
	}

	/**
	 * A file on disk.
	 *
	 * @param seen whether it was seen to be regular
	 */
	record FileSource(Path file, boolean seen) implements DicomSource {

		@Override
		public String name() {
			return file.toString();
		}

		@Override
		public SeekableByteChannel open() throws IOException {
			requireRegular(file);
			return FileChannel.open(file, StandardOpenOption.READ);
		}

		@Override
		public SeekableByteChannel openHeader() throws IOException {
			if (file.getFileSystem() != FileSystems.getDefault()) return open();
			if (!seen) requireRegular(file);
			try {
				return HeaderChannel.open(file.toFile());
			}
			catch (final FileNotFoundException e) {
				// A channel tells the reason by the exception's class.
				return open();
			}
		}
	}

	/** Bytes in memory. */
	record MemorySource(String name, byte[] bytes) implements DicomSource {

		@Override
		public SeekableByteChannel open() {
			return new ByteArrayChannel(bytes);
		}
	}
}
