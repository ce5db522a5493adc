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
import java.util.Arrays;

/**
 * Moves the packet headers of a codestream with SOP and EPH markers into PPM or PPT marker segments. Neither marker can
 * occur within a packet, so that packets are found by looking for them.
 */
final class HeaderPacker {

	private final byte[] in;

	HeaderPacker(final byte[] codestream) {
		in = codestream;
	}

	byte[] pack(final boolean inMainHeader) {
		final int firstTile = find(0xFF90, 0);
		final ByteArrayOutputStream main = new ByteArrayOutputStream();
		final ByteArrayOutputStream tiles = new ByteArrayOutputStream();
		main.write(in, 0, firstTile);
		int index = 0;
		for (int start = firstTile; marker(start) == 0xFF90;) {
			final int length = (in[start + 6] & 0xFF) << 24 | (in[start + 7] & 0xFF) << 16 | u16(start + 8);
			final int sod = find(0xFF93, start);
			final ByteArrayOutputStream headers = new ByteArrayOutputStream();
			final ByteArrayOutputStream bodies = new ByteArrayOutputStream();
			for (int at = sod + 2; at < start + length;) {
				final int end = find(0xFF92, at) + 2;
				int next = end;
				while (next < start + length && marker(next) != 0xFF91)
					next++;
				bodies.write(in, at, 6);
				headers.write(in, at + 6, end - at - 6);
				bodies.write(in, end, next - end);
				at = next;
			}
			final ByteArrayOutputStream head = new ByteArrayOutputStream();
			head.write(in, start + 12, sod - start - 12);
			if (inMainHeader) {
				final byte[] lengthAndHeaders = new byte[4 + headers.size()];
				lengthAndHeaders[2] = (byte) (headers.size() >> 8);
				lengthAndHeaders[3] = (byte) headers.size();
				System.arraycopy(headers.toByteArray(), 0, lengthAndHeaders, 4, headers.size());
				segment(main, 0xFF60, index++, lengthAndHeaders);
			}
			else {
				final byte[] all = headers.toByteArray();
				final int half = all.length / 2;
				segment(head, 0xFF61, 1, Arrays.copyOfRange(all, half, all.length));
				segment(head, 0xFF61, 0, Arrays.copyOf(all, half));
			}
			final int newLength = 12 + head.size() + 2 + bodies.size();
			tiles.write(in, start, 6);
			tiles.writeBytes(new byte[] { 0, 0, (byte) (newLength >> 8), (byte) newLength, in[start + 10], in[start + 11] });
			tiles.writeBytes(head.toByteArray());
			tiles.writeBytes(new byte[] { (byte) 0xFF, (byte) 0x93 });
			tiles.writeBytes(bodies.toByteArray());
			start += length;
		}
		main.writeBytes(tiles.toByteArray());
		main.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xD9 });
		return main.toByteArray();
	}

	private static void segment(final ByteArrayOutputStream out, final int marker, final int index,
		final byte[] content)
	{
		final int length = content.length + 3;
		out.writeBytes(new byte[] { (byte) (marker >> 8), (byte) marker, (byte) (length >> 8), (byte) length,
			(byte) index });
		out.writeBytes(content);
	}

	private int find(final int marker, final int from) {
		int at = from;
		while (marker(at) != marker)
			at++;
		return at;
	}

	private int marker(final int at) {
		return u16(at);
	}

	private int u16(final int at) {
		return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
	}
}
