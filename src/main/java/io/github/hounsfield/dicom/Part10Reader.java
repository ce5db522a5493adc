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
 * Reads files of PS3.10. Also reads files without preamble, without File Meta Information, or with a wrong transfer
 * syntax.
 */
public final class Part10Reader implements DicomReader {

	private static final int PREAMBLE = 128;
	private static final byte[] PREFIX = { 'D', 'I', 'C', 'M' };

	@Override
	public DicomFile read(final DicomSource source) throws IOException {
		try (SeekableByteChannel channel = source.openHeader()) {
			final HeaderInput in = new HeaderInput(source.name(), channel);
			final Warnings warnings = new Warnings(source.name());
			final boolean prefix = skipPreamble(in);
			final DataSet meta = readMeta(in, source, warnings);
			if (meta.elements().isEmpty() && !looksLikeDataSet(in)) throw new DicomException.NotDicom(source.name(), prefix
				? "nothing follows the preamble" : "neither the prefix DICM at byte 128 nor a data set at byte 0");
			final TransferSyntax declared = declaredSyntax(meta);
			if (declared != null && declared.deflated()) return readDeflated(source, in, meta, declared, warnings);
			final TransferSyntax syntax = settle(in, declared, warnings);
			final DataSet dataSet = new DataSetParser(source, in, syntax, warnings).parse();
			return new DicomFile(source, meta, syntax, dataSet, warnings.toList());
		}
	}

	private static DicomFile readDeflated(final DicomSource source, final HeaderInput in, final DataSet meta,
		final TransferSyntax syntax, final Warnings warnings) throws IOException
	{
		final InflatedSource inflated = InflatedSource.of(source, in.position());
		if (inflated.isCut()) warnings.lost("the deflated data set breaks off");
		try (SeekableByteChannel channel = inflated.openForward()) {
			final HeaderInput inner = new HeaderInput(source.name(), channel);
			final DataSet dataSet = new DataSetParser(inflated, inner, syntax, warnings).parse();
			return new DicomFile(source, meta, syntax, dataSet, warnings.toList());
		}
	}

	/** Moves to the byte after the prefix, or to the first byte if there is no prefix. */
	private static boolean skipPreamble(final HeaderInput in) throws IOException {
		if (in.size() > 0) in.peekByte();
		for (final int start : new int[] { PREAMBLE, 0 }) {
			if (in.size() < start + PREFIX.length) continue;
			in.seek(start);
			boolean found = true;
			for (final byte expected : PREFIX)
				found &= in.readByte() == expected;
			if (found) return true;
		}
		in.seek(0);
		return false;
	}

	/**
	 * Reads group 0002. It is always explicit little endian (PS3.10 section 7.1), and ends where another group begins.
	 */
	private static DataSet readMeta(final HeaderInput in, final DicomSource source, final Warnings warnings)
		throws IOException
	{
		return new DataSetParser(source, in, TransferSyntax.EXPLICIT_LITTLE, warnings).parseGroup(0x0002);
	}

	private static TransferSyntax declaredSyntax(final DataSet meta) throws DicomException {
		final List<String> uids = meta.strings(Tag.TransferSyntaxUID);
		return uids.isEmpty() || uids.get(0).isEmpty() ? null : TransferSyntax.of(uids.get(0));
	}

	/**
	 * The transfer syntax that the first element shows. Some writers use implicit VR under an explicit transfer syntax,
	 * or the reverse. A file without File Meta Information declares none.
	 */
	private static TransferSyntax settle(final HeaderInput in, final TransferSyntax declared,
		final Warnings warnings) throws IOException
	{
		final TransferSyntax seen = observe(in);
		if (seen == null) return declared != null ? declared : TransferSyntax.IMPLICIT_LITTLE;
		if (declared == null) {
			warnings.add("no Transfer Syntax UID; the data set reads as " + seen);
			return seen;
		}
		if (declared.explicitVr() == seen.explicitVr() && declared.bigEndian() == seen.bigEndian()) return declared;
		warnings.add("the Transfer Syntax UID says " + declared + ", but the data set reads as " + seen);
		if (!declared.encapsulated()) return seen;
		return new TransferSyntax(declared.uid(), declared.name(), seen.explicitVr(), seen.bigEndian(), false, true);
	}

	private static boolean looksLikeDataSet(final HeaderInput in) throws IOException {
		return observe(in) != null;
	}

	/** @return null if no data set can begin with these bytes */
	private static TransferSyntax observe(final HeaderInput in) throws IOException {
		if (in.remaining() < 8) return null;
		final long start = in.position();
		in.setBigEndian(false);
		final int group = in.readShort();
		final int element = in.readShort();
		final int first = in.readByte();
		final int second = in.readByte();
		in.seek(start + 4);
		final long length = in.readLength();
		in.seek(start);
		final boolean big = group != 0 && (group & 0xFF) == 0;
		final int ordered = big ? group >>> 8 : group;
		if (ordered == 0 || ordered > 0x0010) return null;
		if (Vr.of(first, second) != null) return big ? TransferSyntax.EXPLICIT_BIG : TransferSyntax.EXPLICIT_LITTLE;
		if (big || element > 0x3000) return null;
		return length <= in.remaining() - 8 || length == ElementHeader.UNDEFINED ? TransferSyntax.IMPLICIT_LITTLE : null;
	}
}
