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

/** The coding passes that bypass the MQ decoder: their bits stand uncoded, highest first (T.800 D.6). */
final class BypassDecoder {

	private final BlockState state;
	private byte[] data;
	private int position;
	private int end;
	private int current;
	private int left;

	BypassDecoder(final BlockState state) {
		this.state = state;
	}

	void start(final byte[] bytes, final int length) {
		data = bytes;
		position = 0;
		end = length;
		current = 0;
		left = 0;
	}

	/** Whether the segment ended about where its symbols do. */
	boolean isUsedUp() {
		return Math.abs(end - position) <= MqDecoder.TOLERANCE;
	}

	/** After a byte 0xFF a stuffed bit is left out; behind the end stand ones. */
	private int bit() {
		if (left == 0) {
			left = current == 0xFF ? 7 : 8;
			current = position < end ? data[position] & 0xFF : 0xFF;
			position++;
		}
		left--;
		return current >> left & 1;
	}

	void significance(final int value) {
		final int[] flags = state.flags;
		for (int y = 0, at = state.stride + 1; y < state.height; y += 4, at += 2) {
			for (int x = 0; x < state.width; x++, at++) {
				final int rows = BlockState.rowBits(state.height - y);
				for (int rest = rows; rest != 0; rest &= rest - 1) {
					final int shift = Integer.numberOfTrailingZeros(rest);
					if ((BlockState.zerosWithNeighbours(flags[at]) & 1 << shift) == 0) continue;
					if (bit() != 0) flags[at] |= state.becomeSignificant(at, shift, y * state.width + x, value, bit());
					flags[at] |= BlockState.VISITED << shift;
				}
			}
		}
	}

	void refinement(final int half) {
		final int[] flags = state.flags;
		for (int y = 0, at = state.stride + 1; y < state.height; y += 4, at += 2) {
			for (int x = 0; x < state.width; x++, at++) {
				final int own = flags[at];
				final int rows = own >>> BlockState.SELF_BIT & ~(own >>> BlockState.VISITED_BIT) & BlockState.ALL_ROWS;
				for (int rest = rows; rest != 0; rest &= rest - 1) {
					final int index = state.indexOf(Integer.numberOfTrailingZeros(rest), y * state.width + x);
					state.samples[index] = BlockState.refine(state.samples[index], bit(), half);
				}
				flags[at] = own | rows << BlockState.REFINED_BIT;
			}
		}
	}
}
