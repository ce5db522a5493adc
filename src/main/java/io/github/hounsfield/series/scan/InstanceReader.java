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

import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.TransferSyntax;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Headers;
import io.github.hounsfield.series.Instance;
import io.github.hounsfield.series.ScannedFile;
import io.github.hounsfield.series.SkippedFile.Reason;
import io.github.hounsfield.series.SkippedFile;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads one file to an {@link Instance}, or to the reason why it is none. Opens the file once. */
public final class InstanceReader {

	/** Media Storage Directory Storage (PS3.3 annex F). */
	private static final String DICOMDIR_CLASS = "1.2.840.10008.1.3.10";
	/** Every fragment begins with the header of an item (PS3.5 section A.4). */
	private static final int FRAGMENT_HEADER = 8;

	/** So many frames are believed at any size. More frames must have bytes of their own. */
	private static final int MANY_FRAMES = 4096;
	private static final int LEAST_BYTES = 64;
	/** The same for native frames. Their bytes are checked exactly afterwards. */
	private static final int MANY_NATIVE_FRAMES = 1 << 20;

	private final DicomReader reader;
	private final Function<TransferSyntax, Optional<String>> refusal;

	/** @param refusal why frames of a transfer syntax cannot be decoded, empty where they can */
	public InstanceReader(final DicomReader reader, final Function<TransferSyntax, Optional<String>> refusal) {
		this.reader = reader;
		this.refusal = refusal;
	}

	/** @param name under which reports list the file */
	public ScannedFile read(final DicomSource source, final String name) {
		try {
			return of(reader.read(source), name);
		}
		catch (final DicomException.NotDicom e) {
			return isEmpty(source) ? SkippedFile.of(name, Reason.EMPTY) : skip(name, Reason.NOT_DICOM,
				e.why(), "");
		}
		catch (final DicomException e) {
			return skip(name, Reason.BROKEN, e.problem(), "");
		}
		catch (final IOException e) {
			return skip(name, Reason.UNREADABLE, Wording.problem(source.name(), e), "");
		}
	}

	private static boolean isEmpty(final DicomSource source) {
		try (SeekableByteChannel channel = source.open()) {
			return channel.size() == 0;
		}
		catch (final IOException e) {
			return false;
		}
	}

	private ScannedFile of(final DicomFile file, final String name) {
		final DataSet dataSet = file.dataSet();
		final String series = Headers.text(dataSet, Tag.SeriesInstanceUID);
		if (isDirectory(file)) return new SkippedFile(name, Reason.DIRECTORY, Optional.empty(), series);
		final Element pixels = Instance.pixelElement(dataSet);
		if (pixels == null) return new SkippedFile(name, Reason.NO_PIXEL_DATA, modality(file), series);
		final Optional<String> refused = refusal.apply(file.transferSyntax());
		if (refused.isPresent()) return skip(name, Reason.UNSUPPORTED, Problem.in(file.source().name()).found(refused
			.get()), series);
		try {
			return instance(file, name, series, pixels);
		}
		catch (final Truncated e) {
			return skip(name, Reason.TRUNCATED, e.problem(), series);
		}
		catch (final DicomException e) {
			return skip(name, Reason.BROKEN, e.problem(), series);
		}
	}

	/** The kind of an object without pixels, such as SR. */
	private static Optional<Problem> modality(final DicomFile file) {
		final String modality = Headers.text(file.dataSet(), Tag.Modality);
		return modality.isEmpty() ? Optional.empty() : Optional.of(file.dataSet().place(Tag.Modality).severity(
			Severity.NOTE).found("found").quote('"' + modality + '"'));
	}

	static boolean isDirectory(final DicomFile file) {
		return file.dataSet().element(Tag.DirectoryRecordSequence) != null || DICOMDIR_CLASS.equals(Headers.text(file
			.meta(), Tag.MediaStorageSOPClassUID));
	}

