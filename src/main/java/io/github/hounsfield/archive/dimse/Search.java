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
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** C-FIND in the Study Root model (PS3.7 section 9.1.2, PS3.4 sections C.4.1 and C.6.2). */
final class Search {

	/**
	 * What came.
	 *
	 * @param answers in the order of the archive
	 * @param warnings for people
	 * @param more whether the archive has more than were wanted
	 */
	record Answers(List<DataSet> answers, List<String> warnings, boolean more) {}

	/** More are not held in memory. */
	private static final int MOST = 1_000_000;

	private Search() {}

	static List<PresentationContext> contexts() {
		return List.of(new PresentationContext(1, Uids.FIND, List.of(Uids.IMPLICIT_LITTLE)));
	}

	/**
	 * @param wanted which answers count
	 * @param limit most answers; 0: all. The archive is told to stop when there is one more
	 */
	static Answers run(final Association association, final Peer peer, final Identifier identifier,
		final Predicate<DataSet> wanted, final int limit) throws ArchiveException
	{
		final int context = association.contextOf(Uids.FIND, null);
		if (context == 0) throw Failures.of(ArchiveException.Reason.REFUSED, peer.name(),
			"the archive does not take C-FIND in the Study Root model", "Ask its administrator to allow queries.", null);
		final int message = association.nextMessageId();
		association.send(context, new Command(Command.C_FIND_RQ).uid(Command.AffectedSOPClassUID, Uids.FIND).set(
			Command.MessageID, message).set(Command.Priority, 0).withDataSet(), identifier.encode());
		association.cancelable(context, message);
		try {
			return receive(association, peer, identifier, wanted, limit, message);
		}
		finally {
			association.cancelable(0, 0);
		}
	}

	private static Answers receive(final Association association, final Peer peer, final Identifier identifier,
		final Predicate<DataSet> wanted, final int limit, final int message) throws ArchiveException
	{
		final List<DataSet> answers = new ArrayList<>();
		final List<String> warnings = new ArrayList<>();
		boolean more = false;
		while (true) {
			final Command response = association.receiveResponse(Command.C_FIND_RQ, message);
			final int status = association.status(response);
			final byte[] bytes = response.hasDataSet() ? association.receiveIdentifier(response) : null;
			if (!Status.isPending(status)) {
				if (association.isCanceled()) throw new CancellationException("canceled");
				if (status == 0xB001) warnings.add("The archive's own limit was reached; there may be more.");
				else if (status != Status.SUCCESS && !(status == Status.CANCEL && more)) throw Failures.status(peer.name(),
					Command.C_FIND_RQ, response, identifier);
				return new Answers(answers, warnings, more || status == 0xB001);
			}
			if (bytes == null) throw association.broken("an answer of C-FIND is pending without a data set");
			if (status == Status.PENDING_WARNING && warnings.isEmpty()) warnings.add(
				"The archive does not match by all of the criteria.");
			if (more) continue;
			final DataSet answer = decode(association, bytes);
			if (!wanted.test(answer)) continue;
			if (limit > 0 && answers.size() == limit || answers.size() == MOST) {
				more = true;
				association.sendCancel();
			}
			else answers.add(answer);
		}
	}

	private static DataSet decode(final Association association, final byte[] bytes) throws ArchiveException {
		try {
			return Identifier.decode(bytes);
		}
		catch (final DicomException e) {
			throw association.broken("an answer of C-FIND cannot be read as a data set");
		}
		catch (final IOException e) {
			throw association.failed(e);
		}
	}
}
