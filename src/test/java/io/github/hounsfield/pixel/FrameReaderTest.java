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

import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Native frames of every format against arithmetic done on single bits. Also tests {@code NativeFrames} and
 * {@code StoredValues}.
 */
class FrameReaderTest {

	private static final String EXPLICIT = "1.2.840.10008.1.2.1";
	private static final String BIG = "1.2.840.10008.1.2.2";
	private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

	@ParameterizedTest(name = "{0} allocated, {1} stored, high bit {2}, signed {3}, {4}")
	@CsvSource({ "8,8,7,false,LE", "8,8,7,true,LE", "8,7,6,false,LE", "8,6,7,true,LE", "8,1,0,false,LE", "8,8,7,false,BE",
		"16,16,15,false,LE", "16,16,15,true,LE", "16,12,11,false,LE", "16,12,11,true,LE", "16,12,15,true,LE",
		"16,10,12,false,LE", "16,8,7,false,LE", "16,16,15,true,BE", "16,12,11,true,BE", "16,14,13,true,LE",
		"32,32,31,false,LE", "32,32,31,true,LE", "32,24,23,true,LE", "32,24,31,false,LE", "32,32,31,true,BE" })
	void readsTheStoredBitsOfEachCell(final int allocated, final int stored, final int high, final boolean signed,
		final String order) throws IOException
	{
		final boolean big = order.equals("BE");
		final int rows = 5;
		final int columns = 4;
		final int frames = 3;
		final byte[] cells = new byte[rows * columns * frames * allocated / 8];
		new Random(allocated + stored).nextBytes(cells);
		final DicomBytes bytes = (big ? DicomBytes.explicitBig() : DicomBytes.explicitLittle()).shorts(0x0028, 0x0002, "US",
			1).text(0x0028, 0x0004, "CS", "MONOCHROME2").text(0x0028, 0x0008, "IS", "3").shorts(0x0028, 0x0010, "US", rows)
			.shorts(0x0028, 0x0011, "US", columns).shorts(0x0028, 0x0100, "US", allocated).shorts(0x0028, 0x0101, "US", stored)
			.shorts(0x0028, 0x0102, "US", high).shorts(0x0028, 0x0103, "US", signed ? 1 : 0).bytes(0x7FE0, 0x0010, "OW",
				cells);
		try (FrameReader reader = open(bytes.file(big ? BIG : EXPLICIT))) {
			assertEquals(signed, reader.format().type().nearest(-1) == -1);
			for (final int frame : new int[] { 2, 0, 1 }) {
				final Plane plane = reader.newPlane();
				reader.read(frame, plane);
				for (int i = 0; i < rows * columns; i++) {
					long value = 0;
					for (int bit = 0; bit < stored; bit++)
						value |= (long) bit(cells, frame * rows * columns + i, allocated, high + 1 - stored + bit, big) << bit;
					if (signed && value >> stored - 1 == 1) value -= 1L << stored;
					assertEquals(value, value(plane.type(), plane.array(), i), "frame " + frame + ", pixel " + i);
				}
			}
		}
	}

	/** One bit of a cell; in big endian files bytes stand in 16-bit words, longer cells in their own order. */
	private static int bit(final byte[] cells, final int cell, final int allocated, final int bit, final boolean big) {
		final int size = allocated / 8;
		final int significance = bit / 8;
		int at = cell * size + (big ? size - 1 - significance : significance);
		if (big && size == 1) at ^= 1;
		return cells[at] >> bit % 8 & 1;
	}

	private static long value(final PlaneType type, final Object plane, final int index) {
		return switch (type) {
			case BIT, UINT8 -> ((byte[]) plane)[index] & 0xFF;
			case INT8 -> ((byte[]) plane)[index];
			case UINT16 -> ((short[]) plane)[index] & 0xFFFF;
			case INT16 -> ((short[]) plane)[index];
			case UINT32 -> ((int[]) plane)[index] & 0xFFFFFFFFL;
			case INT32 -> ((int[]) plane)[index];
			default -> throw new IllegalArgumentException(type.name());
		};
	}

	@ParameterizedTest
	@ValueSource(ints = { 16, 12 })
	void deliversSignedValuesAsImageJHasThem(final int stored) throws IOException {
		final short[] values = { -2000, -1, 0, 1, 2000, (short) (-(1 << stored - 1)), (short) ((1 << stored - 1) - 1), 5 };
		try (FrameReader reader = open(image(2, 4, 16, stored, stored - 1, true, bytes(values)).file(EXPLICIT))) {
			final short[] plane = new short[10];
			reader.read(0, plane, 2, PlaneType.SIGN_OFFSET);
			for (int i = 0; i < values.length; i++)
				assertEquals(values[i] + 32768, plane[i + 2] & 0xFFFF);
			assertEquals(0, plane[0] | plane[1]);
		}
	}

