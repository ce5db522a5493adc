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

import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of an archive. Holds where a login is, never the login itself. Immutable.
 *
 * @param name in DICOM Archives; the address where it has none
 * @param address where it is
 * @param loginFile read by {@link Login#read}
 * @param caFile certificates in PEM that are trusted beside the JDK's own
 * @param clientCertificate a PKCS12 file with the certificate and key that this side shows
 * @param clientPasswordFile the password of that file in one line, under the rules of a login file
 * @param ownAeTitle of this side, 1 to 16 characters
 * @param listenHost this side's address for C-MOVE; empty: the one by which the archive is reached
 * @param listenPort this side's port for C-MOVE; 0: C-MOVE is not used
 * @param tls whether DIMSE must speak TLS; DICOMweb says so by https
 * @param plainLogin whether a login may go over http:// to another host than this one
 */
public record ArchiveEntry(String name, ArchiveAddress address, Optional<Path> loginFile, Optional<Path> caFile,
	Optional<Path> clientCertificate, Optional<Path> clientPasswordFile, String ownAeTitle, String listenHost,
	int listenPort, boolean tls, boolean plainLogin)
{

	/** The AE title of this side if the entry names none. */
	public static final String AE_TITLE = "HOUNSFIELD";

	/** An archive with an address and no settings. */
	public static ArchiveEntry of(final ArchiveAddress address) {
		return new ArchiveEntry(address.toString(), address, Optional.empty(), Optional.empty(), Optional.empty(), Optional
			.empty(), AE_TITLE, "", 0, false, false);
	}

	public ArchiveEntry withName(final String value) {
		return new ArchiveEntry(value, address, loginFile, caFile, clientCertificate, clientPasswordFile, ownAeTitle,
			listenHost, listenPort, tls, plainLogin);
	}

	public ArchiveEntry withLoginFile(final Path file) {
		return new ArchiveEntry(name, address, Optional.ofNullable(file), caFile, clientCertificate, clientPasswordFile,
			ownAeTitle, listenHost, listenPort, tls, plainLogin);
	}

	public ArchiveEntry withCaFile(final Path file) {
		return new ArchiveEntry(name, address, loginFile, Optional.ofNullable(file), clientCertificate, clientPasswordFile,
			ownAeTitle, listenHost, listenPort, tls, plainLogin);
	}

	/** @param passwordFile null where the file has no password */
	public ArchiveEntry withClientCertificate(final Path file, final Path passwordFile) {
		return new ArchiveEntry(name, address, loginFile, caFile, Optional.ofNullable(file), Optional.ofNullable(
			passwordFile), ownAeTitle, listenHost, listenPort, tls, plainLogin);
	}

	public ArchiveEntry withOwnAeTitle(final String title) throws ArchiveException {
		return new ArchiveEntry(name, address, loginFile, caFile, clientCertificate, clientPasswordFile, ArchiveAddress
			.aeTitle("own AE title", title), listenHost, listenPort, tls, plainLogin);
	}

	/** @param host empty: the address that the archive is reached by */
	public ArchiveEntry withListener(final String host, final int port) {
		return new ArchiveEntry(name, address, loginFile, caFile, clientCertificate, clientPasswordFile, ownAeTitle, host,
			port, tls, plainLogin);
	}

	public ArchiveEntry withTls(final boolean value) {
		return new ArchiveEntry(name, address, loginFile, caFile, clientCertificate, clientPasswordFile, ownAeTitle,
			listenHost, listenPort, value, plainLogin);
	}

	public ArchiveEntry withPlainLogin(final boolean value) {
		return new ArchiveEntry(name, address, loginFile, caFile, clientCertificate, clientPasswordFile, ownAeTitle,
			listenHost, listenPort, tls, value);
	}
}
