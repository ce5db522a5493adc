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

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.dicom.Cleanup;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the compressed frames in encapsulated Pixel Data (PS3.5 section A.4). Reads the items' headers only.
 * <p>
 * Four things tell which fragments make a frame, in this order. There is one frame only. A basic or extended table of
 * offsets fits the items. There are as many fragments as frames. Some fragments begin a codestream. A table that does
 * not fit is reported and not used. Safe for several threads.
 */
final class Fragments {

	private static final int ITEM = 0xFFFEE000;
	private static final int DELIMITER = 0xFFFEE0DD;
	private static final int HEADER = 8;
	private static final int JP2_SIGNATURE = 0x6A502020;
	/** The first segment of RLE begins behind the header, at byte 64 (PS3.5 section G.5), little endian. */
	private static final int RLE_FIRST_SEGMENT = 64 << 24;

	private final DataSet dataSet;
	private final PositionalInput in;
	private final int frames;
	private final List<String> warnings;
	/** Offsets of the fragments' bytes within the value. */
	private long[] starts = new long[4];
	private long[] lengths = new long[4];
	private int count;
	/** The first fragment of each frame that is there. One more entry marks the end. */
	private int[] firstOfFrame;
	/** Index after the last fragment of each frame. */
	private int[] endOfFrame;
	private long tableEnd;

	/**
	 * @param in closed where this fails
	 * @param frames Number of Frames
	 * @param warnings takes what is not as the standard has it
	 */
	static Fragments open(final DataSet dataSet, final PositionalInput in, final int frames,
		final List<String> warnings) throws IOException
	{
		try {
			return new Fragments(dataSet, in, frames, warnings);
		}
		catch (final IOException | RuntimeException e) {
			Cleanup.after(e, in::close);
			throw e;
		}
	}

	private Fragments(final DataSet dataSet, final PositionalInput in, final int frames, final List<String> warnings)
		throws IOException
	{
		this.dataSet = dataSet;
		this.in = in;
		this.frames = frames;
		this.warnings = warnings;
		final long[] table = walk();
		firstOfFrame = assign(table);
		endOfFrame = ends();
	}

	/**
	 * A frame is one codestream. If a fragment begins another one, that and the following fragments belong to no frame.
	 */
	private int[] ends() throws IOException {
		final int[] ends = new int[present()];
		for (int frame = 0; frame < ends.length; frame++) {
			final int next = firstOfFrame[frame + 1];
			int end = firstOfFrame[frame] + 1;
			while (end < next && !beginsCodestream(end))
				end++;
			ends[frame] = end;
			if (end < next) warnings.add("found another codestream behind that of frame " + (frame + 1) + " of " + frames +
				"; it is left out");
		}
		return ends;
	}

	/** Frames whose first fragment is there. */
	int present() {
		return firstOfFrame.length - 1;
	}

	/** Frames that are whole. Only the last fragment can be cut. */
	int complete() {
		final boolean cut = count > 0 && starts[count - 1] + lengths[count - 1] > in.available();
		return cut && present() > 0 && endOfFrame[present() - 1] == count ? present() - 1 : present();
	}

	/** The bytes of a frame, its fragments joined. */
	byte[] read(final int frame) throws IOException {
		if (frame >= present()) throw problem("frame " + (frame + 1) + " of " + frames + " is missing: there are " +
			present() + " compressed frames in " + count + " fragments", frames + " frames");
		long total = 0;
		for (int i = firstOfFrame[frame]; i < endOfFrame[frame]; i++) {
			if (starts[i] + lengths[i] > in.available()) throw problem("frame " + (frame + 1) + " of " + frames +
				" is cut: its fragment at byte " + (in.value().position() + starts[i]) + " has " + (in.available() - starts[i]) +
				" bytes", "" + lengths[i]);
			total += lengths[i];
		}
		if (total > Integer.MAX_VALUE - HEADER) throw problem("frame " + (frame + 1) + " has " + total + " bytes",
			"at most " + (Integer.MAX_VALUE - HEADER));
		final byte[] bytes = new byte[(int) total];
		int at = 0;
		for (int i = firstOfFrame[frame]; i < endOfFrame[frame]; i++) {
			in.read(starts[i], bytes, at, (int) lengths[i]);
			at += (int) lengths[i];
		}
		return bytes;
	}

	/** @return the Basic Offset Table's entries, none where it is empty */
	private long[] walk() throws IOException {
		final long available = in.available();
		if (available < HEADER) throw problem("found " + available + " bytes", "a Basic Offset Table and fragments");
		ByteBuffer header = header(0);
		if (tag(header) != ITEM) throw problem("found " + Tag.toString(tag(header)), "the item of the Basic Offset Table");
		final long tableLength = header.getInt(4) & 0xFFFFFFFFL;
		if (tableLength > available - HEADER) throw problem("the Basic Offset Table claims " + tableLength +
			" bytes", "at most the " + (available - HEADER) + " that are left");
		tableEnd = HEADER + tableLength;
		for (long at = tableEnd;;) {
			if (available - at < HEADER) {
				warnings.add("Pixel Data are not ended by a Sequence Delimitation Item");
				break;
			}
			header = header(at);
			if (tag(header) != ITEM && tag(header) != DELIMITER && count > 0 && (at & 1) != 0 && available - at > HEADER) {
				header = header(++at);
			}
			if (tag(header) == DELIMITER) break;
			if (tag(header) != ITEM) throw problem("found " + Tag.toString(tag(header)) + " at byte " + (in.value()
				.position() + at), "a fragment or the end of the fragments");
			final long length = header.getInt(4) & 0xFFFFFFFFL;
			add(at + HEADER, length);
			at += HEADER + length;
			if (at > available) break;
		}
		return basicTable((int) tableLength);
	}

