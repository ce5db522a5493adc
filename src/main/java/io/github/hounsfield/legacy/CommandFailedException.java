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

import io.github.hounsfield.host.Reasons;

/**
 * A command cannot run or did not finish. The message names the parameter, what was given and what is allowed, or is
 * the command's own reason.
 */
final class CommandFailedException extends Exception {

	private static final long serialVersionUID = 1L;

	/** @param reason a sentence, or a clause that begins with a key or a label; empty where a person canceled */
	CommandFailedException(final String reason) {
		super(Reasons.of(reason));
	}

	/** The value {@code given} for {@code parameter} is none of what is {@code allowed}. */
	static CommandFailedException notAllowed(final String parameter, final String given, final String allowed) {
		return new CommandFailedException(parameter + " is '" + given + "'; expected " + allowed);
	}

	/** Nothing was given for {@code parameter}, which needs one of what is {@code allowed}. */
	static CommandFailedException missing(final String parameter, final String allowed) {
		return new CommandFailedException(parameter + " is empty; expected " + allowed);
	}
}
