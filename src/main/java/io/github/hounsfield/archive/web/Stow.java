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

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.WholeFiles;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Tag;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * STOW-RS sends files (PS3.18 section 10.5). A request has one file, so that each has its own answer. A good status
 * does not suffice; the Failed SOP Sequence must be empty too.
 */
final class Stow {

	static final int FailureReason = 0x00081197;
	static final int FailedSOPSequence = 0x00081198;
	static final int ReferencedSOPSequence = 0x00081199;
	static final int ReferencedSOPInstanceUID = 0x00081155;

	private static final String WHAT = "sending a file";
	private static final String JSON = "application/dicom+json";
	private static final Set<Integer> WANTED = Set.of(FailureReason, FailedSOPSequence, ReferencedSOPSequence,
		ReferencedSOPInstanceUID);

	/** Reasons that an error repeats. */
	private static final int LISTED = 3;

	private final Http http;
	private final ArchiveMonitor monitor;

	Stow(final Http http, final ArchiveMonitor monitor) {
		this.http = http;
		this.monitor = monitor;
	}

	int send(final List<Path> files) throws IOException {
		final AtomicInteger taken = new AtomicInteger();
		final List<String> refusals = new ArrayList<>();
		monitor.instances(0, files.size());
		http.workers(monitor).each(files, (index, file) -> {
			final String refusal = send(file);
			synchronized (refusals) {
				if (refusal.isEmpty()) monitor.instances(taken.incrementAndGet(), files.size());
				else refusals.add("file " + (index + 1) + ": " + refusal);
			}
		});
		if (refusals.isEmpty()) return taken.get();
		throw ArchiveException.notSent(http.host() + ": the archive took " + taken + " of " + files.size() + " files; " +
			String.join("; ", refusals.subList(0, Math.min(LISTED, refusals.size()))) + (refusals.size() > LISTED ? " and " +
				(refusals.size() - LISTED) + " more" : "") + ". Files that were taken need not be sent again.", files.size(),
			taken.get());
	}

	/** @return why it was not taken; empty if it was */
	private String send(final Path file) throws IOException {
		final DicomFile header;
		try {
			header = DicomReaders.chosen().read(DicomSource.of(file));
		}
		catch (final DicomException e) {
			return e.getMessage();
		}
		if (!WholeFiles.isWhole(header)) return "it ends before its Pixel Data do";
		if (header.meta().elements().isEmpty()) return "it has no File Meta Information (PS3.10 section 7.1)";
		final String uid = header.dataSet().string(Tag.SOPInstanceUID).orElse("");
		if (uid.isEmpty()) return "it has no SOP Instance UID";
		final byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		final String boundary = "hounsfield-" + HexFormat.of().formatHex(random);
		final AtomicLong progress = new AtomicLong();
		return http.tries(WHAT, monitor, () -> {
			try (Http.Answer answer = http.post("/studies", "multipart/related; type=\"application/dicom\"; boundary=" +
				boundary, body(file, boundary, progress), JSON, WHAT, List.of(400, 409), monitor, progress))
			{
				return refusal(answer, uid);
			}
		});
	}

	private static BodyPublisher body(final Path file, final String boundary, final AtomicLong progress)
		throws FileNotFoundException
	{
		return new WatchedPublisher(BodyPublishers.concat(BodyPublishers.ofByteArray(("--" + boundary +
			"\r\nContent-Type: application/dicom\r\n\r\n").getBytes(StandardCharsets.US_ASCII)), BodyPublishers.ofFile(file),
			BodyPublishers.ofByteArray(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII))), progress);
	}

	private String refusal(final Http.Answer answer, final String uid) throws IOException {
		final int status = answer.status();
		final List<JsonDataSet> found = new ArrayList<>();
		if (answer.mediaType().isJson()) DicomJson.read(answer.body(), WANTED, found::add);
		else if (status == 200) return "";
		final JsonDataSet module = found.isEmpty() ? new JsonDataSet() : found.get(0);
		final List<JsonDataSet> failed = module.items(FailedSOPSequence);
		if (!failed.isEmpty()) return reason(failed.get(0).integer(FailureReason));
		if (status / 100 != 2) return "status " + status + " without a reason";
		final boolean confirmed = module.items(ReferencedSOPSequence).stream().anyMatch(item -> item.text(
			ReferencedSOPInstanceUID).equals(uid));
		if (confirmed) return "";
		throw new ArchiveException(Reason.PROTOCOL, http.host() + ": " + WHAT + ": the answer names instance (UID " +
			InstanceRecord.end(uid) + ") neither as stored nor as failed.");
	}

	/** PS3.18 table I.2-2. */
	static String reason(final OptionalInt code) {
		if (code.isEmpty()) return "refused without a reason";
		final int value = code.getAsInt();
		final String meaning = switch (value >>> 8) {
			case 0xA7 -> "the archive is out of resources";
			case 0xA9 -> "the data set does not match its SOP Class";
			default -> value == 0x0110 ? "the archive failed to process it" : value == 0x0122
				? "its SOP Class is not supported" : value == 0xC122 ? "its transfer syntax is not supported" : value >>> 12 == 0xC
					? "the archive cannot understand it" : "refused";
		};
		return meaning + String.format(" (%04X)", value);
	}
}
