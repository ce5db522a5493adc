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
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.TransferSyntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the samples of a codestream into stored values. The codestream's own precision decides what a sample is (PS3.5
 * section 8.2). It may have more than Bits Stored bits, as if whole pixel cells were coded. Then Bits Stored bits must
 * hold each sample, and its unused bits must be zero or copies of the sign. Any other sample is an error, for a cut
 * could change the number. Safe for several threads.
 */
final class CodedSamples {

	/** Lossy coding may leave the range of the stored values by this part of it, in bits. */
	private static final int OVERSHOOT_BITS = 4;

	private static final int OVERLAY_GROUPS = 16;
	private static final int OVERLAY_BITS_ALLOCATED = 0x60000100;
	private static final int OVERLAY_BIT_POSITION = 0x60000102;

	/** Remarks that are made once for a file. */
	private enum Remark {
		CLAMPED, UNSIGNED
	}

	private final DataSet dataSet;
	private final PixelFormat format;
	private final boolean lossy;
	private final boolean statesSign;
	private final List<String> warnings;
	private final Set<Remark> said = EnumSet.noneOf(Remark.class);
	private final int least;
	private final int most;
	/** Bits of a cell that hold overlays. */
	private final int overlays;

	/** @param warnings takes from several threads where the codestream departs from the data set */
	CodedSamples(final DataSet dataSet, final PixelFormat format, final TransferSyntax syntax,
		final List<String> warnings)
	{
		this.dataSet = dataSet;
		this.format = format;
		this.lossy = Codecs.isLossy(syntax);
		this.statesSign = Codecs.statesSign(syntax);
		this.warnings = warnings;
		this.least = format.signed() ? -(1 << format.bitsStored() - 1) : 0;
		this.most = (1 << format.bitsStored() - (format.signed() ? 1 : 0)) - 1;
		this.overlays = overlays();
	}

	/**
	 * Turns the samples of a frame into stored values, in place.
	 *
	 * @param frame from 0 on
	 * @param xor flips bits of every value after all else; 0 for none
	 * @throws DicomException where a sample is not one certain number of Bits Stored bits
	 */
	void toStoredValues(final FrameFormat codestream, final int frame, final short[] out, final int offset,
		final int xor) throws DicomException
	{
		final int count = format.samplesPerFrame();
		final int precision = codestream.precision();
		final int stored = format.bitsStored();
		if (precision > format.bitsAllocated()) throw mismatch(codestream, frame, "");
		if (format.signed() != codestream.signed() && (precision < stored || codestream.signed()))
			requireSameInBoth(codestream, frame, out, offset);
		if (precision < stored) {
			StoredValues.shorts(out, offset, count, 0, 16, format.signed(), xor);
			return;
		}
		if (precision == stored) {
			if (statesSign && format.signed() && !codestream.signed()) sayUnsigned(codestream, out, offset);
			StoredValues.shorts(out, offset, count, 0, stored, format.signed(), xor);
			return;
		}
		if (precision <= format.highBit()) throw mismatch(codestream, frame, " that end at bit " + format.highBit());
		requireFit(codestream, frame, out, offset);
		StoredValues.shorts(out, offset, count, StoredValues.shift(format), stored, format.signed(), xor);
	}

	/** Checks samples of more than Bits Stored bits, and brings lossy ones that are a little too large into range. */
	private void requireFit(final FrameFormat codestream, final int frame, final short[] out, final int offset)
		throws DicomException
	{
		final int shift = StoredValues.shift(format);
		final int end = offset + format.samplesPerFrame();
		final int unused = 32 - codestream.precision();
		final int ignored = overlays;
		final int below = (1 << shift) - 1 & ~ignored;
		for (int i = offset; i < end; i++) {
			final int bits = out[i] & ~ignored;
			final int sample = format.signed() ? bits << unused >> unused : bits << unused >>> unused;
			final int value = sample >> shift;
			if (value >= least && value <= most && (sample & below) == 0) continue;
			out[i] = (short) (certain(codestream, frame, sample, value, shift) << shift);
		}
	}

	/** The value of a sample that does not fit, if it is beyond doubt. */
	private int certain(final FrameFormat codestream, final int frame, final int sample, final int value,
		final int shift) throws DicomException
	{
		if (shift > 0 && lossy && value >= least && value <= most) return value;
		final int overshoot = 1 << format.bitsStored() >> OVERSHOOT_BITS;
		if (lossy && shift == 0 && value >= least - overshoot && value <= most + overshoot) {
			say(Remark.CLAMPED, "lossy compression left the range of " + format.bitsStored() + " bits by a little: " + least +
				" or " + most + " is taken instead");
			return Math.max(least, Math.min(most, value));
		}
		throw mismatch(codestream, frame, ", which are " + least + " to " + most + ",", ", such as " + sample);
	}

	/** Requires that no sample has the bit set on which codestream and data set disagree. */
	private void requireSameInBoth(final FrameFormat codestream, final int frame, final short[] out, final int offset)
		throws DicomException
	{
		final int sample = withTopBit(codestream, out, offset);
		if (sample >= 0) throw mismatch(codestream, frame, format.signed() ? ", signed" : ", unsigned");
	}

	private void sayUnsigned(final FrameFormat codestream, final short[] out, final int offset) {
		final int sample = withTopBit(codestream, out, offset);
		if (sample >= 0) say(Remark.UNSIGNED, "the codestream calls its samples of " + codestream.precision() +
			" bits unsigned, Pixel Representation calls them signed, which is taken");
	}

	/** The first sample whose highest bit is set, as an unsigned number; -1 where there is none. */
	private int withTopBit(final FrameFormat codestream, final short[] out, final int offset) {
		final int sign = 1 << codestream.precision() - 1;
		for (int i = offset; i < offset + format.samplesPerFrame(); i++)
			if ((out[i] & sign) != 0) return out[i] & (sign << 1) - 1;
		return -1;
	}

	/** Bits of pixel cells that hold overlays, as the retired section C.9.2 of PS3.3 (2004) has them. */
	private int overlays() {
		int bits = 0;
		for (int group = 0; group < OVERLAY_GROUPS; group++) {
			final int tag = group << 17;
			try {
				if (dataSet.integer(OVERLAY_BITS_ALLOCATED + tag).orElse(1) != format.bitsAllocated()) continue;
				final int position = dataSet.integer(OVERLAY_BIT_POSITION + tag).orElse(-1);
				final boolean outside = position > format.highBit() || position <= format.highBit() - format.bitsStored();
				if (outside && position >= 0 && position < format.bitsAllocated()) bits |= 1 << position;
			}
			catch (final DicomException e) {
				// An overlay that cannot be read claims no bits.
			}
		}
		return bits;
	}

	private void say(final Remark remark, final String what) {
		synchronized (said) {
			if (said.add(remark)) warnings.add(what);
		}
	}

	private DicomException mismatch(final FrameFormat codestream, final int frame, final String more) {
		return mismatch(codestream, frame, more, "");
	}

	private DicomException mismatch(final FrameFormat codestream, final int frame, final String more,
		final String samples)
	{
		return dataSet.problem(Tag.PixelData, "frame " + (frame + 1) + " of " + format.frames() + ": found " + (codestream
			.signed() ? "signed" : "unsigned") + " samples of " + codestream.precision() + " bits in the codestream" +
			samples, format.bitsStored() + " bits stored in " + format.bitsAllocated() + more + " as in the data set");
	}
}
