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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.CpuTime;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.plane.Plane;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames in fragments, with and without tables that tell where they begin (PS3.5 section A.4). */
class FragmentsTest {

	private static final String JPEG = "1.2.840.10008.1.2.4.50";
	private static final String RLE = "1.2.840.10008.1.2.5";
	private static final int FRAMES = 3;

	@ParameterizedTest(name = "{0} fragments a frame, table {1}")
	@CsvSource({ "1, none", "1, basic", "1, extended", "1, wrong", "1, short", "1, zeros", "3, none", "3, basic",
		"3, extended", "3, wrong", "3, short", "3, zeros" })
	void findsEachFrame(final int parts, final String table) throws IOException {
		final List<byte[]> fragments = new ArrayList<>();
		final long[] offsets = new long[FRAMES];
		long at = 0;
		for (int frame = 0; frame < FRAMES; frame++) {
			offsets[frame] = at;
			for (final byte[] fragment : split(jpeg(50 * frame + 20), parts)) {
				fragments.add(fragment);
				at += 8 + fragment.length;
			}
		}
		final ByteBuffer basic = ByteBuffer.allocate(4 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
		final ByteBuffer extended = ByteBuffer.allocate(8 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
		for (final long offset : offsets) {
			basic.putInt((int) (table.equals("wrong") && offset > 0 ? offset + 2 : table.equals("zeros") ? 0 : offset));
			extended.putLong(offset);
		}
		final DicomBytes bytes = image(FRAMES, 8);
		if (table.equals("extended")) bytes.bytes(0x7FE0, 0x0001, "OV", extended.array());
		final byte[] entries = switch (table) {
			case "none", "extended" -> new byte[0];
			case "short" -> Arrays.copyOf(basic.array(), 8);
			default -> basic.array();
		};
		try (FrameReader reader = open(bytes.fragments(entries, fragments.toArray(byte[][]::new)).file(JPEG))) {
			assertEquals(List.of("wrong", "short", "zeros").contains(table) ? 1 : 0, reader.warnings().size(), reader
				.warnings().toString());
			for (final int frame : new int[] { 2, 0, 1 })
				assertGrey(50 * frame + 20, reader, frame);
		}
	}

	/** One codestream more than there are frames belongs to none, whatever tells where the frames begin. */
	@ParameterizedTest(name = "{0}, table {1}, {2} frames")
	@CsvSource({ "JPEG, false, 2", "JPEG, true, 2", "RLE, false, 2", "RLE, true, 2", "JPEG, false, 1", "RLE, false, 1" })
	void leavesOutACodestreamTooMany(final String coding, final boolean hasTable, final int frames) throws IOException {
		final boolean jpeg = coding.equals("JPEG");
		final byte[][] fragments = new byte[frames + 1][];
		final ByteBuffer table = ByteBuffer.allocate(4 * frames).order(ByteOrder.LITTLE_ENDIAN);
		int at = 0;
		for (int i = 0; i <= frames; i++) {
			fragments[i] = jpeg ? jpeg(50 * i + 20) : Arrays.copyOf(rle(50 * i + 20), 70);
			if (i < frames) table.putInt(at);
			at += 8 + fragments[i].length;
		}
		final byte[] file = image(frames, jpeg ? 8 : 2).fragments(hasTable ? table.array() : new byte[0], fragments).file(
			jpeg ? JPEG : RLE);
		try (FrameReader reader = open(file)) {
			for (int frame = 0; frame < frames; frame++) {
				final Plane plane = reader.newPlane();
				reader.read(frame, plane);
				assertEquals(50 * frame + 20, plane.valueAt(0), 2);
			}
			assertEquals(1, reader.warnings().size(), reader.warnings()::toString);
			assertTrue(reader.warnings().get(0).contains("left out"), reader.warnings()::toString);
		}
	}

	@Test
	void joinsAllFragmentsOfASingleFrame() throws IOException {
		final byte[] file = image(1, 8).fragments(new byte[4], split(jpeg(99), 7).toArray(byte[][]::new)).file(JPEG);
		try (FrameReader reader = open(file)) {
			assertGrey(99, reader, 0);
		}
	}

	@Test
	void readsOddLengthsWithAndWithoutPadding() throws IOException {
		final byte[] odd = rle(7);
		assertEquals(1, odd.length % 2);
		for (final boolean padded : new boolean[] { false, true }) {
			final DicomBytes bytes = image(2, 2).header(0x7FE0, 0x0010, "OB", 0xFFFFFFFFL).mark(0xE000, 0);
			for (int frame = 0; frame < 2; frame++) {
				bytes.mark(0xE000, odd.length).raw(rle(7 + frame));
				if (padded) bytes.raw((byte) 0);
			}
			try (FrameReader reader = open(bytes.mark(0xE0DD, 0).file(RLE))) {
				for (int frame = 0; frame < 2; frame++) {
					final byte[] plane = new byte[4];
					reader.read(frame, plane, 0);
					assertArrayEquals(new byte[] { (byte) (7 + frame), 1, 2, 3 }, plane);
				}
			}
		}
	}

	@Test
	void aCutFileKeepsItsWholeFrames() throws IOException {
		final byte[] whole = image(3, 2).fragments(new byte[0], rle(1), rle(2), rle(3)).file(RLE);
		for (int cut = 1; cut < 8 + 69 + 8; cut++)
			try (FrameReader reader = open(Arrays.copyOf(whole, whole.length - cut))) {
				final int complete = cut <= 8 ? 3 : 2;
				for (int frame = 0; frame < complete; frame++)
					reader.read(frame, new byte[4], 0);
				if (complete == 3) continue;
				final DicomException e = assertThrows(DicomException.class, () -> reader.read(2, new byte[4], 0));
				assertTrue(e.getMessage().contains("frame 3 of 3"), e.getMessage());
			}
	}

	@Test
	void refusesFragmentsThatCannotBeDividedIntoFrames() {
		final byte[] file = image(2, 2).fragments(new byte[0], new byte[70], new byte[70], new byte[70]).file(RLE);
		assertTrue(assertThrows(DicomException.class, () -> open(file)).getMessage().contains("3 fragments for 2 frames"));
	}

	@Test
	void refusesFragmentsUnderANativeTransferSyntaxAndTheOtherWayRound() {
		final byte[] fragments = image(1, 2).fragments(new byte[0], rle(1)).file("1.2.840.10008.1.2.1");
		assertThrows(DicomException.class, () -> open(fragments));
		final byte[] cells = image(1, 2).bytes(0x7FE0, 0x0010, "OB", new byte[4]).file(RLE);
		assertThrows(DicomException.class, () -> open(cells));
	}

	/** Whatever the damage: frames or a {@link DicomException}, at once. */
	@Test
	void damagedFragmentsGiveFramesOrAnError() throws IOException {
		final Random random = new Random(3);
		final byte[] whole = image(3, 8).fragments(new byte[12], jpeg(1), jpeg(2), jpeg(3)).file(JPEG);
		final byte[] runs = image(3, 2).fragments(new byte[0], rle(1), rle(2), rle(3)).file(RLE);
		int read = 0;
		int refused = 0;
		for (int i = 0; i < Integer.getInteger("hounsfield.fuzz", 20_000); i++) {
			final byte[] file = (i % 2 == 0 ? whole : runs).clone();
			for (int n = 1 + random.nextInt(4); n > 0; n--)
				file[200 + random.nextInt(file.length - 200)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
			final long start = CpuTime.nanos();
			try (FrameReader reader = open(file)) {
				final Plane plane = reader.newPlane();
				for (int frame = 0; frame < Math.min(10, reader.frames()); frame++)
					reader.read(frame, plane);
				read++;
			}
			catch (final DicomException e) {
				assertTrue(e.getMessage().startsWith("test"), e.getMessage());
				refused++;
			}
			assertTrue(CpuTime.nanos() - start < 2_000_000_000L);
		}
		assertTrue(read > 100 && refused > 100, read + " read, " + refused + " refused");
	}

	private static void assertGrey(final int expected, final FrameReader reader, final int frame) throws IOException {
		final byte[] plane = new byte[64];
		reader.read(frame, plane, 0);
		for (final byte value : plane)
			assertEquals(expected, value & 0xFF, 2, "frame " + frame);
	}

	/** 8 x 8 pixels of one grey, written by the Java runtime. */
	private static byte[] jpeg(final int grey) throws IOException {
		final BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 64; i++)
			image.getRaster().setSample(i % 8, i / 8, 0, grey);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", out);
		return out.size() % 2 == 0 ? out.toByteArray() : Arrays.copyOf(out.toByteArray(), out.size() + 1);
	}

	/** 2 x 2 pixels in RLE (PS3.5 annex G): one segment behind a header of 64 bytes, one literal run. */
	private static byte[] rle(final int first) {
		final byte[] bytes = new byte[64 + 5];
		bytes[0] = 1;
		bytes[4] = 64;
		bytes[64] = 3;
		bytes[65] = (byte) first;
		bytes[66] = 1;
		bytes[67] = 2;
		bytes[68] = 3;
		return bytes;
	}

	private static List<byte[]> split(final byte[] bytes, final int parts) {
		final List<byte[]> split = new ArrayList<>();
		final int size = (bytes.length / parts + 1) / 2 * 2;
		for (int i = 0; i < parts; i++)
			split.add(Arrays.copyOfRange(bytes, i * size, i == parts - 1 ? bytes.length : (i + 1) * size));
		return split;
	}

	private static DicomBytes image(final int frames, final int side) {
		return DicomBytes.explicitLittle().text(0x0028, 0x0008, "IS", "" + frames).image(side, side, 8, 8, 7, false);
	}

	private static FrameReader open(final byte[] file) throws IOException {
		return FrameReader.open(DicomReaders.chosen().read(DicomSource.of("test", file)));
	}
}
