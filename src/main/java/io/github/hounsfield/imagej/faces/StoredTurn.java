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
package io.github.hounsfield.imagej.faces;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import java.awt.Rectangle;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads how a photograph is stored turned, from a camera's tag Orientation (0x0112) of Exif, in a JPEG's APP1 segment
 * (CIPA DC-008, JEITA CP-3451, section 4.6.4). ImageJ opens the pixels as they are stored, so the people in it lie
 * down.
 */
final class StoredTurn {

	private static final int APP1 = 0xE1;
	private static final int START_OF_SCAN = 0xDA;
	private static final int ORIENTATION = 0x0112;
	private static final int ENTRY = 12;
	private static final int FIRST_ENTRY = 2;

	private StoredTurn() {}

	/**
	 * @return degrees by which the image has to be turned clockwise to stand upright: 0, 90, 180 or 270. 0 if its file
	 *          does not say so, cannot be read, or has other pixels, for then someone turned the image
	 */
	static int degrees(final ImagePlus image) {
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.fileFormat != FileInfo.GIF_OR_JPG || image.getStackSize() > 1) return 0;
		final Path file = Path.of(info.directory == null ? "" : info.directory, info.fileName == null ? "" : info.fileName);
		final int degrees = switch (orientation(file)) {
			case 3, 4 -> 180;
			case 5, 6 -> 90;
			case 7, 8 -> 270;
			default -> 0;
		};
		return degrees != 0 && isAsStored(image, file) ? degrees : 0;
	}

	private static boolean isAsStored(final ImagePlus image, final Path file) {
		final ImagePlus stored = new Opener().openImage(file.toString());
		if (stored == null || stored.getWidth() != image.getWidth() || stored.getHeight() != image.getHeight()) return false;
		final Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
		return Arrays.equals((byte[]) FaceSearch.grey(stored, 1, whole).getPixels(), (byte[]) FaceSearch.grey(image, 1, whole)
			.getPixels());
	}

	/** Orientation, 1 to 8. It is 1 (upright) if the file does not say. */
	static int orientation(final Path file) {
		if (!Files.isRegularFile(file)) return 1;
		try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
			if (in.readUnsignedShort() != 0xFFD8) return 1;
			while (true) {
				final int marker = in.readUnsignedShort() & 0xFF;
				final int length = in.readUnsignedShort() - 2;
				if (marker == START_OF_SCAN || length < 0) return 1;
				final byte[] segment = in.readNBytes(length);
				if (segment.length < length) return 1;
				if (marker == APP1 && segment.length > 14 && new String(segment, 0, 6, StandardCharsets.ISO_8859_1)
					.equals("Exif\0\0")) return ofTiff(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
			}
		}
		catch (final IOException e) {
			return 1;
		}
	}

	/** The first directory of Exif's TIFF structure. */
	private static int ofTiff(final ByteBuffer tiff) {
		tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final long directory = tiff.getInt(4) & 0xFFFFFFFFL;
		if (directory + FIRST_ENTRY > tiff.limit()) return 1;
		final int entries = tiff.getShort((int) directory) & 0xFFFF;
		for (int i = 0; i < entries; i++) {
			final long entry = directory + FIRST_ENTRY + (long) i * ENTRY;
			if (entry + ENTRY > tiff.limit()) return 1;
			if ((tiff.getShort((int) entry) & 0xFFFF) != ORIENTATION) continue;
			final int value = tiff.getShort((int) entry + 8) & 0xFFFF;
			return value >= 1 && value <= 8 ? value : 1;
		}
		return 1;
	}
}
