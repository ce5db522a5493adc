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
package io.github.hounsfield.lung;

import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Measures how dense the lungs in a mask are, in double precision and without correction. Shares under -950 HU follow
 * Gevenois et al. (Am J Respir Crit Care Med 152, 1995, 653-657), the 15th percentile and its adjustment to a volume
 * Parr et al. (Respir Res 9, 2008, 21). The same for any number of threads.
 */
public final class LungDensity {

	/** If more than this share of a mask is outside the range of HU, it is no lung in HU. */
	static final double MOST_OUTSIDE = 0.01;

	private static final int MEDIAN = 50;

	private final HuPlanes hu;
	private final PatientGrid grid;
	private final DensityOptions options;
	private final Workers workers;
	private final MaskLabels labels;
	private final SliceTally[][] tallies;

	private LungDensity(final HuPlanes hu, final MaskLabels labels, final PatientGrid grid, final DensityOptions options,
		final Workers workers)
	{
		this.hu = hu;
		this.labels = labels;
		this.grid = grid;
		this.options = options;
		this.workers = workers;
		tallies = new SliceTally[grid.depth()][2];
	}

	/**
	 * Measures.
	 *
	 * @param stored stored values, or HU with {@link SliceTransforms#IDENTITY}: columns, rows, slices; stays the
	 *          caller's own
	 * @param transforms stored values to HU, and what is padding, which is not measured
	 * @param mask 255 for lung, or 1 for the right and 2 for the left lung, 0 elsewhere; of the volume's size
	 * @param grid of both
	 * @throws LungException where the mask is empty, has another size or other numbers, or does not hold HU
	 */
	public static DensityTable measure(final RandomAccessibleInterval<? extends RealType<?>> stored,
		final SliceTransforms transforms, final RandomAccessibleInterval<? extends RealType<?>> mask,
		final PatientGrid grid, final DensityOptions options, final Workers workers)
	{
		return measure(new HuPlanes(stored, transforms), new HuPlanes(mask, SliceTransforms.IDENTITY), grid, options,
			workers);
	}

	/**
	 * As {@link #measure(RandomAccessibleInterval, SliceTransforms, RandomAccessibleInterval, PatientGrid, DensityOptions,
	 * Workers)}, of any slices.
	 */
	public static DensityTable measure(final HuPlanes hu, final HuPlanes mask, final PatientGrid grid,
		final DensityOptions options, final Workers workers)
	{
		LungMasker.checkSize(hu, grid, "volume");
		final MaskLabels labels = new MaskLabels(mask, grid, workers.part(0, 0.2));
		final boolean sides = options.sides() && labels.divide(hu, workers.part(0.2, 0.4));
		return new LungDensity(hu, labels, grid, options, workers.part(0.4, 1)).measure(sides);
	}

