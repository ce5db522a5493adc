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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where an archive is: a URL of DICOMweb, or an application entity (PS3.8 section 9.3.2). Holds no login. */
public sealed interface ArchiveAddress {

	/** The address as people and macros write it. {@link #parse} reads it. */
	@Override
	String toString();

	/** For messages: host and port. */
	String host();

	/**
	 * DICOMweb.
	 *
	 * @param base of the services, {@code http} or {@code https}, without a slash at its end, user, query or fragment
	 */
	record Web(URI base) implements ArchiveAddress {

		@Override
		public String host() {
			return base.getRawAuthority();
		}

		@Override
		public String toString() {
			return base.toString();
		}
	}

	/**
	 * DIMSE.
	 *
	 * @param calledAeTitle 1 to 16 characters (PS3.5 section 6.2, AE)
	 * @param hostName name or number, an IPv6 one in brackets
	 * @param port 1 to 65535
	 */
	record Dimse(String calledAeTitle, String hostName, int port) implements ArchiveAddress {

		@Override
		public String host() {
			return hostName + ":" + port;
		}

		@Override
		public String toString() {
			return "dicom://" + calledAeTitle + "@" + host();
		}
	}

	/**
	 * @param text {@code https://host/dicom-web} or {@code dicom://CALLED_AE@host:port}
	 * @throws ArchiveException if it is neither, or a URL carries a login; then the message does not repeat the text
	 */
	static ArchiveAddress parse(final String text) throws ArchiveException {
		final String trimmed = text.trim();
		try {
			if (trimmed.toLowerCase(Locale.ROOT).startsWith("dicom://")) return dimse(trimmed.substring(8));
			return web(new URI(trimmed));
		}
		catch (final URISyntaxException e) {
			throw unreadable("it is no URL");
		}
	}

	private static Web web(final URI uri) throws ArchiveException {
		final String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !scheme.equals("http")) throw unreadable("it begins with none of http://, https:// " +
			"and dicom://, and is the name of no entry").helped(ArchiveException.Help.ENTRY);
		if (uri.getRawUserInfo() != null) throw unreadable("it carries a login; put that into a login file");
		if (uri.getHost() == null) throw unreadable("it has no host");
		if (uri.getRawQuery() != null || uri.getRawFragment() != null) throw unreadable("it has a query or a fragment");
		final String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
		return new Web(URI.create(scheme + "://" + uri.getRawAuthority() + path));
	}

	private static Dimse dimse(final String text) throws ArchiveException {
		final int at = text.lastIndexOf('@');
		final String rest = text.substring(at + 1).replaceAll("/+$", "");
		final int colon = rest.lastIndexOf(':');
		if (at < 1 || colon < 1) throw unreadable("an AE title, a host or a port is missing");
		final String title = aeTitle("called AE title", text.substring(0, at));
		final String port = rest.substring(colon + 1);
		if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) throw unreadable(
			"its port is no number from 1 to 65535");
		if (!rest.substring(0, colon).matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]")) throw unreadable(
			"its host is no name and no number");
		return new Dimse(title, rest.substring(0, colon), Integer.parseInt(port));
	}

	/**
	 * @param what name of the title in messages
	 * @return the title without blanks around it
	 * @throws ArchiveException where it breaks PS3.5 table 6.2-1: 1 to 16 characters of ASCII, no backslash, no control
	 */
	static String aeTitle(final String what, final String text) throws ArchiveException {
		final String title = text.trim();
		if (title.matches("[ -\\[\\]-~]{1,16}")) return title;
		throw new ArchiveException(ArchiveException.Reason.INPUT, "The " + what + " has " + title.length() +
			" characters; expected 1 to 16 of ASCII without a backslash.");
	}

	private static ArchiveException unreadable(final String why) {
		return new ArchiveException(ArchiveException.Reason.INPUT, "The archive's address cannot be read: " + why +
			". Expected https://host/dicom-web or dicom://CALLED_AE@host:port.");
	}
}
