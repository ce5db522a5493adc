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
package io.github.hounsfield.imagej.hu;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.intensity.HuHistogram;
import io.github.hounsfield.intensity.HuMark;
import io.github.hounsfield.intensity.PlausibleHu;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.plane.PlanarImages;
import io.github.hounsfield.work.Workers;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The distribution of HU as a plot and a table. It shows whether a conversion is right, for air, lung, fat, water, soft
 * tissue and bone have known places.
 *
 * @param title of the image, and which part of it
 * @param part what was counted, in words
 * @param histogram padding left out
 */
public record HuPlot(String title, String part, HuHistogram histogram) {

	private static final int WIDTH = 900;
	private static final int HEIGHT = 420;

	/** Fraction of pixels beyond either end of the plot's axis. */
	private static final double BEYOND = 1e-5;

	private static final int MARGIN_HU = 100;

	/** Stands for no pixel, for 0 has no logarithm. */
	private static final double LEAST = 0.5;

	/** The axis ends at this many times the highest count, so that the labels of the marks stand above it. */
	private static final double HEADROOM = 12;

	/** Ratio of counts from one row of labels to the next. Neighbouring marks have their labels in different rows. */
	private static final int LABEL_ROWS = 3;
	private static final double LABEL_STEP = 2;

	/** Of the axis: from the beginning of a band to its label, and what the longest label takes. */
	private static final double LABEL_GAP = 0.004;
	private static final double LABEL_WIDTH = 0.1;

	private static final Color BAND = new Color(250, 232, 222);
	private static final Color LINE = new Color(200, 140, 120);
	private static final Color LABEL = new Color(150, 50, 30);

	/**
	 * @param image in HU, or stored values of a CT with its header
	 * @throws ImageException where the image has neither
	 */
	public static HuPlot of(final ImagePlus image, final Workers workers) {
		return of(image, HistogramPart.ALL, workers, doubt -> {});
	}

	/**
	 * @param part which pixels count
	 * @param doubts takes doubts, a sentence each
	 * @return as {@link #of(ImagePlus, Workers)}
	 */
	public static HuPlot of(final ImagePlus image, final HistogramPart part, final Workers workers,
		final Consumer<String> doubts)
	{
		final ImageValues values = ImageValues.of(image);
		values.requireHu().ifPresent(doubts);
		final SlicePixels planes = new SlicePixels(image, values);
		final SliceTransforms transforms = planes.transforms();
		final HistogramPart.Picker picker = part.new Picker(values.width(), values.height());
		if (picker.length() == 0) throw new ImageException("the selection lies outside of '" + image.getTitle() +
			"'; select an area on the image");
		final int first = Math.max(0, part.slice() - 1);
		final int slices = part.slice() > 0 ? 1 : planes.size();
		final RandomAccessibleInterval<? extends RealType<?>> pixels = PlanarImages.values(values.type(), slice -> picker
			.pick(planes.plane(first + slice)), slices, picker.length(), 1, slices);
		final HuHistogram histogram = HuHistogram.of(pixels, new SliceTransforms(slice -> transforms.transform().apply(first +
			slice), slice -> transforms.padding().apply(first + slice)), workers);
		if (histogram.count() > 0) PlausibleHu.doubt(histogram.min(), histogram.max()).ifPresent(doubt -> doubts.accept(
			"the pixels of '" + image.getTitle() + "' " + doubt));
		return new HuPlot(part.prefix() + image.getTitle(), part.description(image.getStackSize()), histogram);
	}

	/** A plot of log counts over HU, not shown; works without a window. */
	public Plot plot() {
		final Plot plot = new Plot("HU histogram of " + title, "Hounsfield units (" + part + ")", "Pixels");
		plot.setSize(WIDTH, HEIGHT);
		if (histogram.count() == 0) return plot;
		final int first = histogram.percentile(BEYOND) - MARGIN_HU;
		final int last = histogram.percentile(1 - BEYOND) + MARGIN_HU;
		final double[] hu = new double[last - first + 1];
		final double[] counts = new double[hu.length];
		double most = 1;
		for (int i = 0; i < hu.length; i++) {
			hu[i] = first + i;
			counts[i] = Math.max(LEAST, histogram.count(first + i));
			most = Math.max(most, counts[i]);
		}
		final double top = HEADROOM * most;
		plot.setLimits(first, last, LEAST, top);
		plot.setAxisYLog(true);
		final List<HuMark> marks = Arrays.stream(HuMark.values()).filter(mark -> mark.from() < last && mark.to() > first)
			.toList();
		for (final HuMark mark : marks)
			drawBand(plot, Math.max(first, mark.from()), Math.min(last, mark.to()), top);
		for (final HuMark mark : marks)
			drawLabel(plot, mark, Math.max(first, mark.from()), first, last, top);
		plot.setColor(new Color(40, 90, 160));
		plot.setLineWidth(1);
		plot.add("line", hu, counts);
		plot.setColor(Color.BLACK);
		plot.setJustification(Plot.LEFT);
		return plot;
	}

	/** From the bottom to the top, or a line for a point. */
	private static void drawBand(final Plot plot, final int from, final int to, final double top) {
		plot.setLineWidth(1);
		if (from == to) {
			plot.setColor(LINE);
			plot.drawLine(from, LEAST, from, top);
			return;
		}
		plot.setColor(BAND, BAND);
		plot.add("filled", new double[] { from, to }, new double[] { top, top });
	}

	/** Above all bands: the next one would cover it. It begins at its band, or ends where the axis does. */
	private static void drawLabel(final Plot plot, final HuMark mark, final double hu, final int first, final int last,
		final double top)
	{
		final double gap = LABEL_GAP * (last - first);
		final boolean fits = hu + LABEL_WIDTH * (last - first) < last;
		plot.setColor(LABEL);
		plot.setJustification(fits ? Plot.LEFT : Plot.RIGHT);
		plot.addText(mark.label(), fits ? hu + gap : last - gap, top / Math.pow(LABEL_STEP, 1 + mark.ordinal() %
			LABEL_ROWS));
	}

	/** Columns HU and Pixels, one row for each HU that occurs. */
	public ResultsTable table() {
		final ResultsTable table = new ResultsTable();
		for (final Map.Entry<Integer, Long> bin : histogram.bins().entrySet()) {
			table.incrementCounter();
			table.addValue("HU", bin.getKey());
			table.addValue("Pixels", bin.getValue());
		}
		return table;
	}
}
