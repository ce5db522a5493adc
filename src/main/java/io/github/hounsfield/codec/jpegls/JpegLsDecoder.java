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
package io.github.hounsfield.codec.jpegls;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameDecoder;
import io.github.hounsfield.codec.FrameFormat;
import java.util.Objects;

/**
 * JPEG-LS after ITU-T T.87 | ISO/IEC 14495-1: lossless and near-lossless, 2 to 16 bits, any number of components in
 * any interleave, preset parameters, restart intervals. Samples are unsigned; where the data set calls them signed, the
 * caller extends the sign from bit {@link FrameFormat#precision()}.
 * <p>
 * Refused by name: mapping tables (palettes inside the codestream), subsampled components, point transforms. HP Labs'
 * colour transforms are undone for 8 and 16 bits; the format then says RGB. A codestream may lack its EOI marker, and
 * bytes may follow it; entropy-coded data that end early, or go on after the last sample, are an error.
 * <p>
 * Has no state: safe for any number of threads.
 */
public final class JpegLsDecoder implements FrameDecoder {

	@Override
	public FrameFormat readFormat(final byte[] data, final int offset, final int length) throws CodecException {
		Objects.checkFromIndexSize(offset, length, data.length);
		return new HeaderReader(data, offset, length).readFormat();
	}

	@Override
	public FrameFormat decode(final byte[] data, final int offset, final int length, final int width, final int height,
		final int components, final short[] out, final int outOffset) throws CodecException
	{
		Objects.checkFromIndexSize(offset, length, data.length);
		final HeaderReader headers = new HeaderReader(data, offset, length);
		final FrameFormat format = headers.readFormat();
		if (format.width() != width || format.height() != height || format.components() != components)
			throw new CodecException("the codestream holds " + format.width() + " x " + format.height() + " pixels of " +
				format.components() + " samples; expected " + width + " x " + height + " of " + components);
		Objects.checkFromIndexSize(outOffset, format.samples(), out.length);
		final BitReader reader = new BitReader(data, offset, headers.end());
		final boolean[] done = new boolean[components];
		int left = components;
		do {
			final Scan scan = headers.readScan();
			for (final int component : scan.components()) {
				if (done[component]) throw CodecException.at(scan.start() - offset, "component " + (component + 1) +
					" is in two scans");
				done[component] = true;
				left--;
			}
			headers.resume(new ScanDecoder(reader, scan, width, height, components).decode(out, outOffset));
		}
		while (left > 0 && headers.findScan());
		if (left > 0) throw new CodecException("the codestream ends with " + left + " of " + components +
			" components missing");
		if (headers.transform() != 0)
			HpTransform.toRgb(headers.transform(), format.precision(), out, outOffset, outOffset +
				(int) format.samples());
		return format;
	}
}
