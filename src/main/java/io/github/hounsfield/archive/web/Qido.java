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
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** QIDO-RS: searches for studies, series and instances (PS3.18 section 10.6). */
final class Qido {

	static final int ModalitiesInStudy = 0x00080061;
	static final int NumberOfStudyRelatedSeries = 0x00201206;
	static final int NumberOfStudyRelatedInstances = 0x00201208;
	static final int NumberOfSeriesRelatedInstances = 0x00201209;

	private static final String JSON = "application/dicom+json";

	/** Most results that one request asks for. */
	private static final int PAGE = 1000;

	/** Longest warning of an archive that is shown. */
	private static final int WARNING = 200;

	private static final Set<Integer> WANTED = Set.of(Tag.StudyInstanceUID, Tag.PatientID, Tag.PatientName, Tag.StudyDate,
		Tag.AccessionNumber, Tag.StudyDescription, ModalitiesInStudy, NumberOfStudyRelatedSeries,
		NumberOfStudyRelatedInstances, Tag.SeriesInstanceUID, Tag.Modality, Tag.SeriesNumber, Tag.SeriesDescription,
		NumberOfSeriesRelatedInstances, Tag.SOPInstanceUID, Tag.SOPClassUID, Tag.InstanceNumber);

	private final Http http;

	Qido(final Http http) {
		this.http = http;
	}

	Found<StudyRecord> studies(final StudyQuery query, final ArchiveMonitor monitor) throws IOException {
		query.check();
		final StringBuilder keys = new StringBuilder();
		key(keys, "PatientID", query.patientId());
		key(keys, "PatientName", query.patientName());
		key(keys, "AccessionNumber", query.accessionNumber());
		key(keys, "StudyDate", query.studyDate());
		key(keys, "ModalitiesInStudy", query.modality());
		key(keys, "StudyDescription", query.studyDescription());
		key(keys, "StudyInstanceUID", query.studyInstanceUid());
		for (final int tag : new int[] { Tag.PatientID, Tag.PatientName, Tag.StudyDate, Tag.AccessionNumber,
			Tag.StudyDescription, ModalitiesInStudy, NumberOfStudyRelatedSeries, NumberOfStudyRelatedInstances })
			include(keys, tag);
		return pages("the search for studies", "/studies", keys.toString(), query.limit(), 0, Qido::study,
			StudyRecord::studyInstanceUid, null, monitor);
	}

	private static StudyRecord study(final JsonDataSet found) {
		return new StudyRecord(found.text(Tag.StudyInstanceUID), found.text(Tag.PatientID), found.text(Tag.PatientName),
			found.text(Tag.StudyDate), found.text(Tag.AccessionNumber), found.text(Tag.StudyDescription), found.texts(
				ModalitiesInStudy), found.integer(NumberOfStudyRelatedSeries), found.integer(NumberOfStudyRelatedInstances));
	}

	Found<SeriesRecord> series(final String study, final ArchiveMonitor monitor) throws IOException {
		final StringBuilder keys = new StringBuilder();
		for (final int tag : new int[] { Tag.Modality, Tag.SeriesNumber, Tag.SeriesDescription,
			NumberOfSeriesRelatedInstances })
			include(keys, tag);
		return pages("the list of series", "/studies/" + uid(study) + "/series", keys.toString(), 0, 0,
			found -> new SeriesRecord(study, found.text(Tag.SeriesInstanceUID), found.text(Tag.Modality), found.integer(
				Tag.SeriesNumber), found.text(Tag.SeriesDescription), found.integer(NumberOfSeriesRelatedInstances)),
			SeriesRecord::seriesInstanceUid, SeriesRecord.ORDER, monitor);
	}

	Found<InstanceRecord> instances(final SeriesRecord series, final ArchiveMonitor monitor) throws IOException {
		// SOP Class UID and Instance Number come unasked (PS3.18 table 10.6.3-5)
		return pages("the list of instances", path(series) + "/instances", "", 0, series.instances().orElse(0),
			Qido::instance,
			InstanceRecord::sopInstanceUid, InstanceRecord.ORDER, monitor);
	}

	private static InstanceRecord instance(final JsonDataSet found) {
		return new InstanceRecord(found.text(Tag.SOPInstanceUID), found.text(Tag.SOPClassUID), found.integer(
			Tag.InstanceNumber));
	}

