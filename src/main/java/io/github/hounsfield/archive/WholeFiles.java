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
package io.github.hounsfield.archive;

import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Judges whether a file is whole up to the end of its Pixel Data. */
public final class WholeFiles {

	private static final int[] PIXELS = { Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData };

	/** Where the pixels stand elsewhere (PS3.3 section C.7.6.3.1). */
	private static final int PixelDataProviderURL = 0x00287FE0;

	private static final int ITEM = 0xE000FFFE;
	private static final int SEQUENCE_DELIMITER = 0xE0DDFFFE;

	private WholeFiles() {}

	/**
	 * Reads the lengths of fragments, not the fragments (PS3.5 section A.4). A file without Pixel Data must be no image.
	 * If its header has Rows, the file was cut.
	 */
	public static boolean isWhole(final DicomFile file) throws IOException {
		for (final int tag : PIXELS) {
			final Element element = file.dataSet().element(tag);
			if (element == null) continue;
			final BulkData bulk = element.bulk();
			return bulk == null || (bulk.encapsulated() ? endsWithDelimiter(bulk) : !bulk.isTruncated());
		}
		return !file.dataSet().has(Tag.Rows) || file.dataSet().has(PixelDataProviderURL);
	}

	private static boolean endsWithDelimiter(final BulkData bulk) throws IOException {
		try (SeekableByteChannel channel = bulk.source().open()) {
			final ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
			for (long at = 0; at + 8 <= bulk.available();) {
				header.clear();
				bulk.read(channel, at, header);
				final int tag = header.getInt(0);
				if (tag == SEQUENCE_DELIMITER) return true;
				if (tag != ITEM) return false;
				at += 8 + (header.getInt(4) & 0xFFFFFFFFL);
			}
			return false;
		}
	}
}
