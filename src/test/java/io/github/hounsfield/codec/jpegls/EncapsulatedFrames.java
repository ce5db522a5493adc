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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For the tests of codecs: the codestreams of a DICOM file, found without a DICOM reader, and the values that other
 * programs decoded from it.
 *
 * @param name path of the file below the folder of test data
 * @param entry what {@code expected.json} says of it
 * @param frames one codestream per frame
 */
public record EncapsulatedFrames(String name, String entry, List<byte[]> frames) {

	/** Where real data are, or null: see the system property of the build. */
	public static Path folder() {
		final String path = System.getProperty("hounsfield.data");
		return path == null || !Files.isRegularFile(Path.of(path, "expected.json")) ? null : Path.of(path);
	}

	/** All files of some transfer syntaxes that expected.json has decoded values of. */
	public static List<EncapsulatedFrames> all(final String... transferSyntaxes) throws IOException {
		final List<EncapsulatedFrames> files = new ArrayList<>();
		final String json = Files.readString(folder().resolve("expected.json"));
		final String section = json.substring(json.indexOf("\"files\":"), json.indexOf("\"series\":{"));
		final Matcher lines = Pattern.compile("(?m)^\\s*\"([^\"]+)\":(\\{\"(?:rows|no_part10_header)\".*)$").matcher(section);
		while (lines.find()) for (final String syntax : transferSyntaxes)
			if (lines.group(2).contains("\"transfer_syntax\":\"" + syntax + "\"") && lines.group(2).contains(
				"\"decoded\":true")) files.add(read(lines.group(1), lines.group(2)));
		return files;
	}

	private static EncapsulatedFrames read(final String name, final String entry) throws IOException {
		final byte[] bytes = Files.readAllBytes(folder().resolve(name));
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final Matcher start = Pattern.compile("\u00E0\u007F\u0010\u0000(?:O[BW]\0\0)?\u00FF{4}(?=\u00FE\u00FF\0\u00E0)",
			Pattern.DOTALL).matcher(text);
		int position = -1;
		while (start.find()) position = start.end();
		if (position < 0) throw new IOException(name + " has no encapsulated pixel data");
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(position);
		final List<byte[]> fragments = new ArrayList<>();
		while (buffer.getInt() == 0xE000FFFE) {
			final byte[] fragment = new byte[buffer.getInt()];
			buffer.get(fragment);
			fragments.add(fragment);
		}
		fragments.remove(0);
		return new EncapsulatedFrames(name, entry, framesOf(fragments, number(entry, "frames")));
	}

	private static List<byte[]> framesOf(final List<byte[]> fragments, final int count) {
		if (fragments.size() == count) return fragments;
		if (count != 1) throw new IllegalStateException(fragments.size() + " fragments of " + count + " frames");
		final ByteArrayOutputStream frame = new ByteArrayOutputStream();
		fragments.forEach(frame::writeBytes);
		return List.of(frame.toByteArray());
	}

	/** A number of the entry. */
	public int number(final String key) {
		return number(entry, key);
	}

	private static int number(final String entry, final String key) {
		return Integer.parseInt(text(entry, key));
	}

	/** A number, word or text of the entry. */
	public String text(final String key) {
		return text(entry, key);
	}

	private static String text(final String entry, final String key) {
		final Matcher value = Pattern.compile("\"" + key + "\":\"?([^\",}]*)").matcher(entry);
		if (!value.find()) throw new IllegalStateException("no " + key + " in " + entry);
		return value.group(1);
	}

	@Override
	public String toString() {
		return name;
	}
}
