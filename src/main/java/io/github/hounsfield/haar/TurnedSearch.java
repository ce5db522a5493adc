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
package io.github.hounsfield.haar;

import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * A search in turned copies of an image, for leaning heads and turned photographs. A cascade for upright faces finds
 * little beyond 20 degrees. Immutable, safe for several threads.
 *
 * @param detector what is looked for in each copy
 * @param degrees by which the content of the copies is turned clockwise; at least one; 0 is the image itself
 */
public record TurnedSearch(FaceDetector detector, List<Integer> degrees) {

	/** Turns that bring heads upright which lean up to 50 degrees to either side. */
	public static final List<Integer> ROLLED = List.of(0, -20, 20, -40, 40);

	/** Share of the area of both, above which two rectangles are one face. */
	public static final double SAME = 0.3;

	public TurnedSearch {
		if (degrees.isEmpty()) throw new IllegalArgumentException("degrees is empty; expected one or more");
		degrees = List.copyOf(degrees);
	}

	/**
	 * @param image two dimensions, of any min; grey levels from 0 to 255; only read
	 * @param workers threads, progress over all copies, cancel
	 * @return what was found in any of the copies, in the coordinates of the image, from top to bottom. Of rectangles that
	 *         are one face the one of most neighbors stays; ungrouped windows (no neighbors asked for) all stay
	 */
	public List<Detection> detect(final RandomAccessibleInterval<UnsignedByteType> image, final Workers workers) {
		if (degrees.equals(List.of(0))) return detector.detect(image, workers);
		final byte[] grey = Grey.bytes(image);
		final int width = (int) image.dimension(0);
		final int height = (int) image.dimension(1);
		final List<Detection> all = new ArrayList<>();
		for (int i = 0; i < degrees.size(); i++) {
			final TurnedImage turned = new TurnedImage(grey, width, height, degrees.get(i));
			final Workers part = workers.part(i, degrees.size());
			for (final Detection found : detector.detect(ArrayImgs.unsignedBytes(turned.grey(), turned.width(), turned
				.height()), part))
				all.add(turned.back(found).translated(image.min(0), image.min(1)));
		}
		final List<Detection> kept = detector.parameters().minNeighbors() == 0 ? all : distinct(all);
		Collections.sort(kept);
		return Collections.unmodifiableList(kept);
	}

	private static List<Detection> distinct(final List<Detection> all) {
		final List<Detection> kept = new ArrayList<>();
		all.stream().sorted(Comparator.comparingInt(Detection::neighbors).reversed().thenComparing(Comparator
			.naturalOrder())).forEach(one -> {
				if (kept.stream().noneMatch(other -> overlap(one, other) > SAME)) kept.add(one);
			});
		return kept;
	}

	/** Area that two rectangles share, over the area that they cover together; 0 to 1. */
	public static double overlap(final Detection a, final Detection b) {
		final long w = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
		final long h = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
		if (w <= 0 || h <= 0) return 0;
		final double shared = (double) w * h;
		return shared / ((double) a.width() * a.height() + (double) b.width() * b.height() - shared);
	}
}
