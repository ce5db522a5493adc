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
package io.github.hounsfield.sample;

import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/**
 * Eileen Collins, astronaut, as NASA photographed her: one face that looks at the camera. In the public domain, from
 * NASA's Great Images; {@code NOTICE.md} names the package it was taken from.
 */
public final class FacePhotograph {

	/** Name of the file. */
	public static final String NAME = "astronaut.png";

	private FacePhotograph() {}

	/**
	 * @return a new image of 512 x 512 pixels, 8-bit RGB
	 * @throws IOException where the jar is not whole
	 */
	public static BufferedImage read() throws IOException {
		try (InputStream in = open()) {
			return ImageIO.read(in);
		}
	}

	/**
	 * The file's bytes.
	 *
	 * @return a stream that the caller closes
	 * @throws IOException where the jar is not whole
	 */
	static InputStream open() throws IOException {
		final InputStream in = FacePhotograph.class.getResourceAsStream(NAME);
		if (in == null) throw new FileNotFoundException(NAME + " is not in the suite's jar; install the suite again");
		return in;
	}
}
