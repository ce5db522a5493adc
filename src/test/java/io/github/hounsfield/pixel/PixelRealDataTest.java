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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every real file against the stored values that pydicom, GDCM and DCMTK read from it. Also tests {@code PixelFormat},
 * {@code RleFrames} and {@code Photometric}.
 */
class PixelRealDataTest {

	/** Largest difference of an 8-bit colour from DCMTK's where nothing is lost, and where JPEG coding or 4:2:2 is. */
	private static final int COLOUR_TOLERANCE = 1;
	private static final int LOSSY_COLOUR_TOLERANCE = 4;

	private static Path data;
	private static Map<String, Object> files;

	@BeforeAll
	static void readExpectedValues() throws IOException {
		data = RealData.folder();
		files = Json.object(RealData.expected(), "files");
	}

	@Test
	void storedValuesAreThoseOfTheOtherTools() throws IOException {
		final List<String> wrong = new ArrayList<>();
		final Map<String, Integer> results = new TreeMap<>();
		System.out.println("file | transfer syntax | stored values");
		for (final String name : files.keySet()) {
			final Map<String, Object> expected = Json.object(files, name);
			final String result = result(name, expected);
			System.out.println(name + " | " + expected.get("transfer_syntax") + " | " + result);
			results.merge(result.replaceAll("[:,].*", ""), 1, Integer::sum);
			if (result.startsWith("WRONG")) wrong.add(name + ": " + result);
		}
		System.out.println(results);
		assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
	}

	@Test
	void coloursAreThoseOfDcmtk() throws IOException {
		final List<String> wrong = new ArrayList<>();
		System.out.println("file | transfer syntax | largest difference of a colour from DCMTK's");
		for (final String name : files.keySet()) {
			final Map<String, Object> expected = Json.object(files, name);
			if (!expected.containsKey("rgb_first_frame")) continue;
			final String syntax = (String) expected.get("transfer_syntax");
			try {
				final int difference = colourDifference(name, Json.object(expected, "rgb_first_frame"));
				final boolean lossy = syntax.endsWith(".4.50") || name.contains("422");
				System.out.println(name + " | " + syntax + " | " + difference);
				if (difference > (lossy ? LOSSY_COLOUR_TOLERANCE : COLOUR_TOLERANCE)) wrong.add(name + ": " + difference);
			}
			catch (final DicomException e) {
				System.out.println(name + " | " + syntax + " | " + e.getMessage());
				wrong.add(name + ": " + e.getMessage());
			}
		}
		assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
	}

	private static String result(final String name, final Map<String, Object> expected) throws IOException {
		final boolean decoded = Boolean.TRUE.equals(expected.get("decoded"));
		try {
			final DicomFile file = DicomReaders.chosen().read(DicomSource.of(data.resolve(name)));
			try (FrameReader reader = FrameReader.open(file)) {
				if (!decoded) {
					for (int frame = 0; frame < reader.frames(); frame++)
						reader.read(frame, reader.newPlane());
					return "read" + reader.warnings() + ": others could not agree (" + expected.get("why") + ")";
				}
				return compare(reader, expected);
			}
		}
		catch (final DicomException e) {
			return (decoded ? "WRONG: " : "refused: ") + e.getMessage();
		}
	}

	private static String compare(final FrameReader reader, final Map<String, Object> expected) throws IOException {
		final PixelFormat format = reader.format();
		final List<Object> found = List.of((double) format.rows(), (double) format.columns(), (double) format.frames(),
			(double) format.samplesPerPixel(), (double) format.bitsAllocated(), (double) format.bitsStored(), typeName(format
				.type()));
		final List<Object> wanted = List.of(expected.get("rows"), expected.get("cols"), expected.get("frames"), expected.get(
			"samples"), expected.get("bits_allocated"), expected.get("bits_stored"), expected.get("stored_type"));
		if (!found.equals(wanted)) return "WRONG: found the format " + found + ", expected " + wanted;
		final MessageDigest digest = sha256();
		final List<Object> planes = new ArrayList<>();
		for (int frame = 0; frame < format.frames(); frame++) {
			final Plane plane = reader.newPlane();
			reader.read(frame, plane);
			planes.add(plane.array());
			digest.update(bytes(plane.array()));
		}
		final Object hash = expected.get("sha256_stored");
		final double tolerance = (Double) expected.get("tolerance");
		if (HexFormat.of().formatHex(digest.digest()).equals(hash)) return "equal" + (reader.warnings().isEmpty() ? "" :
			", " + reader.warnings());
		final double difference = Math.max(sampleDifference(format, planes, expected), statisticsDifference(format, planes,
			Json.object(expected, "stored")));
		final boolean exact = Boolean.TRUE.equals(expected.get("exact")) && tolerance == 0 && hash != null;
		return (exact || difference > tolerance ? "WRONG" : "within tolerance") + ": " + (hash == null ? "no hash"
			: "hash differs") + ", samples and statistics differ by " + difference + ", tolerance " + tolerance;
	}

