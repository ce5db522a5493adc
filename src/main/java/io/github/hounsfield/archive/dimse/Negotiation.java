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

import io.github.hounsfield.archive.ArchiveException;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The beginning of an association, from either side (PS3.8 section 7.1). */
final class Negotiation {

	/**
	 * What this side answers to a request.
	 *
	 * @param accept null where it is rejected
	 * @param reason of a rejection by the user (PS3.8 table 9-21)
	 */
	record Verdict(AssociateAccept accept, int reason) {

		static final Verdict CALLING_NOT_KNOWN = new Verdict(null, 3);
		static final Verdict CALLED_NOT_KNOWN = new Verdict(null, 7);

		static Verdict accept(final AssociateAccept accept) {
			return new Verdict(accept, 0);
		}
	}

	private static final String CLOSED = "the connection was closed in answer to A-ASSOCIATE-RQ, as a port does that " +
		"wants TLS, or a certificate of this side";

	/** Name in messages of a peer that connected to this side. */
	private static final String SENDER = "the archive's sender";

	private Negotiation() {}

	/**
	 * Connects and agrees (PS3.8 section 7.1).
	 *
	 * @throws ArchiveException where the archive does not answer, or rejects
	 * @throws CancellationException where that was asked for
	 */
	static Association request(final Peer peer, final AssociateRequest request, final BooleanSupplier canceled)
		throws ArchiveException
	{
		final Socket socket = new Socket();
		final Watch watch = new Watch(socket, canceled, peer.times().silence(), peer.times().grace());
		Association association = null;
		try {
			watch.begin();
			final Socket talking = Connection.open(peer, socket);
			watch.end();
			association = new Association(peer.name(), socket, watch, talking.getInputStream(), talking.getOutputStream());
			final AssociateAccept accept = ask(peer.name(), request, association.output(), association.input());
			association.established(accept, accept.maximumLength());
			return association;
		}
		catch (final IOException e) {
			if (association != null) throw association.failed(e);
			watch.close();
			Connection.close(socket);
			throw Failures.translate(peer.name(), watch, e);
		}
	}

	/** Input and output of an accepted connection. */
	interface Opening {

		Socket open() throws IOException;
	}

	/**
	 * Answers one who connected to this side.
	 *
	 * @param plain the accepted socket
	 * @param opening makes TLS of it, or not
	 * @param canceled ends it at once
	 * @throws ArchiveException where the request was rejected or cannot be read
	 */
	static Association answer(final Socket plain, final Opening opening, final Peer peer, final BooleanSupplier canceled,
		final Function<AssociateRequest, Verdict> judge) throws ArchiveException
	{
		final Watch watch = new Watch(plain, canceled, peer.times().silence(), 0);
		Association association = null;
		try {
			watch.begin();
			final Socket talking = opening.open();
			watch.end();
			association = new Association(SENDER, plain, watch, talking.getInputStream(), talking.getOutputStream());
			final Agreed agreed = answer(judge, association.output(), association.input());
			if (agreed == null) throw Failures.of(ArchiveException.Reason.REFUSED, SENDER, "an association was rejected",
				"Compare the AE titles in the archive's entry and in its own settings.", null).helped(
					ArchiveException.Help.ENTRY);
			association.established(agreed.accept(), agreed.request().maximumLength());
			return association;
		}
		catch (final IOException e) {
			if (association != null) throw association.failed(e);
			watch.close();
			Connection.close(plain);
			throw Failures.translate(SENDER, watch, e);
		}
	}

	/** Asks, and reads the answer. */
	private static AssociateAccept ask(final String host, final AssociateRequest request, final PduOutput output,
		final PduInput in) throws IOException
	{
		final int type;
		try {
			output.unit(PduInput.ASSOCIATE_RQ, request.encode());
			type = in.next();
		}
		catch (final SocketException e) {
			throw new EOFException(CLOSED);
		}
		if (type == PduInput.ASSOCIATE_RJ) throw Failures.rejected(host, in.body(), request);
		if (type == PduInput.ABORT) throw new Failures.Aborted(in.body());
		if (type < 0) throw new EOFException(CLOSED);
		if (type != PduInput.ASSOCIATE_AC) throw new UpperLayerException("found a protocol data unit of type " + type +
			"; expected A-ASSOCIATE-AC or -RJ");
		return AssociateAccept.parse(in.body(), in.length(), request);
	}

	/**
	 * Reads a request, and answers.
	 *
	 * @return what was asked and accepted; null where it was rejected
	 */
	private static Agreed answer(final Function<AssociateRequest, Verdict> judge, final PduOutput output,
		final PduInput in) throws IOException
	{
		if (in.next() != PduInput.ASSOCIATE_RQ) throw new UpperLayerException("a sender did not begin with A-ASSOCIATE-RQ");
		final AssociateRequest request = AssociateRequest.parse(in.body(), in.length());
		final Verdict verdict = judge.apply(request);
		if (verdict.accept() == null) {
			output.unit(PduInput.ASSOCIATE_RJ, new byte[] { 0, 1, 1, (byte) verdict.reason() });
			return null;
		}
		output.unit(PduInput.ASSOCIATE_AC, verdict.accept().encode(request));
		return new Agreed(request, verdict.accept());
	}

	/**
	 * Both sides.
	 *
	 * @param request of the other side
	 * @param accept of this one
	 */
	private record Agreed(AssociateRequest request, AssociateAccept accept) {}
}
