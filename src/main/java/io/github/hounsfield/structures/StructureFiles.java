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
package io.github.hounsfield.structures;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds structure sets and segmentations. */
public final class StructureFiles {

	private StructureFiles() {}

	/**
	 * @param path the file, or a folder with it at any depth; of several files the only one of the image's Frame of
	 *          Reference
	 * @param look called before each file of a folder is read; may throw to end the search
	 * @throws StructureException where a folder has none, or more than one that may be meant; names them
	 * @throws DicomException where a file is no DICOM file
	 */
	public static DicomFile find(final Path path, final String frameOfReferenceUid, final Runnable look)
		throws IOException
	{
		final DicomReader reader = DicomReaders.chosen();
		if (!Files.isDirectory(path)) return reader.read(DicomSource.of(path));
		final List<DicomFile> found = new ArrayList<>();
		for (final Path file : files(path)) {
			look.run();
			try {
				final DicomFile one = reader.read(DicomSource.of(file));
				if (isWanted(one.dataSet())) found.add(one);
			}
			catch (final DicomException e) {
				continue;
			}
		}
		if (found.size() == 1) return found.get(0);
		if (found.isEmpty()) throw StructureException.in(path.toString(), "found no RT Structure Set and no Segmentation",
			"one in this folder");
		final List<DicomFile> here = new ArrayList<>();
		for (final DicomFile file : found)
			if (frames(file.dataSet()).contains(frameOfReferenceUid)) here.add(file);
		if (here.size() == 1) return here.get(0);
		throw StructureException.in(path.toString(), "found " + found.size() + " structure sets and segmentations, " + here
			.size() + " of the image's Frame of Reference: " + String.join(", ", (here.isEmpty() ? found : here).stream().map(
				file -> file.source().name()).toList()), "one; give path one file");
	}

	private static boolean isWanted(final DataSet dataSet) throws DicomException {
		final String kind = dataSet.string(Tag.SOPClassUID).orElse("");
		return kind.equals(StructureReader.STRUCTURE_SET) || kind.equals(StructureReader.SEGMENTATION);
	}

	private static List<String> frames(final DataSet dataSet) throws DicomException {
		final List<String> frames = new ArrayList<>(List.of(dataSet.string(Tag.FrameOfReferenceUID).orElse("")));
		for (final DataSet roi : dataSet.items(StructureTag.StructureSetROISequence))
			frames.add(roi.string(StructureTag.ReferencedFrameOfReferenceUID).orElse(""));
		return frames;
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
