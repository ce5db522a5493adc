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
import io.github.hounsfield.plane.PlanarImages;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Finds the lungs of a chest CT by threshold, connection and the density of their cores. Refuses an image without
 * lungs. Besides the volume it holds one byte a voxel, and the runs of voxels under the threshold inside the body. The
 * result is the same for any number of threads.
 */
public final class LungMasker {

	/** Under this spacing a volume is hardly a patient's, mm. */
	static final double MICRO_CT_MM = 0.2;

	private final HuPlanes hu;
	private final PatientGrid grid;
	private final LungMaskOptions options;
	private final Workers workers;
	private final List<String> notes = new ArrayList<>();
	private final byte[][] planes;

	private LungMasker(final HuPlanes hu, final PatientGrid grid, final LungMaskOptions options, final Workers workers) {
		this.hu = hu;
		this.grid = grid;
		this.options = options;
		this.workers = workers;
		planes = new byte[grid.depth()][];
	}

	/**
	 * Finds the lungs.
	 *
	 * @param stored stored values, or HU with {@link SliceTransforms#IDENTITY}: columns, rows, slices; stays the
	 *          caller's own
	 * @param transforms stored values to HU, and what is padding: NaN and padding count as air around the patient
	 * @param grid of the volume
	 * @param workers who does the work
	 * @throws LungException if no lung is found, with what was found; also if the volume has one slice, or not the grid's
	 *          size
	 */
	public static LungMask mask(final RandomAccessibleInterval<? extends RealType<?>> stored,
		final SliceTransforms transforms, final PatientGrid grid, final LungMaskOptions options, final Workers workers)
	{
		return mask(new HuPlanes(stored, transforms), grid, options, workers);
	}

	/**
	 * As {@link #mask(RandomAccessibleInterval, SliceTransforms, PatientGrid, LungMaskOptions, Workers)}, of any slices.
	 */
	public static LungMask mask(final HuPlanes hu, final PatientGrid grid, final LungMaskOptions options,
		final Workers workers)
	{
		checkSize(hu, grid, "volume");
		if (grid.depth() < 2) throw new LungException("the volume has 1 slice",
			"2 slices or more, best the whole chest: the whole series");
		if (grid.width() > Character.MAX_VALUE) throw new LungException("slices are " + grid.width() +
			" pixels wide", "at most " + (int) Character.MAX_VALUE);
		return new LungMasker(hu, grid, options, workers).mask();
	}

	/**
	 * Divides a mask of lungs into right and left.
	 *
	 * @param planes labels, 0 and 1; changed to 1, right, and 2, left
	 * @param middleX column of the middle of the body
	 */
	static void divide(final byte[][] planes, final PatientGrid grid, final double middleX, final Workers workers) {
		new Sides(grid, planes, components(planes, grid, workers), middleX).label(workers);
	}

	static void checkSize(final HuPlanes planes, final PatientGrid grid, final String name) {
		if (planes.width() != grid.width() || planes.height() != grid.height() || planes.planeCount() != grid.depth())
			throw new LungException("the " + name + " has " + planes.width() + " x " + planes.height() + " x " + planes
				.planeCount() + " voxels", grid.width() + " x " + grid.height() + " x " + grid.depth());
	}

