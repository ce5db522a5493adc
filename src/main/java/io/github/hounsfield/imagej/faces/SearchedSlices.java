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
package io.github.hounsfield.imagej.faces;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Which pixels of an image were searched, and how. ImageJ leaves an overlay in place when an image is flipped, scaled
 * or reversed. So a detection has a digest of the grey levels in which it was found. The searches of whole slices stand
 * in the image's property {@value #PROPERTY}. For one run, in which the pixels do not change.
 */
final class SearchedSlices {

	/** Lines of slice, digest and {@link FaceSearch#signature}. */
	static final String PROPERTY = "Hounsfield.Searched";

	/** Most searches that are kept, so that an often edited image does not grow. */
	private static final int MOST = 10_000;

	private final ImagePlus image;
	private final Map<Integer, String> digests = new HashMap<>();

	SearchedSlices(final ImagePlus image) {
		this.image = image;
	}

	/** @param slice index in the stack, counted from 1 */
	String digest(final int slice) {
		return digests.computeIfAbsent(slice, index -> {
			final CRC32C crc = new CRC32C();
			crc.update((byte[]) FaceSearch.grey(image, index, new Rectangle(image.getWidth(), image.getHeight())).getPixels());
			return image.getWidth() + "x" + image.getHeight() + ":" + Long.toHexString(crc.getValue());
		});
	}

	/** Whether the whole of a slice, as its pixels are now, was searched in the same way. */
	boolean isSearched(final int slice, final FaceSearch search) {
		final Set<String> lines = lines();
		return !lines.isEmpty() && lines.contains(line(slice, search));
	}

	/** Notes that whole slices were searched; a search in a region of interest is none. */
	void note(final List<Integer> slices, final FaceSearch search) {
		final Set<String> lines = lines();
		if (lines.size() > MOST) lines.clear();
		for (final int slice : slices)
			lines.add(line(slice, search));
		image.setProp(PROPERTY, String.join("\n", lines));
	}

	/** Includes the slice. Pixels that came from another slice left their boxes there. */
	private String line(final int slice, final FaceSearch search) {
		return slice + " " + digest(slice) + " " + search.signature();
	}

	private Set<String> lines() {
		final String text = image.getProp(PROPERTY);
		return text == null || text.isEmpty() ? new LinkedHashSet<>() : new LinkedHashSet<>(List.of(text.split("\n")));
	}
}
