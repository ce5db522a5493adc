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
package io.github.hounsfield.demo;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.plugin.MontageMaker;
import ij.process.ImageStatistics;
import ij.process.StackStatistics;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.export.VoxelType;
import io.github.hounsfield.haar.DetectionParameters;
import io.github.hounsfield.haar.FaceDetector;
import io.github.hounsfield.haar.ShippedCascade;
import io.github.hounsfield.imagej.export.HuNormalizing;
import io.github.hounsfield.imagej.export.ImageExport;
import io.github.hounsfield.imagej.export.ImageResampling;
import io.github.hounsfield.imagej.export.ResamplingChoice;
import io.github.hounsfield.imagej.faces.DetectionRois;
import io.github.hounsfield.imagej.faces.FaceSearch;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.HuPlot;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.lung.DensityMeasurement;
import io.github.hounsfield.imagej.lung.LungMasking;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.HuNormalization;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.WindowPreset;
import io.github.hounsfield.lung.DensityOptions;
import io.github.hounsfield.lung.DensityRow;
import io.github.hounsfield.lung.LungException;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.sample.FacePhotograph;
import io.github.hounsfield.sample.ThoraxPhantom;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The main job from one end to the other, without a window: a folder of slices to a volume, to HU, to a lung window, a
 * montage and a histogram; and faces in a photograph. Arguments: where the pictures go, and, if wanted, a folder of
 * one's own; without one, a thorax phantom is written and read back.
 */
public final class Demo {

	/** Spacing of the exported volume, mm along x, y and z. */
	private static final String GRID = "2";

	/** Slices of the montage, in rows of four. */
	private static final int TILES = 12;

	/** Exit status where the demo cannot show the folder; the build takes it for a sentence, not for a failure. */
	private static final int REFUSED = 2;

	private final Path out;
	private final Workers workers = Workers.threads(Runtime.getRuntime().availableProcessors());

	private Demo(final Path out) {
		this.out = out;
	}

	public static void main(final String[] args) {
		final Demo demo = new Demo(Path.of(args[0]));
		try {
			Files.createDirectories(demo.out);
			demo.run(args.length > 1 && !args[1].isBlank() ? Path.of(args[1]) : null);
		}
		catch (final IOException | ImageException | IntensityException e) {
			System.out.println("The demo ends here: " + e.getMessage() + ". It shows the way of a CT; take a folder with a CT " +
				"series, or leave out -Dpath for the phantom.");
			System.exit(REFUSED);
		}
		System.exit(0);
	}

