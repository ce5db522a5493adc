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

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Headers;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.series.ScannedFile;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesGrouper;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SkippedFile.Reason;
import io.github.hounsfield.series.SkippedFile;
import io.github.hounsfield.work.Background;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Finds the series in folders, files, zips and DICOMDIRs. Each file is opened once and read up to its Pixel Data. The
 * result depends on the files alone, not on the order in which a walk meets them or threads read them. Safe for
 * several threads.
 */
public final class SeriesScanner {

	/** How files and folders end that their writer has not finished. */
	private static final String PART = ".part";

	private final DicomReader reader;

	/** A scanner with the reader that {@link DicomReaders} chooses. */
	public SeriesScanner() {
		this(DicomReaders.chosen());
	}

	public SeriesScanner(final DicomReader reader) {
		this.reader = reader;
	}

	/**
	 * @param inputs each a folder, a zip, a DICOMDIR (all files that it names, never one outside its folder), or a file
	 *          of a series (that series, from the folder of the file)
	 * @return the series found and the files left out, each with its reason
	 * @throws NoSuchFileException where an input is not there
	 * @throws DicomException where an input is a file that is none of these; names it
	 * @throws CancellationException soon after the workers of the options are to end
	 * @throws IOException where an input cannot be read
	 */
	public SeriesListing scan(final List<Path> inputs, final ScanOptions options) throws IOException {
		if (inputs.isEmpty()) throw new IllegalArgumentException("no input");
		try (Background<ScannedFile> headers = new Background<>(options.workers())) {
			return new Scan(options, headers, inputs.size() > 1).run(inputs);
		}
	}

	/**
	 * The same of files that stand somewhere else than on disk, such as in memory.
	 *
	 * @param sources each one DICOM file, listed under its own name
	 * @throws CancellationException soon after the workers of the options are to end
	 */
	public SeriesListing scanSources(final List<? extends DicomSource> sources, final ScanOptions options)
		throws IOException
	{
		try (Background<ScannedFile> headers = new Background<>(options.workers())) {
			return new Scan(options, headers, false).runSources(sources);
		}
	}

	/** One scan: the files that were met, and what became of them. */
	private final class Scan {

		private final ScanOptions options;
		private final InstanceReader instanceReader;
		private final Background<ScannedFile> headers;
		private final boolean severalInputs;
		private final Set<Object> met = new HashSet<>();
		private final List<Instance> instances = new ArrayList<>();
		private final List<SkippedFile> skipped = new ArrayList<>();

		Scan(final ScanOptions options, final Background<ScannedFile> headers, final boolean severalInputs) {
			this.options = options;
			this.instanceReader = new InstanceReader(reader, options.refusal());
			this.headers = headers;
			this.severalInputs = severalInputs;
		}

		SeriesListing run(final List<Path> inputs) throws IOException {
			final List<Path> files = new ArrayList<>();
			for (final Path input : inputs)
				if (Files.isDirectory(input)) walk(input, options.recursive());
				else if (!Files.exists(input)) throw new NoSuchFileException(input.toString(), null, "no such file or folder");
				else if (ZipArchive.isZip(input)) addZip(input);
				else files.add(input);
			final Map<Path, Set<String>> wanted = new LinkedHashMap<>();
			for (final Path file : files)
				addFile(file, wanted);
			collect(headers.await(), null);
			for (final Map.Entry<Path, Set<String>> folder : wanted.entrySet()) {
				walk(folder.getKey(), false);
				collect(headers.await(), folder.getValue());
			}
			return listing();
		}

		SeriesListing runSources(final List<? extends DicomSource> sources) throws IOException {
			for (final DicomSource source : sources)
				headers.submit(() -> instanceReader.read(source, source.name()));
			collect(headers.await(), null);
			return listing();
		}

		private SeriesListing listing() {
			final List<Series> series = new SeriesGrouper(skipped, options.digests()).group(instances);
			return new SeriesListing(series, skipped);
		}

		/** @param wanted takes the folder of the file and the series to pick from it */
		private void addFile(final Path file, final Map<Path, Set<String>> wanted) throws IOException {
			final DicomFile header = headers.now(() -> reader.read(DicomSource.of(file)));
			final Path folder = file.toAbsolutePath().getParent();
			final String uid = Headers.text(header.dataSet(), Tag.SeriesInstanceUID);
			if (InstanceReader.isDirectory(header)) addDirectory(folder, new DicomDirectory(header));
			else if (uid.isEmpty()) add(file, nameOf(folder, file.toAbsolutePath()));
			else wanted.computeIfAbsent(folder, key -> new HashSet<>()).add(uid);
		}

