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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.PrivateNetwork;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesFolder;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StoredHash;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cases of {@link DimseServerTest}; runs where nothing but loopback is. */
final class ServerCases {

	static final int ORTHANC = 14242;
	static final int DCMQRSCP = 14243;
	static final int MOVER = 14004;

	/** Uncompressed, tilted, RLE, JPEG-LS, JPEG 2000 in colour, varying rescale, JPEG lossless, a reader's zoo. */
	private static final List<String> MANY = List.of("series/", "codecs/ctimage/CTImage-1.2.840.10008.1.2.4.70",
		"codecs/small/693", "codecs/small/MR-JPEGLossless");

	/** What dcmqrscp takes in its default configuration. */
	private static final List<String> PLAIN = List.of("series/chest-64", "series/head-tilt", "series/mr-varying",
		"series/chest-two");

	private ServerCases() {}

	public static void main(final String[] arguments) throws Exception {
		final Map<String, PrivateNetwork.Case> cases = new LinkedHashMap<>();
		try (ScratchFolder scratch = new ScratchFolder("dimse")) {
			final Path folder = scratch.path();
			cases.put("Orthanc", () -> orthanc(folder));
			cases.put("dcmqrscp", () -> dcmqrscp(folder));
			cases.put("C-MOVE", () -> move(folder));
			cases.put("TLS", () -> TlsCases.run(Files.createDirectories(folder.resolve("tls"))));
			PrivateNetwork.inside(cases);
		}
	}

	static DimseArchive archive(final String address) throws ArchiveException {
		return new DimseArchive(ArchiveEntry.of(ArchiveAddress.parse(address)), Optional.empty());
	}

	private static void orthanc(final Path folder) throws Exception {
		try (DicomServer server = OrthancServer.dimse(folder, ORTHANC, MOVER, ""); DimseArchive archive = archive(
			"dicom://ORTHANC@localhost:" + ORTHANC))
		{
			archive.test(ArchiveMonitor.NONE);
			final ArchiveException rejected = assertThrows(ArchiveException.class, () -> archive("dicom://WRONG@localhost:" +
				ORTHANC).test(ArchiveMonitor.NONE));
			assertEquals(ArchiveException.Reason.REFUSED, rejected.reason());
			assertTrue(rejected.getMessage().contains("'WRONG' is not its AE title"), rejected.getMessage());
			check(archive, RealFiles.of(MANY), folder.resolve("from-orthanc"), "ORTHANC", ORTHANC);
		}
	}

	private static void dcmqrscp(final Path folder) throws Exception {
		try (DicomServer server = DicomServer.dcmqrscp(folder, DCMQRSCP, MOVER); DimseArchive archive = archive(
			"dicom://DCMTK@localhost:" + DCMQRSCP))
		{
			archive.test(ArchiveMonitor.NONE);
			check(archive, RealFiles.of(PLAIN), folder.resolve("from-dcmqrscp"), "DCMTK", DCMQRSCP);
			final ArchiveException notTaken = assertThrows(ArchiveException.class, () -> archive.send(RealFiles.of(List.of(
				"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.70")).paths(), ArchiveMonitor.NONE));
			assertTrue(notTaken.getMessage().contains("0 of 1 files were taken") && notTaken.getMessage().contains(
				"1.2.840.10008.1.2.4.70"), notTaken.getMessage());
			System.out.println(notTaken.getMessage());
		}
	}

	/** Sends, searches, retrieves: counts against findscu's, pixels against what other tools read. */
	private static void check(final DimseArchive archive, final RealFiles files, final Path into, final String title,
		final int port) throws Exception
	{
		assertEquals(files.all.size(), archive.send(files.paths(), ArchiveMonitor.NONE));
		final List<StudyRecord> studies = archive.findStudies(StudyQuery.ALL.withLimit(0), ArchiveMonitor.NONE).records();
		assertEquals(files.studies(), studies.stream().map(StudyRecord::studyInstanceUid).sorted().toList());
		Files.createDirectories(into);
		assertEquals(findscu(into, title, port, "STUDY", "StudyInstanceUID"), studies.size());
		assertEquals(2, archive.findStudies(StudyQuery.ALL.withLimit(2), ArchiveMonitor.NONE).records().size());
		assertTrue(archive.findStudies(StudyQuery.ALL.withLimit(2), ArchiveMonitor.NONE).more());
		for (final StudyRecord study : studies) {
			final String uid = study.studyInstanceUid();
			final List<SeriesRecord> series = archive.findSeries(uid, ArchiveMonitor.NONE).records();
			assertEquals(findscu(into, title, port, "SERIES", "StudyInstanceUID=" + uid, "SeriesInstanceUID"), series.size());
			for (final SeriesRecord one : series)
				retrieve(archive, one, files, into, title, port);
		}
		filters(archive, files, Files.createDirectories(into.resolveSibling("none")));
	}