	/** PS3.5 section 8.2: pixel after pixel from the lowest bit on, frames without padding between them. */
	@Test
	void unpacksSingleBits() throws IOException {
		final byte[] packed = { (byte) 0b10110001, (byte) 0b01000111, (byte) 0b00000010, 0 };
		final DicomBytes bytes = DicomBytes.explicitLittle().text(0x0028, 0x0008, "IS", "2").image(3, 3, 1, 1, 0, false);
		try (FrameReader reader = open(bytes.bytes(0x7FE0, 0x0010, "OB", packed).file(EXPLICIT))) {
			final byte[] plane = reader.newPlane().bytes();
			reader.read(0, plane, 0);
			assertArrayEquals(new byte[] { 1, 0, 0, 0, 1, 1, 0, 1, 1 }, plane);
			reader.read(1, plane, 0);
			assertArrayEquals(new byte[] { 1, 1, 0, 0, 0, 1, 0, 0, 1 }, plane);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readsFloatingPoint(final boolean big) throws IOException {
		final ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		final ByteBuffer floats = ByteBuffer.allocate(8).order(order).putFloat(-1.5f).putFloat(Float.NaN);
		final ByteBuffer doubles = ByteBuffer.allocate(16).order(order).putDouble(1e300).putDouble(-0.1);
		try (FrameReader reader = open(floats(big, 32).bytes(0x7FE0, 0x0008, "OF", floats.array()).file(big ? BIG
			: EXPLICIT)))
		{
			final float[] plane = reader.newPlane().floats();
			reader.read(0, plane, 0);
			assertArrayEquals(new float[] { -1.5f, Float.NaN }, plane);
		}
		try (FrameReader reader = open(floats(big, 64).bytes(0x7FE0, 0x0009, "OD", doubles.array()).file(big ? BIG
			: EXPLICIT)))
		{
			final double[] plane = reader.newPlane().doubles();
			reader.read(0, plane, 0);
			assertArrayEquals(new double[] { 1e300, -0.1 }, plane);
		}
	}

	private static DicomBytes floats(final boolean big, final int bits) {
		return (big ? DicomBytes.explicitBig() : DicomBytes.explicitLittle()).shorts(0x0028, 0x0002, "US", 1).text(0x0028,
			0x0004, "CS", "MONOCHROME2").shorts(0x0028, 0x0010, "US", 1).shorts(0x0028, 0x0011, "US", 2).shorts(0x0028, 0x0100,
				"US", bits);
	}

	/** Frames longer than what is read at once, and deflated ones. */
	@ParameterizedTest
	@ValueSource(strings = { EXPLICIT, DEFLATED })
	void readsLargeFrames(final String syntax) throws IOException {
		final short[] values = new short[700 * 801];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) (i * 31);
		try (FrameReader reader = open(image(700, 801, 16, 16, 15, true, bytes(values)).file(syntax))) {
			final short[] plane = reader.newPlane().shorts();
			reader.read(0, plane, 0);
			assertArrayEquals(values, plane);
		}
	}

	@Test
	void severalThreadsReadDifferentFrames() throws IOException {
		final int frames = 200;
		final short[] values = new short[frames * 64];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) (i / 64 * 100 + i % 64);
		final DicomBytes bytes = DicomBytes.explicitLittle().text(0x0028, 0x0008, "IS", "" + frames).image(8, 8, 16, 16, 15,
			false).bytes(0x7FE0, 0x0010, "OW", bytes(values));
		try (FrameReader reader = open(bytes.file(EXPLICIT))) {
			IntStream.range(0, frames).parallel().forEach(frame -> {
				final short[] plane = new short[64];
				try {
					reader.read(frame, plane, 0);
				}
				catch (final IOException e) {
					throw new IllegalStateException(e);
				}
				assertArrayEquals(Arrays.copyOfRange(values, frame * 64, frame * 64 + 64), plane);
			});
		}
	}

