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
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.TransferSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * C-STORE to an archive (PS3.7 section 9.1.1, PS3.4 annex B). Each file keeps its transfer syntax. Nothing is decoded
 * or changed. For one call.
 */
final class Sender {

	private static final int MOST_CONTEXTS = 128;
	private static final int TOLD = 5;

	/** A class in a transfer syntax, for one presentation context. */
	private record Kind(String sopClass, String syntax) {}

	private final Peer peer;
	private final ArchiveMonitor monitor;
	private final List<String> problems = new ArrayList<>();
	private int files;
	private int taken;
	private int warned;

	Sender(final Peer peer, final ArchiveMonitor monitor) {
		this.peer = peer;
		this.monitor = monitor;
	}

	/** @return how many were taken: all */
	int send(final List<Path> paths) throws ArchiveException {
		files = paths.size();
		final DicomReader reader = DicomReaders.chosen();
		final List<OutgoingFile> left = new ArrayList<>();
		// All are looked at first: a file that cannot be sent stops the rest before anything has gone out.
		for (final Path path : paths)
			left.add(OutgoingFile.of(path, reader));
		monitor.instances(0, files);
		final Tries tries = new Tries(peer.times().pause(), monitor);
		while (!left.isEmpty()) try {
			sendSome(left);
		}
		catch (final ArchiveException e) {
			if (!tries.another(e)) throw notSent(e.getMessage());
		}
		if (warned > 0) monitor.message(warned + " of " + files + " files were taken with a warning of the archive.");
		if (taken < files) throw notSent(String.join(" ", problems));
		return taken;
	}

	private ArchiveException notSent(final String why) {
		return ArchiveException.notSent(peer.name() + ": " + taken + " of " + files + " files were taken. " + why, files,
			taken);
	}

	/** Sends the files for which one association has contexts. Takes answered files from the list. */
	private void sendSome(final List<OutgoingFile> left) throws ArchiveException {
		final Set<Kind> kinds = new LinkedHashSet<>();
		for (final OutgoingFile file : left)
			if (kinds.size() < MOST_CONTEXTS) kinds.add(kind(file));
		final List<PresentationContext> contexts = new ArrayList<>();
		for (final Kind kind : kinds)
			contexts.add(new PresentationContext(2 * contexts.size() + 1, kind.sopClass, List.of(kind.syntax)));
		final AssociateRequest request = new AssociateRequest(peer.called(), peer.calling(), contexts, List.of(),
			Association.MAXIMUM_LENGTH, peer.identity());
		try (Association association = peer.connect(request, monitor::isCanceled)) {
			for (final OutgoingFile file : List.copyOf(left)) {
				if (!kinds.contains(kind(file))) continue;
				final int context = association.contextOf(file.sopClassUid(), file.transferSyntaxUid());
				if (context == 0) problem("does not take " + file.sopClassUid() + " in " + TransferSyntax.of(file
					.transferSyntaxUid()), null);
				else store(association, context, file);
				left.remove(file);
			}
			association.release();
		}
	}

	private static Kind kind(final OutgoingFile file) {
		return new Kind(file.sopClassUid(), file.transferSyntaxUid());
	}

	private void store(final Association association, final int context, final OutgoingFile file)
		throws ArchiveException
	{
		final int message = association.nextMessageId();
		final Command command = new Command(Command.C_STORE_RQ).uid(Command.AffectedSOPClassUID, file.sopClassUid()).set(
			Command.MessageID, message).set(Command.Priority, 0).uid(Command.AffectedSOPInstanceUID, file.sopInstanceUid())
			.withDataSet();
		try (InputStream in = Files.newInputStream(file.path())) {
			in.skipNBytes(file.offset());
			association.send(context, command, in, file.length());
		}
		catch (final ArchiveException e) {
			throw e;
		}
		catch (final IOException e) {
			throw association.failed(new ArchiveException(ArchiveException.Reason.INPUT, file.path() +
				": cannot be read while it is sent (" + e.getClass().getSimpleName() + ").", e));
		}
		final Command response = association.receiveResponse(Command.C_STORE_RQ, message);
		final int status = association.status(response);
		if (status == Status.SUCCESS || Status.isWarning(status)) {
			if (status != Status.SUCCESS) warned++;
			monitor.instances(++taken, files);
		}
		else problem("ended C-STORE with " + Failures.says(Command.C_STORE_RQ, response, new Identifier("IMAGE")),
			file.path());
	}

	private void problem(final String what, final Object which) {
		final String text = "The archive " + what + (which instanceof Path path ? ": file " + path : "") + ".";
		if (problems.size() < TOLD && !problems.contains(text)) problems.add(text);
	}
}
