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
package io.github.hounsfield.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How text is encoded: Specific Character Set (0008,0005), PS3.3 section C.12.1.1.2. Immutable. */
public final class CharacterSet {

	/** The default repertoire (ISO IR 6); bytes beyond it, which it does not allow, are taken as Latin-1. */
	public static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.ISO_8859_1);

	private final Charset charset;

	private CharacterSet(final Charset charset) {
		this.charset = charset;
	}

	/** @param terms the values of Specific Character Set */
	public static CharacterSet of(final List<String> terms) {
		if (terms.isEmpty()) return DEFAULT;
		return switch (terms.get(0)) {
			case "ISO_IR 192" -> new CharacterSet(StandardCharsets.UTF_8);
			default -> DEFAULT;
		};
	}

	/** One text. */
	public String decode(final byte[] bytes) {
		return new String(bytes, charset);
	}

	/** The values between backslashes, without spaces and zero bytes around them. */
	public List<String> decodeValues(final byte[] bytes) {
		return new ArrayList<>(Values.split(decode(bytes)));
	}
}
