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
package io.github.hounsfield.imagej.archive;

import ij.ImageListener;
import ij.ImagePlus;
import io.github.hounsfield.imagej.windows.ImageListeners;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder for files that are not kept, readable by its owner alone. It is removed when the images from it are closed,
 * at the latest when ImageJ ends. Leftovers of a killed ImageJ are removed the next time.
 */
public final class TemporaryFolder {

	private static final String PREFIX = "hounsfield-archive-";
	private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
	private static boolean hooked;

	private final Path path;

	private TemporaryFolder(final Path path) {
		this.path = path;
	}

	public static synchronized TemporaryFolder make() throws IOException {
		final Path parent = Path.of(System.getProperty("java.io.tmpdir"));
		if (!hooked) {
			hooked = true;
			removeLeft(parent);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(TemporaryFolder::remove),
				"temporary folders of archives"));
		}
		while (true) try {
			final Path folder = parent.resolve(PREFIX + ProcessHandle.current().pid() + "-" + Long.toUnsignedString(
				new SecureRandom().nextLong(), 36));
			if (parent.getFileSystem().supportedFileAttributeViews().contains("posix")) Files.createDirectory(folder,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			else Files.createDirectory(folder);
			OPEN.add(folder);
			return new TemporaryFolder(folder);
		}
		catch (final FileAlreadyExistsException e) {
			// another number then
		}
	}

	/** Of processes that have ended without it. */
	private static void removeLeft(final Path parent) {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
			for (final Path folder : left) {
				final String pid = folder.getFileName().toString().substring(PREFIX.length()).replaceAll("-.*", "");
				if (pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty() && isOwn(folder)) remove(
					folder);
			}
		}
		catch (final IOException e) {
			// then it stays for another time
		}
	}

	private static boolean isOwn(final Path folder) throws IOException {
		return Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
	}

	public Path path() {
		return path;
	}

	/** Removes the folder when the last of these images is closed. */
	public void removeWith(final List<ImagePlus> images) {
		final Set<ImagePlus> open = new HashSet<>(images);
		ImagePlus.addImageListener(new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus image) {}

			@Override
			public void imageUpdated(final ImagePlus image) {}

			@Override
			public void imageClosed(final ImagePlus image) {
				synchronized (open) {
					open.remove(image);
					if (!open.isEmpty()) return;
				}
				ImageListeners.remove(this);
				remove();
			}
		});
	}

	public void remove() {
		remove(path);
		OPEN.remove(path);
	}

	private static void remove(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			// removed already, or kept by the system until it ends
		}
	}
}
