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
package io.github.hounsfield.archive.web;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.net.ssl.SSLException;

/** Puts a failed request into words: host, what was asked for, what was found, the next step. */
final class Failures {

	private Failures() {}

	/** @param status of HTTP, not a good one; the body is never repeated */
	static ArchiveException of(final String host, final String what, final int status) {
		final String found = host + ": " + what + ": status " + status;
		return switch (status) {
			case 401 -> new ArchiveException(Reason.REFUSED, found + ": the archive asks for a login, or does not take this " +
				"one. Check user and password, or the login file.");
			case 403 -> new ArchiveException(Reason.REFUSED, found + ": the login may not do this. Ask the archive's keeper.");
			case 404 -> new ArchiveException(Reason.NOT_FOUND, found + ": there is no such study or series, or no DICOMweb at " +
				"this address. Check the address: for Orthanc it ends in /dicom-web.");
			case 400, 405, 406, 415 -> new ArchiveException(Reason.SERVER, found + ": the archive does not take this request. " +
				"Its DICOMweb may lack this part.");
			case 407 -> new ArchiveException(Reason.REFUSED, found + ": a proxy asks for a login.");
			case 409 -> new ArchiveException(Reason.SERVER, found + ": the archive refused the files.");
			case 413 -> new ArchiveException(Reason.SERVER, found + ": too many results. Search with more criteria.");
			case 429, 502, 503, 504 -> new ArchiveException(Reason.BUSY,
				found + ": the archive was busy at every try. Try again " +
				"later.");
			default -> new ArchiveException(Reason.SERVER, found + ": the archive failed. Its log says why.");
		};
	}

	/** Whether another try may help. */
	static boolean isBusy(final int status) {
		return status == 429 || status >= 502 && status <= 504;
	}

	/** Whether another try may help. It may after a connection that ended, not after one that was refused. */
	static boolean isPassing(final IOException e) {
		return !(e instanceof ArchiveException || e instanceof SSLException || e instanceof ConnectException ||
			e instanceof HttpConnectTimeoutException || isUnknown(e));
	}

	static ArchiveException of(final String host, final String what, final IOException e) {
		if (e instanceof ArchiveException archive) return archive;
		final String found = host + ": " + what + ": ";
		if (e instanceof SSLException) return certificate(found, e);
		if (e instanceof HttpConnectTimeoutException) return new ArchiveException(Reason.NO_ANSWER, found +
			"no connection in time. Check address, network and firewall.", e);
		if (e instanceof HttpTimeoutException) return new ArchiveException(Reason.NO_ANSWER, found + e.getMessage() +
			", at every try. The archive or the network is stuck; try again later.", e);
		if (e instanceof ConnectException) return new ArchiveException(Reason.NO_ANSWER, found + (isUnknown(e)
			? "this host is not known." : "no connection.") + " Check address and port, and that the archive runs.", e);
		if (e instanceof DicomJson.JsonException || e instanceof Multipart.MultipartException) return new ArchiveException(
			Reason.PROTOCOL, found + e.getMessage() + ".", e);
		return new ArchiveException(Reason.NO_ANSWER, found + "the connection ended within the answer, at every try. Try " +
			"again later.", e);
	}

	private static boolean isUnknown(final IOException e) {
		for (Throwable cause = e; cause != null; cause = cause.getCause())
			if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) return true;
		return false;
	}

	private static ArchiveException certificate(final String found, final IOException e) {
		for (Throwable cause = e; cause != null; cause = cause.getCause())
			if (cause instanceof CertificateException) return new ArchiveException(Reason.CERTIFICATE, found + cause
				.getMessage() + ". If the archive is the right one, put the certificate of its issuer into a CA file and name " +
				"that in the archive's entry.", e).helped(ArchiveException.Help.ENTRY);
		return new ArchiveException(Reason.CERTIFICATE, found + "TLS failed: " + e.getMessage() + ". Check that the port " +
			"speaks TLS, and whether the archive wants a client certificate.", e);
	}

	/**
	 * Retry-After (RFC 9110 section 10.2.3): seconds or a date.
	 *
	 * @param otherwise where there is none that can be read
	 */
	static Duration retryAfter(final String text, final Duration otherwise) {
		final String trimmed = text.trim();
		if (trimmed.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(trimmed));
		try {
			final Duration until = Duration.between(Instant.now(), ZonedDateTime.parse(trimmed,
				DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			return until.isNegative() ? Duration.ZERO : until;
		}
		catch (final DateTimeException | ArithmeticException e) {
			return otherwise;
		}
	}
}