	private void add(final long start, final long length) {
		if (count == starts.length) {
			starts = Arrays.copyOf(starts, 2 * count);
			lengths = Arrays.copyOf(lengths, 2 * count);
		}
		starts[count] = start;
		lengths[count++] = length;
	}

	private long[] basicTable(final int length) throws IOException {
		if (length == 0 || frames == 1) return new long[0];
		if (length != 4L * frames) {
			warnings.add("the Basic Offset Table has " + length + " bytes, not " + 4L * frames + ", and is not used");
			return new long[0];
		}
		final byte[] bytes = new byte[length];
		in.read(HEADER, bytes, 0, length);
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final long[] table = new long[frames];
		for (int i = 0; i < frames; i++)
			table[i] = buffer.getInt(4 * i) & 0xFFFFFFFFL;
		return table;
	}

	/** PS3.3 section C.7.6.3.1.8: 64-bit offsets, counted as those of the basic table. */
	private long[] extendedTable() throws IOException {
		final byte[] bytes = dataSet.bytes(Tag.ExtendedOffsetTable);
		if (bytes.length == 0 || frames == 1) return new long[0];
		if (bytes.length != 8L * frames) {
			warnings.add("the Extended Offset Table has " + bytes.length + " bytes, not " + 8L * frames +
				", and is not used");
			return new long[0];
		}
		final long[] table = new long[frames];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(table);
		return table;
	}

	private int[] assign(final long[] basic) throws IOException {
		if (count == 0) return new int[1];
		if (frames == 1) return new int[] { 0, count };
		for (final long[] table : new long[][] { basic, extendedTable() }) {
			if (table.length == 0) continue;
			final int[] first = fit(table);
			if (first != null) return first;
			warnings.add("the offset table does not fit the " + count + " fragments; it is not used");
		}
		if (count == frames) return oneEach(count);
		final int[] first = codestreams();
		if (first.length - 1 > frames) {
			warnings.add("found " + (first.length - 1) + " codestreams for " + frames + " frames; the rest is left out");
			return Arrays.copyOf(first, frames + 1);
		}
		return first;
	}

	/** @return the first fragment of each frame, or null where an offset is not that of a fragment */
	private int[] fit(final long[] table) {
		final int[] first = new int[frames + 1];
		int fragment = 0;
		for (int i = 0; i < frames; i++) {
			while (fragment < count && starts[fragment] - HEADER - tableEnd < table[i])
				fragment++;
			if (fragment == count || starts[fragment] - HEADER - tableEnd != table[i]) return null;
			if (i == 0 && fragment != 0) return null;
			first[i] = fragment++;
		}
		first[frames] = count;
		return first;
	}

	private static int[] oneEach(final int count) {
		final int[] first = new int[count + 1];
		for (int i = 0; i <= count; i++)
			first[i] = i;
		return first;
	}

	/** Divides by the fragments that begin like codestreams. If none does (RLE), each fragment is a frame. */
	private int[] codestreams() throws IOException {
		final int[] first = new int[count + 1];
		int found = 0;
		for (int i = 0; i < count; i++)
			if (beginsCodestream(i)) first[found++] = i;
		if (found == 0 || first[0] != 0) {
			if (count > frames) throw problem("found " + count + " fragments for " + frames +
				" frames", "a table or codestreams that tell where the frames begin");
			return oneEach(count);
		}
		first[found] = count;
		return Arrays.copyOf(first, found + 1);
	}

	/** JPEG and JPEG-LS: SOI and a marker; JPEG 2000: SOC and SIZ, or JP2's signature box; RLE: its header. */
	private boolean beginsCodestream(final int fragment) throws IOException {
		if (lengths[fragment] < HEADER || starts[fragment] + HEADER > in.available()) return false;
		final ByteBuffer begin = in.read(starts[fragment], HEADER).order(ByteOrder.BIG_ENDIAN);
		final int word = begin.getInt(0);
		final int second = begin.getInt(4);
		return word >>> 8 == 0xFFD8FF || word == 0xFF4FFF51 || word == 0x0000000C && second == JP2_SIGNATURE || Integer
			.reverseBytes(word) >>> 4 == 0 && word != 0 && second == RLE_FIRST_SEGMENT;
	}

	private ByteBuffer header(final long at) throws IOException {
		return in.read(at, HEADER).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static int tag(final ByteBuffer header) {
		return (header.getShort(0) & 0xFFFF) << 16 | header.getShort(2) & 0xFFFF;
	}

	/** A decoder's problem, with the file and the frame. */
	DicomException broken(final int frame, final CodecException cause) {
		return new DicomException(dataSet.place(Tag.PixelData).found("frame " + (frame + 1) + " of " + frames + ": " + cause
			.getMessage()), cause);
	}

	private DicomException problem(final String found, final String expected) {
		return dataSet.problem(Tag.PixelData, found, expected);
	}
}
