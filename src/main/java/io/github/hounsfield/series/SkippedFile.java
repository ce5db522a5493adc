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

/**
 * A file that was met and left out.
 *
 * @param name as scanned, relative to the folder or archive; may identify the patient
 * @param reason why
 * @param detail the whole reason, as a rule with tag and byte; may quote the header
 * @param seriesInstanceUid of the series it belongs to, empty where that could not be read
 */
public record SkippedFile(String name, Reason reason, String detail, String seriesInstanceUid)
	implements Comparable<SkippedFile>
{

	/** Why a file was left out. */
	public enum Reason {
		NOT_DICOM("not a DICOM file"), //
		DIRECTORY("a DICOMDIR, an index of files"), //
		NO_PIXEL_DATA("no pixel data"), //
		TRUNCATED("truncated: the file ends before its pixels do"), //
		BROKEN("broken header"), //
		UNSUPPORTED("transfer syntax that cannot be decoded"), //
		UNREADABLE("cannot be read"), //
		MISSING("named by the DICOMDIR but not there"), //
		OUTSIDE("named by the DICOMDIR but outside its folder"), //
		DUPLICATE("a copy of a file that was read");

		private final String label;

		Reason(final String label) {
			this.label = label;
		}

		/** In words, with nothing of the file's content. */
		public String label() {
			return label;
		}
	}

	@Override
	public int compareTo(final SkippedFile other) {
		final int names = NaturalOrder.INSTANCE.compare(name, other.name);
		if (names != 0) return names;
		final int reasons = reason.compareTo(other.reason);
		return reasons != 0 ? reasons : detail.compareTo(other.detail);
	}
}
