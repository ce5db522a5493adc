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
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Writes files of PS3.10: preamble of zeros, File Meta Information of its own (section 7.1), and a data set in Explicit
 * VR Little Endian. Compressed frames are copied and keep their transfer syntax. Everything else becomes
 * 1.2.840.10008.1.2.1, with its byte order and lengths. Values that stay in their source are streamed.
 * <p>
 * The VRs are those of the elements. The parser has them from the file, or from the dictionary if the file has none. An
 * unknown VR stays UN. Group lengths (PS3.5 section 7.2) and elements of groups 0000 and 0002 are left out. Has no
 * state and may be used by several threads at once.
 */
public final class Part10Writer {

	/** Implementation Class UID of what this writes: a UUID (PS3.5 section B.2). */
	public static final String IMPLEMENTATION_CLASS_UID = "2.25.273439392477514588002431049914582470768";

	/** Implementation Version Name. */
	public static final String IMPLEMENTATION_VERSION_NAME = "HOUNSFIELD";

	private static final int PREAMBLE = 128;

	/** JPIP and JPIP of HTJ2K, each with its deflated form. Their pixels are elsewhere. */
	private static final String JPIP = "1.2.840.10008.1.2.4.94";
	private static final String JPIP_DEFLATED = "1.2.840.10008.1.2.4.95";
	private static final String HTJ2K_JPIP = "1.2.840.10008.1.2.4.204";
	private static final String HTJ2K_JPIP_DEFLATED = "1.2.840.10008.1.2.4.205";

	private Part10Writer() {}

	/**
	 * Writes a file that was read. See {@link #write(DataSet, TransferSyntax, WritableByteChannel)}; If the data set
	 * lacks class or instance, the file's own File Meta Information gives it.
	 */
	public static void write(final DicomFile file, final WritableByteChannel out) throws IOException {
		write(file.meta(), file.dataSet(), file.transferSyntax(), out);
	}

	/**
	 * Writes a data set that was made or changed.
	 *
	 * @param dataSet with SOP Class UID and SOP Instance UID, up to and including Pixel Data
	 * @param pixels the transfer syntax of its Pixel Data; counts only where they are encapsulated
	 * @param out belongs to the caller, who forces and closes it
	 * @throws DicomException if class or instance is missing, a value is cut in its source, or the transfer syntax
	 *          contradicts the Pixel Data; also for a DICOMDIR, whose byte offsets would be wrong
	 */
	public static void write(final DataSet dataSet, final TransferSyntax pixels, final WritableByteChannel out)
		throws IOException
	{
		write(DataSet.EMPTY, dataSet, pixels, out);
	}

	private static void write(final DataSet meta, final DataSet dataSet, final TransferSyntax pixels,
		final WritableByteChannel channel) throws IOException
	{
		if (dataSet.element(Tag.DirectoryRecordSequence) != null) throw dataSet.problem(Tag.DirectoryRecordSequence,
			"found a DICOMDIR", "an instance: the byte offsets of a DICOMDIR do not outlive a change");
		final String syntax = transferSyntaxUid(dataSet, pixels);
		final DataSet ownMeta = meta(uid(dataSet, Tag.SOPClassUID, meta, Tag.MediaStorageSOPClassUID), uid(dataSet,
			Tag.SOPInstanceUID, meta, Tag.MediaStorageSOPInstanceUID), syntax);
		final LittleEndianOutput out = new LittleEndianOutput(channel);
		out.write(new byte[PREAMBLE]);
		out.write(new byte[] { 'D', 'I', 'C', 'M' });
		writeMeta(ownMeta, out);
		new DataSetWriter(out).write(withoutMeta(dataSet));
		out.flush();
	}

	/** Writes group 0002 with its group length. */
	private static void writeMeta(final DataSet meta, final LittleEndianOutput out) throws IOException {
		out.writeTag(Tag.FileMetaInformationGroupLength);
		out.write(new byte[] { 'U', 'L', 4, 0 });
		out.writeInt((int) DataSetWriter.length(meta));
		new DataSetWriter(out).write(meta);
	}

	private static DataSet meta(final String sopClass, final String sopInstance, final String syntax) {
		final DataSet.Builder meta = new DataSet.Builder("", CharacterSet.DEFAULT);
		meta.add(Element.of(Tag.FileMetaInformationVersion, Vr.OB, -1, new byte[] { 0, 1 }, false));
		addText(meta, Tag.MediaStorageSOPClassUID, Vr.UI, sopClass);
		addText(meta, Tag.MediaStorageSOPInstanceUID, Vr.UI, sopInstance);
		addText(meta, Tag.TransferSyntaxUID, Vr.UI, syntax);
		addText(meta, Tag.ImplementationClassUID, Vr.UI, IMPLEMENTATION_CLASS_UID);
		addText(meta, Tag.ImplementationVersionName, Vr.SH, IMPLEMENTATION_VERSION_NAME);
		return meta.build();
	}

	private static void addText(final DataSet.Builder meta, final int tag, final Vr vr, final String value) {
		meta.add(Element.of(tag, vr, -1, value.getBytes(StandardCharsets.US_ASCII), false));
	}

	private static String uid(final DataSet dataSet, final int tag, final DataSet meta, final int metaTag)
		throws DicomException
	{
		final String uid = dataSet.has(tag) ? dataSet.string(tag).orElse("") : meta.string(metaTag).orElse("");
		if (uid.isEmpty()) throw dataSet.problem(tag, "missing here and in the File Meta Information",
			"a UID, as every DICOM file has");
		if (!uid.matches("[0-9.]{1,64}")) throw dataSet.problem(tag, "found " + uid.length() +
			" characters that are no UID", "digits and points, at most 64");
		return uid;
	}

	/** Native pixels and no pixels become Explicit VR Little Endian. Encapsulated pixels keep their transfer syntax. */
	private static String transferSyntaxUid(final DataSet dataSet, final TransferSyntax pixels) throws DicomException {
		final Element element = dataSet.element(Tag.PixelData);
		final boolean encapsulated = element != null && element.bulk() != null && element.bulk().encapsulated();
		final boolean absent = element == null || element.isEmpty();
		if (encapsulated && !pixels.encapsulated()) throw dataSet.problem(Tag.PixelData,
			"found fragments", "native pixels for " + pixels);
		if (!encapsulated && !absent && pixels.encapsulated()) throw dataSet.problem(Tag.PixelData,
			"found a value of defined length", "fragments for " + pixels);
		if (encapsulated) return pixels.uid();
		return switch (absent ? pixels.uid() : "") {
			case JPIP, JPIP_DEFLATED -> JPIP;
			case HTJ2K_JPIP, HTJ2K_JPIP_DEFLATED -> HTJ2K_JPIP;
			default -> TransferSyntax.EXPLICIT_LITTLE.uid();
		};
	}

	private static DataSet withoutMeta(final DataSet dataSet) {
		final boolean none = dataSet.elements().isEmpty() || dataSet.elements().get(0).tag() >>> 16 > 0x0002;
		if (none) return dataSet;
		final DataSet.Builder builder = new DataSet.Builder(dataSet.source(), dataSet.characterSet());
		for (final Element element : dataSet.elements())
			if (element.tag() >>> 16 != 0x0000 && element.tag() >>> 16 != 0x0002) builder.add(element);
		return builder.build();
	}
}
