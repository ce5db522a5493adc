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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every JPEG 2000 and HTJ2K file of the real data against the values that other tools gave. */
class Jpeg2000RealDataTest {

	private static final Path DATA = Path.of(System.getProperty("hounsfield.data", "no-data"));
	private static final Pattern SYNTAX = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(90|91|201|202|203)");
	private static final int MIN_FILES = 14;

	private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

	@BeforeAll
	static void needsTheRealData() {
		Assumptions.assumeTrue(Files.isDirectory(DATA), "no real data at " + DATA);
	}

	@Test
	void decodesEveryFileToTheValuesOfOtherTools() throws IOException, NoSuchAlgorithmException {
		int files = 0;
		for (final String line : Files.readAllLines(DATA.resolve("expected.json"))) {
			final String syntax = text(line, "transfer_syntax");
			if (syntax == null || !SYNTAX.matcher(syntax).matches() || text(line, "sha256_stored") == null) continue;
			final Matcher name = Pattern.compile("^\\s*\"([^\"]+)\":\\{").matcher(line);
			assertTrue(name.find());
			check(name.group(1), syntax, line);
			files++;
		}
		assertTrue(files >= MIN_FILES, files + " files");
	}

	private void check(final String name, final String syntax, final String expected) throws IOException,
		NoSuchAlgorithmException
	{
		final int width = number(expected, "cols");
		final int height = number(expected, "rows");
		final int components = number(expected, "samples");
		final List<byte[]> frames = Fragments.frames(DATA.resolve(name), number(expected, "frames"));
		final int size = width * height * components;
		final short[] samples = new short[size * frames.size()];
		for (int f = 0; f < frames.size(); f++) {
			final byte[] frame = frames.get(f);
			final FrameFormat format = decoder.decode(frame, 0, frame.length, width, height, components, samples, f * size);
			assertEquals(expected.contains("\"signed\":true"), format.signed(), name);
		}
		final boolean exact = expected.contains("\"exact\":true");
		final boolean equal = hash(samples, text(expected, "stored_type")).equals(text(expected, "sha256_stored"));
		final int difference = compareSamples(name, expected, samples, width, height, components);
		System.out.printf("%-75s %s %s%n", name, syntax, equal ? "equal" : "within " + difference);
		if (exact) assertTrue(equal, name);
	}

	private static String hash(final short[] samples, final String type) throws NoSuchAlgorithmException {
		final int bytes = type.charAt(1) - '0';
		final ByteBuffer buffer = ByteBuffer.allocate(samples.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
		for (final short sample : samples)
			if (bytes == 1) buffer.put((byte) sample);
			else buffer.putShort(sample);
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(buffer.array()));
	}

	/** The samples that are listed one by one, and minimum, maximum and mean. */
	private static int compareSamples(final String name, final String expected, final short[] samples, final int width,
		final int height, final int components)
	{
		final boolean signed = expected.contains("\"signed\":true");
		final int tolerance = number(expected, "tolerance");
		int largest = 0;
		final Matcher list = Pattern.compile("\"samples_at\":\\[(.*?)\\]\\]").matcher(expected);
		assertTrue(list.find(), name);
		for (final String entry : list.group(1).replaceAll("\\[", "").split("\\],")) {
			final String[] numbers = entry.split(",");
			final int[] at = { Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]) };
			for (int c = 0; c < components; c++) {
				final short sample = samples[((at[2] * height + at[1]) * width + at[0]) * components + c];
				final int difference = Math.abs(Integer.parseInt(numbers[3 + c]) - (signed ? sample : sample & 0xFFFF));
				largest = Math.max(largest, difference);
				assertTrue(difference <= tolerance, name + " at " + entry);
			}
		}
		int min = Integer.MAX_VALUE;
		int max = Integer.MIN_VALUE;
		double sum = 0;
		for (final short sample : samples) {
			final int value = signed ? sample : sample & 0xFFFF;
			min = Math.min(min, value);
			max = Math.max(max, value);
			sum += value;
		}
		final String stored = expected.substring(expected.indexOf("\"stored\":{"));
		assertEquals(number(stored, "min"), min, tolerance, name);
		assertEquals(number(stored, "max"), max, tolerance, name);
		final Matcher mean = Pattern.compile("\"mean\":([-0-9.e]+)").matcher(stored);
		assertTrue(mean.find());
		assertEquals(Double.parseDouble(mean.group(1)), sum / samples.length, tolerance == 0 ? 1e-6 : 0.01, name);
		return largest;
	}

	/** This file ends behind its last frame, before the end of the sequence: no frame lacks anything. */
	@Test
	void decodesAllFramesOfAFileThatEndsTooSoon() throws IOException {
		final List<byte[]> whole = Fragments.frames(DATA.resolve("multiframe/emri_small_jpeg_2k_lossless.dcm"), 10);
		final List<byte[]> cut = Fragments.frames(DATA.resolve(
			"malformed/emri_small_jpeg_2k_lossless_too_short.dcm"), 10);
		for (int f = 0; f < 10; f++)
			assertArrayEquals(decode(whole.get(f)), decode(cut.get(f)), "frame " + f);
	}

	private short[] decode(final byte[] frame) throws CodecException {
		final short[] out = new short[64 * 64];
		decoder.decode(frame, 0, frame.length, 64, 64, 1, out, 0);
		return out;
	}

	/** A delimiter's bytes were written over the image's width: there is nothing to be decoded safely. */
	@Test
	void refusesABrokenHeader() throws IOException {
		final byte[] frame = Fragments.frames(DATA.resolve("malformed/JPEG2000-embedded-sequence-delimiter.dcm"), 1).get(
			0);
		final CodecException e = assertThrows(CodecException.class, () -> decoder.readFormat(frame, 0, frame.length));
		assertTrue(e.getMessage().contains("3722445056"), e.getMessage());
	}

	private static String text(final String json, final String key) {
		final Matcher m = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json);
		return m.find() ? m.group(1) : null;
	}

	private static int number(final String json, final String key) {
		final Matcher m = Pattern.compile("\"" + key + "\":(-?[0-9]+)").matcher(json);
		assertTrue(m.find(), key);
		return Integer.parseInt(m.group(1));
	}
}
