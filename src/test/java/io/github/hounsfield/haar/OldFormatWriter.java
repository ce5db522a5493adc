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

import java.util.List;

/** Writes a cascade in the format {@code opencv-haar-classifier}, as OpenCV 1 and 2 did. */
final class OldFormatWriter {

	private OldFormatWriter() {}

	static String write(final Cascade cascade) {
		final StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n<opencv_storage>\n")
			.append("<old type_id=\"opencv-haar-classifier\">\n<size>").append(cascade.width()).append(' ')
			.append(cascade.height()).append("</size>\n<stages>\n");
		int index = 0;
		for (final Cascade.Stage stage : cascade.stages()) {
			out.append("<_><!-- stage ").append(index).append(" -->\n<trees>\n");
			stage.trees().forEach(tree -> tree(out, tree));
			out.append("</trees>\n<stage_threshold>").append((double) stage.threshold()).append("</stage_threshold>\n<parent>")
				.append(index++ - 1).append("</parent>\n<next>-1</next></_>\n");
		}
		return out.append("</stages></old>\n</opencv_storage>\n").toString();
	}

	private static void tree(final StringBuilder out, final Cascade.Tree tree) {
		out.append("<_>\n");
		for (final Cascade.Node node : tree.nodes()) {
			out.append("<_><feature><rects>\n");
			for (final HaarFeature.Rectangle r : node.feature().rectangles())
				out.append("<_>").append(r.x()).append(' ').append(r.y()).append(' ').append(r.width()).append(' ').append(r
					.height()).append(' ').append((double) r.weight()).append("</_>\n");
			out.append("</rects><tilted>").append(node.feature().tilted() ? 1 : 0).append("</tilted></feature>\n<threshold>")
				.append((double) node.threshold()).append("</threshold>\n");
			branch(out, "left", node.left(), tree.leaves());
			branch(out, "right", node.right(), tree.leaves());
			out.append("</_>\n");
		}
		out.append("</_>\n");
	}

	private static void branch(final StringBuilder out, final String side, final int child, final List<Float> leaves) {
		final String name = side + (child > 0 ? "_node" : "_val");
		out.append('<').append(name).append('>');
		if (child > 0) out.append(child);
		else out.append((double) leaves.get(-child));
		out.append("</").append(name).append(">\n");
	}
}