	private void run(final Path own) throws IOException {
		final CtSeriesWriter writer = CtSeriesWriter.chest();
		final Path folder = own != null ? own : out.resolve("dicom");
		if (own == null) {
			writer.write(folder);
			say("Wrote a thorax phantom of %d slices, %d x %d, as DICOM files", writer.slices(), writer.size(), writer.size());
		}
		final ImagePlus ct = open(folder);
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.AIR).convert(ct,
			workers);
		final ImageStatistics statistics = new StackStatistics(hu);
		say("Converted to HU: %s to %s, mean %s", number(statistics.min), number(statistics.max), number(statistics.mean));
		if (own == null) compare(hu, writer);
		lungs(hu, own == null ? writer : null);
		window(hu);
		save(HuPlot.of(ct, workers).plot().getImagePlus(), "hu-histogram.png");
		faces();
		try {
			export(hu);
		}
		catch (final ImageException e) {
			say("Not exported: %s", e.getMessage());
		}
		say("The pictures are in %s", out.toAbsolutePath().normalize());
	}

	private ImagePlus open(final Path folder) throws IOException {
		final SeriesOpener opener = SeriesOpener.DEFAULT;
		final SeriesListing listing = opener.scan(List.of(folder));
		final Series series = listing.resolve(SeriesListing.LARGEST).get(0);
		final SeriesOpener.Opened opened = opener.open(series);
		final ImagePlus ct = opened.image();
		final Calibration calibration = ct.getCalibration();
		say("Opened %s (the largest of %d series): %d x %d x %d voxels of %s x %s x %s %s", series.modality(), listing
			.series().size(), ct.getWidth(), ct.getHeight(), ct.getStackSize(), number(calibration.pixelWidth), number(
				calibration.pixelHeight), number(calibration.pixelDepth), calibration.getUnit());
		opened.report().forEach(System.out::println);
		return ct;
	}

	/** What was measured beside what the phantom was made of. */
	private static void compare(final ImagePlus hu, final CtSeriesWriter writer) {
		for (final ThoraxPhantom.Probe probe : ThoraxPhantom.PROBES)
			say("  %-12s %7.1f HU measured, made of %5d HU", probe.name(), mean(hu, probe, writer), probe.material().hu());
	}

	private static double mean(final ImagePlus hu, final ThoraxPhantom.Probe probe, final CtSeriesWriter writer) {
		final int radius = (int) (probe.radius() / writer.spacingMm());
		final int x = (int) Math.round((probe.x() - writer.corner()) / writer.spacingMm());
		final int y = (int) Math.round((probe.y() - writer.corner()) / writer.spacingMm());
		final int slice = (int) Math.round((probe.z() - writer.z(0)) / writer.sliceSpacingMm());
		double sum = 0;
		int count = 0;
		for (int dy = -radius; dy <= radius; dy++)
			for (int dx = -radius; dx <= radius; dx++)
				if (dx * dx + dy * dy <= radius * radius) {
					sum += hu.getStack().getVoxel(x + dx, y + dy, slice);
					count++;
				}
		return sum / count;
	}

	/** Outlines the lungs and measures them; beside what the phantom's are made of, where it is the phantom. */
	private void lungs(final ImagePlus hu, final CtSeriesWriter writer) throws IOException {
		final DensityMeasurement density;
		final ImagePlus mask;
		try {
			final LungMasking lungs = new LungMasking(hu, LungMaskOptions.DEFAULT.withClose(0), workers);
			mask = lungs.image(lungs.knowsSides());
			lungs.outline();
			density = DensityMeasurement.of(hu, mask, DensityOptions.DEFAULT, workers);
		}
		catch (final LungException | ImageException e) {
			say("Lungs: %s", e.getMessage());
			return;
		}
		final ThoraxPhantom.Lungs made = writer == null ? null : writer.lungs();
		for (final DensityRow row : density.rows())
			say("  %-5s lung  %7.1f ml, mean %6.1f HU, under -950 HU %5.2f %%%s", row.region(), row.value("Volume_ml"), row
				.value("MLD_HU"), row.value("LAA950_percent"), made == null ? "" : made(row.region(), made, writer));
		hu.setSlice(hu.getStackSize() * 3 / 4);
		save(hu.flatten(), "lung-outlines.png");
		save(density.plot().getImagePlus(), "lung-density.png");
		hu.setOverlay(null);
	}

	private static String made(final String region, final ThoraxPhantom.Lungs made, final CtSeriesWriter writer) {
		final double right = made.rightMm2() * writer.sliceSpacingMm() / 1000;
		final double left = made.leftMm2() * writer.sliceSpacingMm() / 1000;
		final double both = made.rightMm2() + made.leftMm2();
		return switch (region) {
			case "right" -> String.format(Locale.ROOT, "; made of %.1f ml", right);
			case "left" -> String.format(Locale.ROOT, "; made of %.1f ml", left);
			default -> String.format(Locale.ROOT, "; made of %.1f ml, mean %.1f HU, emphysema %.2f %%", right + left, made
				.sumHu() / both, 100 * made.emphysemaMm2() / both);
		};
	}

	private void window(final ImagePlus hu) throws IOException {
		final ImagePlus lung = new ImageWindowing(hu).toBytes(slice -> WindowPreset.LUNG.window(), workers);
		final int step = Math.max(1, lung.getStackSize() / TILES);
		final int tiles = Math.min(TILES, lung.getStackSize());
		final int columns = Math.min(4, tiles);
		final ImagePlus montage = new MontageMaker().makeMontage2(lung, columns, (tiles + columns - 1) / columns, 0.5,
			1 + step / 2, Math.min(lung.getStackSize(), step * tiles), step, 2, false);
		save(montage, "lung-montage.png");
		lung.setSlice(lung.getStackSize() / 2 + 1);
		save(new ImagePlus("lung", lung.getProcessor()), "lung-slice.png");
		say("Lung window %s: montage of %d slices", WindowPreset.LUNG.label(), tiles);
	}

	/** What a network is trained on: an even grid, values about 0, and a file that says where the voxels lie. */
	private void export(final ImagePlus hu) throws IOException {
		final ImagePlus resampled = new ImageResampling(hu, ResamplingChoice.of(GRID, "linear", "centre", -1000, false))
			.resample(workers);
		final ImagePlus normalized = HuNormalizing.normalize(resampled, HuNormalization.clipped(-1000, 400, 0.25), workers);
		final VolumeWriter writer = VolumeWriter.with(workers).withType(VoxelType.ofLabel("auto")).withOverwrite(true);
		for (final String name : List.of("chest.nii.gz", "chest.npy"))
			say("Exported %s", ImageExport.write(name.endsWith(".npy") ? normalized : resampled, out.resolve(name).toString(),
				writer, told -> {}).replace(out.toString(), "").substring(1));
		say("  in Python: nibabel.load('chest.nii.gz') has HU and the place in the patient (affine);");
		say(
			"  numpy.load('chest.npy') is [z, y, x], normalized; json.load(open('chest.json')) says its spacing, origin, " +
				"direction");
	}

	private void faces() throws IOException {
		final ImagePlus photograph = new ImagePlus(FacePhotograph.NAME, FacePhotograph.read());
		final FaceDetector detector = new FaceDetector(ShippedCascade.FRONTALFACE_ALT.load(), DetectionParameters.DEFAULTS
			.withMinNeighbors(5).withMinSize(30, 30));
		final List<FaceSearch.Found> found = new FaceSearch(detector).in(photograph, List.of(1),
			Workers.serial());
		final List<Roi> rois = DetectionRois.rois(photograph, found, "Face");
		say("Faces are looked for in a photograph that comes with the suite; it is not of the patient");
		for (final FaceSearch.Found one : found)
			say("  a face at x %d, y %d, %d x %d pixels, %d neighbors", one.detection().x(), one.detection().y(), one
				.detection().width(), one.detection().height(), one.detection().neighbors());
		DetectionRois.show(photograph, rois, List.of(1));
		save(photograph.flatten(), "faces.png");
	}

	private void save(final ImagePlus image, final String name) throws IOException {
		final Path file = out.resolve(name);
		if (!new FileSaver(image).saveAsPng(file.toString())) throw new IOException(file + " could not be written");
		say("  wrote %s", name);
	}

	private static String number(final double value) {
		return IJ.d2s(value, 4).replaceAll("\\.?0+$", "");
	}

	private static void say(final String format, final Object... values) {
		System.out.printf(Locale.ROOT, format + "%n", values);
	}
}
