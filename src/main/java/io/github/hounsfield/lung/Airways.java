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
import io.github.hounsfield.work.Workers;
import java.util.Arrays;

/**
 * Finds trachea and main bronchi within the lungs' component. They are dark areas, grown slice by slice from the head
 * to the feet. A start is dark, lies near the middle of the body and has a wall of tissue around it. A branch ends
 * where it runs out into the lung: at an area over {@link #LARGEST_MM2}, or over twice that of the slice before. A
 * branch shorter than {@link #SHORTEST_MM} does not count.
 */
final class Airways {

	/** Label of airways in a plane. */
	static final byte LABEL = 3;

	/** At or under this HU a voxel may be in an airway. */
	static final double DARKEST_WALL = -900;

	/** Largest area of a branch in a slice, mm2. */
	static final double LARGEST_MM2 = 1000;

	/** Least area of a start, mm2. */
	static final double LEAST_START_MM2 = 40;

	/** A start lies no farther than this from the middle of the body, mm. */
	static final double FROM_MIDDLE_MM = 60;

	/** Least part of the ring that is tissue, at a start and on the way. */
	static final double WALL_AT_START = 0.75;
	static final double WALL_ON_WAY = 0.5;

	/** Most mean HU of an area, at a start and on the way. Dark areas of lung are denser. */
	static final double MEAN_AT_START = -950;
	static final double MEAN_ON_WAY = -940;

	/** Least length of a branch from its start, mm; all slices where there are fewer. */
	static final double SHORTEST_MM = 15;

	/** Thickness of the wall, which goes with the airway, mm. It is neither dark nor tissue. */
	static final double WALL_MM = 2;

	private static final double RING_INNER_MM = 2;
	private static final double RING_OUTER_MM = 4;

	private final PatientGrid grid;
	private final byte[][] planes;
	private final double middleX;
	private final Runs[] dark;
	/** Mean HU of the areas of a slice, by their least run. */
	private final double[][] means;
	/** The branch of each area of a slice by its least run, from 1; 0 for none. */
	private final int[][] branches;
	private int count;

	/**
	 * @param planes labels, 1: component of a lung, 0: not
	 * @param middleX column of the middle of the body
	 */
	Airways(final HuPlanes hu, final PatientGrid grid, final byte[][] planes, final double middleX,
		final Workers workers)
	{
		this.grid = grid;
		this.planes = planes;
		this.middleX = middleX;
		dark = new Runs[grid.depth()];
		branches = new int[grid.depth()][];
		means = new double[grid.depth()][];
		workers.run(grid.depth(), () -> {
			final HuPlanes.Reader reader = hu.reader();
			final double[] values = new double[grid.planeSize()];
			final byte[] chosen = new byte[grid.planeSize()];
			return z -> {
				reader.read(z, values);
				for (int i = 0; i < chosen.length; i++)
					chosen[i] = (byte) (planes[z][i] != 0 && values[i] <= DARKEST_WALL ? 1 : 0);
				dark[z] = Runs.of(chosen, grid.width(), grid.height());
				branches[z] = new int[dark[z].count()];
				means[z] = means(dark[z], values);
			};
		});
	}

	private double[] means(final Runs runs, final double[] values) {
		final double[] means = new double[runs.count()];
		for (int y = 0; y < runs.height(); y++)
			for (int i = runs.rows[y]; i < runs.rows[y + 1]; i++)
				for (int x = runs.from[i]; x < runs.to[i]; x++)
					means[runs.component[i]] += values[y * grid.width() + x];
		final int[] areas = runs.areas();
		for (int i = 0; i < means.length; i++)
			means[i] /= areas[i];
		return means;
	}

	/**
	 * Labels the airways.
	 *
	 * @return voxels that were labelled
	 */
	long label() {
		final int step = grid.headward() < 0 ? 1 : -1;
		final int top = step < 0 ? grid.depth() - 1 : 0;
		final int starts = (grid.depth() + 1) / 2;
		for (int i = 0, z = top; i < grid.depth(); i++, z += step) {
			if (i > 0) grow(z - step, z);
			if (i < starts) start(z);
		}
		return paint();
	}

