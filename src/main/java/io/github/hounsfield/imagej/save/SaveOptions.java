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

import io.github.hounsfield.imagej.pixels.ImageException;
import java.util.OptionalInt;

/**
 * How to save.
 *
 * @param description Series Description; empty for the source's, marked
 * @param number Series Number; empty for the source's + 1000
 * @param derivation Derivation Description; empty for the known steps
 * @param overwrite whether a series in the folder is replaced
 * @param anonymize whether what identifies the patient is left out
 * @param force whether steps may be coarser than {@link ImageSave#COARSEST_STEP}, and pixels may differ from what their
 *          header says
 */
public record SaveOptions(String description, OptionalInt number, String derivation, boolean overwrite,
	boolean anonymize, boolean force)
{

	/**
	 * @param number a whole number, or blank
	 * @throws ImageException where it is something else
	 */
	public static SaveOptions of(final String description, final String number, final String derivation) {
		return new SaveOptions(trimmed(description), number(trimmed(number)), trimmed(derivation), false, false, false);
	}

	/** The same, a series in the folder replaced or not. */
	public SaveOptions withOverwrite(final boolean value) {
		return new SaveOptions(description, number, derivation, value, anonymize, force);
	}

	/** The same, what identifies the patient left out or not. */
	public SaveOptions withAnonymize(final boolean value) {
		return new SaveOptions(description, number, derivation, overwrite, value, force);
	}

	/** The same, with coarse steps and changed pixels or without. */
	public SaveOptions withForce(final boolean value) {
		return new SaveOptions(description, number, derivation, overwrite, anonymize, value);
	}

	private static String trimmed(final String text) {
		return text == null ? "" : text.trim();
	}

	private static OptionalInt number(final String text) {
		if (text.isEmpty()) return OptionalInt.empty();
		try {
			return OptionalInt.of(Integer.parseInt(text));
		}
		catch (final NumberFormatException e) {
			throw new ImageException("number is '" + text + "'", "a whole number, such as 1003");
		}
	}
}
