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

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.EntryTls;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesFolder;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * An archive that speaks DIMSE: C-ECHO, C-FIND, C-GET, C-MOVE if C-GET is not accepted, and C-STORE (PS3.4 annexes A, B
 * and C). Each call opens associations of its own and ends them. Messages are as in {@link DicomArchive}.
 */
public final class DimseArchive implements DicomArchive {

	private final ArchiveEntry entry;
	private final Peer peer;

	/**
	 * @param entry with an address of {@code dicom://}
	 * @param login sent as User Identity (PS3.7 section D.3.3.7), with TLS, to this machine, or where the entry allows it
	 * @throws ArchiveException where a login would go over a plain connection, or a certificate cannot be read
	 */
	public DimseArchive(final ArchiveEntry entry, final Optional<Login> login) throws ArchiveException {
		this(entry, login, Peer.Times.USUAL);
	}

	DimseArchive(final ArchiveEntry entry, final Optional<Login> login, final Peer.Times times) throws ArchiveException {
		if (!(entry.address() instanceof ArchiveAddress.Dimse address)) throw new IllegalArgumentException(
			"the archive's address is not one of DIMSE");
		if (login.isPresent() && !entry.tls() && !entry.plainLogin() && !Peer.isLoopback(Connection.bare(address
			.hostName()))) throw new ArchiveException(ArchiveException.Reason.INPUT, address.host() +
				": the login would go over a connection without TLS. Turn on TLS in the archive's entry, or allow it there, " +
				"or give no login.").helped(ArchiveException.Help.ENTRY);
		this.entry = entry;
		this.peer = new Peer(address.hostName(), address.port(), address.calledAeTitle(), entry.ownAeTitle(), entry.tls()
			? EntryTls.context(entry) : null, login.map(l -> AssociateRequest.identity(l.isBearer() ? null : l.user(), l
				.secret())).orElse(new byte[0]), times);
	}

	@Override
	public ArchiveEntry entry() {
		return entry;
	}

	@Override
	public void test(final ArchiveMonitor monitor) throws IOException {
		final List<PresentationContext> contexts = List.of(new PresentationContext(1, Uids.VERIFICATION, List.of(
			Uids.IMPLICIT_LITTLE)));
		try (Association association = connect(contexts, monitor)) {
			final int context = association.contextOf(Uids.VERIFICATION, null);
			if (context == 0) throw Failures.of(ArchiveException.Reason.REFUSED, peer.name(),
				"the archive does not take C-ECHO", "Ask its administrator to allow this side's AE title.", null);
			final int message = association.nextMessageId();
			association.send(context, new Command(Command.C_ECHO_RQ).uid(Command.AffectedSOPClassUID, Uids.VERIFICATION).set(
				Command.MessageID, message), null);
			final Command response = association.receiveResponse(Command.C_ECHO_RQ, message);
			if (association.status(response) != Status.SUCCESS) throw Failures.status(peer.name(), Command.C_ECHO_RQ,
				response, new Identifier("STUDY"));
			association.release();
		}
	}

	private Association connect(final List<PresentationContext> contexts, final ArchiveMonitor monitor)
		throws ArchiveException
	{
		return peer.connect(new AssociateRequest(peer.called(), peer.calling(), contexts, List.of(),
			Association.MAXIMUM_LENGTH, peer.identity()), monitor::isCanceled);
	}

	/** One search in its own association. If the archive falls silent, there is another try. */
	private Search.Answers search(final Identifier identifier, final Predicate<DataSet> wanted, final int limit,
		final ArchiveMonitor monitor) throws ArchiveException
	{
		final Tries tries = new Tries(peer.times().pause(), monitor);
		while (true) try (Association association = connect(Search.contexts(), monitor)) {
			final Search.Answers answers = Search.run(association, peer, identifier, wanted, limit);
			association.release();
			return answers;
		}
		catch (final ArchiveException e) {
			if (!tries.another(e)) throw e;
		}
	}

	@Override
	public Found<StudyRecord> findStudies(final StudyQuery query, final ArchiveMonitor monitor) throws IOException {
		final StudyAnswers studies = new StudyAnswers(query.check());
		final Search.Answers answers = search(studies.identifier(), studies, query.limit(), monitor);
		final List<StudyRecord> records = new ArrayList<>();
		for (final DataSet answer : answers.answers()) {
			final StudyRecord record = StudyAnswers.record(answer);
			// An archive that does not tell Modalities in Study has not matched by it either.
			final boolean told = query.modality().isEmpty() || !record.modalities().isEmpty();
			final StudyRecord whole = told ? record : StudyAnswers.with(record, modalities(record, monitor));
			if (studies.isOfModality(whole.modalities())) records.add(whole);
		}
		return new Found<>(records, answers.warnings(), answers.more());
	}

	/** Those of the study's series. */
	private List<String> modalities(final StudyRecord study, final ArchiveMonitor monitor) throws ArchiveException {
		return search(new Identifier("SERIES").uid(Tag.StudyInstanceUID, study.studyInstanceUid()).tell(
			Tag.SeriesInstanceUID, Tag.Modality), new Distinct(Tag.SeriesInstanceUID), 0, monitor).answers().stream().map(
				answer -> Answers.text(answer, Tag.Modality)).filter(text -> !text.isEmpty()).distinct().sorted().toList();
	}

