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
package io.github.hounsfield.legacy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps two processes from writing into one file of results, for macros and scripts. The lock is the operating
 * system's. It ends with its process in any case, so none is left behind. If a network drive's locks do not reach other
 * machines, it guards against processes of the same machine only.
 *
 * <pre>{@code
 * reason = call("io.github.hounsfield.legacy.ResultsLock.take", results + "/measurements.csv");
 * if (reason != "") exit(reason);
 * }</pre>
 */
public final class ResultsLock {

	private static final Map<Path, FileChannel> HELD = new HashMap<>();

	private ResultsLock() {}

	/**
	 * Takes the lock of a file of results, or keeps it if this process has it already.
	 *
	 * @param file which need not be there; the lock is a file beside it, removed again by {@link #release}
	 * @return empty where the lock was taken; otherwise the reason why not
	 */
	public static synchronized String take(final String file) {
		final Path lock = lock(file);
		if (HELD.containsKey(lock)) return "";
		try {
			final FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			final FileLock taken = tryLock(channel);
			if (taken == null) {
				channel.close();
				return "'" + file + "' is being written by another process; wait for it, or give each a shard of its own";
			}
			HELD.put(lock, channel);
			return "";
		}
		catch (final IOException e) {
			return "'" + lock + "' cannot be written: " + e.getMessage();
		}
	}

	private static FileLock tryLock(final FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (final OverlappingFileLockException e) {
			return null;
		}
	}

	/** Gives a lock back; does nothing where this process does not have it. */
	public static synchronized void release(final String file) {
		final Path lock = lock(file);
		try (FileChannel channel = HELD.remove(lock)) {
			if (channel != null) Files.deleteIfExists(lock);
		}
		catch (final IOException e) {
			// The lock itself is gone with the channel; an empty file that stays harms nobody.
		}
	}

	private static Path lock(final String file) {
		return Path.of(file + ".lock").toAbsolutePath().normalize();
	}
}
