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
package io.github.hounsfield.codec.jpegls;

import io.github.hounsfield.codec.CodecException;
import java.util.Arrays;

/** Decodes one scan: its lines in their interleave, and its restart intervals. */
final class ScanDecoder {

	private static final int RST0 = 0xD0;

	private final BitReader reader;
	private final Scan scan;
	private final int width;
	private final int height;
	private final int stride;
	private final LineDecoder decoder;
	private final int[] runIndex;
	private int[][] above;
	private int[][] line;

	/**
	 * @param reader of the codestream
	 * @param scan the scan to decode
	 * @param width columns of the frame
	 * @param height rows of the frame
	 * @param stride components of the frame
	 */
	ScanDecoder(final BitReader reader, final Scan scan, final int width, final int height, final int stride) {
		this.reader = reader;
		this.scan = scan;
		this.width = width;
		this.height = height;
		this.stride = stride;
		final int components = scan.components().length;
		decoder = new LineDecoder(reader, scan.parameters(), width);
		runIndex = new int[components];
		above = new int[components][width + 2];
		line = new int[components][width + 2];
	}

	/**
	 * Decodes the scan into its components' samples of a frame whose samples stand pixel by pixel.
	 *
	 * @return the index in the data behind the scan
	 */
	int decode(final short[] out, final int outOffset) throws CodecException {
		reader.start(scan.start());
		decoder.reset();
		long intervalEnd = scan.restartInterval() == 0 ? Long.MAX_VALUE : scan.restartInterval();
		int restarts = 0;
		for (int y = 0; y < height; y++) {
			if (y == intervalEnd) {
				restart(restarts++ & 7);
				intervalEnd += scan.restartInterval();
			}
			decodeLines();
			if (reader.isOverrun()) throw reader.broken("");
			for (int c = 0; c < line.length; c++)
				store(line[c], out, outOffset + y * width * stride + scan.components()[c]);
			final int[][] swap = above;
			above = line;
			line = swap;
		}
		return reader.finish();
	}

	private void decodeLines() throws CodecException {
		for (int c = 0; c < line.length; c++) {
			above[c][width + 1] = above[c][width];
			line[c][0] = above[c][1];
			if (scan.interleave() != Scan.BY_SAMPLE) runIndex[c] = decoder.decodeLine(above[c], line[c], runIndex[c]);
		}
		if (scan.interleave() == Scan.BY_SAMPLE) runIndex[0] = decoder.decodePixels(above, line, runIndex[0]);
	}

	private void store(final int[] samples, final short[] out, final int first) {
		for (int x = 1, i = first; x <= width; x++, i += stride) out[i] = (short) samples[x];
	}

	/** Reads a restart marker and begins anew behind it, as at the beginning of a scan. */
	private void restart(final int number) throws CodecException {
		final int marker = reader.finish();
		reader.start(reader.skipMarker(marker, RST0 + number));
		decoder.reset();
		Arrays.fill(runIndex, 0);
		for (final int[] samples : above) Arrays.fill(samples, 0);
	}
}
