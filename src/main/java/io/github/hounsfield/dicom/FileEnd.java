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
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Reads what a file has after its Pixel Data, where {@link Part10Reader} stops. There can be padding (FFFC,FFFC),
 * signatures or private elements. Has no state.
 */
public final class FileEnd {

	private FileEnd() {}

	/**
	 * Reads a file from its Pixel Data on to its last byte.
	 *
	 * @return the tags of the elements after Pixel Data
	 * @throws DicomException where Pixel Data are not whole, or what follows them is no element
	 */
	public static List<Integer> tagsBehindPixels(final DicomFile file) throws IOException {
		final DataSet dataSet = file.dataSet();
		final List<Element> elements = dataSet.elements();
		final Element last = elements.isEmpty() ? null : elements.get(elements.size() - 1);
		if (last == null || !Tag.isPixelData(last.tag()) || last.bulk() == null) return List.of();
		final BulkData bulk = last.bulk();
		if (bulk.isTruncated()) throw dataSet.problem(last.tag(), "found " + bulk.available() + " bytes before the file" +
			" ends", "" + bulk.length());
		if (!bulk.encapsulated() && bulk.length() == bulk.available()) return List.of();
		try (SeekableByteChannel channel = bulk.source().open()) {
			final long end = bulk.position() + (bulk.encapsulated() ? endOfFragments(dataSet, last, channel) : bulk.length());
			final HeaderInput in = new HeaderInput(bulk.source().name(), channel);
			in.seek(end);
			final Warnings warnings = new Warnings(bulk.source().name());
			return new DataSetParser(bulk.source(), in, file.transferSyntax(), warnings).parse().elements().stream().map(
				Element::tag).toList();
		}
	}

	private static long endOfFragments(final DataSet dataSet, final Element element, final SeekableByteChannel channel)
		throws IOException
	{
		final FragmentCursor fragments = new FragmentCursor(dataSet, element, channel);
		while (fragments.next())
			continue;
		return fragments.end();
	}
}
