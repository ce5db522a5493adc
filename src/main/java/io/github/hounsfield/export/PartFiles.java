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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file, and perhaps one beside it. Their names end in {@code .part} until both are whole. */
final class PartFiles implements AutoCloseable {

	private final Path file;
	private final Path companion;
	private final boolean overwrite;
	private final List<Path> opened = new ArrayList<>();

	/**
	 * @param companion null where there is none
	 * @throws ExportException if one is there and must not be replaced, or there is no folder for it
	 */
	PartFiles(final Path file, final Path companion, final boolean overwrite) throws ExportException {
		this.file = file;
		this.companion = companion;
		this.overwrite = overwrite;
		final Path folder = file.toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder)) throw refused("'" + file +
			"', and there is no folder " + folder, "a file in a folder that is there");
		for (final Path one : files()) {
			if (Files.isDirectory(one)) throw refused("'" + one + "', which is a folder", "a file");
			if (!overwrite && Files.exists(one)) throw there(one);
		}
	}

	private static ExportException there(final Path one) {
		return new ExportException(Problem.in(one.toString()).found("is there already"), ExportException.Remedy.OVERWRITE);
	}

	private static ExportException refused(final String path, final String expected) {
		return new ExportException(Problem.of("path is").quote(path).expected(expected));
	}

	Path file() {
		return file;
	}

	/** The file asked for, then the one beside it. */
	List<Path> files() {
		return companion == null ? List.of(file) : List.of(file, companion);
	}

	private static Path part(final Path of) {
		return of.resolveSibling(of.getFileName() + ".part");
	}

	/** A new, empty file, in place of what was written before. */
	FileChannel open(final boolean beside) throws IOException {
		final Path of = beside ? companion : file;
		final Path part = part(of);
		try {
			final FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING);
			opened.remove(part);
			opened.add(part);
			return channel;
		}
		catch (final FileSystemException e) {
			throw new ExportException(Problem.in(of.toString()).found("cannot be written:").quote(
				e instanceof AccessDeniedException ? "access denied" : e.getReason() == null ? "no file can be made there" : e
					.getReason()), e);
		}
	}

	void write(final boolean beside, final byte[] bytes) throws IOException {
		try (FileChannel channel = open(beside)) {
			OrderedSink.write(channel, ByteBuffer.wrap(bytes));
		}
	}

	/** Gives the files their names. The one asked for comes last, so it exists only together with the other. */
	void commit() throws IOException {
		final CopyOption[] how = overwrite ? new CopyOption[] { StandardCopyOption.REPLACE_EXISTING }
			: new CopyOption[0];
		try {
			if (companion != null) Files.move(part(companion), companion, how);
			Files.move(part(file), file, how);
		}
		catch (final FileAlreadyExistsException e) {
			throw there(Path.of(e.getFile()));
		}
		opened.clear();
	}

	/** Removes files that have no final name. */
	@Override
	public void close() throws IOException {
		for (final Path part : opened)
			Files.deleteIfExists(part);
	}
}
