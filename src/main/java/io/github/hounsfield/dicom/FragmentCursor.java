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
package io.github.hounsfield.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Walks over the fragments of one encapsulated value (PS3.5 section A.4). The Basic Offset Table comes first, and a
 * delimiter ends the walk. Not thread safe.
 */
final class FragmentCursor {

	private static final int HEADER = 8;

	private final DataSet dataSet;
	private final Element element;
	private final BulkData bulk;
	private final SeekableByteChannel channel;
	private final ByteBuffer header = ByteBuffer.allocate(HEADER);
	private long next;
	private long length;

	/** @param channel open on the source of the element's bulk data; stays the caller's */
	FragmentCursor(final DataSet dataSet, final Element element, final SeekableByteChannel channel) {
		this.dataSet = dataSet;
		this.element = element;
		this.bulk = element.bulk();
		this.channel = channel;
		header.order(element.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Moves to the next fragment.
	 *
	 * @return false after the last one; then {@link #end} says where the value ends
	 * @throws DicomException if neither a fragment nor the delimiter stands there, or the file ends
	 */
	boolean next() throws IOException {
		if (next + HEADER > bulk.available()) throw problem("the file ends");
		bulk.read(channel, next, header.clear());
		final int tag = (header.getShort(0) & 0xFFFF) << 16 | header.getShort(2) & 0xFFFF;
		length = header.getInt(4) & 0xFFFFFFFFL;
		if (tag == Tag.SequenceDelimitationItem) {
			next += HEADER;
			return false;
		}
		if (tag != Tag.Item) throw problem("found " + Tag.toString(tag));
		if (length > bulk.available() - next - HEADER) throw problem("found a fragment of " + length +
			" bytes, " + (bulk.available() - next - HEADER) + " of which are there,");
		next += HEADER + length;
		return true;
	}

	/** Offset of the fragment's first byte within the value. */
	long offset() {
		return next - length;
	}

	/** Bytes of the fragment. */
	long length() {
		return length;
	}

	/** Offset within the value of the first byte after the delimiter. */
	long end() {
		return next;
	}

	private DicomException problem(final String found) {
		return dataSet.problem(element.tag(), found + " at byte " + (bulk.position() + next),
			"a whole fragment or the end of the fragments");
	}
}
