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
import io.github.hounsfield.archive.ArchiveMonitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * C-GET in the Study Root model (PS3.7 section 9.1.3, PS3.4 sections C.4.3 and C.6.2): the archive stores over the same
 * association, so this side is SCP of the storage classes (PS3.7 section D.3.3.4).
 */
final class Getter implements Retriever {

	private final Peer peer;
	private final ArchiveMonitor monitor;

	Getter(final Peer peer, final ArchiveMonitor monitor) {
		this.peer = peer;
		this.monitor = monitor;
	}

	/**
	 * There is one context for each class and transfer syntax. So the archive need not decode, and need not choose one
	 * syntax for all.
	 */
	private static List<PresentationContext> contexts(final Collection<String> classes) {
		final List<PresentationContext> contexts = new ArrayList<>();
		contexts.add(new PresentationContext(1, Uids.GET, List.of(Uids.IMPLICIT_LITTLE)));
		for (final String sopClass : classes)
			for (final String syntax : Uids.TRANSFER_SYNTAXES)
				contexts.add(new PresentationContext(2 * contexts.size() + 1, sopClass, List.of(syntax)));
		return contexts;
	}

	@Override
	public String retrieve(final Identifier identifier, final Collection<String> classes,
		final InstanceReceiver receiver) throws ArchiveException
	{
		final AssociateRequest request = new AssociateRequest(peer.called(), peer.calling(), contexts(classes), classes,
			Association.MAXIMUM_LENGTH, peer.identity());
		try (Association association = peer.connect(request, monitor::isCanceled)) {
			final int context = association.contextOf(Uids.GET, null);
			if (context == 0) throw new Unsupported(peer, "the archive does not take C-GET");
			if (classes.stream().noneMatch(uid -> association.scpRoles().contains(uid) && association.contextOf(uid,
				null) != 0)) throw new Unsupported(peer, "the archive takes C-GET, but no way to store by it");
			final int message = association.nextMessageId();
			association.send(context, new Command(Command.C_GET_RQ).uid(Command.AffectedSOPClassUID, Uids.GET).set(
				Command.MessageID, message).set(Command.Priority, 0).withDataSet(), identifier.encode());
			association.cancelable(context, message);
			final Command last = receive(association, message, receiver);
			association.cancelable(0, 0);
			final String why = SubOperations.judge(peer, Command.C_GET_RQ, association, last, identifier);
			association.release();
			return why;
		}
	}

	private static Command receive(final Association association, final int message, final InstanceReceiver receiver)
		throws ArchiveException
	{
		while (true) {
			final Command command = association.receive();
			if (command != null && command.field() == Command.C_STORE_RQ) {
				receiver.store(association, command);
				continue;
			}
			association.check(command, Command.C_GET_RQ, message);
			if (!Status.isPending(association.status(command))) return command;
			if (command.hasDataSet()) association.receiveIdentifier(command);
		}
	}
}
