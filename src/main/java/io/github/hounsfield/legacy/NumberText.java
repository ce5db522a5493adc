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

import java.util.Optional;
import org.scijava.module.ModuleItem;

/**
 * Texts that stand for numbers. A text and not a number is what a number that may be missing is, or several in one
 * field. A dialog looks at it before it closes; what the numbers mean is for the command to check.
 */
final class NumberText {

	/** Attribute of an input: {@value #ONE}, or {@value #SEVERAL} with commas between. */
	static final String NUMBERS = "numbers";

	static final String ONE = "one";
	static final String SEVERAL = "several";

	private NumberText() {}

	/** @return why the answer is refused; empty for a blank one, for numbers, and for an input that is no number */
	static Optional<String> refusal(final CommandInput input, final String answer) {
		final ModuleItem<?> item = input.item();
		final boolean several = SEVERAL.equals(item.get(NUMBERS));
		if (answer.isBlank() || !several && !ONE.equals(item.get(NUMBERS))) return Optional.empty();
		for (final String part : several ? answer.split(",", -1) : new String[] { answer })
			if (!NumberRule.isNumber(part.trim())) return Optional.of("'" + DialogModel.plainLabel(input) + "' is '" + answer +
				"'; expected " + (several ? "numbers with commas between" : "a number, or an empty field"));
		return Optional.empty();
	}
}
