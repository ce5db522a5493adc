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
import java.util.Collection;
import java.util.List;

/**
 * C-MOVE in the Study Root model (PS3.7 section 9.1.4, PS3.4 sections C.4.2 and C.6.2): the archive opens
 * associations to this side, whose address it must know by its AE title. A {@link StoreListener} takes them while the
 * C-MOVE runs.
 */
final class Mover implements Retriever {

	private final Peer peer;
	private final ArchiveEntry entry;
	private final ArchiveMonitor monitor;

	Mover(final Peer peer, final ArchiveEntry entry, final ArchiveMonitor monitor) {
		this.peer = peer;
		this.entry = entry;
		this.monitor = monitor;
	}

	@Override
	public String retrieve(final Identifier identifier, final Collection<String> classes,
		final InstanceReceiver receiver) throws ArchiveException
	{
		final AssociateRequest request = new AssociateRequest(peer.called(), peer.calling(), List.of(
			new PresentationContext(1, Uids.MOVE, List.of(Uids.IMPLICIT_LITTLE))), List.of(), Association.MAXIMUM_LENGTH, peer
				.identity());
		try (Association association = peer.connect(request, monitor::isCanceled)) {
			final int context = association.contextOf(Uids.MOVE, null);
			if (context == 0) throw new Unsupported(peer, "the archive takes neither C-GET nor C-MOVE");
			final int message = association.nextMessageId();
			try (StoreListener listener = StoreListener.open(peer, entry, association.localAddress(), message, receiver,
				monitor))
			{
				association.send(context, new Command(Command.C_MOVE_RQ).uid(Command.AffectedSOPClassUID, Uids.MOVE).set(
					Command.MessageID, message).set(Command.Priority, 0).title(Command.MoveDestination, peer.calling())
					.withDataSet(), identifier.encode());
				association.cancelable(context, message);
				final Command last = receive(association, message);
				association.cancelable(0, 0);
				listener.finish();
				final String why = SubOperations.judge(peer, Command.C_MOVE_RQ, association, last, identifier);
				association.release();
				return (why + " " + listener.problem()).trim();
			}
		}
	}

	private static Command receive(final Association association, final int message) throws ArchiveException {
		while (true) {
			final Command command = association.receiveResponse(Command.C_MOVE_RQ, message);
			if (!Status.isPending(association.status(command))) return command;
			if (command.hasDataSet()) association.receiveIdentifier(command);
		}
	}
}
