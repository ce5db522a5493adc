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

import io.github.hounsfield.dicom.Cleanup;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Tag;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder of one series. It is numbered, readable by its owner alone, and holds numbered files. An instance is
 * written under another name, read, and then renamed. So a file that ends in {@value #DCM} is whole. Safe for several
 * threads.
 */
public final class SeriesFolder implements Closeable {

	private static final String DCM = ".dcm";
	private static final String PART = ".part";

	private final DicomReader reader = DicomReaders.chosen();
	private final SeriesRecord series;
	private final Path path;
	private final Map<InstanceRecord, Path> files = new ConcurrentHashMap<>();
	private final Set<String> present = ConcurrentHashMap.newKeySet();
	private final AtomicInteger last = new AtomicInteger();

	private SeriesFolder(final SeriesRecord series, final Path path) {
		this.series = series;
		this.path = path;
	}

	/**
	 * Finds the series' folder by its first file, or makes the next one.
	 *
	 * @param parent may hold folders of other series; made where it is not there
	 */
	public static SeriesFolder open(final Path parent, final SeriesRecord series) throws IOException {
		Files.createDirectories(parent, ownerOnly(parent));
		int highest = 0;
		for (final Path child : list(parent, "[0-9][0-9][0-9][0-9]*")) {
			if (!child.getFileName().toString().matches("\\d{4,9}") || !Files.isDirectory(child)) continue;
			highest = Math.max(highest, Integer.parseInt(child.getFileName().toString()));
			final SeriesFolder folder = new SeriesFolder(series, child);
			if (folder.isOfSeries()) {
				folder.index();
				return folder;
			}
		}
		for (int number = highest + 1;; number++) try {
			final Path path = parent.resolve(String.format(Locale.ROOT, "%04d", number));
			Files.createDirectory(path, ownerOnly(parent));
			return new SeriesFolder(series, path);
		}
		catch (final FileAlreadyExistsException e) {
			// another retrieval took the number
		}
	}

	private static FileAttribute<?>[] ownerOnly(final Path where) {
		if (!where.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
		return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
			"rwx------")) };
	}

	private static List<Path> list(final Path folder, final String glob) throws IOException {
		final List<Path> all = new ArrayList<>();
		try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, glob)) {
			children.forEach(all::add);
		}
		all.sort(null);
		return all;
	}

	/** Whether the first file that can be read is of the series. */
	private boolean isOfSeries() throws IOException {
		for (final Path file : list(path, "*" + DCM)) try {
			return isOfSeries(reader.read(DicomSource.of(file)));
		}
		catch (final IOException e) {
			// the next one may tell
		}
		return false;
	}

	private boolean isOfSeries(final DicomFile file) throws IOException {
		return file.dataSet().string(Tag.SeriesInstanceUID).orElse("").equals(series.seriesInstanceUid()) && file.dataSet()
			.string(Tag.StudyInstanceUID).orElse("").equals(series.studyInstanceUid());
	}

	/** Finds files from before. A file that is not whole is fetched again under another number. */
	private void index() throws IOException {
		for (final Path file : list(path, "*" + DCM)) {
			final String name = file.getFileName().toString();
			if (!name.matches("\\d{6,9}\\.dcm")) continue;
			last.accumulateAndGet(Integer.parseInt(name.substring(0, name.length() - DCM.length())), Math::max);
			try {
				final DicomFile header = reader.read(DicomSource.of(file));
				if (!isOfSeries(header) || !WholeFiles.isWhole(header)) continue;
				final InstanceRecord instance = instance(header);
				if (present.add(instance.sopInstanceUid())) files.put(instance, file);
			}
			catch (final IOException e) {
				// not readable, so not there
			}
		}
	}

	private static InstanceRecord instance(final DicomFile file) throws IOException {
		return new InstanceRecord(file.dataSet().requireString(Tag.SOPInstanceUID), file.dataSet().string(Tag.SOPClassUID)
			.orElse(""), file.dataSet().integer(Tag.InstanceNumber));
	}

	public Path path() {
		return path;
	}

	/** Whether the instance is there, whole. */
	public boolean has(final String sopInstanceUid) {
		return present.contains(sopInstanceUid);
	}

	/** How many of these instances are there, whole. */
	public int count(final List<InstanceRecord> instances) {
		return (int) instances.stream().filter(instance -> has(instance.sopInstanceUid())).count();
	}

	/** The whole instances by Instance Number. */
	public List<Path> files() {
		final Map<InstanceRecord, Path> sorted = new TreeMap<>(InstanceRecord.ORDER);
		sorted.putAll(files);
		return List.copyOf(sorted.values());
	}

	/** A new file for one instance; several may be open at once. */
	public Part newPart() throws IOException {
		return new Part(last.incrementAndGet());
	}

	/** Removes parts that are not whole, and a folder without whole files. */
	@Override
	public void close() throws IOException {
		for (final Path part : list(path, "*" + PART))
			Files.deleteIfExists(part);
		if (list(path, "*").isEmpty()) Files.deleteIfExists(path);
	}

	/** One instance while it comes. */
	public final class Part implements Closeable {

		private final int number;
		private final Path file;
		private final FileChannel channel;

		private Part(final int number) throws IOException {
			this.number = number;
			this.file = path.resolve(String.format(Locale.ROOT, "%06d", number) + PART);
			this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				StandardOpenOption.WRITE);
		}

		/** Takes a file of PS3.10: preamble, File Meta Information, data set. */
		public FileChannel channel() {
			return channel;
		}

		/**
		 * Ends the file and gives it its name, unless the instance is there already.
		 *
		 * @return SOP Instance UID
		 * @throws ArchiveException where it is no DICOM file, not whole, or of another series; the file is removed
		 */
		public String accept() throws IOException {
			channel.close();
			try {
				final DicomFile header = reader.read(DicomSource.of(file));
				if (!isOfSeries(header)) throw protocol("the archive sent an instance of another series than " + series, null);
				if (!WholeFiles.isWhole(header)) throw protocol("an instance ends before its Pixel Data do", null);
				final InstanceRecord instance = instance(header);
				if (present.add(instance.sopInstanceUid())) {
					final Path place = path.resolve(String.format(Locale.ROOT, "%06d", number) + DCM);
					Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
					files.put(instance, place);
				}
				Files.deleteIfExists(file);
				return instance.sopInstanceUid();
			}
			catch (final IOException | RuntimeException e) {
				Cleanup.after(e, () -> Files.deleteIfExists(file));
				if (e instanceof DicomException) throw protocol("an instance cannot be read as DICOM", e);
				throw e;
			}
		}

		private ArchiveException protocol(final String what, final Throwable cause) {
			return new ArchiveException(ArchiveException.Reason.PROTOCOL, "Instance " + number + ": " + what + ".", cause);
		}

		/** Removes the part, unless it was accepted. */
		@Override
		public void close() throws IOException {
			channel.close();
			Files.deleteIfExists(file);
		}
	}
}
