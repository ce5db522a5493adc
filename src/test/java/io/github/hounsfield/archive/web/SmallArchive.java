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

import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.web.FaultServer.Reply;
import io.github.hounsfield.archive.web.FaultServer.Request;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A right archive of one series of three small slices, whose answers a test may spoil. */
final class SmallArchive {

	static final String BOUNDARY = "b0undary";
	static final String MULTIPART = "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;
	static final String JSON = "application/dicom+json";

	/** The numbers that {@link CtSeriesWriter} makes of its seed. */
	private static final String ROOT = "1.2.826.0.1.3680043.10.1561";

	final SeriesRecord series;
	/** Files by SOP Instance UID. */
	final Map<String, byte[]> instances = new TreeMap<>();

	SmallArchive(final Path folder, final long seed) throws IOException {
		final CtSeriesWriter writer = new CtSeriesWriter(8, 3, 40, 20, 5, seed);
		final List<Path> files = writer.write(folder.resolve("sent-" + seed));
		for (int slice = 0; slice < files.size(); slice++)
			instances.put(ROOT + ".3." + seed + "." + (slice + 1), Files.readAllBytes(files.get(slice)));
		series = SeriesRecord.of(uid(files.get(0), Tag.StudyInstanceUID), writer.seriesInstanceUid());
	}

	static String uid(final Path file, final int tag) throws IOException {
		return DicomReaders.chosen().read(DicomSource.of(file))
			.dataSet().requireString(tag);
	}

	/** As the standard has it. */
	Reply reply(final Request request) {
		final String path = path(request);
		if (isWhole(request)) return Reply.of(200, MULTIPART, multipart(List.copyOf(instances.values())));
		if (path.endsWith("/instances")) return list(request);
		if (path.contains("/instances/")) {
			final byte[] file = instances.get(path.substring(path.lastIndexOf('/') + 1));
			return file == null ? Reply.of(404, "", new byte[0]) : Reply.of(200, MULTIPART, multipart(List.of(file)));
		}
		if (path.endsWith("/metadata")) return Reply.of(200, JSON, json(List.copyOf(instances.keySet())));
		return Reply.of(404, "", new byte[0]);
	}

	static String path(final Request request) {
		return request.target().replaceAll("\\?.*", "");
	}

	/** Whether the whole series is asked for. */
	boolean isWhole(final Request request) {
		return path(request).endsWith("/series/" + series.seriesInstanceUid());
	}

	private Reply list(final Request request) {
		return page(request, List.copyOf(instances.keySet()));
	}

	/** The page of a list that offset and limit ask for. */
	static Reply page(final Request request, final List<String> uids) {
		final int offset = number(request, "offset");
		final int limit = number(request, "limit");
		final List<String> page = uids.subList(Math.min(offset, uids.size()), Math.min(uids.size(), offset + limit));
		return page.isEmpty() ? Reply.of(204, "", new byte[0]) : Reply.of(200, JSON, json(page));
	}

	static int number(final Request request, final String key) {
		return Integer.parseInt(request.target().replaceAll(".*[?&]" + key + "=(\\d+).*", "$1"));
	}

	static byte[] json(final List<String> uids) {
		return uids.stream().map(uid -> "{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"" + uid +
			"\"]},\"00200013\":{\"vr\":\"IS\",\"Value\":[" + uid.substring(uid.lastIndexOf('.') + 1) + "]}}").collect(
				Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8);
	}

	static byte[] multipart(final List<byte[]> files) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final byte[] file : files) {
			out.writeBytes(("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\nContent-Length: " + file.length +
				"\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			out.writeBytes(file);
			out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
		return out.toByteArray();
	}

	/** The bytes of the files as the archive has them, by UID. */
	List<byte[]> files() {
		return new ArrayList<>(instances.values());
	}
}