	/** Follows the branches of a slice into the next. */
	private void grow(final int from, final int to) {
		final Runs before = dark[from];
		final Runs here = dark[to];
		final int[] areasBefore = areas(before, branches[from]);
		final int[] parentArea = new int[here.count()];
		final int[] parent = new int[here.count()];
		Runs.overlaps(before, here, (a, b) -> {
			final int old = before.component[a];
			final int now = here.component[b];
			if (branches[from][old] == 0) return;
			if (parent[now] == 0 || branches[from][old] < parent[now]) parent[now] = branches[from][old];
			parentArea[now] = Math.max(parentArea[now], areasBefore[old]);
		});
		final int[] areas = here.areas();
		for (int i = 0; i < here.count(); i++) {
			if (here.component[i] != i || parent[i] == 0) continue;
			final boolean small = areas[i] * grid.pixelMm2() <= LARGEST_MM2 && areas[i] <= 2L * parentArea[i];
			if (small && means[to][i] <= MEAN_ON_WAY && wall(to, i) >= WALL_ON_WAY) branches[to][i] = parent[i];
		}
	}

	private static int[] areas(final Runs runs, final int[] branch) {
		final int[] areas = runs.areas();
		for (int i = 0; i < areas.length; i++)
			if (branch[i] == 0) areas[i] = 0;
		return areas;
	}

	/** Finds starts among areas that no branch has reached. */
	private void start(final int z) {
		final Runs runs = dark[z];
		final int[] areas = runs.areas();
		final double[] sumX = new double[runs.count()];
		for (int i = 0; i < runs.count(); i++)
			sumX[runs.component[i]] += (runs.to[i] - runs.from[i]) * (runs.from[i] + runs.to[i] - 1) / 2.0;
		for (int i = 0; i < runs.count(); i++) {
			final double area = areas[i] * grid.pixelMm2();
			if (branches[z][i] != 0 || area < LEAST_START_MM2 || area > LARGEST_MM2) continue;
			final double fromMiddle = Math.abs(sumX[i] / areas[i] - middleX) * grid.spacingXMm();
			if (fromMiddle > FROM_MIDDLE_MM || means[z][i] > MEAN_AT_START) continue;
			if (wall(z, i) >= WALL_AT_START) branches[z][i] = ++count;
		}
	}

	/** Part of the ring around an area of a slice that is not in the lungs' component. */
	private double wall(final int z, final int component) {
		final Disc outer = new Disc(RING_OUTER_MM, grid.spacingXMm(), grid.spacingYMm());
		final Disc inner = new Disc(RING_INNER_MM, grid.spacingXMm(), grid.spacingYMm());
		final Patch patch = Patch.of(dark[z], component, outer.reachX(), outer.reachY());
		final int size = patch.width() * patch.height();
		final byte[] wide = new byte[size];
		final byte[] near = new byte[size];
		outer.dilate(patch.pixels(), patch.width(), patch.height(), wide);
		inner.dilate(patch.pixels(), patch.width(), patch.height(), near);
		int ring = 0;
		int tissue = 0;
		for (int y = Math.max(0, -patch.y()); y < Math.min(patch.height(), grid.height() - patch.y()); y++)
			for (int x = Math.max(0, -patch.x()); x < Math.min(patch.width(), grid.width() - patch.x()); x++) {
				final int at = y * patch.width() + x;
				if (wide[at] == 0 || near[at] != 0) continue;
				ring++;
				if (planes[z][(patch.y() + y) * grid.width() + patch.x() + x] == 0) tissue++;
			}
		return ring == 0 ? 1 : (double) tissue / ring;
	}

	private long paint() {
		final int[] slices = new int[count + 1];
		for (final int[] slice : branches)
			Arrays.stream(slice).filter(branch -> branch != 0).distinct().forEach(branch -> slices[branch]++);
		final int needed = (int) Math.min(grid.depth(), Math.ceil(SHORTEST_MM / grid.spacingZMm()));
		final Disc disc = new Disc(Math.max(WALL_MM, Math.max(grid.spacingXMm(), grid.spacingYMm())), grid.spacingXMm(), grid
			.spacingYMm());
		long voxels = 0;
		for (int z = 0; z < grid.depth(); z++) {
			final int[] own = branches[z];
			final Patch patch = Patch.of(dark[z], c -> own[c] != 0 && slices[own[c]] >= needed, disc.reachX(), disc.reachY());
			if (patch == null) continue;
			final byte[] wide = new byte[patch.width() * patch.height()];
			disc.dilate(patch.pixels(), patch.width(), patch.height(), wide);
			for (int y = Math.max(0, -patch.y()); y < Math.min(patch.height(), grid.height() - patch.y()); y++)
				for (int x = Math.max(0, -patch.x()); x < Math.min(patch.width(), grid.width() - patch.x()); x++) {
					final int at = (patch.y() + y) * grid.width() + patch.x() + x;
					if (wide[y * patch.width() + x] == 0 || planes[z][at] == 0) continue;
					planes[z][at] = LABEL;
					voxels++;
				}
		}
		return voxels;
	}
}
