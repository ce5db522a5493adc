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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a DICOMDIR names (PS3.3 annex F). All its records count, and their links are ignored. So the order of writing
 * does not matter. Immutable.
 */
public final class DicomDirectory {

	private final Map<String, Integer> records = new TreeMap<>();
	private final List<Reference> references = new ArrayList<>();

	/**
	 * A file that a record names.
	 *
	 * @param fileId the components of Referenced File ID (0004,1500), each the name of a folder but the last
	 */
	public record Reference(List<String> fileId) {

		public Reference {
			fileId = List.copyOf(fileId);
		}

		@Override
		public String toString() {
			return String.join("/", fileId);
		}
	}

	/**
	 * @param file the header of a DICOMDIR
	 * @throws DicomException where it is none
	 */
	public DicomDirectory(final DicomFile file) throws DicomException {
		final DataSet dataSet = file.dataSet();
		if (dataSet.element(Tag.DirectoryRecordSequence) == null) throw dataSet.problem(Tag.DirectoryRecordSequence,
			"missing", "the records of a DICOMDIR");
		for (final DataSet record : dataSet.items(Tag.DirectoryRecordSequence)) {
			records.merge(record.string(Tag.DirectoryRecordType).orElse(""), 1, Integer::sum);
			final List<String> id = record.strings(Tag.ReferencedFileID);
			if (!id.isEmpty()) references.add(new Reference(id));
		}
	}

	/** How many records there are of each Directory Record Type, for scripts that check whether a disc is complete. */
	public Map<String, Integer> records() {
		return Map.copyOf(records);
	}

	/** The files named, in the order of the records. */
	public List<Reference> references() {
		return List.copyOf(references);
	}

	/**
	 * The file of a reference. Names on discs are upper case, but copies often are not. Both are found.
	 *
	 * @param folder that of the DICOMDIR
	 * @return null where there is no such file
	 * @throws DicomException where the reference leads out of the folder
	 * @throws IOException where a folder cannot be listed
	 */
	public static Path resolve(final Path folder, final Reference reference) throws IOException {
		Path path = folder;
		for (final String component : reference.fileId()) {
			if (component.isEmpty() || component.equals(".") || component.equals("..") || component.indexOf('/') >= 0 ||
				component.indexOf('\\') >= 0 || component.indexOf(':') >= 0 || component.indexOf('\0') >= 0)
				throw outside(folder, reference);
			path = child(path, component);
			if (path == null) return null;
		}
		if (!Files.isRegularFile(path)) return null;
		if (!path.toRealPath().startsWith(folder.toRealPath())) throw outside(folder, reference);
		return path;
	}

	private static Path child(final Path folder, final String name) throws IOException {
		try {
			for (final String candidate : List.of(name, name.toLowerCase(Locale.ROOT), name + ".dcm"))
				if (Files.exists(folder.resolve(candidate))) return folder.resolve(candidate);
		}
		catch (final InvalidPathException e) {
			return null;
		}
		if (!Files.isDirectory(folder)) return null;
		try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
			for (final Path path : names)
				if (path.getFileName().toString().equalsIgnoreCase(name)) return path;
		}
		return null;
	}

	private static DicomException outside(final Path folder, final Reference reference) {
		return new DicomException(Problem.in(folder.toString()).found("the DICOMDIR names").quote('"' + reference
			.toString() + '"').expected("a file inside its folder"));
	}
}
