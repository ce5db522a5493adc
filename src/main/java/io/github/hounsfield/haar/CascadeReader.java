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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads cascades from OpenCV's XML, both the present format ({@code opencv-cascade-classifier}) and the one before it
 * ({@code opencv-haar-classifier}), stumps and trees, upright and tilted features.
 * <p>
 * In the old format, parent and next of a stage once joined stages to a tree ({@code alt_tree}). They have no effect.
 * OpenCV 4 evaluates the stages in the order of the file, and so does this package.
 * <p>
 * Only the given bytes are read. A document type declaration, and so any entity, is an error. Stateless.
 */
public final class CascadeReader {

	/** Bytes of the largest file accepted; the largest cascade of OpenCV has 3 MB. */
	public static final int MAX_BYTES = 64 << 20;

	private CascadeReader() {}

	/**
	 * @param file a cascade
	 * @throws CascadeException where it is no cascade of Haar features
	 * @throws IOException where it cannot be read
	 */
	public static Cascade read(final Path file) throws IOException {
		// Opening a pipe would wait for who writes into it.
		if (!Files.isRegularFile(file) && Files.exists(file)) throw new CascadeException(file +
			": found a folder, pipe or device; expected a file");
		try (InputStream in = Files.newInputStream(file)) {
			return read(in, file.toString());
		}
	}

	/**
	 * @param in a cascade, read to its end and left open
	 * @param name how errors call it
	 * @throws CascadeException where it is no cascade of Haar features
	 * @throws IOException where it cannot be read
	 */
	public static Cascade read(final InputStream in, final String name) throws IOException {
		final byte[] bytes = in.readNBytes(MAX_BYTES + 1);
		try {
			if (bytes.length > MAX_BYTES) throw new CascadeException("more than " + MAX_BYTES + " bytes; no cascade is");
			return build(Xml.parse(bytes));
		}
		catch (final CascadeException e) {
			throw new CascadeException(name + ": " + e.getMessage(), e);
		}
	}

	private static Cascade build(final Xml.Element storage) throws CascadeException {
		final List<Xml.Element> content = storage.children();
		if (!"opencv_storage".equals(storage.name()) || content.isEmpty()) throw new CascadeException(
			"not a cascade: found <" + storage.name() + ">; expected <opencv_storage> with a cascade inside");
		final Xml.Element root = content.get(0);
		if (root.child("featureType") != null || root.child("stageType") != null) return new NewFormat(root).cascade();
		if (root.child("size") != null && root.child("stages") != null) return new OldFormat(root).cascade();
		throw new CascadeException("not a cascade: <" + root.name() +
			"> has neither a featureType (new format) nor a size and stages (old format)");
	}
}
