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

import java.util.HashMap;
import java.util.Map;

/**
 * How a data set and its pixel data are encoded (PS3.5 section 10 and annex A).
 *
 * @param uid the Transfer Syntax UID
 * @param name as in PS3.6 table A-1, or the UID where it is not known
 * @param explicitVr whether elements carry their VR
 * @param bigEndian whether numbers are big endian
 * @param deflated whether the data set is a deflated stream
 * @param encapsulated whether Pixel Data are compressed frames
 */
public record TransferSyntax(String uid, String name, boolean explicitVr, boolean bigEndian, boolean deflated,
	boolean encapsulated)
{

	public static final TransferSyntax IMPLICIT_LITTLE = new TransferSyntax("1.2.840.10008.1.2",
		"Implicit VR Little Endian", false, false, false, false);
	public static final TransferSyntax EXPLICIT_LITTLE = new TransferSyntax("1.2.840.10008.1.2.1",
		"Explicit VR Little Endian", true, false, false, false);
	public static final TransferSyntax EXPLICIT_BIG = new TransferSyntax("1.2.840.10008.1.2.2",
		"Explicit VR Big Endian", true, true, false, false);
	public static final TransferSyntax DEFLATED = new TransferSyntax("1.2.840.10008.1.2.1.99",
		"Deflated Explicit VR Little Endian", true, false, true, false);

	private static final Map<String, TransferSyntax> KNOWN = byUid(IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG,
		DEFLATED,
		compressed("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)"),
		compressed("1.2.840.10008.1.2.4.51", "JPEG Extended (Processes 2 and 4)"),
		compressed("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Non-Hierarchical (Processes 6 and 8)"),
		compressed("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Non-Hierarchical (Processes 10 and 12)"),
		compressed("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)"),
		compressed("1.2.840.10008.1.2.4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction"),
		compressed("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
		compressed("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless)"),
		compressed("1.2.840.10008.1.2.4.90", "JPEG 2000 (Lossless Only)"),
		compressed("1.2.840.10008.1.2.4.91", "JPEG 2000"),
		compressed("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)"),
		compressed("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component"),
		compressed("1.2.840.10008.1.2.4.94", "JPIP Referenced"),
		compressed("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate"),
		compressed("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level"),
		compressed("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level"),
		compressed("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"),
		compressed("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
		compressed("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
		compressed("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
		compressed("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
		compressed("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1"),
		compressed("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"),
		compressed("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
		compressed("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
		compressed("1.2.840.10008.1.2.4.112", "JPEG XL"),
		compressed("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (Lossless Only)"),
		compressed("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)"),
		compressed("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
		compressed("1.2.840.10008.1.2.4.52", "JPEG Extended (Processes 3 and 5)"),
		compressed("1.2.840.10008.1.2.4.54", "JPEG Spectral Selection, Non-Hierarchical (Processes 7 and 9)"),
		compressed("1.2.840.10008.1.2.4.56", "JPEG Full Progression, Non-Hierarchical (Processes 11 and 13)"),
		compressed("1.2.840.10008.1.2.4.58", "JPEG Lossless, Non-Hierarchical (Process 15)"),
		compressed("1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile / Main Level"),
		compressed("1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile / High Level"),
		compressed("1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1"),
		compressed("1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
		compressed("1.2.840.10008.1.2.4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
		compressed("1.2.840.10008.1.2.4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
		compressed("1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
		compressed("1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced"),
		compressed("1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate"),
		compressed("1.2.840.10008.1.2.7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video"),
		compressed("1.2.840.10008.1.2.7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video"),
		compressed("1.2.840.10008.1.2.7.3", "SMPTE ST 2110-30 PCM Digital Audio"),
		compressed("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"),
		compressed("1.2.840.10008.1.2.5", "RLE Lossless"));

	private static Map<String, TransferSyntax> byUid(final TransferSyntax... syntaxes) {
		final Map<String, TransferSyntax> map = new HashMap<>();
		for (final TransferSyntax syntax : syntaxes)
			map.put(syntax.uid, syntax);
		return map;
	}

	private static TransferSyntax compressed(final String uid, final String name) {
		return new TransferSyntax(uid, name, true, false, false, true);
	}

	/**
	 * The transfer syntax of a UID. An unknown one is taken for encapsulated: explicit VR little endian with compressed
	 * frames, as PS3.5 section A.4 has it. The frames' reader decides whether they can be decoded.
	 */
	public static TransferSyntax of(final String uid) {
		final TransferSyntax known = KNOWN.get(uid);
		return known != null ? known : compressed(uid, uid);
	}

	@Override
	public String toString() {
		return uid.equals(name) ? uid : name + " (" + uid + ")";
	}
}
