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
import io.github.hounsfield.codec.FrameDecoder;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.TransferSyntax;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;

/** Compressed frames. Codestream and data set must agree on width, height and sample count. */
final class EncodedFrames implements Frames {

	/** A buffer of each thread for samples that become bytes. */
	private static final ThreadLocal<SoftReference<short[]>> SAMPLES = new ThreadLocal<>();

	private final PixelFormat format;
	private final FrameDecoder decoder;
	private final Workers workers;
	private final PositionalInput in;
	private final Fragments fragments;
	private final CodedSamples values;

	/**
	 * @param decoder of the transfer syntax
	 * @param workers the threads for one frame
	 */
	EncodedFrames(final DataSet dataSet, final PixelFormat format, final TransferSyntax syntax,
		final FrameDecoder decoder, final Workers workers, final List<String> warnings) throws IOException
	{
		this.format = format;
		this.decoder = decoder;
		this.workers = workers;
		if (format.bitsAllocated() != 8 && format.bitsAllocated() != 16) throw dataSet.problem(Tag.BitsAllocated, "found " +
			format.bitsAllocated(), "8 or 16 for " + syntax);
		this.in = new PositionalInput(dataSet.element(format.tag()).bulk());
		this.fragments = Fragments.open(dataSet, in, format.frames(), warnings);
		this.values = new CodedSamples(dataSet, format, syntax, warnings);
	}

	private static short[] samples(final int count) {
		final SoftReference<short[]> kept = SAMPLES.get();
		final short[] samples = kept == null ? null : kept.get();
		if (samples != null && samples.length >= count) return samples;
		final short[] larger = new short[count];
		SAMPLES.set(new SoftReference<>(larger));
		return larger;
	}

	@Override
	public FrameFormat.Colour read(final int frame, final byte[] plane, final int offset) throws IOException {
		final int count = format.samplesPerFrame();
		final short[] samples = samples(count);
		final FrameFormat codestream = decode(frame, samples, 0, 0);
		for (int i = 0; i < count; i++)
			plane[offset + i] = (byte) samples[i];
		return codestream.colour();
	}

	@Override
	public FrameFormat.Colour read(final int frame, final short[] plane, final int offset, final int xor)
		throws IOException
	{
		return decode(frame, plane, offset, xor).colour();
	}

	private FrameFormat decode(final int frame, final short[] out, final int offset, final int xor)
		throws IOException
	{
		final byte[] bytes = fragments.read(frame);
		try {
			final FrameFormat codestream = decoder.decode(bytes, 0, bytes.length, format.columns(), format.rows(), format
				.samplesPerPixel(), out, offset, workers);
			values.toStoredValues(codestream, frame, out, offset, xor);
			return codestream;
		}
		catch (final CodecException e) {
			throw fragments.broken(frame, e);
		}
	}

	@Override
	public void read(final int frame, final int[] plane, final int offset) {
		throw new IllegalStateException("compressed frames have 8 or 16 bits");
	}

	@Override
	public void read(final int frame, final float[] plane, final int offset) {
		throw new IllegalStateException("compressed frames have 8 or 16 bits");
	}

	@Override
	public void read(final int frame, final double[] plane, final int offset) {
		throw new IllegalStateException("compressed frames have 8 or 16 bits");
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