	@Test
	void refusesPixelsThatTheFileDoesNotHave() throws IOException {
		final byte[] whole = image(4, 4, 16, 16, 15, false, new byte[32]).file(EXPLICIT);
		for (final byte[] file : new byte[][] { Arrays.copyOf(whole, whole.length - 1), image(4, 4, 16, 16, 15, false,
			new byte[30]).file(EXPLICIT) })
		{
			final DicomException e = assertThrows(DicomException.class, () -> open(file));
			for (final String part : List.of("test", "(7FE0,0010)", "expected 32: 1 frame of 4 x 4 pixels", "found 3"))
				assertTrue(e.getMessage().contains(part), e.getMessage());
		}
	}

	@Test
	void warnsOfMorePixelsThanFramesNeed() throws IOException {
		try (FrameReader reader = open(image(2, 2, 16, 16, 15, false, new byte[64]).file(EXPLICIT))) {
			assertTrue(reader.warnings().get(0).contains("64 bytes"), reader.warnings().toString());
		}
		try (FrameReader reader = open(image(3, 3, 8, 8, 7, false, new byte[10]).file(EXPLICIT))) {
			assertEquals(List.of(), reader.warnings());
		}
	}

	@ParameterizedTest(name = "({0},{1}) {2}: {3}")
	@CsvSource({ "28,10,US,0,Rows", "28,11,US,0,Columns", "28,100,US,12,BitsAllocated", "28,101,US,17,BitsStored",
		"28,101,US,0,BitsStored", "28,102,US,16,HighBit", "28,102,US,10,HighBit", "28,103,US,2,PixelRepresentation",
		"28,2,US,3,SamplesPerPixel", "28,4,CS,CMYK,PhotometricInterpretation", "28,8,IS,-1,NumberOfFrames",
		"28,8,IS,1A,NumberOfFrames", "28,8,IS,99999999999,NumberOfFrames", "28,103,US,,PixelRepresentation",
		"28,10,US,,Rows", "28,101,US,,BitsStored", "28,102,US,,HighBit", "28,4,CS,,PhotometricInterpretation",
		"28,8,IS,2147483647,PixelData", "28,10,US,65535,PixelData" })
	void refusesAbsurdAndMissingAttributes(final String group, final String element, final String vr, final String value,
		final String keyword)
	{
		final int g = Integer.parseInt(group, 16);
		final int e = Integer.parseInt(element, 16);
		final DicomBytes bytes = DicomBytes.explicitLittle();
		if (vr.equals("US") && value != null) bytes.shorts(g, e, vr, Integer.parseInt(value));
		else bytes.text(g, e, vr, value == null ? "" : value);
		bytes.image(4, 4, 16, 12, 11, true).bytes(0x7FE0, 0x0010, "OW", new byte[32]);
		final DicomException problem = assertThrows(DicomException.class, () -> open(bytes.file(EXPLICIT)));
		assertTrue(problem.getMessage().contains(keyword), problem.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.1.2.4.100,MPEG2", "1.2.840.10008.1.2.4.107,HEVC", "1.2.840.10008.1.2.4.110,JPEG XL",
		"1.2.840.10008.1.2.4.94,JPIP", "1.2.3.4,1.2.3.4" })
	void refusesOtherTransferSyntaxesByNameAndUid(final String uid, final String name) {
		final byte[] file = DicomBytes.explicitLittle().image(4, 4, 8, 8, 7, false).fragments(new byte[0], new byte[100])
			.file(uid);
		final DicomException e = assertThrows(DicomException.class, () -> open(file));
		assertTrue(e.getMessage().contains(uid) && e.getMessage().contains(name), e.getMessage());
	}

	@Test
	void believesNoHugeFrameOfAFewBytes() {
		final byte[] file = DicomBytes.explicitLittle().text(0x0028, 0x0008, "IS", "1000").image(30000, 30000, 8, 8, 7, false)
			.fragments(new byte[0], new byte[100]).file("1.2.840.10008.1.2.4.90");
		assertTrue(assertThrows(DicomException.class, () -> open(file)).getMessage().contains("1000 frames"));
	}

	private static DicomBytes image(final int rows, final int columns, final int allocated, final int stored,
		final int high, final boolean signed, final byte[] pixels)
	{
		return DicomBytes.explicitLittle().image(rows, columns, allocated, stored, high, signed).bytes(0x7FE0, 0x0010, "OW",
			pixels);
	}

	private static byte[] bytes(final short[] values) {
		final ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asShortBuffer().put(values);
		return buffer.array();
	}

	private static FrameReader open(final byte[] file) throws IOException {
		final DicomFile read = DicomReaders.chosen().read(DicomSource.of("test", file));
		return FrameReader.open(read);
	}
}