		private void addZip(final Path file) throws IOException {
			final String prefix = severalInputs ? file.getFileName() + "!" : "";
			for (final ZipArchive.Entry entry : new ZipArchive(file).entries())
				headers.submit(() -> instanceReader.read(entry, prefix + entry.entryName()));
		}

		private void addDirectory(final Path folder, final DicomDirectory directory) throws IOException {
			for (final DicomDirectory.Reference reference : directory.references()) {
				headers.look();
				try {
					final Path file = DicomDirectory.resolve(folder, reference);
					if (file == null) skipped.add(SkippedFile.of(reference.toString(), Reason.MISSING));
					else add(file, nameOf(folder, file));
				}
				catch (final DicomException e) {
					skipped.add(SkippedFile.of(reference.toString(), Reason.OUTSIDE, e.problem()));
				}
				catch (final IOException e) {
					skipped.add(SkippedFile.of(reference.toString(), Reason.UNREADABLE, Wording.problem(folder.toString(), e)));
				}
			}
		}

		/** Walks a folder. Links are followed; one that leads back ends the walk there. */
		private void walk(final Path folder, final boolean recursive) throws IOException {
			final EnumSet<FileVisitOption> follow = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
			Files.walkFileTree(folder, follow, recursive ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<Path>() {

				@Override
				public FileVisitResult preVisitDirectory(final Path dir, final BasicFileAttributes attributes) {
					headers.look();
					if (dir.equals(folder) || !isUnfinished(dir)) return FileVisitResult.CONTINUE;
					skipped.add(SkippedFile.of(nameOf(folder, dir), Reason.UNFINISHED));
					return FileVisitResult.SKIP_SUBTREE;
				}

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					headers.look();
					if (isUnfinished(file)) skipped.add(SkippedFile.of(nameOf(folder, file), Reason.UNFINISHED));
					else if (attributes.isRegularFile()) add(DicomSource.ofRegular(file), file, attributes.fileKey(), nameOf(folder,
						file));
					else if (!attributes.isDirectory()) skipped.add(SkippedFile.of(nameOf(folder, file), Reason.UNREADABLE,
						Problem.in(file.toString()).found(attributes.isSymbolicLink() ? "a link to nothing"
							: "neither a file nor a folder")));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
					if (file.equals(folder)) throw e;
					if (!(e instanceof FileSystemLoopException)) skipped.add(unreadable(nameOf(folder, file), file, e));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(final Path dir, final IOException e) {
					if (e != null) skipped.add(unreadable(nameOf(folder, dir), dir, e));
					return FileVisitResult.CONTINUE;
				}
			});
		}

		/** What this suite and others write bears its name only when it is whole. */
		private boolean isUnfinished(final Path path) {
			return path.getFileName() != null && path.getFileName().toString().endsWith(PART);
		}

		private SkippedFile unreadable(final String name, final Path path, final IOException e) {
			return SkippedFile.of(name, Files.isDirectory(path) ? Reason.CLOSED_FOLDER : Reason.UNREADABLE, Wording.problem(
				path.toString(), e));
		}

		private void add(final Path file, final String name) throws IOException {
			add(DicomSource.of(file), file, Files.readAttributes(file, BasicFileAttributes.class).fileKey(), name);
		}

		/** Reads a file once, even if two links or inputs lead to it. */
		private void add(final DicomSource source, final Path file, final Object key, final String name) {
			if (met.add(key != null ? key : file.toAbsolutePath().normalize())) headers.submit(() -> instanceReader.read(
				source, name));
		}

		private String nameOf(final Path folder, final Path file) {
			final Path shown = severalInputs && folder.getParent() != null ? folder.getParent() : folder;
			final String start = shown.toString();
			final String whole = file.toString();
			final int length = start.length();
			final boolean below = length > 0 && whole.length() > length + 1 && whole.startsWith(start) && whole.charAt(
				length) == File.separatorChar && start.charAt(length - 1) != File.separatorChar;
			if (below && start.indexOf('.') < 0) return whole.substring(length + 1);
			return shown.relativize(file).toString();
		}

		/** @param uids the only series wanted, null for all; a file that does not tell its series may belong to them */
		private void collect(final List<ScannedFile> files, final Set<String> uids) {
			for (final ScannedFile file : files) {
				final boolean wanted = uids == null || uids.contains(file.seriesInstanceUid());
				if (file instanceof Instance instance && wanted) instances.add(instance);
				if (file instanceof SkippedFile left && (wanted || left.seriesInstanceUid().isEmpty())) skipped.add(left);
			}
		}
	}
}
