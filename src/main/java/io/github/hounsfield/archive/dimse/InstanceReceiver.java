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
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.SeriesFolder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes instances of C-STORE (PS3.7 section 9.1.1), during a C-GET or from the sender of a C-MOVE, into the folder of
 * their series. Takes expected instances only. Safe for several associations at once.
 */
final class InstanceReceiver {

	/** Data set does not match SOP class (PS3.4 section B.2.3): the archive is told that it was not taken. */
	private static final int NOT_TAKEN = 0xA900;
	/** Cannot understand. */
	private static final int NOT_READ = 0xC000;

	private static final int FILE_BUFFER = 64 * 1024;

	private final SeriesFolder folder;
	private final ArchiveMonitor monitor;
	private final Set<String> expected = new HashSet<>();
	private final int total;
	private int done;
	private int foreign;
	private String problem = "";

	InstanceReceiver(final SeriesFolder folder, final List<InstanceRecord> instances, final ArchiveMonitor monitor) {
		this.folder = folder;
		this.monitor = monitor;
		this.total = instances.size();
		this.done = folder.count(instances);
		for (final InstanceRecord instance : instances)
			expected.add(instance.sopInstanceUid());
		monitor.instances(done, total);
	}

	/** Instances that came though they are not on the archive's list. */
	synchronized int foreign() {
		return foreign;
	}

	/** The last problem with an instance, a sentence; empty after it was asked. */
	synchronized String takeProblem() {
		final String text = problem;
		problem = "";
		return text;
	}

	synchronized void problem(final String text) {
		problem = text;
	}

	/** Takes the instance that a C-STORE request announces, and answers. */
	void store(final Association association, final Command request) throws ArchiveException {
		final PresentationContext context = association.contexts().get(request.contextId());
		final String instance = request.text(Command.AffectedSOPInstanceUID);
		final String sopClass = request.text(Command.AffectedSOPClassUID);
		final int message = request.number(Command.MessageID).orElseThrow(() -> association.broken(
			"a C-STORE request has no Message ID"));
		if (!request.hasDataSet()) throw association.broken("a C-STORE request has no data set");
		if (!sopClass.equals(context.abstractSyntax())) throw association.broken(
			"a C-STORE request has another SOP class than its presentation context");
		final int status = isExpected(instance) ? receive(association, request, context.transferSyntax())
			: pass(association, request);
		association.send(request.contextId(), new Command(Command.C_STORE_RQ | Command.RESPONSE).uid(
			Command.AffectedSOPClassUID, sopClass).set(Command.MessageIDBeingRespondedTo, message).set(Command.StatusElement,
				status).uid(Command.AffectedSOPInstanceUID, instance), null);
	}

	private boolean isExpected(final String instance) {
		return InstanceRecord.isUid(instance) && expected.contains(instance);
	}

	/** Reads an unwanted instance, and keeps nothing of it. */
	private int pass(final Association association, final Command request) throws ArchiveException {
		association.receiveData(request, OutputStream.nullOutputStream());
		synchronized (this) {
			foreign++;
		}
		return NOT_TAKEN;
	}

	private int receive(final Association association, final Command request, final String transferSyntax)
		throws ArchiveException
	{
		final String instance = request.text(Command.AffectedSOPInstanceUID);
		final boolean there = folder.has(instance);
		try (SeriesFolder.Part part = folder.newPart()) {
			final ByteArrayOutputStream meta = new ByteArrayOutputStream(512);
			FileMeta.write(meta, request.text(Command.AffectedSOPClassUID), instance, transferSyntax);
			final OutputStream out = new BufferedOutputStream(new Written(part.channel()), FILE_BUFFER);
			out.write(meta.toByteArray());
			association.receiveData(request, out);
			out.flush();
			return accept(part, instance, there);
		}
		catch (final ArchiveException e) {
			throw e;
		}
		catch (final IOException e) {
			throw association.failed(unwritable(e));
		}
	}

	/** Refuses an instance that is not what was announced. The next try may bring it whole. */
	private int accept(final SeriesFolder.Part part, final String instance, final boolean there) throws IOException {
		try {
			final String uid = part.accept();
			if (!uid.equals(instance)) {
				problem("The archive announced one instance and sent another.");
				return NOT_READ;
			}
			synchronized (this) {
				if (!there) done++;
				monitor.instances(done, total);
			}
			return Status.SUCCESS;
		}
		catch (final ArchiveException e) {
			problem(e.getMessage());
			return NOT_READ;
		}
	}

	private static ArchiveException unwritable(final IOException e) {
		return new ArchiveException(ArchiveException.Reason.INPUT, "The folder cannot be written to: " + e.getClass()
			.getSimpleName() + (e.getClass() == IOException.class ? " (" + e.getMessage() + ")" : "") +
			". Look whether the disk is full.", e);
	}

	/** Writes to a file. A failure here is the disk's fault, not the network's. */
	private static final class Written extends OutputStream {

		private final FileChannel channel;

		private Written(final FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length) throws IOException {
			final ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
			try {
				while (buffer.hasRemaining())
					channel.write(buffer);
			}
			catch (final IOException e) {
				throw unwritable(e);
			}
		}
	}
}