	private static void retrieve(final DimseArchive archive, final SeriesRecord series, final RealFiles files,
		final Path into, final String title, final int port) throws Exception
	{
		final long sent = files.instances(series.seriesInstanceUid());
		assertEquals(sent, series.instances().orElse(-1));
		final List<InstanceRecord> listed = archive.findInstances(series, ArchiveMonitor.NONE).records();
		assertEquals(findscu(into, title, port, "IMAGE", "StudyInstanceUID=" + series.studyInstanceUid(),
			"SeriesInstanceUID=" + series.seriesInstanceUid(), "SOPInstanceUID"), listed.size());
		final RetrievedSeries retrieved = archive.retrieve(series, into, ArchiveMonitor.NONE);
		assertEquals(sent, retrieved.files().size());
		assertEquals(sent, retrieved.fetched());
		equalPixels(retrieved, files);
		assertEquals(0, archive.retrieve(series, into, ArchiveMonitor.NONE).fetched());
		Files.delete(retrieved.files().get(0));
		final RetrievedSeries again = archive.retrieve(series, into, ArchiveMonitor.NONE);
		assertEquals(1, again.fetched());
		equalPixels(again, files);
	}

	private static void equalPixels(final RetrievedSeries retrieved, final RealFiles files) throws IOException {
		final Map<String, String> expected = new TreeMap<>();
		final Map<String, String> found = new TreeMap<>();
		files.all.values().stream().filter(one -> one.series().equals(retrieved.series().seriesInstanceUid())).forEach(
			one -> expected.put(one.instance(), one.hash()));
		for (final Path file : retrieved.files())
			found.put(DicomReaders.chosen().read(DicomSource.of(file)).dataSet().requireString(Tag.SOPInstanceUID), StoredHash
				.of(file));
		assertEquals(expected, found);
	}

	private static void filters(final DimseArchive archive, final RealFiles files, final Path none) throws Exception {
		final StudyRecord any = archive.findStudies(StudyQuery.ALL.withLimit(0), ArchiveMonitor.NONE).records().get(0);
		final List<StudyRecord> byUid = archive.findStudies(StudyQuery.ALL.withStudyInstanceUid(any.studyInstanceUid()),
			ArchiveMonitor.NONE).records();
		assertEquals(List.of(any), byUid);
		assertEquals(List.of(), archive.findStudies(StudyQuery.ALL.withPatientId("there-is-none"), ArchiveMonitor.NONE)
			.records());
		final List<StudyRecord> mr = archive.findStudies(StudyQuery.ALL.withModality("MR"), ArchiveMonitor.NONE).records();
		assertTrue(!mr.isEmpty() && mr.size() < files.studies().size(), mr.size() + " MR studies");
		final ArchiveException absent = assertThrows(ArchiveException.class, () -> archive.retrieve(SeriesRecord.of("1.2.3",
			"1.2.3.4"), none, ArchiveMonitor.NONE));
		assertEquals(ArchiveException.Reason.NOT_FOUND, absent.reason());
		System.out.println(absent.getMessage() + any);
	}

	/** Both folders hold so many files. */
	static void same(final int files, final Path one, final Path other) throws IOException {
		try (Stream<Path> first = Files.list(one); Stream<Path> second = Files.list(other)) {
			assertEquals(files, first.count());
			assertEquals(files, second.count());
		}
	}

	/** How many answers DCMTK's findscu gets. */
	static int findscu(final Path folder, final String title, final int port, final String level, final String... keys)
		throws Exception
	{
		final List<String> command = new ArrayList<>(List.of("findscu", "-v", "-S", "-aec", title, "localhost",
			String.valueOf(port), "-k", "QueryRetrieveLevel=" + level));
		for (final String key : keys)
			command.addAll(List.of("-k", key));
		final String output = DicomServer.tool(folder, command.toArray(String[]::new));
		return (int) output.lines().filter(line -> line.matches(".*Find Response: \\d+ \\(Pending\\).*")).count();
	}

