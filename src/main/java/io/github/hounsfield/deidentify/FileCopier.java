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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.deidentify.FileOutcome.Status;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.FileEnd;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.dicom.Part10Writer;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;

/** One file: read to its end, judged, de-identified, written. Safe for several threads. */
final class FileCopier {

	/** Smaller files are read at once. The system copies the pixels of larger ones. */
	private static final long READ_AT_ONCE = 128L << 10;

	private static final String FACE = "a face may be seen in it or in the volume of its series";

	private final Deidentifier deidentifier;
	private final Pseudonyms pseudonyms;
	private final PixelPolicy policy;
	private final Path folder;

	FileCopier(final Deidentifier deidentifier, final Pseudonyms pseudonyms, final PixelPolicy policy,
		final Path folder)
	{
		this.deidentifier = deidentifier;
		this.pseudonyms = pseudonyms;
		this.policy = policy;
		this.folder = folder;
	}

	/**
	 * @param number of the file, which stands for its name in every message
	 * @param relative path below the source folder; it tells two files with one SOP Instance UID apart
	 * @throws OutputFailedException where the output cannot be written
	 */
	FileOutcome copy(final int number, final Path path, final String relative) throws OutputFailedException {
		try {
			final DicomFile file = new Part10Reader().read(source(number, path));
			return copy(number, file, relative);
		}
		catch (final OutputFailedException e) {
			throw e;
		}
		catch (final DicomException.NotDicom e) {
			return FileOutcome.without(number, Status.NOT_COPIED, "no DICOM file");
		}
		catch (final UnknownPatientException e) {
			return FileOutcome.without(number, Status.NOT_COPIED, "its Patient ID has no line in the table of patients");
		}
		catch (final DicomException e) {
			return FileOutcome.without(number, Status.NOT_COPIED, "it is not whole or cannot be read to its end" + place(e
				.problem()));
		}
		catch (final IOException e) {
			return FileOutcome.without(number, Status.NOT_COPIED, "it cannot be read: " + e.getClass().getSimpleName());
		}
	}

	private static DicomSource source(final int number, final Path path) throws IOException {
		final String name = "file " + number;
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			final long size = channel.size();
			if (size > READ_AT_ONCE) return new Numbered(name, DicomSource.of(path));
			final ByteBuffer bytes = ByteBuffer.allocate((int) size);
			while (bytes.hasRemaining())
				if (channel.read(bytes) < 0) break;
			return DicomSource.of(name, bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array());
		}
	}

	private FileOutcome copy(final int number, final DicomFile file, final String relative) throws IOException {
		final DataSet dataSet = file.dataSet();
		final String kind = ObjectKinds.notCopied(dataSet);
		if (kind != null) return FileOutcome.without(number, Status.NOT_COPIED, kind);
		for (final Problem warning : file.warnings())
			if (warning.severity() == Severity.WARNING) throw new DicomException(warning);
		final NavigableSet<Integer> removed = new TreeSet<>(Integer::compareUnsigned);
		removed.addAll(FileEnd.tagsBehindPixels(file));
		final String risk = ObjectKinds.pixelsAtRisk(dataSet);
		if (risk != null && policy != PixelPolicy.COPY) return FileOutcome.without(number, policy == PixelPolicy.SKIP
			? Status.LEFT_OUT : Status.REFUSED, "a name may be burned into its pixels: " + risk);
		final Deidentifier.Result result = deidentifier.deidentify(dataSet, risk == null);
		removed.addAll(result.removed());
		final String name = name(dataSet, result.patient(), relative);
		WholeFile.write(folder.resolve(name), out -> Part10Writer.write(result.dataSet(), file.transferSyntax(), out));
		final boolean face = ObjectKinds.mayHoldFace(dataSet);
		final String note = risk == null ? "" : "copied with its pixels, which may hold a name: " + risk;
		final FileOutcome outcome = new FileOutcome(number, Status.COPIED, name, Texts.first(result.dataSet(),
			Tag.SOPInstanceUID), result.patient(), removed, result.replaced(), note, face);
		return face ? outcome.withNote(FACE) : outcome;
	}

	/**
	 * Path of the copy: new names of patient, study, series and instance. The patient's is the new Patient ID, if a file
	 * can have that name.
	 */
	private String name(final DataSet dataSet, final String patient, final String relative) throws IOException {
		final boolean fits = patient.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}") && !patient.endsWith(".");
		return (fits ? patient : "P-" + pseudonyms.shortName("folder", patient)) + "/ST-" + pseudonyms.shortName("study",
			Texts.first(dataSet, Tag.StudyInstanceUID)) + "/SE-" + pseudonyms.shortName("series", Texts.first(dataSet,
				Tag.SeriesInstanceUID)) + "/IM-" + pseudonyms.shortName("file", Texts.first(dataSet, Tag.SOPInstanceUID) + '\0' +
					relative) + ".dcm";
	}

	/** The place where the reader stopped. Bytes there may be part of a value, even if they read like a tag. */
	private static String place(final Problem problem) {
		final OptionalInt tag = problem.tag();
		final boolean known = tag.isPresent() && Dictionary.isKnown(tag.getAsInt());
		return (known ? ", in " + Tag.toString(tag.getAsInt()) : "") + (problem.position() < 0 ? "" : ", byte " + problem
			.position());
	}

	/** A file whose name is told to no one. */
	private record Numbered(String name, DicomSource file) implements DicomSource {

		@Override
		public SeekableByteChannel open() throws IOException {
			try {
				return file.open();
			}
			catch (final IOException e) {
				throw new SourceFailedException(e);
			}
		}
	}
}
