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

import java.util.List;
import java.util.Random;

/**
 * A chest made of ellipsoids and tubes, in patient coordinates (LPS, mm, origin in the middle of the chest): It has a
 * body with a rim of fat, lungs with vessels, an emphysema, a nodule and another at the pleura, trachea, heart, spine
 * with discs, ribs, breastbone, and the scanner's table. Every material has one HU value. So a measurement in a picture
 * can be compared with the truth.
 */
public final class ThoraxPhantom {

	/** What the phantom is made of, HU. */
	public enum Material {
		AIR(-1000), LUNG(-860), EMPHYSEMA(-985), FAT(-100), MUSCLE(50), BLOOD(45), NODULE(30), DISC(80), SPONGY_BONE(300),
		CORTICAL_BONE(900), TABLE_FOAM(-900), TABLE_SHELL(-250);

		private final int hu;

		Material(final int hu) {
			this.hu = hu;
		}

		public int hu() {
			return hu;
		}
	}

	/**
	 * A ball that lies wholly in one material.
	 *
	 * @param x patient coordinate to the left, mm
	 * @param y patient coordinate to the back, mm
	 * @param z patient coordinate to the head, mm
	 * @param radius mm
	 */
	public record Probe(String name, Material material, double x, double y, double z, double radius) {}

	/** Places to measure lung, tissue and bone. */
	public static final List<Probe> PROBES = List.of(
		new Probe("lung", Material.LUNG, -122, -10, 0, 6),
		new Probe("soft tissue", Material.BLOOD, 20, -25, -30, 15),
		new Probe("bone", Material.SPONGY_BONE, 0, 72, 6, 9));

	/** Length along z that holds lungs, mm; the phantom reaches this far to both sides of 0. */
	public static final double HALF_LENGTH = 130;

	private static final double RIB_SPACING = 26;
	private static final double VERTEBRA_SPACING = 24;
	private static final double DISC_THICKNESS = 5;

	private final VesselTree rightVessels = new VesselTree(-28, 0, 0, -1, new Random(11));
	private final VesselTree leftVessels = new VesselTree(32, 0, 0, 1, new Random(12));

	/**
	 * One slice without noise.
	 *
	 * @param z patient coordinate, mm
	 * @param size rows and columns
	 * @param spacing mm between pixels; the middle of the slice is at (0, 0)
	 * @return HU, rows from front to back, columns from right to left of the patient
	 */
	public float[] slice(final double z, final int size, final double spacing) {
		return soften(sharp(z, size, spacing), size);
	}

	/**
	 * What the lungs are made of in one slice, vessels and nodules left out.
	 *
	 * @param rightMm2 right lung, emphysema included, mm2
	 * @param leftMm2 left lung, mm2
	 * @param emphysemaMm2 emphysema, mm2
	 * @param sumHu HU times mm2 of both
	 */
	public record Lungs(double rightMm2, double leftMm2, double emphysemaMm2, double sumHu) {

		public Lungs and(final Lungs other) {
			return new Lungs(rightMm2 + other.rightMm2, leftMm2 + other.leftMm2, emphysemaMm2 + other.emphysemaMm2, sumHu +
				other.sumHu);
		}
	}

	/** What the lungs of one slice are made of; as {@link #slice}. */
	public Lungs lungs(final double z, final int size, final double spacing) {
		final float[] hu = sharp(z, size, spacing);
		final double[] pixels = new double[4];
		for (int at = 0; at < hu.length; at++) {
			if (hu[at] != Material.LUNG.hu() && hu[at] != Material.EMPHYSEMA.hu()) continue;
			pixels[coordinate(at % size, size, spacing) < 0 ? 0 : 1]++;
			if (hu[at] == Material.EMPHYSEMA.hu()) pixels[2]++;
			pixels[3] += hu[at];
		}
		final double area = spacing * spacing;
		return new Lungs(pixels[0] * area, pixels[1] * area, pixels[2] * area, pixels[3] * area);
	}

	private float[] sharp(final double z, final int size, final double spacing) {
		final float[] hu = new float[size * size];
		final boolean[] lung = new boolean[size * size];
		for (int row = 0; row < size; row++)
			for (int column = 0; column < size; column++) {
				final int at = row * size + column;
				final Material material = material(coordinate(column, size, spacing), coordinate(row, size, spacing), z);
				hu[at] = material.hu();
				lung[at] = material == Material.LUNG;
			}
		rightVessels.paint(hu, lung, z, size, spacing, Material.BLOOD.hu());
		leftVessels.paint(hu, lung, z, size, spacing, Material.BLOOD.hu());
		return hu;
	}

	static double coordinate(final int index, final int size, final double spacing) {
		return (index - (size - 1) / 2.0) * spacing;
	}

