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
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.dicom.DataSet;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/** Reads what the last answer of C-GET or C-MOVE says of its sub-operations (PS3.4 sections C.4.2.1 and C.4.3.1). */
final class SubOperations {

	private static final int LISTED = 5;

	private SubOperations() {}

	/**
	 * @return a sentence where some failed, otherwise empty
	 * @throws StatusException where the operation failed as a whole
	 * @throws CancellationException where it was canceled
	 */
	static String judge(final Peer peer, final int request, final Association association, final Command last,
		final Identifier asked) throws ArchiveException
	{
		final List<String> failedUids = failedUids(association, last);
		final int status = association.status(last);
		if (association.isCanceled()) {
			association.release();
			throw new CancellationException("canceled");
		}
		final int failed = last.number(Command.NumberOfFailedSuboperations).orElse(0);
		if (status == Status.SUCCESS && failed == 0) return "";
		if (status != Status.SUCCESS && !Status.isWarning(status)) throw Failures.status(peer.name(), request, last, asked);
		final int warned = last.number(Command.NumberOfWarningSuboperations).orElse(0);
		if (failed == 0 && failedUids.isEmpty() && warned > 0) return "";
		return "The archive ended " + Failures.operation(request) + " with " + Failures.says(request, last, asked) +
			": completed " + count(last, Command.NumberOfCompletedSuboperations) + ", failed " + count(last,
				Command.NumberOfFailedSuboperations) + ", with a warning " + count(last,
					Command.NumberOfWarningSuboperations) + list(failedUids) + ".";
	}

	private static String count(final Command command, final int element) {
		final OptionalInt number = command.number(element);
		return number.isPresent() ? Integer.toString(number.getAsInt()) : "not told";
	}

	private static String list(final List<String> uids) {
		if (uids.isEmpty()) return "";
		final StringBuilder text = new StringBuilder("; failed UIDs ");
		for (int i = 0; i < Math.min(LISTED, uids.size()); i++)
			text.append(i == 0 ? "" : ", ").append(InstanceRecord.end(uids.get(i)));
		return text.append(uids.size() > LISTED ? " and " + (uids.size() - LISTED) + " more" : "").toString();
	}

	/** Failed SOP Instance UID List (0008,0058); none where there is no identifier, or one that cannot be read. */
	private static List<String> failedUids(final Association association, final Command last) throws ArchiveException {
		if (!last.hasDataSet()) return List.of();
		final byte[] bytes = association.receiveIdentifier(last);
		try {
			final DataSet answer = Identifier.decode(bytes);
			return answer.strings(Identifier.FailedSOPInstanceUIDList).stream().filter(uid -> !uid.isEmpty()).toList();
		}
		catch (final IOException e) {
			return List.of();
		}
	}
}