	/** Of minimum and maximum; means have six decimals. */
	private static double statisticsDifference(final PixelFormat format, final List<Object> planes,
		final Map<String, Object> expected)
	{
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		for (final Object plane : planes)
			for (int i = 0; i < format.samplesPerFrame(); i++) {
				final double value = value(format, plane, i);
				min = Math.min(min, value);
				max = Math.max(max, value);
				sum += value;
			}
		final double mean = sum / planes.size() / format.samplesPerFrame();
		final double meanDifference = Math.abs(mean - (Double) expected.get("mean"));
		return Math.max(meanDifference < 1e-6 ? 0 : meanDifference, Math.max(Math.abs(min - (Double) expected.get("min")),
			Math.abs(max - (Double) expected.get("max"))));
	}

	private static double sampleDifference(final PixelFormat format, final List<Object> planes,
		final Map<String, Object> expected)
	{
		double largest = 0;
		for (final Object entry : Json.list(expected, "samples_at")) {
			final List<?> at = (List<?>) entry;
			final int index = (((Double) at.get(1)).intValue() * format.columns() + ((Double) at.get(0)).intValue()) * format
				.samplesPerPixel();
			for (int s = 0; s < format.samplesPerPixel(); s++)
				largest = Math.max(largest, Math.abs(value(format, planes.get(((Double) at.get(2)).intValue()), index + s) -
					(Double) at.get(3 + s)));
		}
		return largest;
	}

	private static double value(final PixelFormat format, final Object plane, final int index) {
		return switch (format.type()) {
			case BIT, UINT8 -> ((byte[]) plane)[index] & 0xFF;
			case INT8 -> ((byte[]) plane)[index];
			case UINT16 -> ((short[]) plane)[index] & 0xFFFF;
			case INT16 -> ((short[]) plane)[index];
			case UINT32 -> ((int[]) plane)[index] & 0xFFFFFFFFL;
			case INT32 -> ((int[]) plane)[index];
			case FLOAT32 -> ((float[]) plane)[index];
			case FLOAT64 -> ((double[]) plane)[index];
			default -> throw new AssertionError(format.type());
		};
	}

	private static String typeName(final PlaneType type) {
		return switch (type) {
			case BIT, UINT8 -> "u1";
			case INT8 -> "i1";
			case UINT16 -> "u2";
			case INT16 -> "i2";
			case UINT32 -> "u4";
			case INT32 -> "i4";
			case FLOAT32 -> "f4";
			case FLOAT64 -> "f8";
			default -> throw new AssertionError(type);
		};
	}

	private static byte[] bytes(final Object plane) {
		if (plane instanceof byte[]) return (byte[]) plane;
		if (plane instanceof short[]) {
			final ByteBuffer buffer = ByteBuffer.allocate(2 * ((short[]) plane).length).order(ByteOrder.LITTLE_ENDIAN);
			buffer.asShortBuffer().put((short[]) plane);
			return buffer.array();
		}
		final ByteBuffer buffer = ByteBuffer.allocate(4 * ((int[]) plane).length).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asIntBuffer().put((int[]) plane);
		return buffer.array();
	}

	private static int colourDifference(final String name, final Map<String, Object> expected) throws IOException {
		final DicomFile file = DicomReaders.chosen().read(DicomSource.of(data.resolve(name)));
		try (FrameReader reader = FrameReader.open(file)) {
			final int[] rgb = new int[reader.format().pixelsPerFrame()];
			reader.readRgb(0, rgb, 0);
			int largest = 0;
			for (final Object entry : Json.list(expected, "at")) {
				final List<?> at = (List<?>) entry;
				final int colour = rgb[((Double) at.get(1)).intValue() * reader.format().columns() + ((Double) at.get(0))
					.intValue()];
				assertEquals(0xFF, colour >>> 24);
				for (int c = 0; c < 3; c++)
					largest = Math.max(largest, Math.abs((colour >> 16 - 8 * c & 0xFF) - ((Double) at.get(2 + c)).intValue()));
			}
			return largest;
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
