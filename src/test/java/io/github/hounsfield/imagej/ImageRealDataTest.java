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
package io.github.hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every voxel of the real series as ImageJ gets them, against the values of pydicom, GDCM and DCMTK. */
class ImageRealDataTest {

	private static final Workers WORKERS = Workers.threads(2);
	private static final SeriesOpener VIRTUAL = SeriesOpener.DEFAULT.withVirtual(true);
	private static final HuConversion KEEP = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withForce(true);

	@TempDir
	static Path singles;

	private static Path data;
	private static Map<String, Object> expected;

	@BeforeAll
	static void readExpectedValues() throws IOException {
		data = RealData.folder();
		expected = RealData.expected();
	}

	static ImagePlus open(final SeriesOpener opener, final Path path, final String uid) throws IOException {
		final Series series = opener.scan(List.of(path)).resolve(uid).get(0);
		return opener.open(series).image();
	}

	private static Map<String, Object> file(final String path) {
		return Json.object(Json.object(expected, "files"), path);
	}

	@Test
	void seriesHaveTheGeometryAndEveryVoxelTheValueOfTheOtherTools() throws Exception {
		int checked = 0;
		for (final String folder : Json.object(expected, "series").keySet()) {
			final Map<String, Object> bySeries = Json.object(Json.object(expected, "series"), folder);
			for (final String uid : bySeries.keySet()) {
				final Map<String, Object> facts = Json.object(bySeries, uid);
				if (!facts.containsKey("rescaled")) continue;
				final ImagePlus image = open(SeriesOpener.DEFAULT, data.resolve(folder), uid);
				checkGeometry(folder, facts, image);
				checkVoxels(folder, facts, image);
				System.out.println(folder + " | " + image.getWidth() + " x " + image.getHeight() + " x " + image
					.getStackSize() + " | " + image.getBitDepth() + " bit | every voxel agrees");
				checked++;
			}
		}
		assertTrue(checked >= 10, "only " + checked + " series");
	}

	private static void checkGeometry(final String folder, final Map<String, Object> facts, final ImagePlus image) {
		final List<Object> order = Json.list(facts, "order");
		assertEquals(order.size(), image.getStackSize(), folder);
		for (int z = 0; z < order.size(); z++)
			assertEquals(order.get(z), image.getStack().getSliceLabel(z + 1).lines().findFirst().orElseThrow(), folder);
		final Calibration calibration = image.getCalibration();
		assertEquals("mm", calibration.getUnit());
		assertEquals((Double) facts.get("spacing_x"), calibration.pixelWidth, 1e-6, folder);
		assertEquals((Double) facts.get("spacing_y"), calibration.pixelHeight, 1e-6, folder);
		if (Boolean.TRUE.equals(facts.get("uniform"))) assertEquals((Double) facts.get("spacing_z"),
			calibration.pixelDepth, 1e-5, folder);
		final List<Object> origin = Json.list(facts, "origin");
		if (List.of(1.0, 0.0, 0.0).equals(facts.get("row_cosines"))) assertEquals((Double) origin.get(0), calibration.getX(
			0), 1e-6, folder);
		if (List.of(0.0, 1.0, 0.0).equals(facts.get("col_cosines"))) assertEquals((Double) origin.get(1), calibration.getY(
			0), 1e-6, folder);
		if (List.of(0.0, 0.0, 1.0).equals(facts.get("normal")) && Boolean.FALSE.equals(facts.get("sheared"))) assertEquals(
			(Double) origin.get(2), calibration.getZ(0), 1e-6, folder);
	}

	private static void checkVoxels(final String folder, final Map<String, Object> facts, final ImagePlus image)
		throws Exception
	{
		final ImagePlus hu = KEEP.convert(image, WORKERS);
		final ImagePlus virtual = KEEP.convert(open(VIRTUAL, data.resolve(folder), (String) file(path(folder, facts, 0)).get(
			"SeriesInstanceUID")), WORKERS);
		assertTrue(virtual.getStack().isVirtual());
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		for (int z = 0; z < image.getStackSize(); z++) {
			final Map<String, Object> header = file(path(folder, facts, z));
			final short[] stored = stored(image, z);
			if (Boolean.TRUE.equals(header.get("exact"))) assertEquals(header.get("sha256_stored"), sha256(stored), path(
				folder, facts, z));
			final Map<String, Object> lut = Json.object(header, "modality_lut");
			final double slope = (Double) lut.get("slope");
			final double intercept = (Double) lut.get("intercept");
			final boolean signed = Boolean.TRUE.equals(header.get("signed"));
			final float[] converted = (float[]) hu.getStack().getPixels(z + 1);
			final float[] wanted = new float[stored.length];
			for (int i = 0; i < stored.length; i++) {
				final double value = slope * (signed ? stored[i] : stored[i] & 0xFFFF) + intercept;
				wanted[i] = (float) value;
				min = Math.min(min, value);
				max = Math.max(max, value);
				sum += value;
			}
			assertArrayEquals(wanted, converted, path(folder, facts, z));
			assertArrayEquals(wanted, (float[]) virtual.getStack().getPixels(z + 1), "virtual " + path(folder, facts, z));
			if (image.getCalibration().calibrated() && facts.get("rescale_varies").equals(false)) checkCalibrated(image, z,
				wanted);
		}
		final Map<String, Object> rescaled = Json.object(facts, "rescaled");
		assertEquals((Double) rescaled.get("min"), min, 1e-4, folder);
		assertEquals((Double) rescaled.get("max"), max, 1e-4, folder);
		assertEquals((Double) rescaled.get("mean"), sum / image.getStackSize() / image.getWidth() / image.getHeight(), 1e-4,
			folder);
	}

