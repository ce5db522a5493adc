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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import java.util.Map;

/** Once lossy, always lossy (PS3.3 C.7.6.1.1.5): adds what a source in a lossy transfer syntax does not say. */
final class Lossy {

	/** Transfer syntaxes that are lossy whatever the file says, and their method's name. */
	private static final Map<String, String> METHODS = Map.of("1.2.840.10008.1.2.4.50", "ISO_10918_1",
		"1.2.840.10008.1.2.4.51", "ISO_10918_1", "1.2.840.10008.1.2.4.81", "ISO_14495_1");

	private Lossy() {}

	/** Call it after copying. A flag stays, unless the transfer syntax disproves it. */
	static void addTo(final DataSetMaker made, final SourceHeader source) {
		final String method = METHODS.get(source.text(Tag.TransferSyntaxUID).orElse(""));
		if (method == null || source.text(Tag.LossyImageCompression).orElse("").equals("01")) return;
		made.replace(Elements.text(Tag.LossyImageCompression, "01"));
		made.addIfAbsent(Elements.text(DerivedTag.LOSSY_IMAGE_COMPRESSION_METHOD, method));
	}
}
