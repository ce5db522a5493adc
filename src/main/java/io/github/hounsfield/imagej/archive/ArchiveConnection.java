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
package io.github.hounsfield.imagej.archive;

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.NamedArchives;
import io.github.hounsfield.archive.dimse.DimseArchive;
import io.github.hounsfield.archive.web.WebArchive;
import io.github.hounsfield.dicom.Cleanup;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens an archive by name or address, DICOMweb or DIMSE, with its login. */
public final class ArchiveConnection {

	/** Logins that were asked for, until ImageJ ends. */
	private static final Map<ArchiveAddress, Login> HELD = new ConcurrentHashMap<>();

	private ArchiveConnection() {}

	/** Asks a person for a login. */
	public interface LoginPrompt {

		/**
		 * @param host that asks for it
		 * @return empty where the person has none
		 */
		Optional<Login> ask(String host) throws IOException;
	}

	/**
	 * @param text a name in DICOM Archives, or an address
	 * @param prompt asks where the archive wants a login and none is known; null where nobody can be asked
	 */
	public static DicomArchive open(final String text, final LoginPrompt prompt, final ArchiveMonitor monitor)
		throws IOException
	{
		return open(NamedArchives.ofUser().find(text), prompt, monitor);
	}

	/** @param prompt asks where the archive wants a login and none is known; null where nobody can be asked */
	static DicomArchive open(final ArchiveEntry entry, final LoginPrompt prompt, final ArchiveMonitor monitor)
		throws IOException
	{
		final Optional<Login> login = login(entry);
		if (login.isPresent() || prompt == null || !(entry.address() instanceof ArchiveAddress.Web)) return connect(entry,
			login);
		final DicomArchive archive = connect(entry, login);
		try {
			archive.test(monitor);
			return archive;
		}
		catch (final ArchiveException e) {
			Cleanup.after(e, archive::close);
			if (e.reason() != ArchiveException.Reason.REFUSED) throw e;
			final Optional<Login> asked = prompt.ask(entry.address().host());
			if (asked.isEmpty()) throw e;
			final DicomArchive again = connect(entry, asked);
			again.test(monitor);
			HELD.put(entry.address(), asked.get());
			return again;
		}
	}

	/** The login: the entry's file first, then the environment's, then a person's earlier answer. */
	private static Optional<Login> login(final ArchiveEntry entry) throws IOException {
		if (entry.loginFile().isPresent()) return Optional.of(Login.read(entry.loginFile().get()));
		final Optional<Login> environment = Login.ofEnvironment();
		return environment.isPresent() ? environment : Optional.ofNullable(HELD.get(entry.address()));
	}

	private static DicomArchive connect(final ArchiveEntry entry, final Optional<Login> login) throws IOException {
		return entry.address() instanceof ArchiveAddress.Web ? new WebArchive(entry, login) : new DimseArchive(entry,
			login);
	}
}
