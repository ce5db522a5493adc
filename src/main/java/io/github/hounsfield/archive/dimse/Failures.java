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
import io.github.hounsfield.archive.ArchiveException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;

/** Puts failures into words: the host, what was found, what was expected, the next step. */
final class Failures {

	private Failures() {}

	/** The other side sent A-ABORT (PS3.8 section 9.3.8). */
	static final class Aborted extends IOException {

		private static final long serialVersionUID = 1L;

		/** @param body of the unit */
		Aborted(final byte[] body) {
			super(reason(body[2] & 0xFF, body[3] & 0xFF));
		}

		private static String reason(final int source, final int reason) {
			if (source != 2) return "the archive aborted the association";
			final String[] reasons = { "no reason given", "unrecognized unit", "unexpected unit", "reason 3",
				"unrecognized parameter of a unit", "unexpected parameter of a unit", "invalid parameter of a unit" };
			return "the archive's protocol aborted the association: " + (reason < reasons.length ? reasons[reason]
				: "reason " + reason);
		}
	}

	/** @throws CancellationException where the watch ended the connection for that */
	static ArchiveException translate(final String host, final Watch watch, final IOException e) {
		if (e instanceof ArchiveException known) return known;
		if (watch.cause() == Watch.Cause.CANCELED) throw new CancellationException("canceled");
		if (watch.cause() == Watch.Cause.SILENT) return of(Reason.NO_ANSWER, host, "no byte came for " + watch
			.silenceSeconds() + " s",
			"The connection was closed. Try again; if it is so again, ask whether the archive runs.",
			e);
		if (e instanceof UpperLayerException) return of(Reason.PROTOCOL, host, e.getMessage(),
			"The association was aborted. Is it a DICOM archive, and is this its DICOM port?", e);
		if (e instanceof SSLException) return tls(host, (SSLException) e);
		if (e instanceof Aborted) return of(Reason.REFUSED, host, e.getMessage(),
			"Ask the archive's administrator what its log says.", e);
		return network(host, e);
	}

	private static ArchiveException network(final String host, final IOException e) {
		if (e instanceof UnknownHostException) return of(Reason.NO_ANSWER, host, "there is no host of this name",
			"Look at the archive's address.", e);
		if (e instanceof SocketTimeoutException) return of(Reason.NO_ANSWER, host, "no connection within the limit",
			"Look at address and port, and at the firewall between.", e);
		if (e instanceof BindException || e instanceof ConnectException || e instanceof NoRouteToHostException) return of(
			Reason.NO_ANSWER, host, "no connection: " + e.getMessage(),
			"Look at address and port, and whether the archive runs.", e);
		final String what = e instanceof EOFException ? e.getMessage()
			: "the connection broke off (" + e.getMessage() + ")";
		return of(Reason.NO_ANSWER, host, what, "Try again.", e);
	}

	/** The certificate's subject, where the JDK says it, is in the reason's text. */
	private static ArchiveException tls(final String host, final SSLException e) {
		Throwable cause = e;
		while (cause.getCause() instanceof GeneralSecurityException || cause.getCause() instanceof SSLException)
			cause = cause.getCause();
		return of(Reason.CERTIFICATE, host, "no secure connection: " + cause.getMessage(),
			"Give the archive's entry the file of the certificate authority, or look whether this port speaks TLS 1.2 or " +
				"newer.",
			e);
	}

	/** A-ASSOCIATE-RJ (PS3.8 table 9-21). */
	static ArchiveException rejected(final String host, final byte[] body, final AssociateRequest request) {
		final int source = body[2] & 0xFF;
		final int reason = body[3] & 0xFF;
		final String lasting = body[1] == 2 ? "for now" : "for good";
		final String text = switch (source << 8 | reason) {
			case 0x102 -> "the application context is not supported";
			case 0x103 -> "this side's AE title '" + request.calling() + "' is not known there";
			case 0x107 -> "'" + request.called() + "' is not its AE title";
			case 0x202 -> "the protocol version is not supported";
			case 0x301 -> "it is congested";
			case 0x302 -> "its limit of associations is reached";
			default -> "no reason given (source " + source + ", reason " + reason + ")";
		};
		final String next = switch (source << 8 | reason) {
			case 0x103 -> "Enter this side's AE title in the archive's settings, or give the one that is entered there.";
			case 0x107 -> "Correct the AE title in the archive's address.";
			case 0x301, 0x302 -> "Try again later.";
			default -> "Ask the archive's administrator which AE titles it takes, and whether it asks for a login.";
		};
		final Reason kind = source == 3 ? Reason.BUSY : Reason.REFUSED;
		return of(kind, host, "the association was rejected " + lasting + ": " + text, next, null);
	}

	/** An operation that ended with a status of failure. */
	static StatusException status(final String host, final int request, final Command response,
		final Identifier identifier)
	{
		final int status = response.number(Command.StatusElement).orElse(-1);
		return new StatusException(Status.reason(status), host + ": " + operation(request) + " ended with " + says(request,
			response, identifier) + ". " + Status.advice(status), status);
	}

	/** The status by name, with the archive's comment. */
	static String says(final int request, final Command response, final Identifier identifier) {
		final String comment = identifier.redact(response.text(Command.ErrorComment));
		return Status.name(request, response.number(Command.StatusElement).orElse(-1)) + (comment.isEmpty() ? ""
			: ", comment '" + comment + "'");
	}

	/** Its name in PS3.7. */
	static String operation(final int request) {
		return switch (request) {
			case Command.C_STORE_RQ -> "C-STORE";
			case Command.C_GET_RQ -> "C-GET";
			case Command.C_FIND_RQ -> "C-FIND";
			case Command.C_MOVE_RQ -> "C-MOVE";
			default -> "C-ECHO";
		};
	}

	static ArchiveException of(final Reason reason, final String host, final String found, final String next,
		final Throwable cause)
	{
		return new ArchiveException(reason, host + ": " + found + ". " + next, cause);
	}
}
