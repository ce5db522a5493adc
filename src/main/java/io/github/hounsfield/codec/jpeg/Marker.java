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
package io.github.hounsfield.codec.jpeg;

/** Marker codes of ITU-T T.81, table B.1: the byte that follows 0xFF. */
final class Marker {

	static final int SOF0 = 0xC0;
	static final int SOF1 = 0xC1;
	static final int SOF2 = 0xC2;
	static final int SOF3 = 0xC3;
	static final int DHT = 0xC4;
	static final int JPG = 0xC8;
	static final int DAC = 0xCC;
	static final int SOF15 = 0xCF;
	static final int RST0 = 0xD0;
	static final int RST7 = 0xD7;
	static final int SOI = 0xD8;
	static final int EOI = 0xD9;
	static final int SOS = 0xDA;
	static final int DQT = 0xDB;
	static final int DNL = 0xDC;
	static final int DRI = 0xDD;
	static final int APP0 = 0xE0;
	static final int APP14 = 0xEE;
	/** Start of frame of JPEG-LS, ITU-T T.87. */
	static final int SOF55 = 0xF7;
	static final int TEM = 0x01;

	private Marker() {}

	static boolean isRestart(final int code) {
		return code >= RST0 && code <= RST7;
	}

	/** Whether no length follows the marker (table B.1, the markers with an asterisk). */
	static boolean standsAlone(final int code) {
		return isRestart(code) || code == SOI || code == EOI || code == TEM;
	}

	/** Whether the marker starts a frame of any process. */
	static boolean isStartOfFrame(final int code) {
		return code >= SOF0 && code <= SOF15 && code != DHT && code != JPG && code != DAC || code == SOF55;
	}

	/** The coding process that a start of frame announces, for messages. */
	static String processName(final int code) {
		return switch (code) {
			case SOF0 -> "baseline DCT";
			case SOF1 -> "extended sequential DCT";
			case SOF2 -> "progressive DCT";
			case SOF3 -> "lossless";
			case 0xC5 -> "hierarchical sequential DCT";
			case 0xC6 -> "hierarchical progressive DCT";
			case 0xC7 -> "hierarchical lossless";
			case 0xC9 -> "arithmetic coded sequential DCT";
			case 0xCA -> "arithmetic coded progressive DCT";
			case 0xCB -> "arithmetic coded lossless";
			case 0xCD -> "arithmetic coded hierarchical sequential DCT";
			case 0xCE -> "arithmetic coded hierarchical progressive DCT";
			case 0xCF -> "arithmetic coded hierarchical lossless";
			case SOF55 -> "JPEG-LS";
			default -> "unknown";
		};
	}

	/** The marker as it stands in the codestream, for messages: FFDA. */
	static String hex(final int code) {
		return String.format("FF%02X", code);
	}
}