	private static Material material(final double x, final double y, final double z) {
		if (y > 118) return table(x, y);
		final double body = ellipse(x, y, 0, 0, 178, 112);
		if (body > 1) return Material.AIR;
		if (ellipse(x, y, 0, 0, 164, 99) > 1) return Material.FAT;
		final Material bone = bone(x, y, z);
		if (bone != null) return bone;
		if (ball(x, y, z, -85, -25, 22, 9) <= 1) return Material.NODULE;
		if (ball(x, y, z, -134, -2, -40, 5) <= 1) return Material.NODULE;
		if (ellipsoid(x, y, z, 22, -28, -35, 58, 46, 62) <= 1) return Material.BLOOD;
		if (ellipse(x, y, 18, 42, 13, 13) <= 1) return Material.BLOOD;
		if (ellipse(x, y, 0, 8, 9, 9) <= 1 && z > 10) return Material.AIR;
		if (ball(x, y, z, -84, 5, 66, 20) <= 1) return Material.EMPHYSEMA;
		if (ellipsoid(x, y, z, -80, -2, -8, 58, 76, 122) <= 1) return Material.LUNG;
		if (ellipsoid(x, y, z, 84, 4, -4, 54, 72, 118) <= 1) return Material.LUNG;
		return Material.MUSCLE;
	}

	private static Material bone(final double x, final double y, final double z) {
		final double vertebra = ellipse(x, y, 0, 72, 23, 17);
		if (vertebra <= 1) {
			final double along = Math.abs(z - 6 - VERTEBRA_SPACING * Math.rint((z - 6) / VERTEBRA_SPACING));
			if (along > (VERTEBRA_SPACING - DISC_THICKNESS) / 2) return Material.DISC;
			return vertebra > 0.78 ? Material.CORTICAL_BONE : Material.SPONGY_BONE;
		}
		if (ellipse(x, y, 0, 93, 9, 6) <= 1) return Material.MUSCLE;
		if (Math.abs(x) < 4 && y > 98 && y < 104) return Material.CORTICAL_BONE;
		final double arch = ellipse(x, y, 0, 94, 13, 10);
		if (arch <= 1) return Material.CORTICAL_BONE;
		final double sternum = ellipse(x, y, 0, -92, 18, 5);
		if (sternum <= 1) return sternum > 0.6 ? Material.CORTICAL_BONE : Material.SPONGY_BONE;
		final double ring = ellipse(x, y, 0, 2, 154, 91);
		if (ring <= 1 && ellipse(x, y, 0, 2, 145, 82) > 1 && Math.abs(x) > 24) {
			final double height = z - 0.45 * y;
			final double along = Math.abs(height - RIB_SPACING * Math.rint(height / RIB_SPACING));
			if (along < 5) return along > 3.5 ? Material.CORTICAL_BONE : Material.SPONGY_BONE;
		}
		return null;
	}

	private static Material table(final double x, final double y) {
		final double top = 121 - 8 * Math.sqrt(Math.max(0, 1 - x * x / (230.0 * 230))) + 8;
		final double depth = y - top;
		if (Math.abs(x) > 215 || depth < 0 || depth > 34) return Material.AIR;
		return depth < 2 || depth > 32 ? Material.TABLE_SHELL : Material.TABLE_FOAM;
	}

	private static double ellipse(final double x, final double y, final double cx, final double cy, final double rx,
		final double ry)
	{
		final double dx = (x - cx) / rx;
		final double dy = (y - cy) / ry;
		return dx * dx + dy * dy;
	}

	private static double ellipsoid(final double x, final double y, final double z, final double cx, final double cy,
		final double cz, final double rx, final double ry, final double rz)
	{
		final double dz = (z - cz) / rz;
		return ellipse(x, y, cx, cy, rx, ry) + dz * dz;
	}

	private static double ball(final double x, final double y, final double z, final double cx, final double cy,
		final double cz, final double radius)
	{
		return ellipsoid(x, y, z, cx, cy, cz, radius, radius, radius);
	}

	/** The scanner's point spread: the mean of 3 x 3 pixels with the weights 1 2 1. */
	private static float[] soften(final float[] hu, final int size) {
		final float[] rows = hu.clone();
		for (int row = 0; row < size; row++)
			for (int column = 1; column < size - 1; column++) {
				final int at = row * size + column;
				rows[at] = (hu[at - 1] + 2 * hu[at] + hu[at + 1]) / 4;
			}
		final float[] both = rows.clone();
		for (int row = 1; row < size - 1; row++)
			for (int column = 0; column < size; column++) {
				final int at = row * size + column;
				both[at] = (rows[at - size] + 2 * rows[at] + rows[at + size]) / 4;
			}
		return both;
	}
}
