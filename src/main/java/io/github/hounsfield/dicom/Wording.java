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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/**
 * Makes the text of problems at the edge, with the names of files or without. A neutral wording does not search texts
 * for names. It leaves out every part that may hold one: names of files and folders, quotations of a header or of
 * another library, and causes. Immutable, safe for several threads.
 */
public final class Wording {

	/** Stands for a file whose name must not be said. */
	public static final String A_FILE = "a file";

	/** Says the names of files. */
	public static final Wording NAMED = new Wording(true, Map.of());

	/** Says no name of a file or folder. */
	public static final Wording NEUTRAL = new Wording(false, Map.of());

	/** Group of the elements about the patient. */
	private static final int PATIENT = 0x0010;

	private final boolean named;
	private final Map<String, String> standIns;

	private Wording(final boolean named, final Map<String, String> standIns) {
		this.named = named;
		this.standIns = standIns;
	}

	/** @param anonymize whether no name of a file or folder may be said */
	public static Wording of(final boolean anonymize) {
		return anonymize ? NEUTRAL : NAMED;
	}

	/**
	 * Without the name of any file or folder.
	 *
	 * @param standIns what a file is called instead, such as "slice 12", by the name of its source
	 */
	public static Wording neutral(final Map<String, String> standIns) {
		return new Wording(false, Map.copyOf(standIns));
	}

	/** Whether names of files are said. */
	public boolean isNamed() {
		return named;
	}

	/** What a file is called. */
	public String name(final String source) {
		return named ? source : standIns.getOrDefault(source, A_FILE);
	}

	/** The file, the element, the byte, what was found and what was expected, as far as they are known. */
	String problem(final Problem problem) {
		final String place = place(problem);
		final String reason = reason(problem);
		return place.isEmpty() ? reason : place + ": " + reason;
	}

	private String place(final Problem problem) {
		if (named && !problem.source().isEmpty()) return problem.source();
		if (problem.slice() > 0) return "slice " + problem.slice();
		return problem.source().isEmpty() ? "" : name(problem.source());
	}

	/** The same without the file, which was said before. */
	public String reason(final Problem problem) {
		final StringBuilder text = new StringBuilder();
		if (problem.tag().isPresent()) {
			text.append(Dictionary.describe(problem.tag().getAsInt()));
			if (problem.position() >= 0) text.append(" at byte ").append(problem.position());
			text.append(": ");
		}
		else if (problem.position() >= 0) text.append("byte ").append(problem.position()).append(": ");
		final boolean open = !isQuoted(problem) && problem.found().endsWith(":");
		text.append(open ? problem.found().substring(0, problem.found().length() - 1) : problem.found());
		if (isQuoted(problem)) text.append(problem.found().isEmpty() ? "" : " ").append(problem.quote());
		else if (!problem.quote().isEmpty()) text.append(problem.found().isEmpty() ? "cannot be used" : problem.expected()
			.isEmpty() ? "" : " something else");
		if (!problem.expected().isEmpty()) text.append("; expected ").append(problem.expected());
		return text.toString();
	}

	/** Whether the file's own words are repeated. Those of an element about the patient never are. */
	private boolean isQuoted(final Problem problem) {
		return named && !problem.quote().isEmpty() && (problem.tag().isEmpty() || problem.tag()
			.getAsInt() >>> 16 != PATIENT);
	}

	/** The text of an exception. One that holds values is worded by them, one of Java by its kind. */
	public String text(final Throwable e) {
		if (e instanceof Worded worded) return worded.text(this);
		if (e instanceof UncheckedIOException && e.getCause() != null) return text(e.getCause());
		if (e instanceof FileSystemException file) return fileSystem(file);
		if (e instanceof InvalidPathException path) return named ? path.getMessage() : "a name that no file can have";
		if (named) return e.getMessage() == null ? e.toString() : e.getMessage();
		return (e instanceof IOException ? "cannot be read or written" : "a fault of the program") + " (" + e.getClass()
			.getSimpleName() + ")";
	}

	/** The file that an exception is about, with which its text may begin; empty for none. */
	public static String source(final Throwable e) {
		if (e instanceof UncheckedIOException && e.getCause() != null) return source(e.getCause());
		if (e instanceof ProblemException known) return known.problem().source();
		return e instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "";
	}

	/** The same without the file, which was said before. */
	public String reason(final Throwable e) {
		if (e instanceof DicomException problem) return problem.reason(this);
		if (e instanceof FileSystemException file) return kind(file);
		return text(e);
	}

	/** The text of Java's own exceptions of files. Their class alone says the reason. */
	private String fileSystem(final FileSystemException e) {
		return named && e.getFile() != null ? e.getFile() + ": " + kind(e) : kind(e);
	}

	/** The value of an exception that reading threw. */
	public static Problem problem(final String source, final IOException e) {
		if (e instanceof DicomException known) return known.problem();
		if (e instanceof FileSystemException file) return Problem.in(source).found(NEUTRAL.kind(file)).quote(file
			.getReason() == null ? "" : file.getReason());
		return Problem.in(source).found("cannot be read:").quote(e.getMessage() == null ? e.toString() : e.getMessage());
	}

	private String kind(final FileSystemException e) {
		if (e instanceof NoSuchFileException) return "no such file or folder";
		if (e instanceof AccessDeniedException) return "access denied";
		if (e instanceof NotDirectoryException) return "not a folder";
		if (e instanceof FileSystemLoopException) return "a link that leads back";
		return named && e.getReason() != null ? e.getReason() : e.getClass().getSimpleName();
	}
}