	private LungMask mask() {
		if (Math.min(grid.spacingXMm(), grid.spacingYMm()) < MICRO_CT_MM) notes.add("Pixels are " + Math.min(grid
			.spacingXMm(), grid.spacingYMm()) + " mm apart, as in micro-CT: volumes, cores and airways are looked for in the " +
			"size of people.");
		final InnerAir air = new InnerAir(hu, grid, options.threshold(), workers.part(0, 0.25));
		final Components components = new Components(air.runs());
		final double minimum = options.minimumMl(grid.lengthMm());
		final Cores cores = new Cores(components, hu, grid, minimum, workers.part(0.25, 0.5));
		final List<Candidate> candidates = paint(components, cores);
		if (candidates.stream().noneMatch(this::accepts)) throw new Refusal(air, components, candidates, grid, options,
			candidates.isEmpty() ? biggest(components) : "").exception();
		final long airways = options.removeAirways() ? removeAirways(air.middleX(), minimum) : 0;
		new Sides(grid, planes, components(planes, grid, workers.part(0.7, 0.75)), air.middleX()).label(workers.part(0.75,
			0.8));
		final Finish finish = new Finish(hu, grid, options.closeMm(), planes, workers.part(0.8, 1));
		if (finish.after().voxels() == 0) throw new LungException("nothing is left of the lungs without the airways",
			LungException.Remedy.KEEP_AIRWAYS);
		for (final Candidate candidate : candidates)
			if (candidate.isDoubtful()) notes.add((options.force() ? "Taken for lung: " : "Left out: ") + "component of " +
				candidate + ".");
		if (!grid.knowsSides()) notes.add("The image does not say which way the patient lies, so right and left are unknown" +
			(options.removeAirways() ? ", and the last slice was taken for the one nearest to the head" : "") + ".");
		return new LungMask(image(planes, grid), grid, options, List.copyOf(candidates), finish.before(), finish.after(),
			airways * grid.voxelMl(), List.copyOf(notes));
	}

	/** The biggest component in words, if even that is too small. */
	private String biggest(final Components components) {
		double most = 0;
		for (int c = 0; c < components.count(); c++)
			most = Math.max(most, components.voxels(c) * grid.voxelMl());
		return most == 0 ? "" : new Cores(components, hu, grid, most, workers.part(0.5, 1)).candidate(0, grid).toString();
	}

	private boolean accepts(final Candidate candidate) {
		return candidate.verdict() == Candidate.Verdict.LUNG || options.force() && candidate.isDoubtful();
	}

	/** Labels with 1 what is taken for lung. */
	private List<Candidate> paint(final Components components, final Cores cores) {
		final List<Candidate> candidates = new ArrayList<>();
		final boolean[] chosen = new boolean[components.count()];
		for (int i = 0; i < cores.count(); i++) {
			final Candidate candidate = cores.candidate(i, grid);
			candidates.add(candidate);
			chosen[cores.component(i)] = accepts(candidate);
		}
		for (int z = 0; z < planes.length; z++) {
			planes[z] = new byte[grid.planeSize()];
			components.slice(z).paint(planes[z], grid.width(), chosen, (byte) 1);
		}
		return candidates;
	}

	/** Labels the airways. Takes out parts that only the airways joined to the lungs, if they are too small or gas. */
	private long removeAirways(final double middleX, final double minimumMl) {
		final long voxels = new Airways(hu, grid, planes, middleX, workers.part(0.5, 0.6)).label();
		if (voxels == 0) return 0;
		final Components parts = components(planes, grid, workers.part(0.6, 0.65));
		final Cores cores = new Cores(parts, hu, grid, minimumMl, workers.part(0.65, 0.7));
		final boolean[] dropped = new boolean[parts.count()];
		Arrays.fill(dropped, true);
		for (int i = 0; i < cores.count(); i++)
			dropped[cores.component(i)] = cores.candidate(i, grid).verdict() == Candidate.Verdict.GAS;
		for (int z = 0; z < planes.length; z++)
			parts.slice(z).paint(planes[z], grid.width(), dropped, (byte) 0);
		return voxels;
	}

	/** Components of the label 1. */
	private static Components components(final byte[][] planes, final PatientGrid grid, final Workers workers) {
		final Runs[] runs = new Runs[planes.length];
		workers.run(planes.length, () -> {
			final byte[] ones = new byte[grid.planeSize()];
			return z -> {
				for (int i = 0; i < ones.length; i++)
					ones[i] = (byte) (planes[z][i] == 1 ? 1 : 0);
				runs[z] = Runs.of(ones, grid.width(), grid.height());
			};
		});
		return new Components(runs);
	}

	/** An image that shares the planes. */
	static RandomAccessibleInterval<UnsignedByteType> image(final byte[][] planes, final PatientGrid grid) {
		final List<ByteArray> arrays = new ArrayList<>();
		for (final byte[] plane : planes)
			arrays.add(new ByteArray(plane));
		return PlanarImages.of(arrays, new UnsignedByteType(), grid.width(), grid.height(), grid.depth());
	}
}
