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

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Sockets, plain or with TLS (PS3.15 section B), whose reads and writes a {@link Watch} sees. */
final class Connection {

	/** Older versions are not spoken. */
	private static final String[] PROTOCOLS = { "TLSv1.3", "TLSv1.2" };

	private Connection() {}

	/**
	 * @param plain a socket that is not connected yet
	 * @return what to read from and write to: the socket itself, or one with TLS on top of it
	 */
	static Socket open(final Peer peer, final Socket plain) throws IOException {
		final InetSocketAddress address = new InetSocketAddress(bare(peer.host()), peer.port());
		if (address.isUnresolved()) throw new UnknownHostException(peer.host());
		plain.setTcpNoDelay(true);
		plain.connect(address, peer.times().connect());
		if (peer.tls() == null) return plain;
		final SSLSocket secure = (SSLSocket) peer.tls().getSocketFactory().createSocket(plain, bare(peer.host()), peer
			.port(), true);
		final SSLParameters parameters = secure.getSSLParameters();
		parameters.setProtocols(PROTOCOLS);
		// The certificate must be the host's own, as of a web server (RFC 2818 section 3.1).
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		secure.setSSLParameters(parameters);
		try {
			secure.startHandshake();
		}
		catch (final SocketException | EOFException e) {
			throw new SSLException("the other side closed the connection in the handshake (" + e.getMessage() + ")", e);
		}
		return secure;
	}

	/** The other side of {@link #open}, for a peer that connected to this side. */
	static Socket accept(final Socket plain, final SSLContext tls) throws IOException {
		plain.setTcpNoDelay(true);
		if (tls == null) return plain;
		final SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
		secure.setUseClientMode(false);
		secure.setEnabledProtocols(PROTOCOLS);
		secure.startHandshake();
		return secure;
	}

	/** An IPv6 address without its brackets. */
	static String bare(final String host) {
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	static void close(final Socket socket) {
		try {
			socket.close();
		}
		catch (final IOException e) {
			// A socket that cannot be closed has ended already.
		}
	}

	/** Reads while the watch looks on. */
	static final class Input extends FilterInputStream {

		private final Watch watch;

		Input(final InputStream in, final Watch watch) {
			super(in);
			this.watch = watch;
		}

		@Override
		public int read() throws IOException {
			final byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(final byte[] bytes, final int offset, final int length) throws IOException {
			watch.begin();
			try {
				return in.read(bytes, offset, length);
			}
			finally {
				watch.end();
			}
		}
	}

	/** Writes while the watch looks on. */
	static final class Output extends FilterOutputStream {

		private final Watch watch;

		Output(final OutputStream out, final Watch watch) {
			super(out);
			this.watch = watch;
		}

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length) throws IOException {
			watch.begin();
			try {
				out.write(bytes, offset, length);
			}
			finally {
				watch.end();
			}
		}
	}
}
