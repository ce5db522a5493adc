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
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS for an archive's entry (PS3.15 annex B). It trusts the JDK's trust store and the entry's CA file, and shows the
 * entry's client certificate. It never trusts everything.
 */
public final class EntryTls {

	private EntryTls() {}

	/**
	 * @return a new context; a certificate that it refuses is named, subject and reason, in the text of the
	 *         {@link CertificateException} at the root of the handshake's exception
	 * @throws ArchiveException where the CA file or the client certificate cannot be read
	 */
	public static SSLContext context(final ArchiveEntry entry) throws ArchiveException {
		try {
			final List<X509ExtendedTrustManager> trusted = new ArrayList<>();
			trusted.add(trustManager(null));
			if (entry.caFile().isPresent()) trusted.add(trustManager(certificates(entry.caFile().get())));
			final KeyManager[] keys = entry.clientCertificate().isPresent() ? keys(entry.clientCertificate().get(), entry)
				: null;
			final SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys, new TrustManager[] { new Either(List.copyOf(trusted)) }, null);
			return context;
		}
		catch (final GeneralSecurityException e) {
			throw new ArchiveException(ArchiveException.Reason.CERTIFICATE, "TLS cannot be set up: " + e.getMessage() + ".", e);
		}
	}

	/** @param store null: the JDK's own */
	private static X509ExtendedTrustManager trustManager(final KeyStore store) throws GeneralSecurityException {
		final TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		for (final TrustManager manager : factory.getTrustManagers())
			if (manager instanceof X509ExtendedTrustManager one) return one;
		throw new GeneralSecurityException("this Java has no manager for X.509 certificates");
	}

	private static KeyStore certificates(final Path file) throws ArchiveException {
		final KeyStore store = read(file, "CA file", "certificates in PEM", in -> {
			final KeyStore read = KeyStore.getInstance(KeyStore.getDefaultType());
			read.load(null, null);
			for (final Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in))
				read.setCertificateEntry("ca" + (read.size() + 1), certificate);
			return read;
		});
		try {
			if (store.size() > 0) return store;
		}
		catch (final GeneralSecurityException e) {
			throw new IllegalStateException("a store that was filled can be asked", e);
		}
		throw unreadable(file, "CA file", "found no certificate", "certificates in PEM", null);
	}

	private static KeyManager[] keys(final Path file, final ArchiveEntry entry) throws ArchiveException {
		final char[] password = entry.clientPasswordFile().isPresent() ? Login.readPassword(entry.clientPasswordFile()
			.get()) : new char[0];
		try {
			return read(file, "client certificate", "a PKCS12 file and its password", in -> {
				final KeyStore store = KeyStore.getInstance("PKCS12");
				store.load(in, password);
				final KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
				factory.init(store, password);
				return factory.getKeyManagers();
			});
		}
		finally {
			Arrays.fill(password, '\0');
		}
	}

	/** What a file of certificates or keys gives. */
	private interface Loader<T> {

		T load(InputStream in) throws IOException, GeneralSecurityException;
	}

	private static <T> T read(final Path file, final String what, final String expected, final Loader<T> loader)
		throws ArchiveException
	{
		try (InputStream in = Files.newInputStream(file)) {
			return loader.load(in);
		}
		catch (final IOException | GeneralSecurityException e) {
			throw unreadable(file, what, "it cannot be read (" + e.getClass().getSimpleName() + ")", expected, e);
		}
	}

	private static ArchiveException unreadable(final Path file, final String what, final String found,
		final String expected, final Exception cause)
	{
		return new ArchiveException(ArchiveException.Reason.INPUT, file + ": the " + what + ": " + found + "; expected " +
			expected + ".", cause);
	}

	/** Trusts a certificate if one of several managers does; otherwise names it. */
	private static final class Either extends X509ExtendedTrustManager {

		private final List<X509ExtendedTrustManager> managers;

		private Either(final List<X509ExtendedTrustManager> managers) {
			this.managers = managers;
		}

		private interface Check {

			void by(X509ExtendedTrustManager manager) throws CertificateException;
		}

		private void check(final X509Certificate[] chain, final Check check) throws CertificateException {
			CertificateException last = null;
			for (final X509ExtendedTrustManager manager : managers) try {
				check.by(manager);
				return;
			}
			catch (final CertificateException e) {
				last = e;
			}
			final String subject = chain.length == 0 ? "none" : chain[0].getSubjectX500Principal().getName();
			throw new CertificateException("the certificate '" + subject + "' is not trusted: " + why(last));
		}

		/** In words, where Java's own name its classes. */
		private static String why(final CertificateException refusal) {
			boolean isOfNobody = refusal == null;
			for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
				if (cause instanceof CertificateExpiredException) return "it has expired";
				if (cause instanceof CertificateNotYetValidException) return "it is not valid yet";
				isOfNobody |= cause instanceof CertPathBuilderException;
			}
			return isOfNobody ? "nobody whom this side trusts has signed it" : refusal.getMessage();
		}

		@Override
		public void checkServerTrusted(final X509Certificate[] chain, final String type, final Socket socket)
			throws CertificateException
		{
			check(chain, manager -> manager.checkServerTrusted(chain, type, socket));
		}

		@Override
		public void checkServerTrusted(final X509Certificate[] chain, final String type, final SSLEngine engine)
			throws CertificateException
		{
			check(chain, manager -> manager.checkServerTrusted(chain, type, engine));
		}

		@Override
		public void checkServerTrusted(final X509Certificate[] chain, final String type) throws CertificateException {
			check(chain, manager -> manager.checkServerTrusted(chain, type));
		}

		@Override
		public void checkClientTrusted(final X509Certificate[] chain, final String type, final Socket socket)
			throws CertificateException
		{
			check(chain, manager -> manager.checkClientTrusted(chain, type, socket));
		}

		@Override
		public void checkClientTrusted(final X509Certificate[] chain, final String type, final SSLEngine engine)
			throws CertificateException
		{
			check(chain, manager -> manager.checkClientTrusted(chain, type, engine));
		}

		@Override
		public void checkClientTrusted(final X509Certificate[] chain, final String type) throws CertificateException {
			check(chain, manager -> manager.checkClientTrusted(chain, type));
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return managers.stream().flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers())).toArray(
				X509Certificate[]::new);
		}
	}
}
