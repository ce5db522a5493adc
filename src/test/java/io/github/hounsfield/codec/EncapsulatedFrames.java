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
package io.github.hounsfield.codec;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For the tests of codecs: the codestreams of a DICOM file, found without a DICOM reader, and the values that other
 * programs decoded from it.
 *
 * @param name path of the file below the folder of test data
 * @param facts what {@code expected.json} says of it
 * @param frames one codestream per frame
 */
public record EncapsulatedFrames(String name, Map<String, Object> facts, List<byte[]> frames) {

	/** Pixel Data (7FE0,0010) of undefined length, with a Value Representation or without, then the tag of an item. */
	private static final Pattern PIXEL_DATA = Pattern.compile(
		"\u00E0\u007F\u0010\u0000(?:O[BW]\0\0)?\u00FF{4}(?=\u00FE\u00FF\0\u00E0)", Pattern.DOTALL);
	private static final int ITEM = 0xE000FFFE;

	/** All real files of some transfer syntaxes whose values others decoded; skips the calling test without real data. */
	public static List<EncapsulatedFrames> all(final String... transferSyntaxes) throws IOException {
		final Set<String> wanted = Set.of(transferSyntaxes);
		final List<EncapsulatedFrames> files = new ArrayList<>();
		final Map<String, Object> expected = Json.object(RealData.expected(), "files");
		for (final String name : expected.keySet()) {
			final Map<String, Object> facts = Json.object(expected, name);
			if (Boolean.TRUE.equals(facts.get("decoded")) && wanted.contains(facts.get("transfer_syntax")))
				files.add(of(name, facts));
		}
		return files;
	}

	/** One real file; skips the calling test without real data. */
	public static EncapsulatedFrames of(final String name) throws IOException {
		return of(name, Json.object(Json.object(RealData.expected(), "files"), name));
	}

	private static EncapsulatedFrames of(final String name, final Map<String, Object> facts) throws IOException {
		return new EncapsulatedFrames(name, facts, frames(RealData.folder().resolve(name), number(facts, "frames")));
	}

	/**
	 * Takes the compressed frames out of a file, by no more of PS3.5 A.4 than these tests need.
	 *
	 * @return one array for each frame; the last may be cut where the file is
	 */
	public static List<byte[]> frames(final Path file, final int count) throws IOException {
		final ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		final Matcher start = PIXEL_DATA.matcher(new String(in.array(), StandardCharsets.ISO_8859_1));
		int position = -1;
		while (start.find()) position = start.end();
		if (position < 0) throw new IOException(file + " has no encapsulated pixel data");
		in.position(position);
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

	/** A whole number of the facts. */
	public int number(final String key) {
		return number(facts, key);
	}

	private static int number(final Map<String, Object> facts, final String key) {
		return ((Double) facts.get(key)).intValue();
	}

	/** A text of the facts, null where there is none. */
	public String text(final String key) {
		return (String) facts.get(key);
	}

	/** A statement of the facts. */
	public boolean is(final String key) {
		return (Boolean) facts.get(key);
	}

	/** The hash that the facts have of stored values, little endian. */
	public static String sha256(final short[] samples, final int bytesEach) throws Exception {
		final ByteBuffer buffer = ByteBuffer.allocate(samples.length * bytesEach).order(ByteOrder.LITTLE_ENDIAN);
		for (final short sample : samples)
			if (bytesEach == 1) buffer.put((byte) sample);
			else buffer.putShort(sample);
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(buffer.array()));
	}

	@Override
	public String toString() {
		return name;
	}
}
