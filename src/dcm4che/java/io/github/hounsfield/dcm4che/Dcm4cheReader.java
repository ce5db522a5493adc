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
package io.github.hounsfield.dcm4che;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.TransferSyntax;
import io.github.hounsfield.dicom.Vr;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dcm4che3.data.Implementation;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;

/**
 * Reads with dcm4che's {@link DicomInputStream}. Where a file has another encoding than its Transfer Syntax UID says,
 * the encoding that the first element shows is handed to dcm4che, which looks at the UID alone. Whatever dcm4che throws
 * over the bytes becomes a {@link DicomException}.
 */
public final class Dcm4cheReader implements DicomReader {

	/** What {@link io.github.hounsfield.dicom.DicomReaders#PROPERTY} calls it. */
	public static final String NAME = "dcm4che";

	private static final String UNREADABLE = "dcm4che cannot read it:";

	/** Fails here where dcm4che is not there, and not at the first file. */
	public Dcm4cheReader() {
		Objects.requireNonNull(Implementation.class);
		Objects.requireNonNull(DicomInputStream.class);
	}

	@Override
	public String name() {
		return NAME;
	}

	/** With the version, where the library's manifest names it. */
	@Override
	public String toString() {
		final String version = Implementation.class.getPackage().getImplementationVersion();
		return version == null ? NAME : NAME + "-" + version;
	}

	@Override
	public DicomFile read(final DicomSource source) throws IOException {
		try (SeekableByteChannel channel = source.open()) {
			return new Reading(source, new ChannelStream(channel)).file();
		}
	}

	/** One file. */
	private static final class Reading {

		private final DicomSource source;
		private final ChannelStream bytes;
		private final List<Problem> warnings = new ArrayList<>();
		/** What is being read, for messages. */
		private DicomInputStream in;

		Reading(final DicomSource source, final ChannelStream bytes) {
			this.source = source;
			this.bytes = bytes;
		}

		/** dcm4che's parser reports broken bytes by many exceptions, of which some say nothing of the bytes. */
		DicomFile file() throws IOException {
			try {
				return read();
			}
			catch (final EOFException e) {
				throw problem("the file ends within this element; it was cut", "", e);
			}
			catch (final DicomStreamException e) {
				if (in == null) throw new DicomException.NotDicom(source.name(), e.getMessage());
				throw problem(UNREADABLE, String.valueOf(e.getMessage()), e);
			}
			catch (final RuntimeException | StackOverflowError e) {
				throw problem(UNREADABLE, e.getClass().getSimpleName(), e);
			}
		}

		private DicomException problem(final String found, final String said, final Throwable cause) {
			final Problem place = in == null ? Problem.in(source.name()).at(0) : Problem.in(source.name()).tag(in.tag()).at(in
				.getTagPosition());
			return new DicomException(place.found(found).quote(said), cause);
		}

		private DicomFile read() throws IOException {
			in = new DicomInputStream(bytes);
			final DataSetHandler metaHandler = new DataSetHandler(source, bytes.size(), warnings);
			in.setDicomInputHandler(metaHandler);
			final boolean hasMeta = in.getFileMetaInformation() != null;
			final DataSet meta = hasMeta ? metaHandler.dataSet() : DataSet.EMPTY;
			final List<String> uids = meta.strings(Tag.TransferSyntaxUID);
			final TransferSyntax declared = uids.isEmpty() || uids.get(0).isEmpty() ? null : TransferSyntax.of(uids.get(0));
			if (declared != null && declared.deflated()) return readDeflated(meta, declared);
			final TransferSyntax syntax = settle(declared, in.getPosition());
			final DataSet dataSet = readDataSet(source, bytes);
			return new DicomFile(source, meta, syntax, dataSet, List.copyOf(warnings));
		}

		private DicomFile readDeflated(final DataSet meta, final TransferSyntax syntax) throws IOException {
			final DicomSource inflated = DicomSource.inflated(source, in.getPosition());
			in.close();
			try (SeekableByteChannel channel = inflated.open()) {
				final ChannelStream stream = new ChannelStream(channel);
				in = new DicomInputStream(stream, TransferSyntax.EXPLICIT_LITTLE.uid());
				final DataSet dataSet = readDataSet(inflated, stream);
				return new DicomFile(source, meta, syntax, dataSet, List.copyOf(warnings));
			}
		}

		/**
		 * Up to Pixel Data, or zero bytes that fill the file up.
		 *
		 * @param stream at the first element of the data set, where {@link #in} stands on it
		 */
		private DataSet readDataSet(final DicomSource positions, final ChannelStream stream) throws IOException {
			final DataSetHandler handler = new DataSetHandler(positions, stream.size(), warnings);
			in.setDicomInputHandler(handler);
			final boolean[] atPixels = new boolean[1];
			in.readDataset(at -> at.level() == 0 && (at.tag() == 0 || (atPixels[0] = Tag.isPixelData(at.tag()))));
			if (atPixels[0]) handler.addPixelData(in);
			return handler.dataSet();
		}

		/** The encoding that the first element shows, to which dcm4che is set. */
		private Problem note(final String found) {
			return Problem.in(source.name()).severity(Severity.NOTE).found(found);
		}

		private TransferSyntax settle(final TransferSyntax declared, final long position) throws IOException {
			bytes.mark(0);
			final byte[] first = bytes.readNBytes(6);
			bytes.reset();
			final TransferSyntax seen = first.length < 6 ? null : Vr.of(first[4] & 0xFF, first[5] & 0xFF) == null
				? TransferSyntax.IMPLICIT_LITTLE : first[0] == 0 && first[1] != 0 ? TransferSyntax.EXPLICIT_BIG
					: TransferSyntax.EXPLICIT_LITTLE;
			if (declared == null && first.length > 1 && first[0] == 0 && first[1] == 0) throw new DicomException.NotDicom(
				source.name(), "it begins with zero bytes, not with a data set");
			if (seen == null) return declared == null ? TransferSyntax.IMPLICIT_LITTLE : declared;
			if (declared == null) warnings.add(note("no Transfer Syntax UID; the data set reads as " + seen));
			else if (declared.explicitVr() == seen.explicitVr() && declared.bigEndian() == seen.bigEndian()) return declared;
			else warnings.add(note("the Transfer Syntax UID says " + declared + ", but the data set reads as " + seen));
			in = new DicomInputStream(bytes, seen.uid());
			in.setPosition(position);
			return declared == null || !declared.encapsulated() ? seen : new TransferSyntax(declared.uid(), declared.name(),
				seen.explicitVr(), seen.bigEndian(), false, true);
		}
	}
}
