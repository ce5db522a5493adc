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

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An archive that says what it was told to say, whatever it is asked: one list of bytes for each connection, the last
 * one for all further ones. Keeps what it is sent.
 */
final class ScriptedPeer implements AutoCloseable {

	/** Says its part. */
	interface Script {

		void say(OutputStream out) throws IOException, InterruptedException;
	}

	private final ServerSocket server;
	private final List<Script> scripts;
	private final List<ByteArrayOutputStream> heard = new ArrayList<>();

	ScriptedPeer(final List<Script> scripts) throws IOException {
		this.scripts = scripts;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::listen);
	}

	static Script saying(final byte[] bytes) {
		return out -> out.write(bytes);
	}

	/** An archive that this one plays, with short limits. */
	DimseArchive archive(final int silenceMs, final int graceMs) throws ArchiveException {
		return new DimseArchive(ArchiveEntry.of(ArchiveAddress.parse("dicom://PEER@127.0.0.1:" + server.getLocalPort())),
			Optional.empty(), new Peer.Times(2000, silenceMs, graceMs, 1));
	}

	private static void start(final Runnable work) {
		final Thread thread = new Thread(work, "scripted-peer");
		thread.setDaemon(true);
		thread.start();
	}

	private void listen() {
		for (int i = 0;; i++) try {
			final Socket socket = server.accept();
			final Script script = scripts.get(Math.min(i, scripts.size() - 1));
			final ByteArrayOutputStream keep = new ByteArrayOutputStream();
			synchronized (heard) {
				heard.add(keep);
			}
			start(() -> hear(socket, keep));
			start(() -> say(socket, script));
		}
		catch (final IOException e) {
			return;
		}
	}

	private static void say(final Socket socket, final Script script) {
		try {
			socket.setTcpNoDelay(true);
			script.say(socket.getOutputStream());
			socket.shutdownOutput();
		}
		catch (final IOException e) {
			// The other side went away first, which some cases want.
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void hear(final Socket socket, final ByteArrayOutputStream keep) {
		try (socket) {
			final byte[] chunk = new byte[4096];
			for (int count = socket.getInputStream().read(chunk); count >= 0; count = socket.getInputStream().read(chunk))
				synchronized (keep) {
					keep.write(chunk, 0, count);
				}
		}
		catch (final IOException e) {
			// An abort closes the connection.
		}
	}

	/** The same as text, once it holds a part; what was sent may be on its way still. */
	String heardWith(final int connection, final String part) throws InterruptedException {
		String text = "";
		for (int i = 0; i < 500 && !text.contains(part); i++) {
			if (i > 0) Thread.sleep(10);
			text = new String(heard(connection), StandardCharsets.ISO_8859_1);
		}
		return text;
	}

	/** What came by one connection, counted from 0. */
	byte[] heard(final int connection) {
		final ByteArrayOutputStream keep;
		synchronized (heard) {
			keep = heard.get(connection);
		}
		synchronized (keep) {
			return keep.toByteArray();
		}
	}

	int connections() {
		synchronized (heard) {
			return heard.size();
		}
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}
