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
import java.util.ArrayList;
import java.util.List;

/**
 * A scan header (T.81, B.2.3).
 *
 * @param parts its components, one to four
 * @param spectralStart Ss: first coefficient in zigzag order, or the predictor of a lossless scan
 * @param spectralEnd Se: last coefficient in zigzag order
 * @param high Ah: the point transform of the scan before for the same coefficients, 0 in their first
 * @param low Al: the point transform
 */
record ScanHeader(List<Part> parts, int spectralStart, int spectralEnd, int high, int low) {

	private static final int COMPONENTS_MAX = 4;

	/**
	 * A component of the scan and the Huffman tables that it uses.
	 *
	 * @param component as the frame header has it
	 * @param dc number of its DC (or lossless) table
	 * @param ac number of its AC table
	 */
	record Part(Component component, int dc, int ac) {}

	static ScanHeader read(final FrameHeader frame, final ByteCursor in) throws CodecException {
		final int count = in.u8();
		if (count < 1 || count > COMPONENTS_MAX) throw in.error("a scan of " + count
			+ " components; expected 1 to 4");
		final List<Part> parts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final int id = in.u8();
			final int tables = in.u8();
			final Component component = frame.components().stream().filter(c -> c.id() == id).findFirst().orElse(null);
			if (component == null) throw in.error("the scan names component " + id + ", which the frame has not");
			if (parts.stream().anyMatch(p -> p.component() == component)) throw in.error("the scan names component "
				+ id + " twice");
			if (tables >> 4 > 3 || (tables & 15) > 3) throw in.error("Huffman tables " + (tables >> 4) + " and "
				+ (tables & 15) + "; expected 0 to 3");
			parts.add(new Part(component, tables >> 4, tables & 15));
		}
		final int start = in.u8();
		final int end = in.u8();
		final int approximation = in.u8();
		return new ScanHeader(List.copyOf(parts), start, end, approximation >> 4, approximation & 15);
	}

	/** Whether the scan's minimum coded units hold several components, and so are padded to whole units. */
	boolean interleaved() {
		return parts.size() > 1;
	}
}
