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
package io.github.hounsfield.imagej.pixels;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Lines of a header's text with digests of its slice's pixels. They show a change or a move. Whoever makes a plane lets
 * its lines be made at once, while the pixels are in the processor's cache. Safe for several threads.
 */
public final class PlaneDigests {

	private final int width;
	private final int height;
	/** By the array of the plane. */
	private final Map<Object, String> lines = Collections.synchronizedMap(new IdentityHashMap<>());

	/**
	 * @param width of the planes that are noted, in pixels
	 * @param height of them, in rows
	 */
	public PlaneDigests(final int width, final int height) {
		this.width = width;
		this.height = height;
	}

	/** Whether a slice of the type has digests. Colours and masks have none. */
	public static boolean has(final PlaneType type) {
		return type != PlaneType.RGB && type != PlaneType.MASK;
	}

	/** Makes the lines of a plane, which must not change until they are asked for. */
	public void note(final Plane plane) {
		if (has(plane.type())) lines.put(plane.array(), lines(plane, width, height));
	}

	/** The lines of a plane that was noted, or of any other, which then are made now. */
	public String of(final Plane plane, final int planeWidth, final int planeHeight) {
		final String noted = lines.get(plane.array());
		return noted != null ? noted : lines(plane, planeWidth, planeHeight);
	}

	private static String lines(final Plane plane, final int width, final int height) {
		return PlaceDigest.mark(PixelDigest.mark("", plane), plane, width, height);
	}
}
