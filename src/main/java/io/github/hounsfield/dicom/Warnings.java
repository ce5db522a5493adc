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
package io.github.hounsfield.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects where a file departs from the standard. The first warnings are kept in words, the rest are counted. Not
 * thread safe.
 */
final class Warnings {

	private static final int IN_WORDS = 20;

	private final List<Problem> messages = new ArrayList<>(2);
	private final String source;
	private int more;

	/** @param source name of the file */
	Warnings(final String source) {
		this.source = source;
	}

	/** @param position byte position of the element in the file */
	void add(final int tag, final long position, final String problem) {
		if (messages.size() < IN_WORDS) messages.add(note(problem).tag(tag).at(position));
		else more++;
	}

	void add(final String problem) {
		if (messages.size() < IN_WORDS) messages.add(note(problem));
		else more++;
	}

	private Problem note(final String found) {
		return Problem.in(source).severity(Severity.NOTE).found(found);
	}

	/** Adds what was lost of the data set. */
	void lost(final String what) {
		messages.add(note(what).severity(Severity.WARNING));
	}

	/** A mark for {@link #backTo}. */
	int mark() {
		return messages.size();
	}

	/** Forgets what was added since the mark was taken. */
	void backTo(final int mark) {
		while (messages.size() > mark)
			messages.remove(messages.size() - 1);
	}

	List<Problem> toList() {
		if (more == 0) return List.copyOf(messages);
		final List<Problem> all = new ArrayList<>(messages);
		all.add(note("and " + more + " more"));
		return List.copyOf(all);
	}
}
