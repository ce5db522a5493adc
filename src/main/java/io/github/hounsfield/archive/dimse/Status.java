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
import java.util.Map;

/**
 * What Status (0000,0900) means: PS3.7 annex C for all operations, PS3.4 sections B.2.3 (C-STORE), C.4.1.1.4 (C-FIND),
 * C.4.2.1.5 (C-MOVE) and C.4.3.1.4 (C-GET) for each.
 */
final class Status {

	static final int SUCCESS = 0x0000;
	static final int CANCEL = 0xFE00;
	static final int PENDING = 0xFF00;
	static final int PENDING_WARNING = 0xFF01;
	/** C-GET and C-MOVE: sub-operations complete, one or more failures or warnings. C-STORE: coercion. */
	static final int WARNING = 0xB000;

	private static final Map<Integer, String> GENERAL = Map.ofEntries(
		Map.entry(0x0105, "no such attribute"), Map.entry(0x0106, "invalid attribute value"),
		Map.entry(0x0107, "attribute list error"), Map.entry(0x0110, "processing failure"),
		Map.entry(0x0111, "duplicate SOP instance"), Map.entry(0x0112, "no such SOP instance"),
		Map.entry(0x0115, "invalid argument value"), Map.entry(0x0116, "attribute value out of range"),
		Map.entry(0x0117, "invalid SOP instance"), Map.entry(0x0118, "no such SOP class"),
		Map.entry(0x0119, "class and instance conflict"), Map.entry(0x0120, "missing attribute"),
		Map.entry(0x0121, "missing attribute value"), Map.entry(0x0122, "refused: SOP class not supported"),
		Map.entry(0x0124, "refused: not authorized"), Map.entry(0x0210, "duplicate invocation"),
		Map.entry(0x0211, "unrecognized operation"), Map.entry(0x0212, "mistyped argument"),
		Map.entry(0x0213, "resource limitation"), Map.entry(0xFE00, "ended by cancel"),
		Map.entry(0xFF00, "pending"), Map.entry(0xFF01, "pending, with a warning"));

	private static final Map<Integer, String> RETRIEVE = Map.of(
		0xA701, "refused: out of resources, the number of matches cannot be calculated",
		0xA702, "refused: out of resources, sub-operations cannot be performed",
		0xA801, "refused: move destination unknown",
		0xA900, "the identifier does not match the SOP class",
		0xB000, "sub-operations complete, one or more failures or warnings");

	private static final Map<Integer, String> FIND = Map.of(
		0xA700, "refused: out of resources", 0xA710, "invalid prior record key",
		0xA900, "the identifier does not match the SOP class",
		0xB001, "the limit of responses was reached; there may be more");

	private static final Map<Integer, String> STORE = Map.of(
		0xB000, "coercion of data elements", 0xB006, "elements discarded",
		0xB007, "the data set does not match the SOP class");

	private Status() {}

	static boolean isPending(final int status) {
		return status == PENDING || status == PENDING_WARNING;
	}

	/** Whether it is a warning: done, but not all as asked (PS3.7 section C.4). */
	static boolean isWarning(final int status) {
		return status >>> 12 == 0xB || status == 0x0001 || status == 0x0107 || status == 0x0116;
	}

	/** @param request the field of the request, such as {@link Command#C_FIND_RQ} */
	static String name(final int request, final int status) {
		final Map<Integer, String> own = switch (request) {
			case Command.C_FIND_RQ -> FIND;
			case Command.C_STORE_RQ -> STORE;
			case Command.C_GET_RQ, Command.C_MOVE_RQ -> RETRIEVE;
			default -> Map.of();
		};
		String name = own.getOrDefault(status, GENERAL.get(status));
		if (name == null) name = range(request, status);
		return String.format("status %04X (%s)", status, name);
	}

	private static String range(final int request, final int status) {
		if (request == Command.C_STORE_RQ && status >>> 8 == 0xA7) return "refused: out of resources";
		if (request == Command.C_STORE_RQ && status >>> 8 == 0xA9) return "the data set does not match the SOP class";
		if (request == Command.C_STORE_RQ && status >>> 12 == 0xC) return "cannot understand";
		if (status >>> 12 == 0xC) return "unable to process";
		return "not in the standard";
	}

	/** What kind of problem a failure is. */
	static ArchiveException.Reason reason(final int status) {
		return switch (status) {
			case 0x0122, 0x0124, 0xA801 -> ArchiveException.Reason.REFUSED;
			case 0xA700, 0xA701, 0xA702, 0x0213 -> ArchiveException.Reason.BUSY;
			default -> ArchiveException.Reason.SERVER;
		};
	}

	/** The next step, a sentence; may be empty. */
	static String advice(final int status) {
		if (status == 0xA801) return "Enter this side's AE title, address and port in the archive's own settings.";
		if (status == 0xA700 || status == 0xA701 || status == 0xA702 || status == 0x0213)
			return "The archive is busy: try again later, or ask for less.";
		if (status == 0x0122) return "The archive does not offer this service.";
		if (status == 0x0124) return "Ask the archive's administrator to allow this side's AE title.";
		return "The archive's own log says more.";
	}
}
