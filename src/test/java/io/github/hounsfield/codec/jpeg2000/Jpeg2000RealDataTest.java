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

import io.github.hounsfield.RealData;
import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.EncapsulatedFrames;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.dicom.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every JPEG 2000 and HTJ2K file of the real data against the values that other tools gave. */
class Jpeg2000RealDataTest {

	private static final String[] SYNTAXES = { "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91",
		"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" };
	private static final int MIN_FILES = 14;

	private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

	@Test
	void decodesEveryFileToTheValuesOfOtherTools() throws Exception {
		int files = 0;
		for (final EncapsulatedFrames file : EncapsulatedFrames.all(SYNTAXES)) {
			if (file.text("sha256_stored") == null) continue;
			check(file);
			files++;
		}
		assertTrue(files >= MIN_FILES, files + " files");
	}

	private void check(final EncapsulatedFrames file) throws Exception {
		final int width = file.number("cols");
		final int height = file.number("rows");
		final int components = file.number("samples");
		final int size = width * height * components;
		final short[] samples = new short[size * file.frames().size()];
		for (int f = 0; f < file.frames().size(); f++) {
			final byte[] frame = file.frames().get(f);
			final FrameFormat format = decoder.decode(frame, 0, frame.length, width, height, components, samples, f * size);
			assertEquals(file.is("signed"), format.signed(), file::name);
		}
		final boolean equal = EncapsulatedFrames.sha256(samples, file.text("stored_type").charAt(1) - '0').equals(file.text(
			"sha256_stored"));
		final int difference = compareSamples(file, samples, width, height, components);
		System.out.printf("%-75s %s %s%n", file, file.text("transfer_syntax"), equal ? "equal" : "within " + difference);
		if (file.is("exact")) assertTrue(equal, file::name);
	}

	/** The samples that are listed one by one, and minimum, maximum and mean. */
	private static int compareSamples(final EncapsulatedFrames file, final short[] samples, final int width,
		final int height, final int components)
	{
		final boolean signed = file.is("signed");
		final int tolerance = file.number("tolerance");
		int largest = 0;
		for (final Object entry : Json.list(file.facts(), "samples_at")) {
			final List<?> numbers = (List<?>) entry;
			final int first = ((integer(numbers.get(2)) * height + integer(numbers.get(1))) * width + integer(numbers.get(0))) *
				components;
			for (int c = 0; c < components; c++) {
				final short sample = samples[first + c];
				final int difference = Math.abs(integer(numbers.get(3 + c)) - (signed ? sample : sample & 0xFFFF));
				largest = Math.max(largest, difference);
				assertTrue(difference <= tolerance, file + " at " + entry);
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
		final Map<String, Object> stored = Json.object(file.facts(), "stored");
		assertEquals(integer(stored.get("min")), min, tolerance, file::name);
		assertEquals(integer(stored.get("max")), max, tolerance, file::name);
		assertEquals((Double) stored.get("mean"), sum / samples.length, tolerance == 0 ? 1e-6 : 0.01, file::name);
		return largest;
	}

	private static int integer(final Object number) {
		return ((Double) number).intValue();
	}

	/** This file ends behind its last frame, before the end of the sequence: no frame lacks anything. */
	@Test
	void decodesAllFramesOfAFileThatEndsTooSoon() throws IOException {
		final List<byte[]> whole = frames("multiframe/emri_small_jpeg_2k_lossless.dcm", 10);
		final List<byte[]> cut = frames("malformed/emri_small_jpeg_2k_lossless_too_short.dcm", 10);
		for (int f = 0; f < 10; f++)
			assertArrayEquals(decode(whole.get(f)), decode(cut.get(f)), "frame " + f);
	}

	private static List<byte[]> frames(final String name, final int count) throws IOException {
		return EncapsulatedFrames.frames(RealData.folder().resolve(name), count);
	}

	private short[] decode(final byte[] frame) throws CodecException {
		final short[] out = new short[64 * 64];
		decoder.decode(frame, 0, frame.length, 64, 64, 1, out, 0);
		return out;
	}

	/** A delimiter's bytes were written over the image's width: there is nothing to be decoded safely. */
	@Test
	void refusesABrokenHeader() throws IOException {
		final byte[] frame = frames("malformed/JPEG2000-embedded-sequence-delimiter.dcm", 1).get(0);
		final CodecException e = assertThrows(CodecException.class, () -> decoder.readFormat(frame, 0, frame.length));
		assertTrue(e.getMessage().contains("3722445056"), e.getMessage());
	}
}
