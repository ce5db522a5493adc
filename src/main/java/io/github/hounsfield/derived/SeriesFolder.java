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
package io.github.hounsfield.derived;

import io.github.hounsfield.derived.DerivedException.Remedy;
import io.github.hounsfield.dicom.Cleanup;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Part10Writer;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.TransferSyntax;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder for one series, which is there whole or not at all. Files are written into {@code NAME.part} beside it. It
 * is renamed in one step when all of them are there. A killed run's {@code NAME.part} is written anew. A replaced
 * series is {@code NAME.old} between two renames, and comes back if the run is killed then. For one thread, except
 * {@link #write}.
 */
public final class SeriesFolder implements AutoCloseable {

	private static final Pattern OWN = Pattern.compile("IM-\\d{5}\\.dcm");
	private static final String LOCK = "writing.lock";
	private static final int MOST_FILES = 99_999;

	private final Path folder;
	private final Path part;
	private final Path old;
	private final FileChannel lock;
	private int files;
	private boolean committed;

	private SeriesFolder(final Path folder, final Path part, final Path old, final FileChannel lock) {
		this.folder = folder;
		this.part = part;
		this.old = old;
		this.lock = lock;
	}

	/**
	 * @param folder new, or empty, or one that holds nothing but a series that this class wrote; its parent must be there
	 * @param overwrite whether a series in it is replaced
	 * @throws DerivedException where the folder cannot be used so; says what is in the way
	 */
	public static SeriesFolder open(final Path folder, final boolean overwrite) throws IOException {
		final Path target = folder.toAbsolutePath().normalize();
		final Path parent = target.getParent();
		if (parent == null || !Files.isDirectory(parent)) throw refused(folder,
			", and there is no folder " + parent, "a folder in one that is there", Remedy.NONE);
		final Path part = target.resolveSibling(target.getFileName() + ".part");
		final Path old = target.resolveSibling(target.getFileName() + ".old");
		if (!Files.exists(target) && isOwn(old)) Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
		requireFree(folder, target, overwrite);
		try {
			Files.createDirectories(part);
			final FileChannel lock = FileChannel.open(part.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			final SeriesFolder opened = new SeriesFolder(target, part, old, lock);
			opened.requireAlone();
			return opened;
		}
		catch (final FileSystemException e) {
			// a folder that a killed run left may hold files; it stays then
			Cleanup.after(e, () -> Files.deleteIfExists(part));
			throw cannotWrite(folder, e);
		}
	}

	private static void requireFree(final Path folder, final Path target, final boolean overwrite) throws IOException {
		if (!Files.exists(target)) return;
		if (!Files.isDirectory(target)) throw refused(folder, ", which is a file", "a folder", Remedy.NONE);
		if (!isOwn(target)) throw refused(folder, ", which holds other files",
			"a new or empty folder, or one with nothing but a series that was saved", Remedy.NONE);
		if (!overwrite && !isEmpty(target)) throw refused(folder, ", which holds a series already",
			"a new or empty folder", Remedy.OVERWRITE);
	}

	private static DerivedException refused(final Path folder, final String what, final String expected,
		final Remedy remedy)
	{
		return new DerivedException(Problem.of("path is").quote("'" + folder + "'" + what).expected(expected), remedy);
	}

	/** Two runs that write to one folder would mix their files. */
	private void requireAlone() throws IOException {
		boolean alone = false;
		try {
			alone = lock.tryLock() != null;
		}
		catch (final OverlappingFileLockException e) {
			// said below
		}
		if (!alone) {
			lock.close();
			throw refused(folder, ", to which another run is writing now", "a folder that is free", Remedy.WAIT);
		}
		for (final Path file : list(part)) {
			final String name = file.getFileName().toString();
			if (OWN.matcher(name).matches()) Files.delete(file);
			else if (!name.equals(LOCK)) {
				lock.close();
				throw new DerivedException(Problem.in(part.toString()).found("holds other files").expected(
					"a folder that is free for what is being written"), Remedy.REMOVE);
			}
		}
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	private static boolean isEmpty(final Path folder) throws IOException {
		return list(folder).isEmpty();
	}

	private static boolean isOwn(final Path folder) throws IOException {
		return Files.isDirectory(folder) && list(folder).stream().allMatch(file -> OWN.matcher(file.getFileName().toString())
			.matches());
	}

	private static DerivedException cannotWrite(final Path path, final IOException e) {
		final String reason = e instanceof AccessDeniedException ? "access denied" : e instanceof FileSystemException f && f
			.getReason() != null ? f.getReason() : e.getMessage();
		return new DerivedException(Problem.in(path.toString()).found(
			"nothing of the series is left, for it cannot be written:")
			.quote(String.valueOf(reason)), e);
	}

	/**
	 * Writes all files, IM-00001.dcm and so on.
	 *
	 * @param makers is asked once by each thread for a maker of data sets by index, from 0; each data set is written
	 *          before the next is made, so a maker may reuse its buffers
	 * @throws DerivedException where a file cannot be written; what was written so far goes with {@link #close}
	 * @throws CancellationException where the work is to end
	 */
	public void write(final int count, final Supplier<IntFunction<DataSet>> makers, final Workers workers)
		throws IOException
	{
		if (count > MOST_FILES) throw new DerivedException(Problem.of("the series has " + count + " slices").expected(
			"at most " + MOST_FILES));
		try {
			workers.run(count, () -> {
				final IntFunction<DataSet> dataSets = makers.get();
				return index -> write(index, dataSets.apply(index));
			});
		}
		catch (final WriteFailed e) {
			throw (DerivedException) e.getCause();
		}
		files = count;
	}

	private void write(final int index, final DataSet dataSet) {
		final Path file = part.resolve(String.format(Locale.ROOT, "IM-%05d.dcm", index + 1));
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			Part10Writer.write(dataSet, TransferSyntax.EXPLICIT_LITTLE, channel);
		}
		catch (final ClosedByInterruptException e) {
			throw new CancellationException("interrupted");
		}
		catch (final IOException e) {
			throw new WriteFailed(cannotWrite(folder.resolve(file.getFileName()), e));
		}
	}

	/** Gives the folder its name. */
	public void commit() throws IOException {
		lock.close();
		Files.deleteIfExists(part.resolve(LOCK));
		if (files == 0 || list(part).size() != files) throw new DerivedException(Problem.in(part.toString()).found(
			"nothing was saved, for another program changed the folder: it holds " + list(part).size() + " files").expected(
				String.valueOf(files)));
		final boolean replaces = Files.exists(folder) && !isEmpty(folder);
		try {
			if (replaces) {
				remove(old);
				Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
			}
			else Files.deleteIfExists(folder);
			Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
			committed = true;
		}
		catch (final IOException e) {
			if (replaces && !Files.exists(folder) && Files.exists(old)) Cleanup.after(e, () -> Files.move(old, folder));
			throw cannotWrite(folder, e);
		}
		if (replaces) remove(old);
	}

	private static void remove(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return;
		for (final Path file : list(folder))
			if (OWN.matcher(file.getFileName().toString()).matches()) Files.delete(file);
		Files.delete(folder);
	}

	/** Removes what was written, unless the folder has its name. */
	@Override
	public void close() throws IOException {
		lock.close();
		if (committed) return;
		Files.deleteIfExists(part.resolve(LOCK));
		remove(part);
	}

	/** The way of a failed write out of a task. */
	private static final class WriteFailed extends UncheckedIOException {

		private static final long serialVersionUID = 1L;

		WriteFailed(final DerivedException cause) {
			super(cause);
		}
	}
}
