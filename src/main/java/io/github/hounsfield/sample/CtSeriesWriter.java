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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes the thorax phantom as a scanner would, one explicit little endian file a slice. Values are signed 16 bit with
 * noise, and -2000 outside the circular field of view. The header is full, and file names do not show the order.
 * Numbers of tags and VRs are typed here again on purpose, so that a mistake of the reader has no mirror image here.
 *
 * @param size rows and columns
 * @param slices number of files
 * @param spacingMm between pixels
 * @param sliceSpacingMm between slices
 * @param noiseHu standard deviation
 * @param seed of noise and names
 */
public record CtSeriesWriter(int size, int slices, double spacingMm, double sliceSpacingMm, double noiseHu, long seed) {

	/** Stored value outside the field of view. */
	public static final int PADDING = -2000;

	/** HU = stored value + this. */
	public static final int INTERCEPT = -1024;

	/** Never changes, so that threads share it. */
	private static final ThoraxPhantom PHANTOM = new ThoraxPhantom();

	private static final String ROOT = "1.2.826.0.1.3680043.10.1561";

	/** A whole chest, 512 x 512, 5 mm. */
	public static CtSeriesWriter chest() {
		return new CtSeriesWriter(512, 48, 0.8, 5, 12, 20261122);
	}

	public String seriesInstanceUid() {
		return ROOT + ".2." + seed;
	}

	/** Patient coordinate of a slice, counted from the feet, mm. */
	public double z(final int slice) {
		return (slice - (slices - 1) / 2.0) * sliceSpacingMm;
	}

	/** Patient coordinate x and y of the middle of the first pixel, mm. */
	public double corner() {
		return ThoraxPhantom.coordinate(0, size, spacingMm);
	}

	/**
	 * @param folder made where it is missing
	 * @return the files in the order of their slices from the feet to the head
	 */
	public List<Path> write(final Path folder) throws IOException {
		Files.createDirectories(folder);
		final List<Path> files = names().stream().map(folder::resolve).toList();
		final List<IOException> failures = Collections.synchronizedList(new ArrayList<>());
		IntStream.range(0, slices).parallel().forEach(slice -> {
			try {
				Files.write(files.get(slice), file(slice));
			}
			catch (final IOException e) {
				failures.add(e);
			}
		});
		if (!failures.isEmpty()) throw failures.get(0);
		return files;
	}

	/** Names of the files in the order of their slices from the feet to the head. */
	public List<String> names() {
		final List<Integer> numbers = new ArrayList<>(IntStream.range(0, slices).boxed().toList());
		Collections.shuffle(numbers, new Random(seed));
		return numbers.stream().map(number -> String.format("I%07X", 4099L * (number + 17))).toList();
	}

	/**
	 * A whole file in memory; several threads may ask at once.
	 *
	 * @param slice from 0, counted from the feet
	 * @return a new array, which is the caller's
	 */
	public byte[] file(final int slice) {
		return file(slice, storedValues(slice));
	}

	/** The lungs' areas, summed over the slices. Times the distance of slices that is a volume. */
	public ThoraxPhantom.Lungs lungs() {
		ThoraxPhantom.Lungs sum = PHANTOM.lungs(z(0), size, spacingMm);
		for (int slice = 1; slice < slices; slice++)
			sum = sum.and(PHANTOM.lungs(z(slice), size, spacingMm));
		return sum;
	}

	/** The pixels of a slice as they stand in its file. */
	public short[] storedValues(final int slice) {
		final Random noise = new Random(seed + slice);
		final float[] hu = PHANTOM.slice(z(slice), size, spacingMm);
		final short[] stored = new short[hu.length];
		for (int row = 0; row < size; row++)
			for (int column = 0; column < size; column++) {
				final int at = row * size + column;
				final double fromMiddle = Math.hypot(row - (size - 1) / 2.0, column - (size - 1) / 2.0);
				final double noisy = hu[at] + noiseHu * noise.nextGaussian();
				stored[at] = (short) (fromMiddle > size / 2.0 ? PADDING : Math.max(-1024, Math.min(3071, Math.round(noisy))) -
					INTERCEPT);
			}
		return stored;
	}

