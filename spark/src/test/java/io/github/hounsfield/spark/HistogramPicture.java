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
package io.github.hounsfield.spark;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A line for each series: how often each HU is, on a logarithmic scale. */
final class HistogramPicture {

	private static final int WIDTH = 1100;
	private static final int HEIGHT = 560;
	private static final int LEFT = 60;
	private static final int TOP = 40;
	private static final int RIGHT = 20;
	private static final int BOTTOM = 60;
	private static final int STEP_HU = 512;

	private HistogramPicture() {}

	/** @param table as it was read from Parquet */
	static void write(final Dataset<Row> table, final Path file) throws IOException {
		final List<Row> rows = table.filter(functions.col("status").equalTo("measured")).select("item", "hu_counts").orderBy(
			"item").collectAsList();
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, WIDTH, HEIGHT);
		axes(g, rows.size());
		for (int i = 0; i < rows.size(); i++) {
			g.setColor(Color.getHSBColor((float) i / rows.size(), 0.8f, 0.75f));
			line(g, rows.get(i).<Long> getList(1));
		}
		g.dispose();
		if (!ImageIO.write(image, "png", file.toFile())) throw new IOException("this Java writes no PNG");
	}

	private static void axes(final Graphics2D g, final int series) {
		final int floor = HEIGHT - BOTTOM;
		g.setColor(Color.DARK_GRAY);
		g.drawString("HU of " + series + " series: share of the voxels in the field of view, from 1e-6 to 1", LEFT, TOP - 15);
		g.drawLine(LEFT, floor, WIDTH - RIGHT, floor);
		g.drawLine(LEFT, TOP, LEFT, floor);
		for (int hu = HuMeasure.FIRST_HU; hu <= HuMeasure.FIRST_HU + HuMeasure.BINS * HuMeasure.BIN_HU; hu += STEP_HU) {
			final int x = x((double) (hu - HuMeasure.FIRST_HU) / HuMeasure.BIN_HU);
			g.drawLine(x, floor, x, floor + 5);
			g.drawString(Integer.toString(hu), x - 15, floor + 20);
		}
		g.drawString("HU", WIDTH / 2, HEIGHT - 15);
		for (int power = -6; power <= 0; power++)
			g.drawString("1e" + power, 15, y(Math.pow(10, power)) + 5);
	}

	private static void line(final Graphics2D g, final List<Long> counts) {
		double all = 0;
		for (final long count : counts)
			all += count;
		int lastX = x(0);
		int lastY = HEIGHT - BOTTOM;
		for (int bin = 0; bin < counts.size(); bin++) {
			final int x = x(bin + 0.5);
			final int y = y(counts.get(bin) / all);
			g.drawLine(lastX, lastY, x, y);
			lastX = x;
			lastY = y;
		}
	}

	private static int x(final double bin) {
		return (int) Math.round(LEFT + bin / HuMeasure.BINS * (WIDTH - LEFT - RIGHT));
	}

	private static int y(final double share) {
		final double height = Math.max(0, 1 + Math.log10(Math.max(1e-9, share)) / 6);
		return (int) Math.round(HEIGHT - BOTTOM - height * (HEIGHT - TOP - BOTTOM));
	}
}