	private static Instance instance(final DicomFile file, final String name, final String series,
		final Element pixels) throws DicomException
	{
		final DataSet dataSet = file.dataSet();
		final int rows = positive(dataSet, Tag.Rows);
		final int columns = positive(dataSet, Tag.Columns);
		final int samples = dataSet.has(Tag.SamplesPerPixel) ? positive(dataSet, Tag.SamplesPerPixel) : 1;
		final int bits = positive(dataSet, Tag.BitsAllocated);
		final int frames = numberOfFrames(dataSet);
		checkLength(dataSet, pixels, (double) rows * columns * samples * bits, frames);
		final List<Problem> notes = new ArrayList<>(file.warnings());
		OptionalInt number = OptionalInt.empty();
		try {
			number = dataSet.integer(Tag.InstanceNumber);
		}
		catch (final DicomException e) {
			notes.add(e.problem().severity(Severity.NOTE));
		}
		return new Instance(file, name, series, Headers.text(dataSet, Tag.SOPInstanceUID), number, rows, columns, samples,
			bits, frames, notes);
	}

	/** Number of Frames. Some writers give 0 for one frame. */
	private static int numberOfFrames(final DataSet dataSet) throws DicomException {
		final OptionalInt frames = dataSet.integer(Tag.NumberOfFrames);
		return frames.isEmpty() || frames.getAsInt() == 0 ? 1 : positive(dataSet, Tag.NumberOfFrames);
	}

	private static int positive(final DataSet dataSet, final int tag) throws DicomException {
		final int value = dataSet.requireInteger(tag);
		if (value < 1) throw dataSet.problem(tag, "found " + value, "at least 1");
		return value;
	}

	/** Checks that the file has bytes for all frames, before anything is made for them. */
	private static void checkLength(final DataSet dataSet, final Element pixels, final double bitsPerFrame,
		final int frames) throws DicomException
	{
		final BulkData bulk = pixels.bulk();
		final long length = bulk == null ? pixels.length() : bulk.length();
		final boolean encapsulated = bulk != null && bulk.encapsulated();
		if (frames > (encapsulated ? MANY_FRAMES : MANY_NATIVE_FRAMES) && (long) frames *
			LEAST_BYTES > length) throw dataSet.problem(Tag.NumberOfFrames, "found " +
			frames + " frames", "at most as many as " + length + " bytes of pixels can hold");
		if (encapsulated) {
			if ((long) frames * FRAGMENT_HEADER > length) throw dataSet.problem(Tag.NumberOfFrames, "found " + frames +
				" frames", "at most as many as " + length + " bytes of fragments can hold");
			return;
		}
		if (bulk != null && bulk.isTruncated()) throw new Truncated(dataSet.place(pixels.tag()).found("the file ends after " +
			bulk.available() + " bytes of the value").expected("" + length));
		final double needed = Math.ceil(frames * bitsPerFrame * subsampling(dataSet) / 8);
		if (length < needed) throw new Truncated(dataSet.place(pixels.tag()).found("found " + length + " bytes").expected(
			(long) needed + ", as " + frames + (frames == 1 ? " frame" : " frames") + " of this size have"));
	}

	/** Part of the bytes that subsampled colours take (PS3.3 section C.7.6.3.1.2). */
	private static double subsampling(final DataSet dataSet) {
		return switch (Headers.text(dataSet, Tag.PhotometricInterpretation)) {
			case "YBR_FULL_422", "YBR_PARTIAL_422" -> 2.0 / 3;
			case "YBR_PARTIAL_420" -> 0.5;
			default -> 1;
		};
	}

	private static ScannedFile skip(final String name, final Reason reason, final Problem problem, final String series) {
		return new SkippedFile(name, reason, Optional.of(problem), series);
	}

	/** Some pixels are missing. */
	private static final class Truncated extends DicomException {

		private static final long serialVersionUID = 1L;

		Truncated(final Problem problem) {
			super(problem);
		}
	}
}
