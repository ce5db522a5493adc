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
import java.util.Arrays;

/**
 * Decodes a code-block of Part 1: the three coding passes of each bit plane (T.800 annex D).
 * <p>
 * The state of four samples, one above the other, is one number of a {@code flags} array; the passes walk along such
 * columns. From the lowest bit: significance of the six rows and three columns in and around the column (bit 3r + c);
 * then the sign of the sample above (18); then for each of the four samples its sign, whether it was refined before,
 * whether this bit plane's first pass visited it (19, 20, 21 and every third further); the sign of the sample below (31).
 * Shifting by three times the row brings the flags of any of the four to the place of those of the first.
 */
final class BlockDecoder {

	private static final int LEFT = 1 << 3;
	private static final int SELF = 1 << 4;
	private static final int RIGHT = 1 << 5;
	private static final int NEIGHBOURS = 0x1EF;
	private static final int REFINED = 1 << 20;
	private static final int VISITED = 1 << 21;
	private static final int ALL_VISITED = VISITED | VISITED << 3 | VISITED << 6 | VISITED << 9;
	private static final int SIGN_BIT = 19;
	private static final int SIGN_ABOVE_BIT = 18;
	private static final int SIGN_BELOW_BIT = 31;
	private static final int SEGMENTATION_SYMBOL = 0b1010;

	/** Passes before the first that bypasses the MQ coder. */
	private static final int CODED_PASSES = 10;

	private final MqDecoder mq = new MqDecoder(ContextTables.COUNT);
	private final RawBits raw = new RawBits();
	private byte[] buffer = new byte[0];
	private int[] flags = new int[0];
	private int[] samples;
	private int width;
	private int height;
	private int stride;
	private byte[] zeroCoding;
	private boolean causal;
	private int slack;

	/**
	 * @param data the bytes in which the code-block's segments stand
	 * @param out takes the coefficients, row by row: twice the magnitude, with half of the last decoded bit plane added
	 *          unless the magnitude is zero, and the sign
	 */
	void decode(final CodeBlock block, final Subband band, final CodingStyle style, final byte[] data, final int[] out)
		throws CodecException
	{
		width = block.area.width();
		height = block.area.height();
		stride = width + 2;
		samples = out;
		zeroCoding = ContextTables.ZERO_CODING[band.orientation()];
		causal = style.has(CodingStyle.CAUSAL);
		final int columns = stride * ((height + 3 >> 2) + 2);
		if (flags.length < columns) flags = new int[columns];
		else Arrays.fill(flags, 0, columns, 0);
		Arrays.fill(out, 0, width * height, 0);
		final int planes = band.bitPlanes() - block.missingPlanes;
		if (planes > TileComponent.MAX_BIT_PLANES)
			throw new CodecException("a code-block of " + planes + " bit planes is not supported");
		if (block.passes > 3 * planes - 2)
			throw new CodecException(block.passes + " coding passes for " + planes + " bit planes");
		resetContexts();
		int pass = 0;
		for (int s = 0; s < block.segments; s++) {
			final boolean bypassed = style.has(CodingStyle.BYPASS) && pass >= CODED_PASSES && pass % 3 != 0;
			start(block, s, data, bypassed);
			for (int i = 0; i < block.segmentPasses[s]; i++, pass++) {
				final int plane = planes - 1 - (pass + 2) / 3;
				switch (pass % 3) {
					case 1 -> {
						if (bypassed) bypassSignificance(3 << plane);
						else significance(3 << plane);
					}
					case 2 -> {
						if (bypassed) bypassRefinement(1 << plane);
						else refinement(1 << plane);
					}
					default -> {
						cleanup(3 << plane);
						final boolean truncated = pass == block.passes - 1 && plane > 0;
						if (style.has(CodingStyle.SEGMENTATION_SYMBOLS)) segmentationSymbol(truncated);
					}
				}
				if (style.has(CodingStyle.RESET)) resetContexts();
			}
		}
	}

	private void start(final CodeBlock block, final int segment, final byte[] data, final boolean bypassed) {
		final int length = block.segmentLength(segment);
		if (buffer.length < length + MqDecoder.MARGIN) buffer = new byte[2 * length + MqDecoder.MARGIN];
		block.copySegment(segment, data, buffer, 0);
		if (bypassed) raw.start(buffer, length);
		else slack = mq.start(buffer, 0, length);
	}

	private void resetContexts() {
		mq.resetStates(0);
		mq.setState(0, ContextTables.ZERO_NEIGHBOURS_ROW);
		mq.setState(ContextTables.RUN_LENGTH, ContextTables.RUN_LENGTH_ROW);
		mq.setState(ContextTables.UNIFORM, ContextTables.UNIFORM_ROW);
	}

