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
package io.github.hounsfield.imagej.save;

import io.github.hounsfield.deidentify.Deidentifier;
import io.github.hounsfield.deidentify.DeidentifyOptions;
import io.github.hounsfield.deidentify.Pseudonyms;
import io.github.hounsfield.deidentify.Secret;
import io.github.hounsfield.dicom.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/**
 * Data sets of one series without what identifies the patient, by the basic profile. New UIDs and the new Patient ID
 * come from a key that is not kept. So nothing ties the series to its source. Safe for several threads.
 */
final class Anonymizing {

	private static final int KEY_BYTES = 32;
	private static final int BURNED_IN_ANNOTATION = 0x00280301;

	private final Deidentifier deidentifier;

	Anonymizing() {
		final byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		deidentifier = new Deidentifier(DeidentifyOptions.BASIC, new Pseudonyms(new Secret(key)));
	}

	DataSet apply(final DataSet dataSet) {
		try {
			final boolean burnedIn = "YES".equals(dataSet.string(BURNED_IN_ANNOTATION).orElse(""));
			return deidentifier.deidentify(dataSet, !burnedIn).dataSet();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
