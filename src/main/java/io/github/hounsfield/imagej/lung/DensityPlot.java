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
package io.github.hounsfield.imagej.lung;

import ij.gui.Plot;
import io.github.hounsfield.lung.DensityRow;
import java.awt.Color;
import java.util.Locale;

/** The distribution of HU in the lungs. */
final class DensityPlot {

	private static final int WIDTH = 560;
	private static final int HEIGHT = 400;
	private static final int FIRST_HU = -1050;
	private static final int LAST_HU = -300;
	private static final String SHARE = "LAA950_percent";
	private static final String PERCENTILE = "Perc15_HU";
	private static final double LOW_HU = -950;

	private DensityPlot() {}

	/** @param row of both lungs */
	static Plot of(final String title, final DensityRow row) {
		final Plot plot = new Plot("Lung density of " + title, "Hounsfield units", "Voxels");
		plot.setSize(WIDTH, HEIGHT);
		final double[] hu = new double[LAST_HU - FIRST_HU];
		final double[] counts = new double[hu.length];
		double most = 1;
		for (int i = 0; i < hu.length; i++) {
			hu[i] = FIRST_HU + i;
			counts[i] = row.counts()[FIRST_HU + i - row.firstHu()];
			most = Math.max(most, counts[i]);
		}
		final double top = 1.2 * most;
		plot.setLimits(FIRST_HU, LAST_HU, 0, top);
		if (row.values().containsKey(SHARE)) mark(plot, LOW_HU, top, 0.94, String.format(Locale.ROOT, "LAA-950: %.2f %%", row
			.value(SHARE)));
		if (row.values().containsKey(PERCENTILE)) mark(plot, row.value(PERCENTILE), top, 0.87, String.format(Locale.ROOT,
			"Perc15: %.1f HU", row.value(PERCENTILE)));
		plot.setColor(new Color(40, 90, 160));
		plot.setLineWidth(1);
		plot.add("line", hu, counts);
		plot.setColor(Color.BLACK);
		plot.setJustification(Plot.LEFT);
		return plot;
	}

	private static void mark(final Plot plot, final double hu, final double top, final double height,
		final String label)
	{
		plot.setColor(new Color(200, 140, 120));
		plot.setLineWidth(1);
		plot.drawLine(hu, 0, hu, top);
		plot.setColor(new Color(150, 50, 30));
		plot.setJustification(Plot.LEFT);
		plot.addText(label, hu + 4, height * top);
	}
}
