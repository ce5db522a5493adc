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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/**
 * The other side, and how long this side waits for it.
 *
 * @param host name or number
 * @param port 1 to 65535
 * @param called its AE title
 * @param calling this side's AE title
 * @param tls null where the connection is plain
 * @param identity the value of a User Identity item, empty where there is none; a secret
 * @param times in milliseconds
 */
record Peer(String host, int port, String called, String calling, SSLContext tls, byte[] identity, Times times) {

	/**
	 * @param connect longest wait for a connection
	 * @param silence longest wait for a byte
	 * @param grace from Esc to A-ABORT, where C-CANCEL was sent
	 * @param pause before the second try; doubled for each further one
	 */
	record Times(int connect, int silence, int grace, int pause) {

		static final Times USUAL = new Times(10_000, 60_000, 3_000, 1_000);
	}

	/** For messages. */
	String name() {
		return host + ":" + port;
	}

	/** Whether it is this machine. */
	static boolean isLoopback(final String host) {
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (final UnknownHostException e) {
			return false;
		}
	}

	/** @throws ArchiveException where it does not answer or refuses */
	Association connect(final AssociateRequest request, final BooleanSupplier canceled)
		throws ArchiveException
	{
		return Negotiation.request(this, request, canceled);
	}

	@Override
	public String toString() {
		return name();
	}
}
