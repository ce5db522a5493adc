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

import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Uncompressed frames (PS3.5 section 8.1): one after another, each sample in a cell of Bits Allocated bits. */
final class NativeFrames implements Frames {

	private final DataSet dataSet;
	private final PixelFormat format;
	private final PositionalInput in;
	private final ByteOrder order;
	/** One pair of chrominance samples for two pixels: Y1 Y2 Cb Cr (PS3.3 section C.7.6.3.1.2). */
	private final boolean subsampled;
	/** Bytes stand in words of the other byte order (OW of 8 bits or fewer, big endian). */
	private final boolean swapped;
	private final long bitsPerFrame;
	private final int shift;

	NativeFrames(final DataSet dataSet, final PixelFormat format, final List<String> warnings) throws IOException {
		this.dataSet = dataSet;
		this.format = format;
		final Element element = dataSet.element(format.tag());
		this.order = element.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		this.swapped = element.isBigEndian() && element.vr() == Vr.OW && format.bitsAllocated() <= 8;
		final BulkData value = element.bulk();
		final long fullBits = (long) format.samplesPerFrame() * format.bitsAllocated();
		this.subsampled = format.photometric() == Photometric.YBR_FULL_422 && isSubsampled(value.length(), fullBits);
		this.bitsPerFrame = subsampled ? fullBits / 3 * 2 : fullBits;
		this.shift = StoredValues.shift(format);
		final long expected = bytes(format.frames());
		if (value.length() > expected + (expected & 1)) warnings.add(Dictionary.describe(format
			.tag()) + " has " + value.length() + " bytes, " + format.frames() + " frames have only " + expected +
			"; the rest is left out");
		if (subsampled && format.columns() % 2 != 0) throw dataSet.problem(format.tag(),
			"found an odd number of columns", "an even one for YBR_FULL_422");
		this.in = new PositionalInput(value);
	}

	/**
	 * Whether samples are really left out. Some writers say YBR_FULL_422 and write every sample. The length tells, and a
	 * length between the two is refused.
	 */
	private boolean isSubsampled(final long length, final long fullBits) throws DicomException {
		final long full = fullBits / 8 * format.frames();
		if (length == full || length == full + 1) return false;
		if (length > full / 3 * 2 + 1) throw dataSet.problem(format.tag(), "found " + length + " bytes",
			full / 3 * 2 + " for YBR_FULL_422");
		return true;
	}

	private long bytes(final int frames) {
		return (bitsPerFrame * frames + 7) / 8;
	}

	@Override
	public FrameFormat.Colour read(final int frame, final byte[] plane, final int offset) throws IOException {
		require(frame);
		if (format.bitsAllocated() == 1) {
			readBits(frame, plane, offset);
			return FrameFormat.Colour.UNSPECIFIED;
		}
		final int count = (int) (bitsPerFrame / 8);
		final boolean direct = !format.planar() && !subsampled;
		final byte[] cells = direct ? plane : new byte[count];
		final int at = direct ? offset : 0;
		readBytes(count * (long) frame, cells, at, count);
		StoredValues.bytes(cells, at, count, shift, format.bitsStored(), format.signed());
		if (!direct) Interleave.bytes(cells, plane, offset, format.pixelsPerFrame(), subsampled);
		return FrameFormat.Colour.UNSPECIFIED;
	}

	@Override
	public FrameFormat.Colour read(final int frame, final short[] plane, final int offset, final int xor)
		throws IOException
	{
		require(frame);
		final int count = (int) (bitsPerFrame / 16);
		final boolean direct = !format.planar() && !subsampled;
		final short[] cells = direct ? plane : new short[count];
		final int start = direct ? offset : 0;
		for (int done = 0; done < count;) {
			final int part = Math.min(PositionalInput.CHUNK / 2, count - done);
			chunk((frame * (long) count + done) * 2, part * 2).asShortBuffer().get(cells, start + done, part);
			StoredValues.shorts(cells, start + done, part, shift, format.bitsStored(), format.signed(), xor);
			done += part;
		}
		if (!direct) Interleave.shorts(cells, plane, offset, format.pixelsPerFrame(), subsampled);
		return FrameFormat.Colour.UNSPECIFIED;
	}

	@Override
	public void read(final int frame, final int[] plane, final int offset) throws IOException {
		require(frame);
		final int count = format.samplesPerFrame();
		if (format.samplesPerPixel() > 1) throw colour();
		for (int done = 0; done < count;) {
			final int part = Math.min(PositionalInput.CHUNK / 4, count - done);
			chunk((frame * (long) count + done) * 4, part * 4).asIntBuffer().get(plane, offset + done, part);
			StoredValues.ints(plane, offset + done, part, shift, format.bitsStored(), format.signed());
			done += part;
		}
	}

	@Override
	public void read(final int frame, final float[] plane, final int offset) throws IOException {
		require(frame);
		final int count = format.samplesPerFrame();
		for (int done = 0; done < count;) {
			final int part = Math.min(PositionalInput.CHUNK / 4, count - done);
			chunk((frame * (long) count + done) * 4, part * 4).asFloatBuffer().get(plane, offset + done, part);
			done += part;
		}
	}

	@Override
	public void read(final int frame, final double[] plane, final int offset) throws IOException {
		require(frame);
		final int count = format.samplesPerFrame();
		for (int done = 0; done < count;) {
			final int part = Math.min(PositionalInput.CHUNK / 8, count - done);
			chunk((frame * (long) count + done) * 8, part * 8).asDoubleBuffer().get(plane, offset + done, part);
			done += part;
		}
	}

	private ByteBuffer chunk(final long position, final int count) throws IOException {
		return in.read(position, count).order(order);
	}

	/** Frames of single bits follow each other without padding, the first pixel in the lowest bit (PS3.5 section 8.2). */
	private void readBits(final int frame, final byte[] plane, final int offset) throws IOException {
		final long first = frame * bitsPerFrame;
		final int count = format.samplesPerFrame();
		final int lead = (int) (first & 7);
		final byte[] packed = new byte[(lead + count + 7) / 8];
		readBytes(first / 8, packed, 0, packed.length);
		for (int i = 0, bit = lead; i < count; i++, bit++)
			plane[offset + i] = (byte) (packed[bit >>> 3] >>> (bit & 7) & 1);
	}

	private void readBytes(final long position, final byte[] into, final int at, final int count) throws IOException {
		if (!swapped) {
			in.read(position, into, at, count);
			return;
		}
		final int lead = (int) (position & 1);
		final byte[] words = new byte[lead + count + 1 & ~1];
		in.read(position - lead, words, 0, words.length);
		for (int i = 0; i < count; i++)
			into[at + i] = words[lead + i ^ 1];
	}

	private void require(final int frame) throws DicomException {
		final long needed = bytes(frame + 1);
		if (needed > in.available()) throw dataSet.problem(format.tag(), "frame " + (frame + 1) + " of " + format.frames() +
			" is cut: found " + in.available() + " bytes of pixels" + (in.value().isTruncated() ? " before the file ends" : ""),
			"" + bytes(format.frames()));
	}

	private DicomException colour() {
		return dataSet.problem(format.tag(), "found colour samples of 32 bits", "8 or 16 bits");
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