	private DensityTable measure(final boolean sides) {
		final double[] thresholds = options.thresholds().stream().mapToDouble(t -> t).toArray();
		workers.part(0, 0.5).run(grid.depth(), () -> {
			final HuPlanes.Reader reader = hu.reader();
			final double[] values = new double[grid.planeSize()];
			final int[] counts = new int[SliceTally.BINS];
			return z -> {
				reader.read(z, values);
				for (byte label = 1; label <= 2; label++)
					tallies[z][label - 1] = SliceTally.of(values, labels.plane(z), label, thresholds, counts);
			};
		});
		final List<String> notes = new ArrayList<>(labels.notes());
		final List<Region> regions = regions(sides, notes);
		final List<DensityRow> rows = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++) {
			final double from = 0.5 + 0.5 * i / regions.size();
			rows.add(row(regions.get(i), workers.part(from, from + 0.5 / regions.size())));
		}
		return new DensityTable(List.copyOf(rows), List.copyOf(notes));
	}

	/** The regions that have voxels. Notes what the user must know of all voxels together. */
	private List<Region> regions(final boolean sides, final List<String> notes) {
		final Region both = new Region("both", 3, 0, grid.depth());
		final SliceTally all = sum(both, new long[SliceTally.BINS]);
		check(all, notes);
		final List<Region> regions = new ArrayList<>(List.of(both));
		if (sides) for (final Region side : List.of(new Region("right", 1, 0, grid.depth()), new Region("left", 2, 0, grid
			.depth())))
			if (sum(side, new long[SliceTally.BINS]).moments.n() > 0) regions.add(side);
			else notes.add("There is no " + side.name() + " lung in the mask.");
		if (!options.thirds()) return regions;
		if (grid.headward() == 0) throw new LungException(
			"where the head is is not known, and thirds need it", "an image with ImageOrientationPatient",
			LungException.Remedy.MEASURE_NO_THIRDS);
		final List<Region> withThirds = new ArrayList<>();
		for (final Region region : regions) {
			withThirds.add(region);
			withThirds.addAll(thirds(region));
		}
		return withThirds;
	}

	private void check(final SliceTally all, final List<String> notes) {
		final long n = all.moments.n();
		if (n == 0) throw new LungException("none of the " + Text.count(all.unknown,
			"voxel") + " of the mask has HU: all are padding or NaN");
		if (all.unknown > 0) notes.add("Padding or NaN in the image is left out: " + Text.count(all.unknown,
			"voxel") + " of the mask.");
		if (all.outside > MOST_OUTSIDE * n) throw new LungException(Text.number(100.0 * all.outside / n) +
			" % of the mask is under " + Text.number(SliceTally.LOWEST_HU) + " or over " + Text.number(SliceTally.HIGHEST_HU) +
			" HU", "1 % at most, in an image in HU with a mask of its own");
		if (all.clipped > 0) notes.add(Text.percent((double) all.clipped / n) + " of the mask (" + Text.count(all
			.clipped, "voxel") + ") is at " + Text.number(SliceTally.CLIPPED_HU) +
			" HU or under: clipped by the scanner, or padding.");
		for (final int z : new int[] { 0, grid.depth() - 1 }) {
			final long cut = tallies[z][0].moments.n() + tallies[z][1].moments.n();
			if (cut > 0) notes.add("The lungs are cut at the " + (z == 0 ? "first" : "last") + " slice: " + Text.number(cut *
				grid.pixelMm2() / 100) + " cm2 there.");
		}
	}

	/**
	 * Thirds of equal volume from the head to the feet. A slice belongs to the third that holds the middle of its volume.
	 * So no slice is divided.
	 */
	private List<Region> thirds(final Region region) {
		final long[] counts = new long[grid.depth()];
		double n = 0;
		for (int z = 0; z < counts.length; z++) {
			for (int label = 1; label <= 2; label++)
				if (region.takes(label)) counts[z] += tallies[z][label - 1].moments.n();
			n += counts[z];
		}
		final int[] bounds = { 0, 0, 0, grid.depth() };
		double before = 0;
		for (int z = 0; z < counts.length; z++) {
			final double middle = before + counts[z] / 2.0;
			for (int third = 1; third <= 2; third++)
				if (counts[z] > 0 && middle < n * third / 3) bounds[third] = z + 1;
			before += counts[z];
		}
		final String[] names = grid.headward() > 0 ? new String[] { "lower", "middle", "upper" } : new String[] { "upper",
			"middle", "lower" };
		final List<Region> thirds = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			thirds.add(new Region(region.name() + " " + names[i], region.labels(), bounds[i], Math.max(bounds[i], bounds[i +
				1])));
		if (grid.headward() > 0) Collections.reverse(thirds);
		return thirds;
	}

	private SliceTally sum(final Region region, final long[] bins) {
		final SliceTally sum = new SliceTally(options.thresholds().size());
		for (int z = region.from(); z < region.to(); z++)
			for (int label = 1; label <= 2; label++)
				if (region.takes(label)) sum.add(tallies[z][label - 1], bins);
		return sum;
	}

	private DensityRow row(final Region region, final Workers own) {
		final long[] bins = new long[SliceTally.BINS];
		final SliceTally sum = sum(region, bins);
		final Moments moments = sum.moments;
		final long n = moments.n();
		final double voxel = grid.voxelMl();
		final OrderStatistics order = new OrderStatistics(n, bins, sum.whole, (from, to, sink) -> read(region, from, to,
			sink));
		final Map<String, Double> values = new LinkedHashMap<>();
		values.put("Volume_ml", n * voxel);
		values.put("MLD_HU", moments.mean());
		values.put("SD_HU", moments.standardDeviation());
		values.put("Median_HU", n == 0 ? Double.NaN : order.percentile(MEDIAN));
		values.put("Skewness", n == 0 ? Double.NaN : moments.skewness());
		values.put("Kurtosis", n == 0 ? Double.NaN : moments.excessKurtosis());
		values.put("Mass_g", sum.mass * voxel);
		values.put("Air_ml", sum.air * voxel);
		values.put("Tissue_ml", (n - sum.air) * voxel);
		for (int t = 0; t < sum.below.length; t++)
			values.put("LAA" + name(-options.thresholds().get(t)) + "_percent", 100.0 * sum.below[t] / n);
		values.put("HAA_percent", 100.0 * sum.high / n);
		for (final double percent : options.percentiles()) {
			final double p = n == 0 ? Double.NaN : order.percentile(percent);
			final String name = "Perc" + name(percent);
			values.put(name + "_HU", p);
			values.put(name + "_g_l", p + 1000);
			options.referenceMl().ifPresent(reference -> values.put(name + "_VA_g_l", (p + 1000) * n * voxel / reference));
		}
		if (options.clusters()) {
			final Clusters clusters = clusters(region, own);
			values.put("Clusters_D", clusters.exponent());
			values.put("Clusters_n", (double) clusters.n());
			values.put("Clusters_r2", clusters.r2());
		}
		return new DensityRow(region.name(), n, Collections.unmodifiableMap(values), SliceTally.LEAST_HU, bins);
	}

	/** A number in a column's name, without decimals if it is whole. */
	private static String name(final double number) {
		return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
	}

	private void read(final Region region, final double from, final double to,
		final DoubleConsumer sink)
	{
		final HuPlanes.Reader reader = hu.reader();
		final double[] values = new double[grid.planeSize()];
		for (int z = region.from(); z < region.to(); z++) {
			reader.read(z, values);
			final byte[] plane = labels.plane(z);
			for (int i = 0; i < plane.length; i++)
				if (region.takes(plane[i]) && values[i] >= from && values[i] <= to && !Double.isInfinite(values[i])) sink.accept(
					values[i]);
		}
	}

	private Clusters clusters(final Region region, final Workers own) {
		final Runs[] runs = new Runs[region.to() - region.from()];
		own.run(runs.length, () -> {
			final HuPlanes.Reader reader = hu.reader();
			final double[] values = new double[grid.planeSize()];
			final byte[] chosen = new byte[grid.planeSize()];
			return i -> {
				final int z = region.from() + i;
				reader.read(z, values);
				final byte[] plane = labels.plane(z);
				for (int k = 0; k < chosen.length; k++)
					chosen[k] = (byte) (region.takes(plane[k]) && values[k] < DensityOptions.CLUSTER_HU && !Double.isInfinite(
						values[k]) ? 1 : 0);
				runs[i] = Runs.of(chosen, grid.width(), grid.height());
			};
		});
		return Clusters.of(new Components(runs));
	}
}
