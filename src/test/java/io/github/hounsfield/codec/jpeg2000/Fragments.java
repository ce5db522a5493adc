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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes the compressed frames out of a DICOM file, by no more of PS3.5 A.4 than these tests need. */
final class Fragments {

	private static final byte[] PIXEL_DATA = { (byte) 0xE0, 0x7F, 0x10, 0, 'O', 'B', 0, 0, -1, -1, -1, -1 };
	private static final int SECOND_VR_LETTER = 5;
	private static final int ITEM = 0xE000FFFE;

	private Fragments() {}

	/** One array for each frame; the last may be cut where the file is. */
	static List<byte[]> frames(final Path file, final int count) throws IOException {
		final ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		in.position(lastIndexOf(in.array(), PIXEL_DATA) + PIXEL_DATA.length);
		final List<Integer> starts = new ArrayList<>();
		final List<byte[]> items = new ArrayList<>();
		final int tableEnd = in.position() + 8 + in.getInt(in.position() + 4);
		while (in.remaining() >= 8 && in.getInt() == ITEM) {
			final int length = in.getInt();
			starts.add(in.position() - 8 - tableEnd);
			final byte[] item = new byte[Math.min(length, in.remaining())];
			in.get(item);
			items.add(item);
		}
		final ByteBuffer table = ByteBuffer.wrap(items.remove(0)).order(ByteOrder.LITTLE_ENDIAN);
		starts.remove(0);
		final List<byte[]> frames = new ArrayList<>();
		for (int f = 0; f < count; f++) {
			final ByteArrayOutputStream frame = new ByteArrayOutputStream();
			for (int i = 0; i < items.size(); i++)
				if (count == 1 || (table.limit() > 0 ? frameAt(table, starts.get(i)) : i) == f) frame.writeBytes(items.get(i));
			frames.add(frame.toByteArray());
		}
		return frames;
	}

	private static int frameAt(final ByteBuffer table, final int start) {
		int frame = -1;
		while (4 * frame + 8 <= table.limit() && table.getInt(4 * frame + 4) <= start)
			frame++;
		return frame;
	}

	private static int lastIndexOf(final byte[] bytes, final byte[] pattern) {
		for (int i = bytes.length - pattern.length; i >= 0; i--) {
			int k = 0;
			while (k < pattern.length && (bytes[i + k] == pattern[k] || k == SECOND_VR_LETTER))
				k++;
			if (k == pattern.length) return i;
		}
		throw new IllegalArgumentException("no encapsulated pixel data");
	}
}
