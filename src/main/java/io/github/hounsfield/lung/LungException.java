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
package io.github.hounsfield.lung;

import io.github.hounsfield.intensity.IntensityException;

/** No lung was found, or a mask, volume or option cannot be used. It holds what was found, expected, and what helps. */
public class LungException extends IntensityException {

	private static final long serialVersionUID = 1L;

	/** What the user may do about it. The actions say it in terms of their own keys. */
	public enum Remedy {
		/** What was found and expected says it all. */
		NONE,
		/** To take components of doubtful density for lung. */
		TAKE_DOUBTFUL,
		/** To take smaller components for lung. */
		LOWER_MINIMUM,
		/** To leave the airways in. */
		KEEP_AIRWAYS,
		/** To measure no thirds, or another image that says where the head is. */
		MEASURE_NO_THIRDS,
		/** To tell the image how large its voxels are. */
		SET_SPACING
	}

	private final Remedy remedy;

	public LungException(final String found) {
		this(found, "", Remedy.NONE);
	}

	/**
	 * @param found in the program's own words and numbers
	 * @param expected without that word
	 */
	public LungException(final String found, final String expected) {
		this(found, expected, Remedy.NONE);
	}

	/**
	 * @param found in the program's own words and numbers
	 * @param remedy what helps
	 */
	public LungException(final String found, final Remedy remedy) {
		this(found, "", remedy);
	}

	/**
	 * @param found in the program's own words and numbers
	 * @param expected without that word; empty where nothing else could stand there
	 * @param remedy what helps
	 */
	LungException(final String found, final String expected, final Remedy remedy) {
		super(found, expected);
		this.remedy = remedy;
	}

	/** What the user may do about it. */
	public Remedy remedy() {
		return remedy;
	}
}
