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
package io.github.hounsfield.archive.dimse;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Puts messages together from the presentation data values in P-DATA-TF units (PS3.8 section 9.3.5 and annex E): the
 * fragments of a command set, then those of a data set by the same presentation context. Not safe for several threads.
 */
final class Fragments {

	private static final int COMMAND = 1;
	private static final int LAST = 2;

	private final PduInput input;
	private int at;
	private int end;
	private int context;
	private int control;
	private int dataAt;
	private int dataLength;

	Fragments(final PduInput input) {
		this.input = input;
	}

	PduInput input() {
		return input;
	}

	/**
	 * The next command set.
	 *
	 * @return null where the other side asks to release the association
	 * @throws UpperLayerException where something else comes
	 */
	Command command(final Map<Integer, PresentationContext> contexts) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int by = 0;
		do {
			if (!next()) {
				if (by != 0) throw new UpperLayerException("found A-RELEASE-RQ inside a command set");
				return null;
			}
			if (!contexts.containsKey(context)) throw new UpperLayerException("found a fragment of presentation context " +
				context + ", which was not accepted");
			if ((control & COMMAND) == 0) throw new UpperLayerException("found a fragment of a data set outside a message");
			if (by != 0 && by != context) throw new UpperLayerException("a command set changes its presentation context");
			by = context;
			if (bytes.size() + dataLength > Command.LONGEST) throw new UpperLayerException(
				"a command set has more than " + Command.LONGEST + " bytes");
			bytes.write(input.body(), dataAt, dataLength);
		}
		while ((control & LAST) == 0);
		return Command.parse(bytes.toByteArray(), bytes.size(), by);
	}

	/**
	 * The data set behind a command.
	 *
	 * @param by the command's presentation context
	 * @param longest bytes
	 */
	void data(final int by, final OutputStream to, final long longest) throws IOException {
		long size = 0;
		do {
			if (!next()) throw new UpperLayerException("found A-RELEASE-RQ inside a message");
			if ((control & COMMAND) != 0) throw new UpperLayerException("found a command set; expected a data set");
			if (context != by) throw new UpperLayerException("found a fragment of presentation context " + context +
				"; expected " + by);
			size += dataLength;
			if (size > longest) throw new UpperLayerException("an identifier has more than " + longest + " bytes");
			to.write(input.body(), dataAt, dataLength);
		}
		while ((control & LAST) == 0);
	}

	/** Moves to the next fragment; false where the other side asks to release the association. */
	private boolean next() throws IOException {
		while (at == end) {
			final int type = input.next();
			if (type == PduInput.RELEASE_RQ) return false;
			if (type == PduInput.ABORT) throw new Failures.Aborted(input.body());
			if (type < 0) throw new EOFException("the connection was closed inside an association");
			if (type != PduInput.P_DATA_TF) throw new UpperLayerException("found a protocol data unit of type " + type +
				"; expected P-DATA-TF");
			at = 0;
			end = input.length();
		}
		if (end - at < 6) throw new UpperLayerException("a presentation data value needs 6 bytes, but " + (end - at) +
			" are left in its unit");
		final long claimed = Bytes.int32(input.body(), at) & 0xFFFFFFFFL;
		if (claimed < 2 || claimed > end - at - 4) throw new UpperLayerException("a presentation data value claims " +
			claimed + " bytes; expected 2 to " + (end - at - 4));
		context = input.body()[at + 4] & 0xFF;
		control = input.body()[at + 5];
		dataAt = at + 6;
		dataLength = (int) claimed - 2;
		at += 4 + (int) claimed;
		return true;
	}

	/** Waits for the answer to A-RELEASE-RQ; what else comes is passed over (PS3.8 section 7.2). */
	void released(final PduOutput output) throws IOException {
		for (int type = input.next(); type >= 0 && type != PduInput.RELEASE_RP && type != PduInput.ABORT; type = input
			.next())
			if (type == PduInput.RELEASE_RQ) output.unit(PduInput.RELEASE_RP, new byte[4]);
	}
}
