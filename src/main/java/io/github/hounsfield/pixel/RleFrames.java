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
package io.github.hounsfield.pixel;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.codec.rle.RleDecoder;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Frames in RLE (PS3.5 annex G): whole pixel cells, as native ones. */
final class RleFrames implements Frames {

	private final PixelFormat format;
	private final PositionalInput in;
	private final Fragments fragments;
	private final int shift;

	RleFrames(final DataSet dataSet, final PixelFormat format, final List<String> warnings) throws IOException {
		this.format = format;
		this.shift = StoredValues.shift(format);
		if (format.bitsAllocated() == 1) throw dataSet.problem(Tag.BitsAllocated, "found 1", "8, 16 or 32 for RLE");
		this.in = new PositionalInput(dataSet.element(format.tag()).bulk());
		this.fragments = Fragments.open(dataSet, in, format.frames(), warnings);
	}

	@Override
	public FrameFormat.Colour read(final int frame, final byte[] plane, final int offset) throws IOException {
		decode(frame, 1, plane, offset);
		StoredValues.bytes(plane, offset, format.samplesPerFrame(), shift, format.bitsStored(), format.signed());
		return FrameFormat.Colour.UNSPECIFIED;
	}

	@Override
	public FrameFormat.Colour read(final int frame, final short[] plane, final int offset, final int xor)
		throws IOException
	{
		final byte[] bytes = fragments.read(frame);
		try {
			RleDecoder.decodeShorts(bytes, 0, bytes.length, format.columns(), format.rows(), format.samplesPerPixel(), plane,
				offset);
		}
		catch (final CodecException e) {
			throw fragments.broken(frame, e);
		}
		StoredValues.shorts(plane, offset, format.samplesPerFrame(), shift, format.bitsStored(), format.signed(), xor);
		return FrameFormat.Colour.UNSPECIFIED;
	}

	@Override
	public void read(final int frame, final int[] plane, final int offset) throws IOException {
		final int count = format.samplesPerFrame();
		final byte[] bytes = new byte[Math.multiplyExact(4, count)];
		decode(frame, 4, bytes, 0);
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(plane, offset, count);
		StoredValues.ints(plane, offset, count, shift, format.bitsStored(), format.signed());
	}

	private void decode(final int frame, final int bytesPerSample, final byte[] out, final int offset)
		throws IOException
	{
		final byte[] bytes = fragments.read(frame);
		try {
			RleDecoder.decode(bytes, 0, bytes.length, format.columns(), format.rows(), format.samplesPerPixel(),
				bytesPerSample, out, offset);
		}
		catch (final CodecException e) {
			throw fragments.broken(frame, e);
		}
	}

	@Override
	public void read(final int frame, final float[] plane, final int offset) {
		throw new IllegalStateException("RLE has whole numbers only");
	}

	@Override
	public void read(final int frame, final double[] plane, final int offset) {
		throw new IllegalStateException("RLE has whole numbers only");
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
