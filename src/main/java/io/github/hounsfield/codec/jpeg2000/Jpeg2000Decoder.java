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
package io.github.hounsfield.codec.jpeg2000;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameDecoder;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.codec.FrameFormat.Colour;
import io.github.hounsfield.work.Workers;
import java.util.Objects;

/**
 * JPEG 2000 Part 1 (ITU-T T.800) and HTJ2K (T.814), the DICOM transfer syntaxes .90, .91, .201, .202 and .203 of
 * 1.2.840.10008.1.2.4, as a bare codestream or within a JP2 or JPH file.
 * <p>
 * Samples have 1 to 16 bits, signed or not. Reversible coding is exact. The standard does not fix the last digit of
 * irreversible coding. The result is within 1 of OpenJPH's at any precision, and within 1 of OpenJPEG's up to 12 bits.
 * Beyond 12 bits OpenJPEG 2.5 differs by up to 6 if neighbours jump over the whole range, for its factor of the high
 * pass is 1/30000 off the standard's. Every packet of the header must be there. A cut codestream throws, for a silently
 * coarsened slice would be wrong. Bytes after the last packet and a missing end marker do not matter. Components with
 * fewer samples are repeated to full size.
 * <p>
 * Not supported and refused by name: samples above 16 bits, components of different precision or sign, a subsampled
 * first component, HT and Part 1 code-blocks mixed within one tile-component, Part 2.
 * <p>
 * Stateless, may be used by several threads at once.
 */
public final class Jpeg2000Decoder implements FrameDecoder {

	/** Bytes of code-blocks that keep a thread busy for longer than it takes to begin. */
	private static final int WORTH_A_THREAD = 1 << 14;

	private final int worthAThread;

	public Jpeg2000Decoder() {
		this(WORTH_A_THREAD);
	}

	/** @param worthAThread bytes of a tile-component's code-blocks for each further thread */
	Jpeg2000Decoder(final int worthAThread) {
		this.worthAThread = worthAThread;
	}

	@Override
	public FrameFormat readFormat(final byte[] data, final int offset, final int length) throws CodecException {
		Objects.checkFromIndexSize(offset, length, data.length);
		return format(Codestream.readMainHeader(data, offset, length));
	}

	@Override
	public FrameFormat decode(final byte[] data, final int offset, final int length, final int width, final int height,
		final int components, final short[] out, final int outOffset) throws CodecException
	{
		return decode(data, offset, length, width, height, components, out, outOffset, Workers.serial());
	}

	@Override
	public FrameFormat decode(final byte[] data, final int offset, final int length, final int width, final int height,
		final int components, final short[] out, final int outOffset, final Workers workers) throws CodecException
	{
		Objects.checkFromIndexSize(offset, length, data.length);
		final Codestream stream = Codestream.readMainHeader(data, offset, length);
		final FrameFormat format = format(stream);
		if (format.width() != width || format.height() != height || format.components() != components)
			throw new CodecException("the codestream has " + format.width() + " x " + format.height() + " x " +
				format.components() + " samples; expected " + width + " x " + height + " x " + components);
		Objects.checkFromIndexSize((long) outOffset, format.samples(), out.length);
		stream.readTileParts();
		final TileDecoder decoder = new TileDecoder(data, stream, new CoefficientReader(data, workers, worthAThread));
		final SampleWriter writer = new SampleWriter(stream.size(), out, outOffset);
		final long tiles = stream.size().tilesAcross() * stream.size().tilesDown();
		for (int i = 0; i < tiles; i++)
			decoder.decode(i, writer);
		return format;
	}

	private static FrameFormat format(final Codestream stream) throws CodecException {
		final ImageSize size = stream.size();
		size.requireSupported();
		final ImageSize.Component first = size.components()[0];
		final boolean transform = stream.parameters().transform();
		return new FrameFormat(size.width(), size.height(), size.components().length, first.precision(), first.signed(),
			transform ? Colour.RGB : Colour.UNSPECIFIED);
	}
}
