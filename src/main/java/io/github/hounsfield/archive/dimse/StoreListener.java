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

import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.EntryTls;
import io.github.hounsfield.dicom.Cleanup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/**
 * Listens for the instances of one C-MOVE, only while it runs. It listens on the entry's port and address. It takes
 * expected instances from the archive's AE title to this side's.
 */
final class StoreListener implements AutoCloseable {

	private static final int MOST_ASSOCIATIONS = 4;

	/** Longest wait, after the archive's last answer, for an association that is still open. */
	private static final int FINISH_MS = 10_000;

	private final Peer peer;
	private final SSLContext tls;
	private final ServerSocket server;
	private final int message;
	private final InstanceReceiver receiver;
	private final ArchiveMonitor monitor;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final List<Thread> threads = new ArrayList<>();
	private volatile boolean closed;
	private volatile String problem = "";

	private StoreListener(final Peer peer, final SSLContext tls, final ServerSocket server, final int message,
		final InstanceReceiver receiver, final ArchiveMonitor monitor)
	{
		this.peer = peer;
		this.tls = tls;
		this.server = server;
		this.message = message;
		this.receiver = receiver;
		this.monitor = monitor;
	}

	/**
	 * @param local address by which the archive was reached; counts where the entry names none
	 * @param message ID of the C-MOVE request
	 */
	static StoreListener open(final Peer peer, final ArchiveEntry entry, final InetAddress local, final int message,
		final InstanceReceiver receiver, final ArchiveMonitor monitor) throws ArchiveException
	{
		if (entry.tls() && entry.clientCertificate().isEmpty()) throw new ArchiveException(ArchiveException.Reason.INPUT,
			peer.name() + ": C-MOVE with TLS needs a certificate of this side. Enter a PKCS12 file in the archive's entry.")
				.helped(ArchiveException.Help.ENTRY);
		final SSLContext tls = entry.tls() ? EntryTls.context(entry) : null;
		try {
			final InetAddress own = entry.listenHost().isEmpty() ? local : InetAddress.getByName(Connection.bare(entry
				.listenHost()));
			final ServerSocket server = new ServerSocket();
			server.setReuseAddress(true);
			try {
				server.bind(new InetSocketAddress(own, entry.listenPort()), MOST_ASSOCIATIONS);
			}
			catch (final IOException e) {
				Cleanup.after(e, server);
				throw e;
			}
			final StoreListener listener = new StoreListener(peer, tls, server, message, receiver, monitor);
			listener.start(listener::listen);
			return listener;
		}
		catch (final IOException e) {
			throw new ArchiveException(ArchiveException.Reason.INPUT, "Port " + entry.listenPort() +
				" of this side cannot be listened on for C-MOVE (" + e.getMessage() +
				"). Give another port, in the archive's entry and in its own settings.", e).helped(ArchiveException.Help.ENTRY);
		}
	}

	private synchronized void start(final Runnable work) {
		final Thread thread = new Thread(work, "archive-listener");
		thread.setDaemon(true);
		threads.add(thread);
		thread.start();
	}

	private void listen() {
		while (!closed) try {
			final Socket socket = server.accept();
			if (open.size() >= MOST_ASSOCIATIONS) Connection.close(socket);
			else {
				open.add(socket);
				start(() -> talk(socket));
			}
		}
		catch (final IOException e) {
			if (!closed) problem = "Listening for C-MOVE ended: " + e.getClass().getSimpleName() + ".";
			return;
		}
	}

	private void talk(final Socket socket) {
		try (Association association = Negotiation.answer(socket, () -> Connection.accept(socket, tls), peer,
			() -> closed || monitor.isCanceled(), this::judge))
		{
			for (Command command = association.receive(); command != null; command = association.receive())
				store(association, command);
		}
		catch (final IOException e) {
			// Why one was rejected is said already.
			if (!closed && problem.isEmpty()) problem = e instanceof ArchiveException ? e.getMessage() :
				"A sender's association ended: " + e
				.getClass().getSimpleName() + ".";
		}
		catch (final CancellationException e) {
			// The thread of the C-MOVE says so.
		}
		finally {
			Connection.close(socket);
			open.remove(socket);
		}
	}

	/** Accepts the classes of storage in the first transfer syntax that can be read here. */
	private Negotiation.Verdict judge(final AssociateRequest request) {
		if (!request.called().equals(peer.calling())) {
			problem = "A sender called another AE title than '" + peer.calling() + "', and was rejected.";
			return Negotiation.Verdict.CALLED_NOT_KNOWN;
		}
		if (!request.calling().equals(peer.called())) {
			problem = "A sender called itself another AE title than '" + peer.called() + "', and was rejected.";
			return Negotiation.Verdict.CALLING_NOT_KNOWN;
		}
		final List<PresentationContext> accepted = new ArrayList<>();
		for (final PresentationContext context : request.contexts())
			if (Uids.isStorage(context.abstractSyntax())) context.transferSyntaxes().stream().filter(
				Uids.TRANSFER_SYNTAXES::contains).findFirst().ifPresent(syntax -> accepted.add(new PresentationContext(context
					.id(), context.abstractSyntax(), List.of(syntax))));
		return Negotiation.Verdict.accept(new AssociateAccept(accepted, Set.of(), Association.MAXIMUM_LENGTH));
	}

	/** Move Originator, where it is told, must be this side's C-MOVE (PS3.7 section 9.1.1.1). */
	private void store(final Association association, final Command command) throws ArchiveException {
		if (command.field() != Command.C_STORE_RQ) throw association.broken(String.format(
			"a sender's command field is %04X; expected C-STORE", command.field()));
		final String originator = command.text(Command.MoveOriginatorApplicationEntityTitle);
		if (!originator.isEmpty() && !originator.equals(peer.calling()) || command.number(
			Command.MoveOriginatorMessageID).orElse(message) != message) throw association.broken(
				"a sender's C-STORE was caused by another C-MOVE than this side's");
		receiver.store(association, command);
	}

	/** After the archive's last answer: waits until its associations have ended, not for long. */
	void finish() {
		final long start = System.nanoTime();
		while (!open.isEmpty() && !monitor.isCanceled() && System.nanoTime() - start < FINISH_MS * 1_000_000L) try {
			Thread.sleep(10);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return;
		}
	}

	/** The last problem with a sender, a sentence; empty where there was none. */
	String problem() {
		return problem;
	}

	/** Ends listening and all associations, and waits for their end. Nothing is written to the folder afterwards. */
	@Override
	public void close() {
		closed = true;
		try {
			server.close();
		}
		catch (final IOException e) {
			// A socket that cannot be closed has ended already.
		}
		open.forEach(Connection::close);
		final List<Thread> all;
		synchronized (this) {
			all = List.copyOf(threads);
		}
		for (final Thread thread : all) try {
			thread.join(FINISH_MS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return;
		}
	}
}