	@Override
	public Found<SeriesRecord> findSeries(final String studyInstanceUid, final ArchiveMonitor monitor)
		throws IOException
	{
		final Identifier identifier = new Identifier("SERIES").uid(Tag.StudyInstanceUID, studyInstanceUid).tell(
			Tag.Modality, Tag.SeriesNumber, Tag.SeriesDescription, Tag.SeriesInstanceUID,
				Identifier.NumberOfSeriesRelatedInstances);
		final Distinct distinct = new Distinct(Tag.SeriesInstanceUID);
		final Search.Answers answers = search(identifier, distinct, 0, monitor);
		final List<SeriesRecord> series = new ArrayList<>();
		for (final DataSet answer : answers.answers()) {
			final SeriesRecord one = new SeriesRecord(studyInstanceUid, Answers.text(answer, Tag.SeriesInstanceUID), Answers
				.text(answer, Tag.Modality), Answers.number(answer, Tag.SeriesNumber), Answers.text(answer,
					Tag.SeriesDescription), Answers.number(answer, Identifier.NumberOfSeriesRelatedInstances));
			series.add(one.instances().isPresent() ? one : counted(one, monitor));
		}
		series.sort(SeriesRecord.ORDER);
		return new Found<>(series, answers.warnings(), answers.more());
	}

	/** Archives need not tell the number of instances. The list of instances has it. */
	private SeriesRecord counted(final SeriesRecord series, final ArchiveMonitor monitor) throws IOException {
		return new SeriesRecord(series.studyInstanceUid(), series.seriesInstanceUid(), series.modality(), series
			.seriesNumber(), series.seriesDescription(), OptionalInt.of(findInstances(series, monitor).records().size()));
	}

	@Override
	public Found<InstanceRecord> findInstances(final SeriesRecord series, final ArchiveMonitor monitor)
		throws IOException
	{
		final Identifier identifier = new Identifier("IMAGE").uid(Tag.StudyInstanceUID, series.studyInstanceUid()).uid(
			Tag.SeriesInstanceUID, series.seriesInstanceUid()).tell(Tag.SOPInstanceUID, Tag.SOPClassUID, Tag.InstanceNumber);
		final Search.Answers answers = search(identifier, new Distinct(Tag.SOPInstanceUID), 0, monitor);
		final List<InstanceRecord> instances = new ArrayList<>();
		for (final DataSet answer : answers.answers())
			instances.add(new InstanceRecord(Answers.text(answer, Tag.SOPInstanceUID), Answers.text(answer, Tag.SOPClassUID),
				Answers.number(answer, Tag.InstanceNumber)));
		instances.sort(InstanceRecord.ORDER);
		return new Found<>(instances, answers.warnings(), answers.more());
	}

	@Override
	public RetrievedSeries retrieve(final SeriesRecord series, final Path folder, final ArchiveMonitor monitor)
		throws IOException
	{
		final Found<InstanceRecord> found = findInstances(series, monitor);
		if (found.records().isEmpty()) throw Failures.of(ArchiveException.Reason.NOT_FOUND, peer.name(), "the " + series +
			" has no instances there", "Search again: it may have been removed, or the UIDs are those of another archive.",
			null);
		if (found.more()) throw Failures.of(ArchiveException.Reason.INCOMPLETE, peer.name(),
			"the archive does not list all instances of the " + series, "Its limit of answers must be raised.", null);
		final List<Retriever> ways = new ArrayList<>(List.of(new Getter(peer, monitor)));
		if (entry.listenPort() > 0) ways.add(new Mover(peer, entry, monitor));
		try (SeriesFolder open = SeriesFolder.open(folder, series)) {
			final int fetched = new SeriesRetrieval(peer, series, found.records(), open, ways, likely(found.records(), series,
				monitor), monitor).run();
			return new RetrievedSeries(series, open.path(), open.files(), fetched);
		}
	}

	/** Classes for an instance without a class: SOP Classes in Study (0008,0062), else those of the modality. */
	private List<String> likely(final List<InstanceRecord> instances, final SeriesRecord series,
		final ArchiveMonitor monitor) throws IOException
	{
		if (instances.stream().allMatch(instance -> InstanceRecord.isUid(instance.sopClassUid()))) return List.of();
		final List<String> classes = new ArrayList<>();
		for (final DataSet answer : search(new Identifier("STUDY").uid(Tag.StudyInstanceUID, series.studyInstanceUid())
			.tell(Identifier.SOPClassesInStudy), any -> true, 0, monitor).answers())
			classes.addAll(answer.strings(Identifier.SOPClassesInStudy).stream().filter(InstanceRecord::isUid).toList());
		if (classes.isEmpty() || classes.size() > Uids.CLASSES) return Uids.classesOf(series.modality());
		return classes;
	}

	@Override
	public int send(final List<Path> files, final ArchiveMonitor monitor) throws IOException {
		return new Sender(peer, monitor).send(files);
	}

	@Override
	public void close() {
		// Each call ends its own associations.
	}
}
