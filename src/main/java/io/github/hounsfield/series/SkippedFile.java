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

package io.github.hounsfield.series;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Wording;
import java.util.Optional;

/**
 * A file or folder that was met and left out.
 *
 * @param name as scanned, relative to the folder or archive; may identify the patient
 * @param reason why
 * @param problem the whole reason, with tag and byte; empty where there is no more to say
 * @param seriesInstanceUid of the series it belongs to, empty where that could not be read
 */
public record SkippedFile(String name, Reason reason, Optional<Problem> problem, String seriesInstanceUid)
	implements ScannedFile, Comparable<SkippedFile>
{

	/** Why a file was left out. */
	public enum Reason {
		NOT_DICOM("not a DICOM file"), //
		EMPTY("an empty file"), //
		DIRECTORY("a DICOMDIR, an index of files"), //
		NO_PIXEL_DATA("no pixel data"), //
		TRUNCATED("truncated: the file ends before its pixels do"), //
		BROKEN("broken header"), //
		UNSUPPORTED("transfer syntax that cannot be decoded"), //
		UNREADABLE("cannot be read"), //
		CLOSED_FOLDER("a folder that cannot be entered"), //
		MISSING("named by the DICOMDIR but not there"), //
		OUTSIDE("named by the DICOMDIR but outside its folder"), //
		UNFINISHED("not finished, as the ending .part says"), //
		DUPLICATE("a copy of a file that was read");

		private final String label;

		Reason(final String label) {
			this.label = label;
		}

		/** In words, with nothing of the file's content. */
		public String label() {
			return label;
		}

		/** Whether a slice may have been lost with it. */
		public boolean isLoss() {
			return switch (this) {
				case EMPTY, TRUNCATED, BROKEN, UNSUPPORTED, UNREADABLE, CLOSED_FOLDER, MISSING, UNFINISHED -> true;
				case NOT_DICOM, DIRECTORY, NO_PIXEL_DATA, OUTSIDE, DUPLICATE -> false;
			};
		}
	}

	/** A file with no more to say than the reason. */
	public static SkippedFile of(final String name, final Reason reason) {
		return new SkippedFile(name, reason, Optional.empty(), "");
	}

	/** A file that does not tell its series. */
	public static SkippedFile of(final String name, final Reason reason, final Problem problem) {
		return new SkippedFile(name, reason, Optional.of(problem), "");
	}

	/** The folder of the file, relative as its name is; empty for the scanned folder itself. */
	String folder() {
		return folder(name);
	}

	static String folder(final String name) {
		return name.substring(0, Math.max(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))));
	}

	/** Why it was left out, without the file. */
	public String reason(final Wording wording) {
		return problem.isEmpty() ? reason.label() : reason.label() + " (" + wording.reason(problem.get()) + ")";
	}

	/**
	 * The file and why it was left out.
	 *
	 * @param number in the listing, from 1; stands for the name if that must not be said
	 */
	public String text(final Wording wording, final int number) {
		return (wording.isNamed() ? name : standIn(number)) + ": " + reason(wording);
	}

	/** The same, but brief for a file that was never meant to be DICOM. */
	String briefText(final Wording wording, final int number) {
		return reason == Reason.NOT_DICOM ? of(name, reason).text(wording, number) : text(wording, number);
	}

	/** The name of a file in neutral texts, by its number in the listing, from 1. */
	static String standIn(final int number) {
		return "file " + number + " of those left out";
	}

	@Override
	public int compareTo(final SkippedFile other) {
		final int names = NaturalOrder.INSTANCE.compare(name, other.name);
		if (names != 0) return names;
		final int reasons = reason.compareTo(other.reason);
		return reasons != 0 ? reasons : problem.toString().compareTo(other.problem.toString());
	}
}
