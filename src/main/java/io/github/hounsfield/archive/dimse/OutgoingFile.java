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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.WholeFiles;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for sending. Its data set goes unchanged, from the end of the File Meta Information to the end of the file.
 *
 * @param path where
 * @param sopClassUid of the data set
 * @param sopInstanceUid of the data set
 * @param transferSyntaxUid that the data set is really in
 * @param offset of the data set, bytes
 * @param length of the data set, bytes
 */
record OutgoingFile(Path path, String sopClassUid, String sopInstanceUid, String transferSyntaxUid, long offset,
	long length)
{

	/** @throws ArchiveException where it is no whole DICOM file */
	static OutgoingFile of(final Path path, final DicomReader reader) throws ArchiveException {
		try {
			final DicomFile file = reader.read(DicomSource.of(path));
			if (!WholeFiles.isWhole(file)) throw unfit(path, "it ends before its Pixel Data do", null);
			final DataSet dataSet = file.dataSet();
			final String sopClass = dataSet.string(Tag.SOPClassUID).orElse("");
			final String instance = dataSet.string(Tag.SOPInstanceUID).orElse("");
			if (!InstanceRecord.isUid(sopClass) || !InstanceRecord.isUid(instance)) throw unfit(path,
				"SOP Class UID or SOP Instance UID is missing or no UID", null);
			final long offset = offset(path, file);
			return new OutgoingFile(path, sopClass, instance, file.transferSyntax().uid(), offset, Files.size(path) - offset);
		}
		catch (final ArchiveException e) {
			throw e;
		}
		catch (final DicomException e) {
			throw unfit(path, "it cannot be read as DICOM", e);
		}
		catch (final IOException e) {
			throw unfit(path, "it cannot be read (" + e.getClass().getSimpleName() + ")", e);
		}
	}

	/** Offset after group 0002 (PS3.10 section 7.1), for elements of a deflated data set have no position in the file. */
	private static long offset(final Path path, final DicomFile file) throws IOException {
		if (!file.transferSyntax().deflated()) return file.dataSet().elements().get(0).position();
		final Element group = file.meta().element(Tag.FileMetaInformationGroupLength);
		if (group == null) throw unfit(path, "its deflated data set has no known beginning", null);
		return group.position() + 12 + file.meta().requireInteger(Tag.FileMetaInformationGroupLength);
	}

	private static ArchiveException unfit(final Path path, final String why, final Throwable cause) {
		return new ArchiveException(ArchiveException.Reason.INPUT, path + ": cannot be sent: " + why + ".", cause);
	}
}
