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

import java.util.Arrays;

/**
 * Closes the outline of a label in a slice with a disc and fills its holes, for one thread. Each lung is closed by
 * itself. Together they would take in what lies between them. A pixel that both would take stays out.
 */
final class Closing {

	private final Disc disc;
	private byte[] dilated = new byte[0];
	private byte[] closed = new byte[0];
	private final byte[] claims;

	Closing(final double radiusMm, final PatientGrid grid) {
		disc = new Disc(radiusMm, grid.spacingXMm(), grid.spacingYMm());
		claims = new byte[grid.planeSize()];
	}

	/**
	 * Closes labels 1 and 2 of a slice, each where the slice is 0.
	 *
	 * @param plane labels, changed; labels over 2 stay
	 */
	void close(final byte[] plane, final int width) {
		Arrays.fill(claims, (byte) 0);
		for (byte label = 1; label <= 2; label++)
			claim(plane, width, label);
		for (int i = 0; i < plane.length; i++)
			if (plane[i] == 0 && claims[i] < 3) plane[i] = claims[i];
	}

	private void claim(final byte[] plane, final int width, final byte label) {
		final Patch patch = Patch.of(plane, width, label, disc.reachX() + 1, disc.reachY() + 1);
		if (patch == null) return;
		final int size = patch.width() * patch.height();
		if (dilated.length < size) {
			dilated = new byte[size];
			closed = new byte[size];
		}
		disc.dilate(patch.pixels(), patch.width(), patch.height(), dilated);
		disc.erode(dilated, patch.width(), patch.height(), (byte) 1, false, closed);
		fillHoles(closed, patch.width(), patch.height());
		final int height = plane.length / width;
		for (int y = Math.max(0, -patch.y()); y < Math.min(patch.height(), height - patch.y()); y++)
			for (int x = Math.max(0, -patch.x()); x < Math.min(patch.width(), width - patch.x()); x++)
				if (closed[y * patch.width() + x] != 0) claims[(patch.y() + y) * width + patch.x() + x] |= label;
	}

	/** Sets to 1 every 0 that has no path of 4-neighbours of 0 to the border. */
	static void fillHoles(final byte[] pixels, final int width, final int height) {
		final byte[] around = new byte[width * height];
		for (int i = 0; i < around.length; i++)
			around[i] = (byte) (pixels[i] == 0 ? 1 : 0);
		final Runs runs = Runs.of(around, width, height);
		final boolean[] holes = runs.touchBorder(width);
		for (int i = 0; i < holes.length; i++)
			holes[i] = !holes[i];
		runs.paint(pixels, width, holes, (byte) 1);
	}
}
