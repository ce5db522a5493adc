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

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Files of PS3.10 in a folder, by their prefix (PS3.10 section 7.1). */
public final class DicomFiles {

	private static final int PREFIX_AT = 128;

	/** Ending of files and folders that are being written. */
	private static final String PART = ".part";

	private DicomFiles() {}

	/**
	 * @param path a file, or a folder whose folders are looked into as well
	 * @return all of them, sorted; a DICOMDIR, which is a list of files and no instance, is left out
	 * @throws ArchiveException where there is none, or one whose writing was ended
	 */
	public static List<Path> in(final Path path, final BooleanSupplier canceled) throws IOException {
		final List<Path> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(path)) {
			for (final Path file : (Iterable<Path>) files.sorted()::iterator) {
				if (canceled.getAsBoolean()) throw new CancellationException("canceled");
				if (!Files.isRegularFile(file) || !isDicom(file)) continue;
				requireFinished(path, file);
				found.add(file);
			}
		}
		if (found.isEmpty()) throw new ArchiveException(Reason.INPUT, path +
			": no DICOM file found; expected the prefix DICM at byte 128.");
		return found;
	}

	/** What a run of this suite that was ended has left: a file that may be cut, a folder that may lack slices. */
	private static void requireFinished(final Path path, final Path file) throws ArchiveException {
		for (final Path name : path.relativize(file))
			if (name.toString().endsWith(PART)) throw new ArchiveException(Reason.INPUT, file +
				": is not finished, as the ending " + PART +
				" says; run again what was writing it, or remove it. Nothing was sent.");
	}

	private static boolean isDicom(final Path file) throws IOException {
		if (file.getFileName().toString().equals("DICOMDIR")) return false;
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] head = in.readNBytes(PREFIX_AT + 4);
			return head.length == PREFIX_AT + 4 && head[128] == 'D' && head[129] == 'I' && head[130] == 'C' && head[131] == 'M';
		}
	}
}