	/** T.800 D.3.1. */
	private void significance(final int value) {
		final int[] f = flags;
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = Math.min(4, height - y);
			for (int x = 0; x < width; x++, at++) {
				if (f[at] == 0) continue;
				for (int k = 0; k < rows; k++) {
					final int near = f[at] >>> 3 * k;
					if ((near & SELF) != 0 || (near & NEIGHBOURS) == 0) continue;
					final int context = zeroCoding[near & NEIGHBOURS];
					final int state = mq.states[context];
					int bit = state & 1;
					if ((slack -= state >>> 7) < 0) {
						final int renewed = mq.renew(slack, context);
						slack = renewed >>> 1;
						bit = renewed & 1;
					}
					if (bit != 0) becomeSignificant(at, k, (y + k) * width + x, value, decodeSign(at, k));
					f[at] |= VISITED << 3 * k;
				}
			}
		}
	}

	/** T.800 D.3.3. */
	private void refinement(final int half) {
		final int[] f = flags;
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = Math.min(4, height - y);
			for (int x = 0; x < width; x++, at++) {
				if (f[at] == 0) continue;
				for (int k = 0; k < rows; k++) {
					final int near = f[at] >>> 3 * k;
					if ((near & (SELF | VISITED)) != SELF) continue;
					int context = ContextTables.LATER_REFINEMENT;
					if ((near & REFINED) == 0)
						context = ContextTables.FIRST_REFINEMENT + ((near & NEIGHBOURS) == 0 ? 0 : 1);
					final int state = mq.states[context];
					int bit = state & 1;
					if ((slack -= state >>> 7) < 0) {
						final int renewed = mq.renew(slack, context);
						slack = renewed >>> 1;
						bit = renewed & 1;
					}
					refine((y + k) * width + x, bit, half);
					f[at] |= REFINED << 3 * k;
				}
			}
		}
	}

	/** T.800 D.3.4. */
	private void cleanup(final int value) {
		final int[] f = flags;
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = Math.min(4, height - y);
			for (int x = 0; x < width; x++, at++) {
				int k = 0;
				boolean certain = false;
				if (f[at] == 0 && rows == 4) {
					if (decode(ContextTables.RUN_LENGTH) == 0) continue;
					k = decode(ContextTables.UNIFORM) << 1;
					k |= decode(ContextTables.UNIFORM);
					certain = true;
				}
				for (; k < rows; k++) {
					final int near = f[at] >>> 3 * k;
					if ((near & (SELF | VISITED)) != 0) continue;
					if (certain || decode(zeroCoding[near & NEIGHBOURS]) != 0)
						becomeSignificant(at, k, (y + k) * width + x, value, decodeSign(at, k));
					certain = false;
				}
				f[at] &= ~ALL_VISITED;
			}
		}
	}

	private int decode(final int context) {
		final int state = mq.states[context];
		if ((slack -= state >>> 7) >= 0) return state & 1;
		final int renewed = mq.renew(slack, context);
		slack = renewed >>> 1;
		return renewed & 1;
	}

	/** T.800 D.3.2. */
	private int decodeSign(final int at, final int k) {
		final int sign = ContextTables.SIGN_CODING[signIndex(at, k)];
		return decode(sign & 0x7F) ^ sign >> 7;
	}

	private int signIndex(final int at, final int k) {
		final int own = flags[at];
		final int shift = SIGN_BIT + 3 * k;
		final int above = own >>> (k == 0 ? SIGN_ABOVE_BIT : shift - 3) & 1;
		final int below = own >>> shift + 3 & 1;
		return own >>> 3 * k & 0xAA | above | (flags[at - 1] >>> shift & 1) << 2 | (flags[at + 1] >>> shift & 1) << 4 |
			below << 6;
	}

	/** Notes a sample's significance and sign for itself and all of its neighbours. */
	private void becomeSignificant(final int at, final int k, final int index, final int value, final int sign) {
		samples[index] = (value ^ -sign) + sign;
		final int[] f = flags;
		final int row = 3 * k;
		f[at - 1] |= RIGHT << row;
		f[at] |= (SELF | sign << SIGN_BIT) << row;
		f[at + 1] |= LEFT << row;
		if (k == 0 && !causal) {
			final int above = at - stride;
			f[above - 1] |= RIGHT << 12;
			f[above] |= SELF << 12 | sign << SIGN_BELOW_BIT;
			f[above + 1] |= LEFT << 12;
		}
		if (k == 3) {
			final int below = at + stride;
			f[below - 1] |= RIGHT >> 3;
			f[below] |= SELF >> 3 | sign << SIGN_ABOVE_BIT;
			f[below + 1] |= LEFT >> 3;
		}
	}

	/** Adds or takes half of a bit plane's value: the sample had the middle of the wider interval before. */
	private void refine(final int index, final int bit, final int half) {
		final int sample = samples[index];
		samples[index] = sample + ((sample < 0) == (bit != 0) ? -half : half);
	}

	/**
	 * Checks the symbol at the end of a bit plane (T.800 D.5).
	 *
	 * @param truncated whether rate control ended the code-block here: OpenJPEG then often cuts into the symbol
	 */
	private void segmentationSymbol(final boolean truncated) throws CodecException {
		int symbol = 0;
		for (int i = 0; i < 4; i++)
			symbol = symbol << 1 | decode(ContextTables.UNIFORM);
		if (symbol != SEGMENTATION_SYMBOL && !truncated)
			throw new CodecException("a code-block is broken: its segmentation symbol is " + symbol + ", expected 10");
	}

	/** The significance pass where bits stand uncoded (T.800 D.6). */
	private void bypassSignificance(final int value) {
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = Math.min(4, height - y);
			for (int x = 0; x < width; x++, at++) {
				for (int k = 0; k < rows; k++) {
					final int near = flags[at] >>> 3 * k;
					if ((near & SELF) != 0 || (near & NEIGHBOURS) == 0) continue;
					if (raw.bit() != 0) becomeSignificant(at, k, (y + k) * width + x, value, raw.bit());
					flags[at] |= VISITED << 3 * k;
				}
			}
		}
	}

	private void bypassRefinement(final int half) {
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = Math.min(4, height - y);
			for (int x = 0; x < width; x++, at++) {
				for (int k = 0; k < rows; k++) {
					if ((flags[at] >>> 3 * k & (SELF | VISITED)) != SELF) continue;
					refine((y + k) * width + x, raw.bit(), half);
					flags[at] |= REFINED << 3 * k;
				}
			}
		}
	}
}
