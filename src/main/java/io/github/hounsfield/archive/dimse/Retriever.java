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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.archive.ArchiveException;
import java.util.Collection;

/** A way of retrieving: C-GET or C-MOVE. */
interface Retriever {

	/**
	 * @param identifier which instances
	 * @param classes SOP classes that they are of
	 * @param receiver takes them
	 * @return the archive's failures, a sentence; empty for success
	 * @throws Unsupported where the archive does not take this way
	 * @throws ArchiveException where it fails, refuses or falls silent
	 */
	String retrieve(Identifier identifier, Collection<String> classes, InstanceReceiver receiver)
		throws ArchiveException;

	/** The archive does not take this way of retrieving. */
	final class Unsupported extends ArchiveException {

		private static final long serialVersionUID = 1L;

		Unsupported(final Peer peer, final String what) {
			super(Reason.REFUSED, peer.name() + ": " + what + ". For C-MOVE, enter a port of this side in its entry, " +
				"and in the archive's own settings this side's AE title '" + peer.calling() + "', its address and that port.");
			helped(Help.ENTRY);
		}
	}
}
