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
package io.github.hounsfield.archive;

import java.io.IOException;
import java.util.List;

/**
 * An archive did not do something. The message names the archive's host, what was found, what was expected and the next
 * step. It holds no login, no name, and only the end of a UID.
 */
public class ArchiveException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Longest list of missing instances that a message repeats. */
	private static final int LISTED = 5;

	/** What kind of problem. */
	public enum Reason {
		/** An address, file or parameter of this side cannot be used. */
		INPUT,
		/** No connection, or silence longer than the limit. */
		NO_ANSWER,
		/** The archive does not take the login, the AE title, or the request. */
		REFUSED,
		/** The archive knows no such study, series, service or AE title. */
		NOT_FOUND,
		/** The archive was busy at every try. */
		BUSY,
		/** The other side's certificate is not trusted, or there is no TLS where it is asked for. */
		CERTIFICATE,
		/** The archive answered with an error of its own. */
		SERVER,
		/** The answer breaks the standard. */
		PROTOCOL,
		/** Some instances did not come. */
		INCOMPLETE
	}

	/** Where the user finds what helps. The actions say it in terms of the menu. */
	public enum Help {
		/** The message says it all. */
		NONE,
		/** In the entry of the archive that this side keeps. */
		ENTRY,
		/** In the list of what the archive has. */
		LIST,
		/** In what is searched for. */
		CRITERION
	}

	private final Reason reason;
	private Help help = Help.NONE;
	private final int expected;
	private final int received;
	private final transient List<InstanceRecord> missing;

	public ArchiveException(final Reason reason, final String message) {
		this(reason, message, null);
	}

	public ArchiveException(final Reason reason, final String message, final Throwable cause) {
		super(message, cause);
		this.reason = reason;
		this.expected = -1;
		this.received = -1;
		this.missing = List.of();
	}

	private ArchiveException(final String message, final int expected, final int received,
		final List<InstanceRecord> missing, final Throwable cause)
	{
		super(message, cause);
		this.reason = Reason.INCOMPLETE;
		this.expected = expected;
		this.received = received;
		this.missing = List.copyOf(missing);
	}

	/**
	 * A series is not complete.
	 *
	 * @param host of the archive
	 * @param expected instances that the archive lists
	 * @param received how many of these are there, whole
	 * @param missing the others
	 * @param why the last problem, a sentence; empty where none was said
	 */
	public static ArchiveException incomplete(final String host, final int expected, final int received,
		final List<InstanceRecord> missing, final String why, final Throwable cause)
	{
		final StringBuilder text = new StringBuilder(host).append(": ").append(received).append(" of ").append(expected)
			.append(" instances came; missing: ");
		for (int i = 0; i < Math.min(LISTED, missing.size()); i++)
			text.append(i == 0 ? "" : ", ").append(missing.get(i));
		if (missing.size() > LISTED) text.append(" and ").append(missing.size() - LISTED).append(" more");
		text.append(". ").append(why).append(why.isEmpty() ? "" : " ");
		text.append(
			"Nothing was opened. Try again: instances that came are kept in a folder you name and not fetched again.");
		return new ArchiveException(text.toString(), expected, received, missing, cause);
	}

	/**
	 * The archive did not take all files.
	 *
	 * @param text the whole message
	 */
	public static ArchiveException notSent(final String text, final int expected, final int taken) {
		return new ArchiveException(text, expected, taken, List.of(), null);
	}

	/** The same, with the place where the user finds help. */
	public final ArchiveException helped(final Help where) {
		help = where;
		return this;
	}

	/** Where the user finds what helps. */
	public Help help() {
		return help;
	}

	public Reason reason() {
		return reason;
	}

	/** Instances that there are; -1 where this is not about counts. Scripts that try again ask this and the next two. */
	public int expected() {
		return expected;
	}

	/** Instances that came, or were taken; -1 where this is not about counts. */
	public int received() {
		return received;
	}

	/** Instances that did not come. Their text holds the end of the UID only. */
	public List<InstanceRecord> missing() {
		return missing == null ? List.of() : missing;
	}
}
