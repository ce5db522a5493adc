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
import java.util.List;
import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Finds faces, or other objects of a cascade, in grey images. A search window of growing size is moved over the image.
 * Windows that pass the cascade are grouped (Viola and Jones 2001; Lienhart and Maydt 2002). Gives the same rectangles,
 * with the same numbers of neighbors and level weights, as OpenCV 4's CascadeClassifier::detectMultiScale on the same
 * grey levels. Immutable; one detector may serve several threads at once, and a stack is searched fastest by one
 * detector.
 */
public final class FaceDetector {

	private final PreparedCascade prepared;
	private final DetectionParameters parameters;

	/**
	 * @param cascade what is looked for
	 * @param parameters sizes and grouping
	 */
	public FaceDetector(final Cascade cascade, final DetectionParameters parameters) {
		this(new PreparedCascade(Objects.requireNonNull(cascade)), parameters);
	}

	FaceDetector(final PreparedCascade prepared, final DetectionParameters parameters) {
		this.prepared = prepared;
		this.parameters = Objects.requireNonNull(parameters);
	}

	public Cascade cascade() {
		return prepared.cascade();
	}

	public DetectionParameters parameters() {
		return parameters;
	}

	/** Tells this search from others of this process: two detectors of equal cascade and parameters have the same. */
	public String signature() {
		return Integer.toHexString(prepared.hash()) + " " + parameters;
	}

	/** Searches in the calling thread. See {@link #detect(RandomAccessibleInterval, Workers)}. */
	public List<Detection> detect(final RandomAccessibleInterval<UnsignedByteType> image) {
		return detect(image, Workers.serial());
	}

	/**
	 * Searches an image.
	 *
	 * @param image two dimensions, x and y, of any min; grey levels from 0 to 255; only read. An ArrayImg is read in
	 *          place, any other is copied first
	 * @param workers threads, progress, cancel
	 * @return what was found, in the coordinates of the image, from top to bottom; the same for any number of threads
	 * @throws IllegalArgumentException where the image has not two dimensions, or 2^31 pixels or more
	 * @throws java.util.concurrent.CancellationException where the work was canceled
	 */
	public List<Detection> detect(final RandomAccessibleInterval<UnsignedByteType> image, final Workers workers) {
		if (image.numDimensions() != 2) throw new IllegalArgumentException("an image of " + image.numDimensions() +
			" dimensions; expected 2");
		final Cascade cascade = prepared.cascade();
		if (image.dimension(0) < cascade.width() || image.dimension(1) < cascade.height()) return List.of();
		final byte[] grey = Grey.bytes(image);
		final int width = (int) image.dimension(0);
		final int height = (int) image.dimension(1);
		final SearchPlan plan = prepared.plan(width, height, parameters);
		final List<Detection> windows = new WindowScan(plan, Grey.rows(grey, width, height), workers).run();
		final List<Detection> detections = new ArrayList<>();
		for (final Detection d : new DetectionGrouper(parameters.minNeighbors(), DetectionGrouper.EPS).group(windows))
			detections.add(clip(d, width, height).translated(image.min(0), image.min(1)));
		Collections.sort(detections);
		return Collections.unmodifiableList(detections);
	}

	/** Rounding may carry a rectangle one pixel over the edge. */
	private static Detection clip(final Detection d, final int width, final int height) {
		return new Detection(d.x(), d.y(), (int) Math.min(d.width(), width - d.x()), (int) Math.min(d.height(), height - d
			.y()), d.neighbors(), d.levelWeight());
	}
}
