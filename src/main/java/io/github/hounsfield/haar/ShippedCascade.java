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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The cascades that come with this package, from OpenCV's own collection, each with its licence in its head. On the way
 * to a first search nothing here or behind makes a lambda or a stream, whose first use takes a new process longer.
 */
public enum ShippedCascade {

	/** Frontal faces, 20 x 20 pixels, stumps, gentle AdaBoost: the default. */
	FRONTALFACE_ALT("Frontal face (alt)", "frontalface_alt"),
	/** Frontal faces, 20 x 20 pixels, trees of two nodes, gentle AdaBoost. */
	FRONTALFACE_ALT2("Frontal face (alt2)", "frontalface_alt2"),
	/** Frontal faces, 20 x 20 pixels, stages once joined to a tree: the strictest. */
	FRONTALFACE_ALT_TREE("Frontal face (alt tree)", "frontalface_alt_tree"),
	/** Frontal faces, 24 x 24 pixels, stumps, discrete AdaBoost. */
	FRONTALFACE_DEFAULT("Frontal face (default)", "frontalface_default"),
	/** Faces from the side, looking to the left of the picture, 20 x 20 pixels. */
	PROFILEFACE("Profile face", "profileface"),
	/** Open eyes, 20 x 20 pixels. */
	EYE("Eye", "eye");

	private final String label;
	private final String name;
	private Cascade cascade;
	private PreparedCascade prepared;

	ShippedCascade(final String label, final String name) {
		this.label = label;
		this.name = "haarcascade_".concat(name);
	}

	/** Its label in a dialog. */
	public String label() {
		return label;
	}

	/** The resource beside this class. */
	public String fileName() {
		return name.concat(".xml");
	}

	/** The resource with its compact form, which the build adds. */
	String compactName() {
		return name.concat(".bin");
	}

	/**
	 * The cascade, read at the first call; for any thread. It is read from its compact form if the build made that of the
	 * same XML, else from the XML.
	 *
	 * @throws UncheckedIOException where the jar lacks it or is broken
	 */
	public synchronized Cascade load() {
		if (cascade != null) return cascade;
		try {
			final byte[] xml = resource(fileName());
			if (xml == null) throw new IOException("no resource " + fileName() + " beside " + ShippedCascade.class.getName());
			final byte[] compact = resource(compactName());
			if (compact != null) cascade = CompactCascade.read(compact, xml);
			if (cascade == null) cascade = CascadeReader.read(new ByteArrayInputStream(xml), fileName());
			return cascade;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	/**
	 * A search for this cascade. What is derived from the cascade alone is derived at the first call, and all searches
	 * share it.
	 *
	 * @param parameters sizes and grouping
	 * @throws UncheckedIOException as {@link #load}
	 */
	public synchronized FaceDetector detector(final DetectionParameters parameters) {
		if (prepared == null) prepared = new PreparedCascade(load());
		return new FaceDetector(prepared, parameters);
	}

	/** Its bytes, or null. */
	private static byte[] resource(final String file) throws IOException {
		try (InputStream in = ShippedCascade.class.getResourceAsStream(file)) {
			return in == null ? null : in.readAllBytes();
		}
	}

	@Override
	public String toString() {
		return label;
	}
}
