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
package io.github.hounsfield.codec.jpeg;

import io.github.hounsfield.codec.CodecException;
import java.util.List;

/**
 * A frame header (T.81, B.2.2).
 *
 * @param startOfFrame the marker it stood behind, SOF0 to SOF3
 * @param precision bits of a sample
 * @param width samples in a row of the component that has the most
 * @param height rows of the component that has the most; 0 until the DNL segment has been read
 * @param horizontalMax the largest horizontal sampling factor
 * @param verticalMax the largest vertical sampling factor
 * @param components in the header's order
 */
record FrameHeader(int startOfFrame, int precision, int width, int height, int horizontalMax, int verticalMax,
	List<Component> components)
{

	private static final int SAMPLING_MAX = 4;
	private static final int TABLES = 4;

	/** Reads the parameters behind the marker {@code startOfFrame}. */
	static FrameHeader read(final int startOfFrame, final ByteCursor in) throws CodecException {
		if (startOfFrame > Marker.SOF3) throw in.error(Marker.processName(startOfFrame) + " ("
			+ Marker.hex(startOfFrame) + ") is not supported by the JPEG decoder");
		final int precision = in.u8();
		final boolean lossless = startOfFrame == Marker.SOF3;
		if (lossless ? precision < 2 || precision > 16 : precision != 8 && precision != 12) throw in.error(
			"sample precision " + precision + " in a " + Marker.processName(startOfFrame) + " frame; expected "
				+ (lossless ? "2 to 16" : "8 or 12"));
		final int height = in.u16();
		final int width = in.u16();
		final int count = in.u8();
		if (width == 0 || count == 0) throw in.error("a frame of " + width + " columns and " + count + " components");
		if (in.remaining() < 3 * count) throw in.error("the frame header is too short for " + count + " components");
		final int[][] parameters = new int[count][4];
		int horizontalMax = 1;
		int verticalMax = 1;
		for (final int[] p : parameters) {
			p[0] = in.u8();
			final int sampling = in.u8();
			p[1] = sampling >> 4;
			p[2] = sampling & 15;
			p[3] = in.u8();
			if (p[1] < 1 || p[1] > SAMPLING_MAX || p[2] < 1 || p[2] > SAMPLING_MAX) throw in.error("sampling factors "
				+ p[1] + "x" + p[2] + "; expected 1 to 4");
			if (p[3] >= TABLES) throw in.error("quantisation table " + p[3] + "; expected 0 to 3");
			horizontalMax = Math.max(horizontalMax, p[1]);
			verticalMax = Math.max(verticalMax, p[2]);
		}
		if (count == 1) {
			// A scan of one component is not interleaved, whatever its factors (T.81, A.2.2).
			parameters[0][1] = parameters[0][2] = horizontalMax = verticalMax = 1;
		}
		return of(startOfFrame, precision, width, height, horizontalMax, verticalMax, parameters, in);
	}

	private static FrameHeader of(final int startOfFrame, final int precision, final int width, final int height,
		final int horizontalMax, final int verticalMax, final int[][] parameters, final ByteCursor in)
		throws CodecException
	{
		final Component[] components = new Component[parameters.length];
		final boolean[] known = new boolean[256];
		for (int i = 0; i < components.length; i++) {
			final int[] p = parameters[i];
			if (known[p[0]]) throw in.error("two components have the identifier " + p[0]);
			known[p[0]] = true;
			if (horizontalMax % p[1] != 0 || verticalMax % p[2] != 0) throw in.error("component " + p[0]
				+ " is sampled by " + p[1] + "x" + p[2] + " of " + horizontalMax + "x" + verticalMax
				+ "; ratios that are not whole are not supported");
			components[i] = new Component(i, p[0], p[1], p[2], p[3], ceilDiv(width * p[1], horizontalMax),
				ceilDiv(height * p[2], verticalMax));
		}
		return new FrameHeader(startOfFrame, precision, width, height, horizontalMax, verticalMax,
			List.of(components));
	}

	/** This header with the number of lines that a DNL segment gives (T.81, B.2.5). */
	FrameHeader withHeight(final int lines) {
		final List<Component> taller = components.stream().map(c -> new Component(c.index(), c.id(), c.horizontal(),
			c.vertical(), c.quantisation(), c.width(), ceilDiv(lines * c.vertical(), verticalMax))).toList();
		return new FrameHeader(startOfFrame, precision, width, lines, horizontalMax, verticalMax, taller);
	}

	boolean lossless() {
		return startOfFrame == Marker.SOF3;
	}

	/** Minimum coded units side by side in an interleaved scan, whose data units are {@code unit} samples wide. */
	int mcusPerRow(final int unit) {
		return ceilDiv(width, horizontalMax * unit);
	}

	/** Rows of minimum coded units in an interleaved scan, whose data units are {@code unit} samples high. */
	int mcuRows(final int unit) {
		return ceilDiv(height, verticalMax * unit);
	}

	static int ceilDiv(final int dividend, final int divisor) {
		return (dividend + divisor - 1) / divisor;
	}
}