	private static void checkCalibrated(final ImagePlus image, final int z, final float[] wanted) {
		final float[] table = image.getCalibration().getCTable();
		final short[] raw = (short[]) image.getStack().getPixels(z + 1);
		for (int i = 0; i < wanted.length; i++)
			assertEquals(wanted[i], table[raw[i] & 0xFFFF], "status bar");
	}

	private static String path(final String folder, final Map<String, Object> facts, final int z) {
		return folder + "/" + Json.list(facts, "order").get(z);
	}

	/** Two's complement of 16 bits, or without a sign, as the file has it. */
	private static short[] stored(final ImagePlus image, final int z) {
		final short[] stored = ((short[]) image.getStack().getPixels(z + 1)).clone();
		final boolean offset = ImageValues.of(image).type() == io.github.hounsfield.plane.PlaneType.OFFSET16;
		if (offset) for (int i = 0; i < stored.length; i++)
			stored[i] ^= (short) 0x8000;
		return stored;
	}

	private static String sha256(final short[] stored) throws Exception {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * stored.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asShortBuffer().put(stored);
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
	}

	@Test
	void lungWindowsAgreeWithDcmtk() throws Exception {
		int checked = 0;
		for (final String path : Json.object(expected, "files").keySet()) {
			final Map<String, Object> dcmtk = Json.object(file(path), "lung_window_dcmtk");
			if (dcmtk == null) continue;
			final ImagePlus image = single(path);
			final Window window = new Window((Double) dcmtk.get("center"), (Double) dcmtk.get("width"));
			final ImagePlus direct = new ImageWindowing(image).toBytes(slice -> window, WORKERS);
			final ImagePlus overHu = new ImageWindowing(KEEP.convert(image, WORKERS)).toBytes(slice -> window, WORKERS);
			for (final Object sample : Json.list(dcmtk, "at")) {
				final List<?> s = (List<?>) sample;
				final int x = ((Double) s.get(0)).intValue();
				final int y = ((Double) s.get(1)).intValue();
				assertEquals((Double) s.get(2), direct.getProcessor().get(x, y), 1, path + " at " + s);
				assertEquals((Double) s.get(2), overHu.getProcessor().get(x, y), 1, path + " at " + s + " over HU");
			}
			checked++;
		}
		assertTrue(checked >= 15, "only " + checked + " files");
	}

	/** One file, as a series of its own. */
	private static ImagePlus single(final String path) throws IOException {
		final Path alone = Files.createTempDirectory(singles, "single");
		return open(SeriesOpener.DEFAULT, Files.copy(data.resolve(path), alone.resolve("slice.dcm")), "largest");
	}

	@Test
	void theTutorialMethodIsReproducedWhereScannersPadWithMinus2000() throws Exception {
		final HuConversion tutorial = HuConversion.to(HuConversion.Output.SIGNED, PaddingMode.ofLabel(
			"Zero before rescale"));
		int padded = 0;
		for (final String path : Json.object(expected, "files").keySet()) {
			final Map<String, Object> header = file(path);
			final boolean ct = "CT".equals(header.get("Modality")) && Double.valueOf(1).equals(header.get("frames")) &&
				header.containsKey("rescaled") && (path.startsWith("rescale/") || path.startsWith("series/ct-3slice"));
			if (!ct) continue;
			final ImagePlus image = single(path);
			final short[] stored = stored(image, 0);
			if (!corner(stored, image)) continue;
			final Map<String, Object> lut = Json.object(header, "modality_lut");
			final short[] hu = (short[]) tutorial.convert(image, WORKERS).getProcessor().getPixels();
			for (int i = 0; i < stored.length; i++) {
				final int wanted = (int) ((Double) lut.get("slope") * (stored[i] == -2000 ? 0 : stored[i]) + (Double) lut.get(
					"intercept"));
				assertEquals(wanted, (hu[i] & 0xFFFF) - 32768, path);
			}
			padded++;
		}
		assertTrue(padded >= 4, "only " + padded + " slices are padded with -2000");
	}

	private static boolean corner(final short[] stored, final ImagePlus image) {
		return stored[0] == -2000 && stored[image.getWidth() - 1] == -2000;
	}

	@Test
	void filesThatAreNoSeriesAgreeAtTheirSamples() throws Exception {
		int checked = 0;
		for (final String path : Json.object(expected, "files").keySet()) {
			final Map<String, Object> header = file(path);
			final Map<String, Object> lut = Json.object(header, "modality_lut");
			final boolean rescaled = lut != null && !"none".equals(lut.get("kind")) && (path.startsWith("rescale/") || path
				.startsWith("multiframe/") && !path.contains("single-frames"));
			if (!rescaled) continue;
			final ImagePlus image = open(SeriesOpener.DEFAULT, data.resolve(path), "largest");
			final ImageStack hu = KEEP.convert(image, WORKERS).getStack();
			if (hu.size() != ((Double) header.get("frames")).intValue()) continue;
			for (final Object sample : Json.list(header, "samples_at")) {
				final List<?> s = (List<?>) sample;
				final double[] found = new double[hu.size()];
				for (int z = 0; z < found.length; z++)
					found[z] = hu.getVoxel(((Double) s.get(0)).intValue(), ((Double) s.get(1)).intValue(), z);
				final double wanted = ((Double) s.get(4)).floatValue();
				assertTrue(hu.size() == 1 ? found[0] == wanted : contains(found, wanted), path + " " + s);
			}
			checked++;
		}
		assertTrue(checked >= 10, "only " + checked + " files");
	}

	private static boolean contains(final double[] values, final double wanted) {
		for (final double value : values)
			if (value == wanted) return true;
		return false;
	}
}
