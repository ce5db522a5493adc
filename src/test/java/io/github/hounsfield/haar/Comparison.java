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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** This package beside OpenCV. */
final class Comparison {

	private Comparison() {}

	/** The same rectangles with the same neighbors, and with the same level weights; returns how many. */
	static int assertSame(final Cascade cascade, final CascadeClassifier openCv, final GreyImage image,
		final DetectionParameters parameters, final String what)
	{
		final List<Detection> found = assertSameNeighbors(cascade, openCv, image, parameters, what);
		assertEquals(OpenCvOracle.detectWithWeights(openCv, image, parameters), found.stream().map(d -> new Detection(d.x(),
			d.y(), d.width(), d.height(), 0, d.levelWeight())).sorted().toList(), what + ", level weights");
		return found.size();
	}

	/** The same rectangles with the same neighbors. */
	static List<Detection> assertSameNeighbors(final Cascade cascade, final CascadeClassifier openCv,
		final GreyImage image, final DetectionParameters parameters, final String what)
	{
		final List<Detection> found = new FaceDetector(cascade, parameters).detect(image.img());
		assertEquals(OpenCvOracle.detect(openCv, image, parameters), found.stream().map(d -> new Detection(d.x(), d.y(), d
			.width(), d.height(), d.neighbors(), 0)).sorted().toList(), what);
		return found;
	}
}
