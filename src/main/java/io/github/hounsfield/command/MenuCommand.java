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

package io.github.hounsfield.command;

import ij.ImagePlus;
import io.github.hounsfield.host.DomainCommand;
import io.github.hounsfield.host.KeysGiven;
import java.util.Set;

/** An action of the menu. It knows how other actions help with a problem. */
abstract class MenuCommand extends DomainCommand implements KeysGiven {

	private Set<String> given = Set.of();

	@Override
	public void given(final Set<String> keys) {
		given = keys;
	}

	/** Keys of the macro or script that runs this; none where a person answers the dialog. */
	protected final Set<String> given() {
		return given;
	}

	/** Says which image was made, and how large it is. It stays after the action. */
	protected final void showMade(final ImagePlus image) {
		final String slices = image.getStackSize() > 1 ? " x " + image.getStackSize() : "";
		showStatus(image.getTitle() + ": " + image.getWidth() + " x " + image.getHeight() + slices + ", " + image
			.getBitDepth() + "-bit");
	}

	@Override
	protected final String about(final Exception problem) {
		return Hints.about(problem);
	}

	@Override
	protected final String hint(final Exception problem) {
		return Hints.of(problem, isDialog());
	}
}
