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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A user with a password, or a token. Held in memory; its text says neither. Immutable. */
public final class Login {

	/** Environment variable that names a login file. */
	public static final String ENVIRONMENT = "HOUNSFIELD_LOGIN_FILE";

	private static final String BEARER = "Bearer ";

	/** A longer file is no login file. */
	private static final int LONGEST = 64 * 1024;

	private static final Set<PosixFilePermission> OF_OTHERS = Set.of(PosixFilePermission.GROUP_READ,
		PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

	private final String user;
	private final String secret;

	private Login(final String user, final String secret) {
		this.user = user;
		this.secret = secret;
	}

	/** @throws ArchiveException where a user has a colon (RFC 7617 section 2), or either has a control character */
	public static Login basic(final String user, final String password) throws ArchiveException {
		if (user.isEmpty() || user.indexOf(':') >= 0 || hasControls(user + password)) throw new ArchiveException(
			ArchiveException.Reason.INPUT, "The login's user is empty or has a colon, or the login has a control character.");
		return new Login(user, password);
	}

	/** @throws ArchiveException where the token has other characters than RFC 6750 section 2.1 allows */
	public static Login bearer(final String token) throws ArchiveException {
		if (!token.matches("[A-Za-z0-9._~+/-]+=*")) throw new ArchiveException(ArchiveException.Reason.INPUT,
			"The login's token is empty or has a character that no token has.");
		return new Login(null, token);
	}

	private static boolean hasControls(final String text) {
		return text.chars().anyMatch(Character::isISOControl);
	}

	/**
	 * @param file in UTF-8: two lines, user and password, or one line, {@code Bearer TOKEN}
	 * @throws ArchiveException where it is not there, has another form, or others than its owner may read or write it
	 */
	public static Login read(final Path file) throws ArchiveException {
		final List<String> lines = lines("login file", file);
		if (lines.size() == 2) return basic(lines.get(0), lines.get(1));
		if (lines.size() == 1 && lines.get(0).startsWith(BEARER)) return bearer(lines.get(0).substring(BEARER.length())
			.trim());
		throw new ArchiveException(ArchiveException.Reason.INPUT, file + ": the login file has " + lines.size() +
			" lines; expected two (user, password), or one that begins with Bearer.");
	}

	/**
	 * @param file one line, in UTF-8
	 * @throws ArchiveException where it is not there, has another form, or others than its owner may read or write it
	 */
	static char[] readPassword(final Path file) throws ArchiveException {
		final List<String> lines = lines("password file", file);
		if (lines.size() == 1) return lines.get(0).toCharArray();
		throw new ArchiveException(ArchiveException.Reason.INPUT, file + ": the password file has " + lines.size() +
			" lines; expected one.");
	}

	/** The login of the file that {@value #ENVIRONMENT} names; empty if it names none. */
	public static Optional<Login> ofEnvironment() throws ArchiveException {
		final String file = System.getenv(ENVIRONMENT);
		return file == null || file.isBlank() ? Optional.empty() : Optional.of(read(Path.of(file)));
	}

	private static List<String> lines(final String what, final Path file) throws ArchiveException {
		try {
			if (!Files.isRegularFile(file)) throw new ArchiveException(ArchiveException.Reason.INPUT, file +
				": there is no such " +
				what + ".");
			final PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class,
				new LinkOption[0]);
			if (view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains))
				throw new ArchiveException(ArchiveException.Reason.INPUT, file + ": others than its owner may read or write the " +
					what + ". Take that away (chmod 600) and change the password.");
			if (Files.size(file) > LONGEST) throw new ArchiveException(ArchiveException.Reason.INPUT, file + ": has " + Files
				.size(file) + " bytes; a " + what + " has " + LONGEST + " at most.");
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
		}
		catch (final ArchiveException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ArchiveException(ArchiveException.Reason.INPUT, file + ": the " + what + " cannot be read: " + e
				.getClass().getSimpleName() + ".");
		}
	}

	/** Whether it is a token, as DIMSE's user identity (PS3.7 section D.3.3.7) asks. */
	public boolean isBearer() {
		return user == null;
	}

	/** @throws IllegalStateException where it is a token */
	public String user() {
		if (user == null) throw new IllegalStateException("a token has no user");
		return user;
	}

	/** The password, or the token. To be sent, never to be shown. */
	public String secret() {
		return secret;
	}

	/** The value of HTTP's Authorization header (RFC 7617, RFC 6750). To be sent, never to be shown. */
	public String authorization() {
		if (user == null) return BEARER + secret;
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return user == null ? "login (token)" : "login (user and password)";
	}
}
