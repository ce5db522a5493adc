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
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * An association of PS3.8, for messages of PS3.7. Any fault ends it with A-ABORT and an {@link ArchiveException} that
 * names the host. A cancel ends it with a {@link CancellationException}. Used by one thread.
 */
final class Association implements AutoCloseable {

	/** Longest P-DATA-TF that this side asks for (PS3.8 section D.1), bytes. */
	static final int MAXIMUM_LENGTH = 128 * 1024;

	/** Longest identifier that is read into memory: the failed UIDs of 60,000 instances. Bytes. */
	static final int LONGEST_IDENTIFIER = 4 << 20;

	private static final int RELEASE_MS = 5_000;
	private static final int ABORT_MS = 1_000;
	private static final int INPUT_BUFFER = 64 * 1024;

	private final String host;
	private final Socket plain;
	private final Watch watch;
	private final Fragments fragments;
	private final PduOutput output;
	private final MessageOutput messages;
	private final Map<Integer, PresentationContext> contexts = new HashMap<>();
	private List<String> scpRoles = List.of();
	private int messageId;
	private boolean open;

	Association(final String host, final Socket plain, final Watch watch, final InputStream in,
		final OutputStream out)
	{
		this.host = host;
		this.plain = plain;
		this.watch = watch;
		this.fragments = new Fragments(new PduInput(new BufferedInputStream(new Connection.Input(in, watch),
			INPUT_BUFFER)));
		this.output = new PduOutput(new Connection.Output(out, watch));
		this.messages = new MessageOutput(output);
		watch.onCancel(messages::sendCancel, () -> messages.sendAbort(0));
	}

	/**
	 * From here on messages may go and come.
	 *
	 * @param agreed what was accepted
	 * @param maximumLength longest P-DATA-TF that the other side takes, bytes; 0: any
	 */
	void established(final AssociateAccept agreed, final long maximumLength) throws UpperLayerException {
		output.setMaximum(maximumLength);
		for (final PresentationContext context : agreed.contexts())
			contexts.put(context.id(), context);
		scpRoles = List.copyOf(agreed.scpRoles());
		open = true;
	}

	PduInput input() {
		return fragments.input();
	}

	PduOutput output() {
		return output;
	}

	/** This side's address, as the other side sees it. */
	InetAddress localAddress() {
		return plain.getLocalAddress();
	}

	/** The contexts that were accepted, by their IDs. */
	Map<Integer, PresentationContext> contexts() {
		return contexts;
	}

	/** SOP classes that this side may be SCP of. */
	List<String> scpRoles() {
		return scpRoles;
	}

	/** The ID of the context for a SOP class and a transfer syntax, which may be null for any; 0 if there is none. */
	int contextOf(final String abstractSyntax, final String transferSyntax) {
		return contexts.values().stream().filter(c -> c.abstractSyntax().equals(abstractSyntax) &&
			(transferSyntax == null || c.transferSyntax().equals(transferSyntax))).mapToInt(
				PresentationContext::id).min().orElse(0);
	}

	int nextMessageId() {
		messageId = messageId % 0xFFFF + 1;
		return messageId;
	}

	/** Sets what a cancel ends from now on (PS3.7 section 9.3.2.3). Context 0 means nothing. */
	void cancelable(final int contextId, final int message) {
		messages.cancelable(contextId, message);
	}

	/** @param identifier null where the command says that no data set follows */
	void send(final int contextId, final Command command, final byte[] identifier) throws ArchiveException {
		run(out -> {
			out.data(contextId, true, command.encode());
			if (identifier != null) out.data(contextId, false, identifier);
		});
	}

	/** @param length bytes of the data set */
	void send(final int contextId, final Command command, final InputStream dataSet, final long length)
		throws ArchiveException
	{
		run(out -> {
			out.data(contextId, true, command.encode());
			out.data(contextId, dataSet, length);
		});
	}

	private void run(final MessageOutput.Work work) throws ArchiveException {
		try {
			messages.send(work);
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}

	/** @return the next command; null if the other side ended the association, which was answered */
	Command receive() throws ArchiveException {
		try {
			final Command command = fragments.command(contexts);
			if (command != null) return command;
			output.unit(PduInput.RELEASE_RP, new byte[4]);
			end();
			return null;
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}

	/** The next command, which must be an answer to a message. */
	Command receiveResponse(final int request, final int message) throws ArchiveException {
		final Command response = receive();
		check(response, request, message);
		return response;
	}

	/** Ends the association unless the command answers a message. */
	void check(final Command response, final int request, final int message) throws ArchiveException {
		if (response == null) throw broken("the archive released the association inside " + Failures.operation(request));
		final int field = request | Command.RESPONSE;
		if (response.field() != field) throw broken(String.format("found command field %04X; expected %04X", response
			.field(), field));
		final int answered = response.number(Command.MessageIDBeingRespondedTo).orElse(-1);
		if (answered != message) throw broken("found an answer to message " + answered + "; expected one to " + message);
	}

	int status(final Command response) throws ArchiveException {
		return response.number(Command.StatusElement).orElseThrow(() -> broken("an answer has no Status (0000,0900)"));
	}

	/** Hands on the data set after a command, fragment by fragment. */
	void receiveData(final Command command, final OutputStream to) throws ArchiveException {
		try {
			fragments.data(command.contextId(), to, Long.MAX_VALUE);
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}

	/** The identifier behind a command. */
	byte[] receiveIdentifier(final Command command) throws ArchiveException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			fragments.data(command.contextId(), bytes, LONGEST_IDENTIFIER);
			return bytes.toByteArray();
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}

	/** Ends the association, and gives the exception for a failure. A cancel becomes a {@link CancellationException}. */
	ArchiveException failed(final IOException e) {
		try {
			return Failures.translate(host, watch, e);
		}
		finally {
			abort(e instanceof UpperLayerException ? 2 : 0);
		}
	}

	/** Ends the association after an answer that breaks PS3.7. */
	ArchiveException broken(final String foundAndExpected) {
		return failed(new UpperLayerException(foundAndExpected));
	}

	/** Asks the archive to end what is {@link #cancelable}. */
	void sendCancel() {
		messages.sendCancel();
	}

	/** Whether the work was canceled. */
	boolean isCanceled() {
		return watch.isCanceled();
	}

	private void abort(final int source) {
		watch.setSilence(ABORT_MS);
		if (open || source == 2) messages.sendAbort(source);
		end();
	}

	/** Ends the association in order (PS3.8 section 7.2). All messages are through, so a fault now does no harm. */
	void release() {
		if (!open) return;
		watch.setSilence(RELEASE_MS);
		try {
			output.unit(PduInput.RELEASE_RQ, new byte[4]);
			fragments.released(output);
		}
		catch (final IOException e) {
			// The answers have come; the other side's manners do not matter.
		}
		finally {
			end();
		}
	}

	private void end() {
		open = false;
		watch.close();
		Connection.close(plain);
	}

	/** A-ABORT, unless it was released. */
	@Override
	public void close() {
		if (open) abort(0);
		else end();
	}
}