	private byte[] file(final int slice, final short[] stored) {
		final String instance = ROOT + ".3." + seed + "." + (slice + 1);
		final Elements meta = new Elements();
		meta.bytes(0x0002, 0x0001, "OB", new byte[] { 0, 1 });
		meta.text(0x0002, 0x0002, "UI", "1.2.840.10008.5.1.4.1.1.2");
		meta.text(0x0002, 0x0003, "UI", instance);
		meta.text(0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1");
		meta.text(0x0002, 0x0012, "UI", ROOT + ".1");
		final Elements file = new Elements();
		file.raw(new byte[128]);
		file.raw("DICM".getBytes(StandardCharsets.US_ASCII));
		file.number(0x0002, 0x0000, "UL", meta.size());
		file.raw(meta.toBytes());
		identity(file, slice, instance);
		image(file, slice);
		file.text(0x0043, 0x0010, "LO", "HOUNSFIELD PHANTOM 01");
		file.number(0x0043, 0x1001, "US", slice);
		final ByteBuffer pixels = ByteBuffer.allocate(2 * stored.length).order(ByteOrder.LITTLE_ENDIAN);
		pixels.asShortBuffer().put(stored);
		file.bytes(0x7FE0, 0x0010, "OW", pixels.array());
		return file.toBytes();
	}

	private void identity(final Elements file, final int slice, final String instance) {
		file.text(0x0008, 0x0005, "CS", "ISO_IR 100");
		file.text(0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL");
		file.text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2");
		file.text(0x0008, 0x0018, "UI", instance);
		file.text(0x0008, 0x0020, "DA", "20261122");
		file.text(0x0008, 0x0021, "DA", "20261122");
		file.text(0x0008, 0x0023, "DA", "20261122");
		file.text(0x0008, 0x0030, "TM", "101500");
		file.text(0x0008, 0x0033, "TM", String.format("1016%02d.%03d", slice / 10 % 60, slice % 10 * 100));
		file.text(0x0008, 0x0050, "SH", "PHANTOM1");
		file.text(0x0008, 0x0060, "CS", "CT");
		file.text(0x0008, 0x0070, "LO", "Hounsfield");
		file.text(0x0008, 0x0080, "LO", "Phantom Hospital");
		file.text(0x0008, 0x0090, "PN", "");
		file.text(0x0008, 0x1030, "LO", "Thorax phantom");
		file.text(0x0008, 0x103E, "LO", "Chest 5.0 mm");
		file.text(0x0008, 0x1090, "LO", "Thorax phantom");
		file.text(0x0010, 0x0010, "PN", "Phantom^Thorax");
		file.text(0x0010, 0x0020, "LO", "PHANTOM");
		file.text(0x0010, 0x0030, "DA", "");
		file.text(0x0010, 0x0040, "CS", "O");
		file.text(0x0010, 0x1010, "AS", "040Y");
		file.text(0x0018, 0x0015, "CS", "CHEST");
		file.text(0x0018, 0x0022, "CS", "HELICAL MODE");
		file.text(0x0018, 0x0050, "DS", decimal(sliceSpacingMm));
		file.text(0x0018, 0x0060, "DS", "120");
		file.text(0x0018, 0x1100, "DS", decimal(size * spacingMm));
		file.text(0x0018, 0x1120, "DS", "0");
		file.text(0x0018, 0x1130, "DS", "142.5");
		file.text(0x0018, 0x1140, "CS", "CW");
		file.text(0x0018, 0x1150, "IS", "500");
		file.text(0x0018, 0x1151, "IS", Integer.toString(180 + slice % 7 * 10));
		file.text(0x0018, 0x1210, "SH", "B40f");
		file.text(0x0018, 0x5100, "CS", "HFS");
	}

	private void image(final Elements file, final int slice) {
		file.text(0x0020, 0x000D, "UI", ROOT + ".1." + seed);
		file.text(0x0020, 0x000E, "UI", seriesInstanceUid());
		file.text(0x0020, 0x0010, "SH", "1");
		file.text(0x0020, 0x0011, "IS", "2");
		file.text(0x0020, 0x0012, "IS", "1");
		file.text(0x0020, 0x0013, "IS", Integer.toString(slices - slice));
		file.text(0x0020, 0x0032, "DS", decimal(corner()) + "\\" + decimal(corner()) + "\\" + decimal(z(slice)));
		file.text(0x0020, 0x0037, "DS", "1\\0\\0\\0\\1\\0");
		file.text(0x0020, 0x0052, "UI", ROOT + ".4." + seed);
		file.text(0x0020, 0x1041, "DS", decimal(z(slice)));
		file.number(0x0028, 0x0002, "US", 1);
		file.text(0x0028, 0x0004, "CS", "MONOCHROME2");
		file.number(0x0028, 0x0010, "US", size);
		file.number(0x0028, 0x0011, "US", size);
		file.text(0x0028, 0x0030, "DS", decimal(spacingMm) + "\\" + decimal(spacingMm));
		file.number(0x0028, 0x0100, "US", 16);
		file.number(0x0028, 0x0101, "US", 16);
		file.number(0x0028, 0x0102, "US", 15);
		file.number(0x0028, 0x0103, "US", 1);
		file.number(0x0028, 0x0120, "SS", PADDING);
		file.text(0x0028, 0x1050, "DS", "-600\\40");
		file.text(0x0028, 0x1051, "DS", "1500\\400");
		file.text(0x0028, 0x1052, "DS", Integer.toString(INTERCEPT));
		file.text(0x0028, 0x1053, "DS", "1");
		file.text(0x0028, 0x1054, "LO", "HU");
		file.text(0x0028, 0x1055, "LO", "LUNG\\MEDIASTINUM");
	}

	private static String decimal(final double value) {
		final String text = String.format(Locale.ROOT, "%.6f", value);
		return text.replaceAll("0+$", "").replaceAll("\\.$", "");
	}

	/** Elements in explicit VR little endian. */
	private static final class Elements {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		void raw(final byte[] bytes) {
			out.writeBytes(bytes);
		}

		void text(final int group, final int element, final String vr, final String text) {
			final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
			final byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + 1 & ~1);
			if (even.length > bytes.length) even[bytes.length] = (byte) ("UI".equals(vr) ? 0 : ' ');
			bytes(group, element, vr, even);
		}

		void number(final int group, final int element, final String vr, final int value) {
			final int length = "UL".equals(vr) ? 4 : 2;
			final byte[] bytes = new byte[length];
			for (int i = 0; i < length; i++)
				bytes[i] = (byte) (value >> 8 * i);
			bytes(group, element, vr, bytes);
		}

		void bytes(final int group, final int element, final String vr, final byte[] value) {
			final boolean wide = vr.startsWith("O");
			final ByteBuffer head = ByteBuffer.allocate(wide ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
			head.putShort((short) group).putShort((short) element).put(vr.getBytes(StandardCharsets.US_ASCII));
			if (wide) head.putShort((short) 0).putInt(value.length);
			else head.putShort((short) value.length);
			raw(head.array());
			raw(value);
		}

		int size() {
			return out.size();
		}

		byte[] toBytes() {
			return out.toByteArray();
		}
	}
}
