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

/**
 * Reads what stands before a value: tag, VR and length (PS3.5 section 7.1). Also reads what some writers make of it. If
 * the bytes can be read in two ways, the one that leads to another element counts. One object serves all elements of a
 * file, one after another. Not thread safe.
 */
final class ElementHeader {

	/** This length means that a delimiter marks the end. */
	static final long UNDEFINED = 0xFFFFFFFFL;

	private static final int LONGEST_SHORT = 0xFFFF;

	private final HeaderInput in;
	private final Warnings warnings;

	private int tag;
	private Vr vr;
	private long length;
	private long start;
	private boolean unknownInFile;

	ElementHeader(final HeaderInput in, final Warnings warnings) {
		this.in = in;
		this.warnings = warnings;
	}

	int tag() {
		return tag;
	}

	/** The VR; UN if neither file nor dictionary tells. */
	Vr vr() {
		return vr;
	}

	/** Whether the file has no usable VR (UN, none, unknown), so that the dictionary decides. */
	boolean isUnknownInFile() {
		return unknownInFile;
	}

	/** Bytes of the value, or {@link #UNDEFINED}. */
	long length() {
		return length;
	}

	/** Byte position of the tag. */
	long start() {
		return start;
	}

	/**
	 * Moves to the value.
	 *
	 * @param end of the data set or item that the element is in
	 * @param explicit whether the VR stands in the file
	 */
	void read(final long end, final boolean explicit) throws IOException {
		start = in.position();
		unknownInFile = false;
		tag = in.readTag();
		if (tag >>> 16 == 0xFFFE) {
			vr = Vr.UN;
			length = in.readLength();
		}
		else if (explicit) readExplicit(end);
		else {
			vr = Dictionary.vr(tag);
			length = in.readLength();
		}
	}

	private void readExplicit(final long end) throws IOException {
		final int first = in.readByte();
		final int second = in.readByte();
		vr = Vr.of(first, second);
		if (vr == null && Vr.areLetters(first, second)) readNewerVr(end, first, second);
		else if (vr == null) readBlankVr(end);
		else if (!vr.hasLongLength()) {
			length = in.readShort();
			if (length == 0 && !leadsOn(in.position(), end)) tryLongLength(end);
		}
		else {
			final int reserved = in.readShort();
			length = in.readLength();
			if (reserved != 0 && !fits(length, end)) tryShortLength(reserved, end);
			unknownInFile = vr == Vr.UN;
			if (unknownInFile) vr = Dictionary.vr(tag);
		}
	}

	/** Some writers give every VR the two reserved bytes and the long length. */
	private void tryLongLength(final long end) throws IOException {
		final long position = in.position();
		if (end - position < 4) return;
		final long longer = in.readLength();
		if (longer > 0 && longer <= LONGEST_SHORT && fits(longer, end) && leadsToVr(in.position() + longer, end)) {
			length = longer;
			warnings.add(tag, start, "has a length of 32 bits, which " + vr + " does not have");
		}
		else in.seek(position);
	}

	/** Some writers give no VR the reserved bytes and the long length. */
	private void tryShortLength(final int shorter, final long end) throws IOException {
		if (!leadsOn(start + 8 + shorter, end)) return;
		useShortLength(shorter);
		warnings.add(tag, start, "has a length of 16 bits, where " + vr + " has one of 32");
	}

	/** Two letters that name no known VR. A newer VR has a length of 32 bits, and a mistake has one of 16. */
	private void readNewerVr(final long end, final int first, final int second) throws IOException {
		vr = Vr.UN;
		unknownInFile = true;
		warnings.add(tag, start, "has the unknown VR " + (char) first + (char) second);
		final int shorter = in.readShort();
		if (shorter != 0 || leadsToVr(start + 8, end)) useShortLength(shorter);
		else length = in.readLength();
	}

	/** No letters. The element is implicit among explicit ones, or has a blank VR and a length of 16 bits. */
	private void readBlankVr(final long end) throws IOException {
		vr = Dictionary.vr(tag);
		unknownInFile = true;
		final int shorter = in.readShort();
		in.seek(start + 4);
		final long longer = in.readLength();
		final long behindLonger = in.position() + (longer == UNDEFINED ? 0 : longer);
		final boolean blank = shorter != 0 && leadsToVr(start + 8 + shorter, end) || !(fits(longer, end) && leadsOn(
			behindLonger, end)) && leadsOn(start + 8 + shorter, end);
		if (blank) useShortLength(shorter);
		else length = longer;
		warnings.add(tag, start, blank ? "has a blank VR, with a length of 16 bits" : "has no VR; read as implicit");
	}

	private void useShortLength(final int shorter) {
		length = shorter;
		in.seek(start + 8);
	}

	private boolean fits(final long claimed, final long end) {
		return claimed == UNDEFINED || claimed <= end - in.position();
	}

	/** Whether at this position the data set ends or an element with a larger tag, or a delimiter, stands. */
	private boolean leadsOn(final long position, final long end) throws IOException {
		if (position == end) return true;
		return end - position >= 8 && Integer.compareUnsigned(in.peekTag(position), tag) > 0;
	}

	/** Whether, in addition, that element has a VR. */
	private boolean leadsToVr(final long position, final long end) throws IOException {
		if (position == end || !leadsOn(position, end)) return position == end;
		return in.peekTag(position) >>> 16 == 0xFFFE || Vr.of(in.peekByte(position + 4), in.peekByte(position + 5)) != null;
	}
}
