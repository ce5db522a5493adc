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
package io.github.hounsfield.deidentify;

import java.util.Collections;
import java.util.NavigableSet;

/**
 * What became of one file. Holds no value of the file and not its name.
 *
 * @param number of the file, from 1, in the order of paths
 * @param status what was done
 * @param output path of the copy below the output folder, empty where there is none
 * @param instance the new SOP Instance UID, empty where there is no copy
 * @param patient the new Patient ID, empty where there is no copy
 * @param removed tags that were left out
 * @param replaced tags whose values were emptied or replaced
 * @param note why it was not copied, or a note about the copy
 * @param face whether a face may be seen in it
 */
record FileOutcome(int number, Status status, String output, String instance, String patient,
	NavigableSet<Integer> removed, NavigableSet<Integer> replaced, String note, boolean face)
{

	/** What was done with a file. */
	enum Status {
		COPIED, REFUSED, LEFT_OUT, NOT_COPIED
	}

	static FileOutcome without(final int number, final Status status, final String reason) {
		return new FileOutcome(number, status, "", "", "", Collections.emptyNavigableSet(), Collections
			.emptyNavigableSet(), reason, false);
	}

	FileOutcome withNote(final String more) {
		return new FileOutcome(number, status, output, instance, patient, removed, replaced, note.isEmpty() ? more : note +
			"; " + more, face);
	}
}
