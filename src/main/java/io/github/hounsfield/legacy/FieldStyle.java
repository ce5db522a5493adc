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
package io.github.hounsfield.legacy;

import org.scijava.module.ModuleItem;

/**
 * What a field of a dialog has besides its label and its answer, as the attributes of its input say.
 *
 * @param item the input
 */
record FieldStyle(ModuleItem<?> item) {

	/** Attribute of an input whose choices need a word in the dialog itself. */
	private static final String LINE = "line";

	/** Attribute of a text that may be a path: {@code one}, or {@value #SEVERAL} with semicolons between. */
	private static final String PATHS = "paths";

	private static final String SEVERAL = "several";

	/** What a dialog says under the field; empty for nothing. */
	String line() {
		return item.get(LINE) == null ? "" : item.get(LINE);
	}

	/** Whether a text may be a path, or several. */
	boolean holdsPaths() {
		return item.get(PATHS) != null;
	}

	/** Whether paths stand in it with semicolons between. */
	boolean holdsSeveral() {
		return SEVERAL.equals(item.get(PATHS));
	}
}
