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
	private static final int SELF_BIT = 4;
	private static final int REFINED_BIT = 20;
	private static final int VISITED_BIT = 21;
	/** The first of these flags for each of the four rows. */
	private static final int ALL_ROWS = 0b1001001001;
	private static final int LAST_ROW = 9;
	/** Row by shift. */
	private static final int[] ROW = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3 };
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

	/** The first rows of a stripe, as bits 0, 3, 6 and 9. */
	private static int rowBits(final int rows) {
		return ALL_ROWS >>> 3 * Math.max(0, 4 - rows);
	}

	/** T.800 D.3.1. */
	private void significance(final int value) {
		final int[] f = flags;
		final int[] states = mq.states;
		final byte[] contexts = zeroCoding;
		int room = slack;
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = rowBits(height - y);
			for (int x = 0; x < width; x++, at++) {
				int own = f[at];
				if (own == 0) continue;
				int near = own | own >>> 1 | own >>> 2;
				near |= near >>> 3 | near >>> 6;
				int left = near & ~(own >>> SELF_BIT) & rows;
				if (left == 0) continue;
				do {
					final int shift = Integer.numberOfTrailingZeros(left);
					left &= left - 1;
					final int context = contexts[own >>> shift & NEIGHBOURS];
					final int state = states[context];
					int bit = state & 1;
					if ((room -= state >>> 7) < 0) {
						final int renewed = mq.renew(room, context);
						room = renewed >>> 1;
						bit = renewed & 1;
					}
					if (bit != 0) {
						final int signed = decodeSign(at, shift, own, room);
						room = signed >>> 1;
						own |= becomeSignificant(at, shift, y * width + x, value, signed & 1);
						left |= 8 << shift & ~(own >>> SELF_BIT) & rows;
					}
					own |= VISITED << shift;
				}
				while (left != 0);
				f[at] = own;
			}
		}
		slack = room;
	}

	/** T.800 D.3.3. */
	private void refinement(final int half) {
		final int[] f = flags;
		final int[] states = mq.states;
		int room = slack;
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			for (int x = 0; x < width; x++, at++) {
				final int own = f[at];
				int left = own >>> SELF_BIT & ~(own >>> VISITED_BIT) & ALL_ROWS;
				if (left == 0) continue;
				f[at] = own | left << REFINED_BIT;
				do {
					final int shift = Integer.numberOfTrailingZeros(left);
					left &= left - 1;
					final int near = own >>> shift;
					final int context = (near & REFINED) != 0 ? ContextTables.LATER_REFINEMENT : (near & NEIGHBOURS) != 0
						? ContextTables.FIRST_REFINEMENT + 1 : ContextTables.FIRST_REFINEMENT;
					final int state = states[context];
					int bit = state & 1;
					if ((room -= state >>> 7) < 0) {
						final int renewed = mq.renew(room, context);
						room = renewed >>> 1;
						bit = renewed & 1;
					}
					refine(y * width + x + ROW[shift] * width, bit, half);
				}
				while (left != 0);
			}
		}
		slack = room;
	}

	/** T.800 D.3.4. */
	private void cleanup(final int value) {
		final int[] f = flags;
		final int[] states = mq.states;
		final byte[] contexts = zeroCoding;
		for (int y = 0, at = stride + 1; y < height; y += 4, at += 2) {
			final int rows = rowBits(height - y);
			for (int x = 0; x < width; x++, at++) {
				int own = f[at];
				int left = ~(own >>> SELF_BIT | own >>> VISITED_BIT) & rows;
				int certain = 0;
				if (own == 0 && rows == ALL_ROWS) {
					if (decode(ContextTables.RUN_LENGTH) == 0) continue;
					final int first = decode(ContextTables.UNIFORM) << 1 | decode(ContextTables.UNIFORM);
					certain = 1 << 3 * first;
					left &= -certain;
				}
				for (; left != 0; left &= left - 1) {
					final int shift = Integer.numberOfTrailingZeros(left);
					if (certain == 0) {
						final int context = contexts[own >>> shift & NEIGHBOURS];
						final int state = states[context];
						int bit = state & 1;
						if ((slack -= state >>> 7) < 0) {
							final int renewed = mq.renew(slack, context);
							slack = renewed >>> 1;
							bit = renewed & 1;
						}
						if (bit == 0) continue;
					}
					certain = 0;
					final int signed = decodeSign(at, shift, own, slack);
					slack = signed >>> 1;
					own |= becomeSignificant(at, shift, y * width + x, value, signed & 1);
				}
				f[at] = own & ~(ALL_ROWS << VISITED_BIT);
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

	/**
	 * T.800 D.3.2.
	 *
	 * @param shift three times the row within the column
	 * @param own the column's flags
	 * @param room slack of the MQ decoder
	 * @return twice the new slack, plus 1 where negative
	 */
	private int decodeSign(final int at, final int shift, final int own, final int room) {
		final int sign = SIGN_BIT + shift;
		final int above = own >>> (shift == 0 ? SIGN_ABOVE_BIT : sign - 3) & 1;
		final int below = own >>> sign + 3 & 1;
		final int index = own >>> shift & 0xAA | above | (flags[at - 1] >>> sign & 1) << 2 | (flags[at + 1] >>> sign &
			1) << 4 | below << 6;
		final int coding = ContextTables.SIGN_CODING[index];
		final int context = coding & 0x7F;
		final int state = mq.states[context];
		final int slackLeft = room - (state >>> 7);
		final int decoded = slackLeft >= 0 ? slackLeft << 1 | state & 1 : mq.renew(slackLeft, context);
		return decoded ^ coding >> 7;
	}

	/**
	 * Sets a sample and notes its significance and sign for all of its neighbours in other columns and stripes.
	 *
	 * @param top index of the column's first sample
	 * @return flags to add to the column's own
	 */
	private int becomeSignificant(final int at, final int shift, final int top, final int value, final int sign) {
		samples[top + ROW[shift] * width] = (value ^ -sign) + sign;
		final int[] f = flags;
		f[at - 1] |= RIGHT << shift;
		f[at + 1] |= LEFT << shift;
		if (shift == 0 && !causal) {
			final int above = at - stride;
			f[above - 1] |= RIGHT << 12;
			f[above] |= SELF << 12 | sign << SIGN_BELOW_BIT;
			f[above + 1] |= LEFT << 12;
		}
		if (shift == LAST_ROW) {
			final int below = at + stride;
			f[below - 1] |= RIGHT >> 3;
			f[below] |= SELF >> 3 | sign << SIGN_ABOVE_BIT;
			f[below + 1] |= LEFT >> 3;
		}
		return (SELF | sign << SIGN_BIT) << shift;
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
					if (raw.bit() != 0) flags[at] |= becomeSignificant(at, 3 * k, y * width + x, value, raw.bit());
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
