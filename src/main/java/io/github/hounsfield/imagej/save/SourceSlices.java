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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.hounsfield.derived.SlicePlacing;
import io.github.hounsfield.derived.SourceHeader;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.ImageSteps;
import io.github.hounsfield.imagej.pixels.MappedStack;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.imagej.pixels.StackPlanes;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.series.Tolerances;
import io.github.hounsfield.series.Vector3;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The slices of an image in the order of saving, which is time by time and along the normal. Indices are counted from
 * 0. Immutable.
 */
final class SourceSlices {

	private final ImageGeometry geometry;
	private final ImageStack stack;
	private final SourceHeader[] headers;
	private final String[] texts;
	private final int[] order;
	private final int channels;
	private final int times;
	private final List<String> steps;

	/**
	 * @throws ImageException where the image does not know where it lies, or two slices lie in one place
	 */
	SourceSlices(final ImagePlus image) {
		geometry = ImageGeometry.of(image);
		stack = MappedStack.snapshot(image.getStack());
		channels = image.getNChannels();
		times = image.getNFrames();
		steps = ImageSteps.of(image);
		final SliceHeaders own = new SliceHeaders(image.getTitle(), stack, image.getInfoProperty());
		order = IntStream.range(0, geometry.depth()).boxed().sorted(Comparator.comparingDouble(this::along)).mapToInt(
			Integer::intValue).toArray();
		for (int i = 1; i < order.length; i++)
			if (along(order[i]) - along(order[i - 1]) < Tolerances.DUPLICATE_MM) throw new ImageException("slices " + (order[i -
				1] + 1) + " and " + (order[i] + 1) + " of '" + image.getTitle() +
				"' lie in one plane; a series has one slice in each, so save the images one by one");
		headers = new SourceHeader[order.length * times];
		texts = new String[headers.length];
		IntStream.range(0, headers.length).parallel().forEach(i -> {
			final HeaderText text = own.of(stackIndex(i, 0));
			texts[i] = text.toString();
			headers[i] = new SourceHeader(text.elements());
		});
		if (times > 1) TimeSteps.requireKnown(image.getTitle(), IntStream.range(0, times).mapToObj(time -> headers[time *
			order.length]).toList());
	}

	private double along(final int slice) {
		return geometry.positions().get(slice).dot(geometry.normal());
	}

	/** Slices of all times. */
	int size() {
		return headers.length;
	}

	int times() {
		return times;
	}

	/** What a function makes of each slice. */
	<T> List<T> each(final IntFunction<T> function) {
		return IntStream.range(0, size()).mapToObj(function).toList();
	}

	int channels() {
		return channels;
	}

	/** Index in the stack of a slice in the saved order. */
	int stackIndex(final int index, final int channel) {
		final int depth = order.length;
		return channels * (index / depth * depth + order[index % depth]) + channel;
	}

	SourceHeader header(final int index) {
		return headers[index];
	}

	/** The header's text, marks of this suite included. */
	String text(final int index) {
		return texts[index];
	}

	Vector3 position(final int index) {
		return geometry.positions().get(order[index % order.length]);
	}

	/** What this suite did to the image, the first step first. */
	List<String> steps() {
		return steps;
	}

	/** Whether voxels were computed between those of the source. */
	boolean isResampled() {
		return steps.stream().anyMatch(step -> step.startsWith("resampled"));
	}

	/** Whether Resample Volume set another spacing, so that the source's thickness is not that of these slices. */
	private boolean hasOtherSpacing() {
		return steps.stream().anyMatch(step -> step.startsWith("resampled from"));
	}

	boolean isSmoothed() {
		return steps.stream().anyMatch(step -> step.contains("smoothed"));
	}

	/** Whether the slices are smaller than those of the source. */
	boolean isCropped() {
		return header(0).number(Tag.Columns).orElse(0.0) > geometry.width() || header(0).number(Tag.Rows).orElse(
			0.0) > geometry.height();
	}

	SlicePlacing placing() {
		final double between = between();
		final double thickness = header(0).number(Tag.SliceThickness).filter(mm -> mm > 0).orElse(Double.NaN);
		return new SlicePlacing(geometry.rowCosines(), geometry.columnCosines(), geometry.spacingX(), geometry.spacingY(),
			geometry.width(), geometry.height(), between, hasOtherSpacing() && !Double.isNaN(between) ? between : thickness);
	}

	/** Along the normal; not a number where slices are not evenly spaced, or there is one. */
	private double between() {
		final int depth = order.length;
		if (depth == 1) return Double.NaN;
		final double mean = (along(order[depth - 1]) - along(order[0])) / (depth - 1);
		for (int i = 1; i < depth; i++)
			if (Math.abs(along(order[i]) - along(order[i - 1]) - mean) > Tolerances.UNEVEN_RATIO * mean) return Double.NaN;
		return mean;
	}

	/** The pixels of a slice, not to be changed; a virtual stack is read by one thread at a time. */
	Plane pixels(final int index, final int channel) {
		return StackPlanes.get(stack, stackIndex(index, channel));
	}
}
