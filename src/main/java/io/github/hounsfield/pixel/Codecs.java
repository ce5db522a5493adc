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
package io.github.hounsfield.pixel;

import io.github.hounsfield.codec.FrameDecoder;
import io.github.hounsfield.codec.jpeg.JpegDecoder;
import io.github.hounsfield.codec.jpeg2000.Jpeg2000Decoder;
import io.github.hounsfield.codec.jpegls.JpegLsDecoder;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.TransferSyntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which decoder reads the frames of which transfer syntax. A new one is entered here alone. */
public final class Codecs {

	private static final String PREFIX = "1.2.840.10008.1.2.";

	private static final Set<String> LOSSY = Set.of(PREFIX + "4.50", PREFIX + "4.51", PREFIX + "4.53", PREFIX + "4.55",
		PREFIX + "4.81", PREFIX + "4.91", PREFIX + "4.203");

	private static final String RLE = PREFIX + "5";

	private static final Map<String, FrameDecoder> DECODERS = new LinkedHashMap<>();
	static {
		add(new JpegDecoder(), "4.50", "4.51", "4.53", "4.55", "4.57", "4.70");
		add(new JpegLsDecoder(), "4.80", "4.81");
		add(new Jpeg2000Decoder(), "4.90", "4.91", "4.201", "4.202", "4.203");
	}

	private Codecs() {}

	private static void add(final FrameDecoder decoder, final String... endings) {
		for (final String ending : List.of(endings))
			DECODERS.put(PREFIX + ending, decoder);
	}

	/** Whether frames of this transfer syntax can be read; every native one can. */
	public static boolean isSupported(final TransferSyntax syntax) {
		return !syntax.encapsulated() || isRle(syntax) || DECODERS.containsKey(syntax.uid());
	}

	/**
	 * @param source how messages name the file
	 * @throws DicomException that names the transfer syntax and its UID where its frames cannot be read
	 */
	static void requireSupported(final TransferSyntax syntax, final String source) throws DicomException {
		if (!isSupported(syntax)) throw new DicomException(Problem.in(source).found("the transfer syntax " + syntax +
			" is not supported"));
	}

	/** Whether frames of this transfer syntax may have lost information. */
	static boolean isLossy(final TransferSyntax syntax) {
		return LOSSY.contains(syntax.uid());
	}

	/** Whether a codestream says if its samples are signed, as JPEG 2000 and HTJ2K do (T.800 table A.11). */
	static boolean statesSign(final TransferSyntax syntax) {
		return DECODERS.get(syntax.uid()) instanceof Jpeg2000Decoder;
	}

	/** RLE knows neither width nor bits, and is no {@link FrameDecoder}. */
	static boolean isRle(final TransferSyntax syntax) {
		return syntax.uid().equals(RLE);
	}

	/** @param syntax one that is supported and encapsulated, not RLE */
	static FrameDecoder decoder(final TransferSyntax syntax) {
		return DECODERS.get(syntax.uid());
	}
}
