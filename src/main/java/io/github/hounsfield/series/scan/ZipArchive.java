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
package io.github.hounsfield.series.scan;

import io.github.hounsfield.dicom.Cleanup;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of a zip, read in place. Nothing is unpacked to disk, and no whole entry to memory. So an entry's name
 * never becomes a path. The archive stays open as long as one of its sources is in use. Safe for several threads.
 */
final class ZipArchive {

	/** Deflate never shrinks bytes more than this (RFC 1951); an entry that claims to is not believed. */
	private static final long LARGEST_RATIO = 1032;
	private static final int SLACK = 64 * 1024;

	private final Path path;
	private final ZipFile zip;
	private final List<ZipEntry> files = new ArrayList<>();

	ZipArchive(final Path path) throws IOException {
		this.path = path;
		this.zip = open(path);
	}

	/** Character sets of names and comments: UTF-8, else Latin-1, which takes any bytes. */
	private ZipFile open(final Path of) throws IOException {
		Exception first = null;
		for (final Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1))
			try {
				return list(new ZipFile(of.toFile(), charset));
			}
			catch (final ZipException | IllegalArgumentException e) {
				if (first == null) first = e;
			}
		throw new DicomException(Problem.in(of.toString()).found("broken zip:").quote(String.valueOf(first
			.getMessage())), first);
	}

	/** @throws IllegalArgumentException where a name or comment is not of the zip's character set */
	private ZipFile list(final ZipFile opened) throws IOException {
		try {
			files.clear();
			opened.stream().filter(entry -> !entry.isDirectory()).forEach(files::add);
			return opened;
		}
		catch (final IllegalArgumentException e) {
			Cleanup.after(e, opened);
			throw e;
		}
	}

	/** Whether a file begins as zips do. */
	static boolean isZip(final Path file) throws IOException {
		DicomSource.requireRegular(file);
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] magic = in.readNBytes(4);
			return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && (magic[2] == 3 && magic[3] == 4 ||
				magic[2] == 5 && magic[3] == 6);
		}
	}

	/** One source for each entry that is a file, by the names of the entries. */
	List<Entry> entries() {
		final List<Entry> entries = new ArrayList<>();
		for (final ZipEntry entry : files)
			entries.add(new Entry(this, entry, nameOf(entry)));
		return entries;
	}

	/** A comment that is not UTF-8 makes all names Latin-1. The bytes show which of them are UTF-8. */
	private static String nameOf(final ZipEntry entry) {
		final byte[] bytes = entry.getName().getBytes(StandardCharsets.ISO_8859_1);
		if (!new String(bytes, StandardCharsets.ISO_8859_1).equals(entry.getName())) return entry.getName();
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException e) {
			return entry.getName();
		}
	}

	/** One file in the archive. */
	static final class Entry implements DicomSource {

		private final ZipArchive archive;
		private final ZipEntry entry;
		private final String entryName;

		Entry(final ZipArchive archive, final ZipEntry entry, final String entryName) {
			this.archive = archive;
			this.entry = entry;
			this.entryName = entryName;
		}

		String entryName() {
			return entryName;
		}

		@Override
		public String name() {
			return archive.path + "!" + entryName;
		}

		@Override
		public SeekableByteChannel open() throws IOException {
			final long size = entry.getSize();
			if (size < 0 || size > entry.getCompressedSize() * LARGEST_RATIO + SLACK) throw new DicomException(Problem.in(
				name()).found("the zip says that " + entry.getCompressedSize() + " bytes hold " + size)
					.expected("at most " + LARGEST_RATIO + " for each, as a deflate stream can hold"));
			return new ForwardChannel(name(), size, () -> archive.zip.getInputStream(entry));
		}
	}
}
