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

/** Decodes a code-block of Part 1: the three coding passes of each bit plane (T.800 annex D). */
final class BlockDecoder {

	private static final int SEGMENTATION_SYMBOL = 0b1010;
	/** Passes before the first that bypasses the MQ coder. */
	private static final int CODED_PASSES = 10;

	private final BlockState state = new BlockState();
	private final BypassDecoder bypass = new BypassDecoder(state);
	private final MqDecoder mq = new MqDecoder(ContextTables.COUNT);
	private byte[] buffer = new byte[0];
	private byte[] zeroCoding;
	private long register;

	/**
	 * @param data the bytes in which the code-block's segments stand
	 * @param out takes the coefficients, row by row: twice the magnitude, with half of the last decoded bit plane added
	 *          unless the magnitude is zero, and the sign
	 */
	void decode(final CodeBlock block, final Subband band, final CodingStyle style, final byte[] data, final int[] out)
		throws CodecException
	{
		final int planes = band.bitPlanes() - block.missingPlanes;
		if (planes > TileComponent.MAX_BIT_PLANES)
			throw new CodecException("a code-block of " + planes + " bit planes is not supported");
		if (block.passes > 3 * planes - 2)
			throw new CodecException(block.passes + " coding passes for " + planes + " bit planes");
		state.start(block.area, style.has(CodingStyle.CAUSAL), out);
		zeroCoding = ContextTables.ZERO_CODING[band.orientation()];
		resetContexts();
		int pass = 0;
		for (int s = 0; s < block.segments; s++) {
			final boolean bypassed = style.has(CodingStyle.BYPASS) && pass >= CODED_PASSES && pass % 3 != 0;
			start(block, s, data, bypassed);
			for (int i = 0; i < block.segmentPasses[s]; i++, pass++) {
				final int plane = planes - 1 - (pass + 2) / 3;
				switch (pass % 3) {
					case 1 -> {
						if (bypassed) bypass.significance(3 << plane);
						else significance(3 << plane);
					}
					case 2 -> {
						if (bypassed) bypass.refinement(1 << plane);
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
			if (!(bypassed ? bypass.isUsedUp() : mq.isUsedUp())) throw new CodecException("a code-block of " + block
				.segmentLength(s) + " bytes is broken: its coding passes end elsewhere");
		}
	}

	private void start(final CodeBlock block, final int segment, final byte[] data, final boolean bypassed) {
		final int length = block.segmentLength(segment);
		if (buffer.length < length) buffer = new byte[2 * length];
		block.copySegment(segment, data, buffer, 0);
		if (bypassed) bypass.start(buffer, length);
		else register = mq.start(buffer, 0, length);
	}

	private void resetContexts() {
		mq.resetStates(0);
		mq.setState(0, ContextTables.ZERO_NEIGHBOURS_ROW);
		mq.setState(ContextTables.RUN_LENGTH, ContextTables.RUN_LENGTH_ROW);
		mq.setState(ContextTables.UNIFORM, ContextTables.UNIFORM_ROW);
	}

	/** T.800 D.3.1. */
	private void significance(final int value) {
		final BlockState block = state;
		final int[] flags = block.flags;
		final int width = block.width;
		final MqDecoder coder = mq;
		final byte[] contexts = zeroCoding;
		long mqRegister = register;
		for (int y = 0, at = block.stride + 1; y < block.height; y += 4, at += 2) {
			final int rows = BlockState.rowBits(block.height - y);
			for (int x = 0; x < width; x++, at++) {
				int own = flags[at];
				int rest = BlockState.zerosWithNeighbours(own) & rows;
				if (rest == 0) continue;
				do {
					final int shift = Integer.numberOfTrailingZeros(rest);
					rest &= rest - 1;
					final int context = contexts[own >>> shift & BlockState.NEIGHBOURS];
					mqRegister = coder.decode(context, mqRegister);
					if (mqRegister < 0) {
						mqRegister = decodeSign(block.signIndex(at, shift, own), mqRegister & MqDecoder.REGISTER);
						own |= block.becomeSignificant(at, shift, y * width + x, value, (int) (mqRegister >>> 63));
						mqRegister &= MqDecoder.REGISTER;
						rest |= 8 << shift & ~(own >>> BlockState.SELF_BIT) & rows;
					}
					own |= BlockState.VISITED << shift;
				}
				while (rest != 0);
				flags[at] = own;
			}
		}
		register = mqRegister;
	}

	/** T.800 D.3.3. */
	private void refinement(final int half) {
		final BlockState block = state;
		final int[] flags = block.flags;
		final int width = block.width;
		final MqDecoder coder = mq;
		final int[] samples = block.samples;
		long mqRegister = register;
		for (int y = 0, at = block.stride + 1; y < block.height; y += 4, at += 2) {
			for (int x = 0; x < width; x++, at++) {
				final int own = flags[at];
				int rest = own >>> BlockState.SELF_BIT & ~(own >>> BlockState.VISITED_BIT) & BlockState.ALL_ROWS;
				if (rest == 0) continue;
				flags[at] = own | rest << BlockState.REFINED_BIT;
				do {
					final int shift = Integer.numberOfTrailingZeros(rest);
					rest &= rest - 1;
					final int near = own >>> shift;
					final int refined = near >>> BlockState.REFINED_BIT - 1 & 2;
					final int neighboured = (near & BlockState.NEIGHBOURS) + 0x1FF >>> 9;
					final int context = ContextTables.FIRST_REFINEMENT + Math.max(refined, neighboured);
					mqRegister = coder.decode(context, mqRegister);
					final int index = block.indexOf(shift, y * width + x);
					samples[index] = BlockState.refine(samples[index], (int) (mqRegister >>> 63), half);
					mqRegister &= MqDecoder.REGISTER;
				}
				while (rest != 0);
			}
		}
		register = mqRegister;
	}

	/** T.800 D.3.4. */
	private void cleanup(final int value) {
		final BlockState block = state;
		final int[] flags = block.flags;
		final int width = block.width;
		final MqDecoder coder = mq;
		final byte[] contexts = zeroCoding;
		long mqRegister = register;
		for (int y = 0, at = block.stride + 1; y < block.height; y += 4, at += 2) {
			final int rows = BlockState.rowBits(block.height - y);
			for (int x = 0; x < width; x++, at++) {
				int own = flags[at];
				int rest = ~(own >>> BlockState.SELF_BIT | own >>> BlockState.VISITED_BIT) & rows;
				boolean certain = false;
				if (own == 0 && rows == BlockState.ALL_ROWS) {
					mqRegister = coder.decodeProbable(ContextTables.RUN_LENGTH, mqRegister);
					if (mqRegister >= 0) continue;
					final long high = coder.decode(ContextTables.UNIFORM, mqRegister & MqDecoder.REGISTER);
					final long low = coder.decode(ContextTables.UNIFORM, high & MqDecoder.REGISTER);
					mqRegister = low & MqDecoder.REGISTER;
					rest &= -1 << 3 * (int) (high >>> 63 << 1 | low >>> 63);
					certain = true;
				}
				for (; rest != 0; rest &= rest - 1) {
					final int shift = Integer.numberOfTrailingZeros(rest);
					if (!certain) {
						mqRegister = coder.decodeProbable(contexts[own >>> shift & BlockState.NEIGHBOURS], mqRegister);
						if (mqRegister >= 0) continue;
						mqRegister &= MqDecoder.REGISTER;
					}
					certain = false;
					mqRegister = decodeSign(block.signIndex(at, shift, own), mqRegister);
					own |= block.becomeSignificant(at, shift, y * width + x, value, (int) (mqRegister >>> 63));
					mqRegister &= MqDecoder.REGISTER;
				}
				flags[at] = own & ~(BlockState.ALL_ROWS << BlockState.VISITED_BIT);
			}
		}
		register = mqRegister;
	}

	/** T.800 D.3.2: the new register, with bit 63 set where the sample is negative. */
	private long decodeSign(final int index, final long mqRegister) {
		final int coding = ContextTables.SIGN_CODING[index];
		return mq.decode(coding & 0x7F, mqRegister) ^ (long) (coding >> 7) << 63;
	}

	/**
	 * Checks the symbol at the end of a bit plane (T.800 D.5).
	 *
	 * @param truncated whether rate control ended the code-block here: OpenJPEG then often cuts into the symbol
	 */
	private void segmentationSymbol(final boolean truncated) throws CodecException {
		int symbol = 0;
		for (int i = 0; i < 4; i++) {
			final long decoded = mq.decode(ContextTables.UNIFORM, register);
			register = decoded & MqDecoder.REGISTER;
			symbol = symbol << 1 | (int) (decoded >>> 63);
		}
		if (symbol != SEGMENTATION_SYMBOL && !truncated)
			throw new CodecException("a code-block is broken: its segmentation symbol is " + symbol + "; expected 10");
	}
}
