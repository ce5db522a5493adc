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

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP/1.1 server on loopback that answers byte for byte as it is told, rightly or wrongly. */
final class FaultServer implements AutoCloseable {

	/** What came in; header names in lower case. */
	record Request(String method, String target, Map<String, String> headers, byte[] body) {}

	/** How the body's end is told. */
	enum Framing {
		LENGTH, CHUNKED, CLOSE
	}

	/**
	 * What goes out.
	 *
	 * @param claimed Content-Length; -1: the true one
	 * @param cut bytes of the body before the connection is closed; -1: all
	 * @param stall bytes of the body before nothing more comes; -1: never
	 */
	record Reply(int status, List<String> headers, byte[] body, Framing framing, long claimed, int cut, int stall) {

		static Reply of(final int status, final String contentType, final byte[] body, final String... headers) {
			final List<String> all = new ArrayList<>(List.of(headers));
			if (!contentType.isEmpty()) all.add("Content-Type: " + contentType);
			return new Reply(status, all, body, Framing.LENGTH, -1, -1, -1);
		}

		Reply with(final Framing value) {
			return new Reply(status, headers, body, value, claimed, cut, stall);
		}

		Reply withClaimed(final long value) {
			return new Reply(status, headers, body, framing, value, cut, stall);
		}

		Reply withCut(final int value) {
			return new Reply(status, headers, body, framing, claimed, value, stall);
		}

		Reply withStall(final int value) {
			return new Reply(status, headers, body, framing, claimed, cut, value);
		}
	}

	/** Answers one request. */
	interface Handler {

		Reply reply(Request request) throws IOException;
	}

	private final ServerSocket socket;
	private final List<Socket> open = new CopyOnWriteArrayList<>();
	/** All requests so far. */
	final List<Request> requests = new CopyOnWriteArrayList<>();
	private final Thread accepting;
	private volatile Handler handler;

	FaultServer(final Handler handler) throws IOException {
		this.handler = handler;
		this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		this.accepting = start(this::accept);
	}

	private static Thread start(final Runnable task) {
		final Thread thread = new Thread(task, "fault-server");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	void setHandler(final Handler value) {
		handler = value;
	}

	int port() {
		return socket.getLocalPort();
	}

	String address() {
		return "http://127.0.0.1:" + port() + "/dicom-web";
	}

	private void accept() {
		while (!socket.isClosed()) try {
			final Socket client = socket.accept();
			client.setTcpNoDelay(true);
			open.add(client);
			start(() -> serve(client));
		}
		catch (final IOException e) {
			return;
		}
	}

	private void serve(final Socket client) {
		try (client; InputStream in = new BufferedInputStream(client.getInputStream()); OutputStream out = client
			.getOutputStream())
		{
			for (Request request = read(in); request != null; request = read(in)) {
				requests.add(request);
				if (!write(handler.reply(request), out)) return;
			}
		}
		catch (final IOException e) {
			// the client went, or was let go
		}
		finally {
			open.remove(client);
		}
	}

	private static Request read(final InputStream in) throws IOException {
		final String first = line(in);
		if (first.isEmpty()) return null;
		final Map<String, String> headers = new TreeMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in))
			headers.put(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1)
				.trim());
		final byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
		final String[] words = first.split(" ");
		return new Request(words[0], words[1], headers, body);
	}

	private static String line(final InputStream in) throws IOException {
		final ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int b = in.read(); b >= 0 && b != '\n'; b = in.read())
			if (b != '\r') line.write(b);
		return line.toString(StandardCharsets.ISO_8859_1);
	}

	/** @return whether the connection may be used again */
	private static boolean write(final Reply reply, final OutputStream out) throws IOException {
		final StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " X\r\n");
		for (final String header : reply.headers())
			head.append(header).append("\r\n");
		if (reply.status() != 204) switch (reply.framing()) {
			case LENGTH -> {
				head.append("Content-Length: ").append(reply.claimed() < 0 ? reply.body().length : reply.claimed()).append(
					"\r\n");
			}
			case CHUNKED -> head.append("Transfer-Encoding: chunked\r\n");
			case CLOSE -> head.append("Connection: close\r\n");
		}
		out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		final int end = reply.stall() >= 0 ? reply.stall() : reply.cut() >= 0 ? reply.cut() : reply.body().length;
		final byte[] body = Arrays.copyOf(reply.body(), Math.min(end, reply.body().length));
		if (reply.framing() == Framing.CHUNKED) for (int at = 0; at < body.length; at += 97) {
			final int count = Math.min(97, body.length - at);
			out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			out.write(body, at, count);
			out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
		}
		else out.write(body);
		if (reply.stall() >= 0) hang(out);
		if (reply.cut() >= 0) return false;
		if (reply.framing() == Framing.CHUNKED && reply.status() != 204) out.write("0\r\n\r\n".getBytes(
			StandardCharsets.ISO_8859_1));
		out.flush();
		return reply.status() == 204 || reply.framing() != Framing.CLOSE && reply.claimed() < 0;
	}

	/** Sends nothing until the server is closed. */
	private static void hang(final OutputStream out) throws IOException {
		out.flush();
		try {
			Thread.sleep(120_000);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** The system goes on to listen until the thread that accepts has come back: one more client may reach it. */
	@Override
	public void close() throws IOException {
		socket.close();
		try {
			accepting.join();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		for (final Socket client : open)
			client.close();
	}
}
