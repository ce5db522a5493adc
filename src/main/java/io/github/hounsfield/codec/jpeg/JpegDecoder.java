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
package io.github.hounsfield.codec.jpeg;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameDecoder;
import io.github.hounsfield.codec.FrameFormat;
import java.util.Objects;

/**
 * Decodes the Huffman coded, non-hierarchical codestreams of ITU-T T.81 | ISO/IEC 10918-1: baseline and extended
 * sequential DCT (processes 1, 2 and 4), progressive DCT (processes 6, 8, 10 and 12) and lossless (process 14).
 * The process is taken from the codestream's own frame header, never from outside.
 * <p>
 * Samples of DCT processes are unsigned and clipped to their precision, 8 or 12 bits. The inverse DCT and the
 * interpolation of chrominance are exactly the Independent JPEG Group's "islow" and "fancy upsampling". Samples of the
 * lossless process are computed modulo 65536 (T.81, H.1.2.1) for any precision. So sign extended samples of an encoder
 * come back. Components coded with fewer samples are brought to full size.
 * <p>
 * A codestream that lacks only its end marker is decoded. A codestream is refused if it ends inside the image, or a
 * restart marker is missing or misplaced. It is refused if more than a little fill follows a scan, scans are missing or
 * too many, or samples are far beyond the frame's precision. Its entropy-coded data were changed or end early.
 */
public final class JpegDecoder implements FrameDecoder {

	@Override
	public FrameFormat readFormat(final byte[] data, final int offset, final int length) throws CodecException {
		Objects.checkFromIndexSize(offset, length, data.length);
		final Codestream codestream = new Codestream(data, offset, length);
		codestream.readFrameHeader();
		return codestream.format();
	}

	@Override
	public FrameFormat decode(final byte[] data, final int offset, final int length, final int width, final int height,
		final int components, final short[] out, final int outOffset) throws CodecException
	{
		Objects.checkFromIndexSize(offset, length, data.length);
		if (width < 1 || height < 1 || components < 1 || outOffset < 0
			|| (double) width * height * components > out.length - outOffset) throw new IllegalArgumentException(width
				+ " x " + height + " x " + components + " samples do not fit behind index " + outOffset + " of "
				+ out.length);
		final Codestream codestream = new Codestream(data, offset, length);
		final FrameHeader header = codestream.readFrameHeader();
		final FrameFormat format = codestream.format();
		if (format.width() != width || format.height() != height || format.components() != components)
			throw new CodecException("the codestream has " + format.width() + " x " + format.height() + " pixels of "
				+ format.components() + " samples; expected " + width + " x " + height + " of " + components);
		final JpegFrame frame = frame(header, out, outOffset);
		boolean more = true;
		while (more) {
			final ScanHeader scan = codestream.readScanHeader();
			final EntropyReader in = codestream.entropy();
			frame.readScan(scan, codestream.tables(), in);
			codestream.resumeAt(in.finish());
			more = !frame.complete() && codestream.nextScan();
			if (!more) codestream.requireNoScan();
		}
		frame.finish();
		return format;
	}

	private static JpegFrame frame(final FrameHeader header, final short[] out, final int outOffset)
		throws CodecException
	{
		return switch (header.startOfFrame()) {
			case Marker.SOF2 -> new ProgressiveFrame(header, out, outOffset);
			case Marker.SOF3 -> new LosslessFrame(header, out, outOffset);
			default -> new SequentialFrame(header, out, outOffset);
		};
	}
}
