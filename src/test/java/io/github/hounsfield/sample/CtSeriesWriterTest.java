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
package io.github.hounsfield.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that {@link CtSeriesWriter} writes whole files of PS3.10 in explicit little endian, with the phantom's pixels
 * and places. The elements are taken apart here by hand, by neither reader of the suite.
 */
class CtSeriesWriterTest {

	private static final CtSeriesWriter WRITER = new CtSeriesWriter(32, 5, 12, 25, 4, 7);

	/** The outermost elements by tag, their values; those of sequences are skipped whole. */
	private static Map<Integer, byte[]> elements(final byte[] file) {
		assertArrayEquals(new byte[128], Arrays.copyOf(file, 128));
		assertEquals("DICM", new String(file, 128, 4, StandardCharsets.US_ASCII));
		final ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(132);
		final Map<Integer, byte[]> elements = new TreeMap<>();
		int before = 0;
		while (in.hasRemaining()) {
			final int tag = (in.getShort() & 0xffff) << 16 | in.getShort() & 0xffff;
			assertTrue(tag > before, "tags rise");
			before = tag;
			final String vr = "" + (char) in.get() + (char) in.get();
			final int length;
			if (List.of("OB", "OW", "SQ", "UN", "UT").contains(vr)) {
				in.getShort();
				length = in.getInt();
			}
			else length = in.getShort() & 0xffff;
			assertEquals(0, length % 2, "values have an even length");
			final byte[] value = new byte[length];
			in.get(value);
			elements.put(tag, value);
		}
		return elements;
	}

	private static String text(final Map<Integer, byte[]> elements, final int tag) {
		return new String(elements.get(tag), StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
	}

	private static int number(final Map<Integer, byte[]> elements, final int tag) {
		return ByteBuffer.wrap(elements.get(tag)).order(ByteOrder.LITTLE_ENDIAN).getShort();
	}

	@Test
	void theHeaderSaysWhereThePixelsLieAndWhatTheyMean() {
		for (int slice = 0; slice < WRITER.slices(); slice++) {
			final Map<Integer, byte[]> file = elements(WRITER.file(slice));
			assertEquals("1.2.840.10008.1.2.1", text(file, 0x00020010));
			assertEquals("1.2.840.10008.5.1.4.1.1.2", text(file, 0x00080016), "CT Image Storage");
			assertEquals(text(file, 0x00020003), text(file, 0x00080018));
			assertEquals(WRITER.seriesInstanceUid(), text(file, 0x0020000E));
			assertEquals("CT", text(file, 0x00080060));
			assertEquals(32, number(file, 0x00280010));
			assertEquals(32, number(file, 0x00280011));
			assertEquals(1, number(file, 0x00280103), "signed");
			assertEquals(-2000, number(file, 0x00280120), "padding");
			assertEquals(1, Double.parseDouble(text(file, 0x00281053)));
			assertEquals(-1024, Double.parseDouble(text(file, 0x00281052)));
			assertEquals(List.of(12.0, 12.0), decimals(text(file, 0x00280030)));
			// 32 pixels of 12 mm: the middle of the first lies at -15.5 x 12; 5 slices of 25 mm around 0
			assertEquals(List.of(-186.0, -186.0, (slice - 2) * 25.0), decimals(text(file, 0x00200032)));
			assertEquals(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0), decimals(text(file, 0x00200037)));
		}
	}

	private static List<Double> decimals(final String values) {
		return Arrays.stream(values.split("\\\\")).map(Double::valueOf).toList();
	}

	@Test
	void pixelsAreThePhantomWithNoiseAndPaddingOutsideTheFieldOfView() {
		final float[] hu = new ThoraxPhantom().slice(0, 32, 12);
		final byte[] bytes = elements(WRITER.file(2)).get(0x7FE00010);
		final short[] stored = new short[32 * 32];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(stored);
		assertArrayEquals(WRITER.storedValues(2), stored);
		for (int i = 0; i < stored.length; i++) {
			final boolean inside = Math.hypot(i / 32 - 15.5, i % 32 - 15.5) <= 16;
			if (!inside) assertEquals(-2000, stored[i]);
			// six standard deviations of 4 HU, and half for rounding; a CT's 12 bits end at -1024
			else assertEquals(Math.max(-1024, hu[i]), stored[i] - 1024, 24.5);
		}
	}

	@Test
	void filesAreTheSameForASeedAndTheirNamesDoNotTellTheOrder(@TempDir final Path folder) throws IOException {
		final List<Path> files = WRITER.write(folder);
		assertEquals(5, new HashSet<>(files).size());
		for (int slice = 0; slice < files.size(); slice++)
			assertArrayEquals(new CtSeriesWriter(32, 5, 12, 25, 4, 7).file(slice), Files.readAllBytes(files.get(slice)));
		assertNotEquals(files.stream().sorted().toList(), files);
		final CtSeriesWriter other = new CtSeriesWriter(32, 5, 12, 25, 4, 8);
		assertNotEquals(WRITER.seriesInstanceUid(), other.seriesInstanceUid());
		assertNotEquals(Arrays.toString(WRITER.storedValues(2)), Arrays.toString(other.storedValues(2)));
	}
}
