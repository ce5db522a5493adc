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

/** The value representations of PS3.5 section 6.2. */
public enum Vr {
	AE(Kind.TEXT, false), AS(Kind.TEXT, false), AT(Kind.TAGS, false), CS(Kind.TEXT, false), DA(Kind.TEXT, false),
	DS(Kind.TEXT, false), DT(Kind.TEXT, false), FD(Kind.FLOAT64, false), FL(Kind.FLOAT32, false), IS(Kind.TEXT, false),
	LO(Kind.CHARACTERS, false), LT(Kind.PARAGRAPHS, false), OB(Kind.BYTES, true), OD(Kind.FLOAT64, true),
	OF(Kind.FLOAT32, true), OL(Kind.UINT32, true), OV(Kind.UINT64, true), OW(Kind.UINT16, true),
	PN(Kind.CHARACTERS, false), SH(Kind.CHARACTERS, false), SL(Kind.INT32, false), SQ(Kind.ITEMS, true),
	SS(Kind.INT16, false), ST(Kind.PARAGRAPHS, false), SV(Kind.INT64, true), TM(Kind.TEXT, false),
	UC(Kind.CHARACTERS, true), UI(Kind.TEXT, false), UL(Kind.UINT32, false), UN(Kind.BYTES, true),
	UR(Kind.TEXT, true), US(Kind.UINT16, false), UT(Kind.PARAGRAPHS, true), UV(Kind.UINT64, true);

	/** What the bytes of a value are. */
	public enum Kind {
		/** Characters of the default repertoire, several values divided by a backslash. */
		TEXT,
		/** Characters of the Specific Character Set, several values divided by a backslash. */
		CHARACTERS,
		/** Characters of the Specific Character Set, one value. */
		PARAGRAPHS,
		/** Bytes that the parser does not interpret. */
		BYTES, INT16, UINT16, INT32, UINT32, INT64, UINT64, FLOAT32, FLOAT64,
		/** Attribute tags, two 16-bit words each. */
		TAGS,
		/** A sequence's items. */
		ITEMS;

		/** Bytes of one binary value; 1 for text and bytes. */
		public int size() {
			return switch (this) {
				case INT16, UINT16 -> 2;
				case INT32, UINT32, FLOAT32, TAGS -> 4;
				case INT64, UINT64, FLOAT64 -> 8;
				default -> 1;
			};
		}
	}

	private final Kind kind;
	private final boolean longLength;

	Vr(final Kind kind, final boolean longLength) {
		this.kind = kind;
		this.longLength = longLength;
	}

	public Kind kind() {
		return kind;
	}

	/** Whether the explicit encoding has two reserved bytes and a 32-bit length (PS3.5 section 7.1.2). */
	boolean hasLongLength() {
		return longLength;
	}

	private static final Vr[] BY_LETTERS = new Vr[26 * 26];
	static {
		for (final Vr vr : values())
			BY_LETTERS[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
	}

	/**
	 * @param first first byte of the VR field
	 * @param second second byte of the VR field
	 * @return the value representation; null if the two bytes name none
	 */
	public static Vr of(final int first, final int second) {
		if (!areLetters(first, second)) return null;
		return BY_LETTERS[(first - 'A') * 26 + second - 'A'];
	}

	static boolean areLetters(final int first, final int second) {
		return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
	}
}
