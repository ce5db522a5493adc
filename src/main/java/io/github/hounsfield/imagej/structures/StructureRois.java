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
package io.github.hounsfield.imagej.structures;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.hounsfield.structures.ImageGrid;
import io.github.hounsfield.structures.Placed;
import io.github.hounsfield.structures.Polygon;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A structure as selections of ImageJ, one for each slice. What Measure counts are the pixels of the structure's mask.
 */
final class StructureRois {

	/** ImageJ's coordinates are those of corners: the centre of the first pixel is at 0.5. */
	private static final double CENTRE = 0.5;

	private StructureRois() {}

	static List<Roi> of(final Placed structure, final ImageGrid grid, final ImagePlus image) {
		final List<Roi> rois = new ArrayList<>();
		for (final int z : structure.slices()) {
			final byte[] mask = structure.mask(grid, z);
			final Roi roi = outline(structure.outlines().getOrDefault(z, List.of()), mask, grid.width(), grid.height());
			if (roi != null) rois.add(dressed(roi, structure, z, image));
		}
		structure.points().forEach((z, points) -> {
			final PointRoi roi = new PointRoi(xs(points), ys(points), points
				.size());
			rois.add(dressed(roi, structure, z, image));
		});
		return rois;
	}

	private static float[] xs(final List<Polygon> points) {
		final float[] x = new float[points.size()];
		for (int i = 0; i < x.length; i++)
			x[i] = (float) (points.get(i).x()[0] + CENTRE);
		return x;
	}

	private static float[] ys(final List<Polygon> points) {
		final float[] y = new float[points.size()];
		for (int i = 0; i < y.length; i++)
			y[i] = (float) (points.get(i).y()[0] + CENTRE);
		return y;
	}

	private static Roi dressed(final Roi roi, final Placed structure, final int z, final ImagePlus image) {
		roi.setName(structure.name());
		roi.setStrokeColor(new Color(structure.rgb()));
		roi.setProperty(StructureImport.MARK, structure.name());
		if (image.isHyperStack() || image.getNChannels() * image.getNFrames() > 1) roi.setPosition(0, z + 1, 0);
		else if (image.getStackSize() > 1) roi.setPosition(z + 1);
		return roi;
	}

	/** The drawn lines, if ImageJ counts the mask's pixels in them. Otherwise the edges of those pixels. */
	private static Roi outline(final List<Polygon> polygons, final byte[] mask, final int width, final int height) {
		if (!polygons.isEmpty()) {
			final Roi drawn = drawn(polygons);
			if (isSame(drawn, mask, width, height)) return drawn;
		}
		final ByteProcessor plane = new ByteProcessor(width, height, mask);
		plane.setThreshold(1, 1, ImageProcessor.NO_LUT_UPDATE);
		return ThresholdToSelection.run(new ImagePlus("", plane));
	}

	private static Roi drawn(final List<Polygon> polygons) {
		if (polygons.size() == 1) {
			final Polygon only = polygons.get(0);
			final float[] x = new float[only.x().length];
			final float[] y = new float[x.length];
			for (int i = 0; i < x.length; i++) {
				x[i] = (float) (only.x()[i] + CENTRE);
				y[i] = (float) (only.y()[i] + CENTRE);
			}
			return new PolygonRoi(x, y, Roi.POLYGON);
		}
		final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (final Polygon polygon : polygons) {
			path.moveTo(polygon.x()[0] + CENTRE, polygon.y()[0] + CENTRE);
			for (int i = 1; i < polygon.x().length; i++)
				path.lineTo(polygon.x()[i] + CENTRE, polygon.y()[i] + CENTRE);
			path.closePath();
		}
		return new ShapeRoi(path);
	}

	private static boolean isSame(final Roi roi, final byte[] mask, final int width, final int height) {
		final Rectangle bounds = roi.getBounds();
		if (bounds.x < 0 || bounds.y < 0 || bounds.x + bounds.width > width || bounds.y +
			bounds.height > height) return false;
		final ImageProcessor own = roi.getMask();
		int inside = 0;
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++) {
				final boolean in = own == null || own.get(x, y) != 0;
				if (in != (mask[(bounds.y + y) * width + bounds.x + x] != 0)) return false;
				if (in) inside++;
			}
		int all = 0;
		for (final byte value : mask)
			all += value;
		return inside == all && all > 0;
	}
}