	/** C-MOVE with our listener: from Orthanc, and from a dcmqrscp that does not take C-GET. */
	private static void move(final Path folder) throws Exception {
		final RealFiles files = RealFiles.of(List.of("series/head-tilt", "series/mr-varying"));
		try (DicomServer server = DicomServer.dcmqrscp(Files.createDirectories(folder.resolve("move")), DCMQRSCP, MOVER,
			"--disable-get"))
		{
			final ArchiveEntry entry = ArchiveEntry.of(ArchiveAddress.parse("dicom://DCMTK@localhost:" + DCMQRSCP));
			try (DimseArchive deaf = new DimseArchive(entry, Optional.empty()); DimseArchive archive = new DimseArchive(entry
				.withListener("127.0.0.1", MOVER), Optional.empty()))
			{
				assertEquals(files.all.size(), archive.send(files.paths(), ArchiveMonitor.NONE));
				final SeriesRecord series = SeriesRecord.of(files.all.values().iterator().next().study(), files.all.values()
					.iterator().next().series());
				final ArchiveException noPort = assertThrows(ArchiveException.class, () -> deaf.retrieve(series, folder.resolve(
					"deaf"), ArchiveMonitor.NONE));
				assertTrue(noPort.getMessage().contains("does not take C-GET") && noPort.getMessage().contains("enter a port"),
					noPort.getMessage());
				final RetrievedSeries moved = archive.retrieve(series, folder.resolve("moved"), ArchiveMonitor.NONE);
				assertEquals(files.instances(series.seriesInstanceUid()), moved.fetched());
				equalPixels(moved, files);
				unknownDestination(entry, series, folder);
			}
		}
		try (DicomServer server = OrthancServer.dimse(Files.createDirectories(folder.resolve("move")), ORTHANC, MOVER, "")) {
			final ArchiveEntry entry = ArchiveEntry.of(ArchiveAddress.parse("dicom://ORTHANC@localhost:" + ORTHANC))
				.withListener("", MOVER);
			try (DimseArchive archive = new DimseArchive(entry, Optional.empty())) {
				archive.send(files.paths(), ArchiveMonitor.NONE);
				final Peer peer = new Peer("localhost", ORTHANC, "ORTHANC", "HOUNSFIELD", null, new byte[0], Peer.Times.USUAL);
				for (final String uid : files.all.values().stream().map(RealFiles.One::series).distinct().toList())
					moveFromOrthanc(archive, entry, peer, files, uid, folder.resolve("moved-orthanc"));
			}
		}
	}

	private static void unknownDestination(final ArchiveEntry entry, final SeriesRecord series, final Path folder)
		throws Exception
	{
		try (DimseArchive stranger = new DimseArchive(entry.withListener("127.0.0.1", MOVER + 7).withOwnAeTitle("STRANGER"),
			Optional.empty()))
		{
			final ArchiveException e = assertThrows(ArchiveException.class, () -> stranger.retrieve(series, folder.resolve(
				"stranger"), ArchiveMonitor.NONE));
			assertTrue(e.getMessage().contains("status A801 (refused: move destination unknown") && e.getMessage().contains(
				"Enter this side's AE title"), e.getMessage());
		}
	}

	private static void moveFromOrthanc(final DimseArchive archive, final ArchiveEntry entry, final Peer peer,
		final RealFiles files, final String uid, final Path folder) throws Exception
	{
		final String study = files.all.values().stream().filter(one -> one.series().equals(uid)).findFirst().orElseThrow()
			.study();
		final SeriesRecord series = SeriesRecord.of(study, uid);
		final List<InstanceRecord> instances = archive.findInstances(series, ArchiveMonitor.NONE).records();
		try (SeriesFolder open = SeriesFolder.open(folder, series)) {
			new SeriesRetrieval(peer, series, instances, open, List.of(new Mover(peer, entry, ArchiveMonitor.NONE)), List.of(),
				ArchiveMonitor.NONE).run();
			equalPixels(new RetrievedSeries(series, open.path(), open.files(), instances.size()), files);
		}
	}
}
