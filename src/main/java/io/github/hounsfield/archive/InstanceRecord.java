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

import java.util.Comparator;
import java.util.OptionalInt;

/**
 * An instance as the archive lists it. Its text holds the end of the UID only.
 *
 * @param sopInstanceUid SOP Instance UID (0008,0018)
 * @param sopClassUid SOP Class UID (0008,0016); empty: not told
 * @param instanceNumber Instance Number (0020,0013)
 */
public record InstanceRecord(String sopInstanceUid, String sopClassUid, OptionalInt instanceNumber) {

	/** Order by Instance Number, then by UID. Instances without a number come last. */
	public static final Comparator<InstanceRecord> ORDER = Comparator.<InstanceRecord> comparingLong(
		instance -> instance.instanceNumber().isPresent() ? instance.instanceNumber().getAsInt() : Long.MAX_VALUE)
		.thenComparing(InstanceRecord::sopInstanceUid);

	/** Characters of a UID that a message may hold. */
	private static final int SHOWN = 8;

	/** The last 8 characters of a UID. A message may hold no more. */
	public static String end(final String uid) {
		return uid.length() <= SHOWN ? uid : "..." + uid.substring(uid.length() - SHOWN);
	}

	/** Whether the text is a UID (PS3.5 section 9.1): digits and dots, 64 at most. */
	public static boolean isUid(final String text) {
		return text.length() <= 64 && text.matches("[0-9]+(\\.[0-9]+)*");
	}

	@Override
	public String toString() {
		return (instanceNumber.isPresent() ? "number " + instanceNumber.getAsInt() + " " : "") + "(UID " + end(
			sopInstanceUid) + ")";
	}
}