	/** The instances by WADO-RS's metadata (PS3.18 section 10.4.1.1.2). It is slower, but complete in one answer. */
	List<InstanceRecord> metadata(final SeriesRecord series, final ArchiveMonitor monitor) throws IOException {
		final String what = "the metadata of a series";
		final List<InstanceRecord> all = new ArrayList<>(http.tries(what, monitor, () -> page(what, path(series) +
			"/metadata", Qido::instance, new ArrayList<>(), monitor)));
		for (final InstanceRecord one : all)
			checkUid(one.sopInstanceUid(), what);
		all.sort(InstanceRecord.ORDER);
		return all;
	}

	static String path(final SeriesRecord series) throws ArchiveException {
		return "/studies/" + uid(series.studyInstanceUid()) + "/series/" + uid(series.seriesInstanceUid());
	}

	/** @throws ArchiveException where it is none: it would be another path */
	static String uid(final String text) throws ArchiveException {
		if (InstanceRecord.isUid(text)) return text;
		throw new ArchiveException(Reason.INPUT, "A UID has " + text.length() +
			" characters or others than digits and dots; expected 64 at most of these.");
	}

	private static void key(final StringBuilder keys, final String name, final String value) {
		if (!value.isBlank()) keys.append(keys.length() == 0 ? '?' : '&').append(name).append('=').append(URLEncoder.encode(
			value, StandardCharsets.UTF_8).replace("+", "%20"));
	}

	private static void include(final StringBuilder keys, final int tag) {
		keys.append(keys.length() == 0 ? '?' : '&').append("includefield=").append(String.format("%08X", tag));
	}

	/**
	 * Asks for page after page (PS3.18 section 8.3.4.4). It ends with an empty page, a repeated page, or the limit. An
	 * archive may give fewer than it was asked for.
	 *
	 * @param limit 0: all
	 * @param known the archive's own count, at which the list ends without an empty page; 0: not known
	 * @param order null: the archive's
	 */
	private <T> Found<T> pages(final String what, final String path, final String keys, final int limit, final int known,
		final Function<JsonDataSet, T> record, final Function<T, String> uid, final Comparator<T> order,
		final ArchiveMonitor monitor) throws IOException
	{
		final List<T> all = new ArrayList<>();
		final List<String> warnings = new ArrayList<>();
		final Set<String> uids = new HashSet<>();
		boolean more = false;
		while (!more) {
			final int asked = limit == 0 ? PAGE : Math.min(PAGE, limit - all.size() + 1);
			final String target = path + keys + (keys.isEmpty() ? '?' : '&') + "limit=" + asked + "&offset=" + all.size();
			final List<T> page = http.tries(what, monitor, () -> page(what, target, record, warnings, monitor));
			if (page.isEmpty()) break;
			boolean repeated = false;
			for (final T one : page) {
				checkUid(uid.apply(one), what);
				if (!uids.add(uid.apply(one))) repeated = true;
				else if (limit > 0 && all.size() == limit) more = true;
				else all.add(one);
			}
			if (repeated) {
				warnings.add("the archive repeated entries of its list; it may have more than the " + all.size() + " listed");
				break;
			}
			if (known > 0 && all.size() == known) break;
			if (monitor.isCanceled()) throw new java.util.concurrent.CancellationException("canceled");
		}
		if (order != null) all.sort(order);
		return new Found<>(all, warnings.stream().distinct().toList(), more);
	}

	private void checkUid(final String uid, final String what) throws ArchiveException {
		if (!InstanceRecord.isUid(uid)) throw new ArchiveException(Reason.PROTOCOL, http.host() + ": " + what +
			": found an entry without a UID, or with one that is none; expected digits and dots.");
	}

	private <T> List<T> page(final String what, final String target, final Function<JsonDataSet, T> record,
		final List<String> warnings, final ArchiveMonitor monitor) throws IOException
	{
		final List<T> page = new ArrayList<>();
		try (Http.Answer answer = http.get(target, JSON, what, monitor)) {
			for (final String warning : answer.headers().allValues("Warning"))
				if (warning.startsWith("299")) warnings.add(plain(warning));
			if (answer.status() == 204) return page;
			if (!answer.mediaType().isJson()) throw new ArchiveException(Reason.PROTOCOL, http.host() + ": " + what +
				": found an answer of another type; expected " + JSON +
				". Check the address: it is that of DICOMweb, for Orthanc it ends in /dicom-web.");
			DicomJson.read(answer.body(), WANTED, found -> page.add(record.apply(found)));
		}
		return page;
	}

	private static String plain(final String warning) {
		final String text = warning.replaceAll("\\p{Cntrl}", " ");
		return "the archive warns: " + (text.length() <= WARNING ? text : text.substring(0, WARNING) + "...");
	}
}
