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

import io.github.hounsfield.RealData;
import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StoredHash;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.dicom.Tag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@link OrthancTest} does in its private network. Prints what was found; fails by an exception. */
public final class OrthancSession {

	/** Uncompressed, JPEG lossless, fragmented JPEG 2000, JPEG-LS, varying rescale, tilted. */
	private static final List<String> SERIES = List.of("chest-64", "chest-two-series", "ct-3slice", "ct-gantry-tilt",
		"head-tilt-variable-spacing", "mr-16", "mr-jpegls", "mr-rgb-j2k", "mr-varying-rescale");

	private OrthancSession() {}

	/** @param arguments a folder of its own */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		try (DicomServer server = OrthancServer.start(folder.resolve("server")); WebArchive archive = new WebArchive(
			ArchiveEntry.of(ArchiveAddress.parse(OrthancServer.webAddress())), Optional.of(Login.basic(OrthancServer.USER,
				OrthancServer.PASSWORD))))
		{
			archive.test(ArchiveMonitor.NONE);
			refusesWithoutLogin();
			final List<Path> sent = new ArrayList<>();
			for (final String name : SERIES)
				sent.addAll(send(archive, name));
			final Found<StudyRecord> studies = archive.findStudies(StudyQuery.ALL.withLimit(0), ArchiveMonitor.NONE);
			final Map<String, String> hashes = new HashMap<>();
			int series = 0;
			int instances = 0;
			for (final StudyRecord study : studies.records())
				for (final SeriesRecord one : archive.findSeries(study.studyInstanceUid(), ArchiveMonitor.NONE).records()) {
					series++;
					final RetrievedSeries files = archive.retrieve(one, folder.resolve("retrieved"), ArchiveMonitor.NONE);
					require(files.fetched() == files.files().size(), "all were fetched");
					require(one.instances().orElse(-1) == files.files().size(), "as many as the archive counts");
					instances += files.files().size();
					for (final Path file : files.files())
						hashes.put(uid(file), StoredHash.of(file));
					require(archive.retrieve(one, folder.resolve("retrieved"), ArchiveMonitor.NONE).fetched() == 0,
						"none is fetched again");
				}
			require(instances == sent.size(), instances + " came back of " + sent.size());
			System.out.println("studies " + studies.records().size() + " series " + series + " instances " + instances);
			sameAsFindscu(studies);
			sameVoxels(sent, hashes);
		}
	}

	private static void refusesWithoutLogin() throws Exception {
		try (WebArchive archive = new WebArchive(ArchiveEntry.of(ArchiveAddress.parse(OrthancServer.webAddress())), Optional
			.of(Login.basic("nobody", "wrong-secret-5512"))))
		{
			archive.test(ArchiveMonitor.NONE);
			throw new AssertionError("a wrong login was taken");
		}
		catch (final ArchiveException e) {
			require(e.reason() == ArchiveException.Reason.REFUSED, e.getMessage());
			System.out.println(e.getMessage());
		}
	}

	private static List<Path> send(final WebArchive archive, final String name) throws Exception {
		try (Stream<Path> files = Files.walk(RealData.folder().resolve("series").resolve(name))) {
			final List<Path> all = files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().contains(
				".md") && !file.getFileName().toString().endsWith(".txt")).sorted().toList();
			require(archive.send(all, ArchiveMonitor.NONE) == all.size(), "all were taken");
			return all;
		}
	}

	/** An independent tool finds as many studies as QIDO. */
	private static void sameAsFindscu(final Found<StudyRecord> studies) throws Exception {
		final Process findscu = new ProcessBuilder("findscu", "-S", "-aec", OrthancServer.AE_TITLE, "-k",
			"QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID", "-k", "NumberOfStudyRelatedInstances", "127.0.0.1", Integer
				.toString(OrthancServer.DICOM_PORT)).redirectErrorStream(true).start();
		final String text = new String(findscu.getInputStream().readAllBytes());
		require(findscu.waitFor(120, TimeUnit.SECONDS) && findscu.exitValue() == 0, text);
		long sum = 0;
		int count = 0;
		for (final String line : text.lines().toList()) {
			if (line.contains("(0020,000d)") && line.contains("[1") || line.contains("(0020,000d)") &&
				line.contains("[2")) count++;
			if (line.contains("(0020,1208)") && line.contains("[")) sum += Integer.parseInt(line.replaceAll(
				".*\\[\\s*(\\d+)\\s*\\].*", "$1"));
		}
		require(count == studies.records().size(), "findscu found " + count + " studies");
		require(sum == studies.records().stream().mapToInt(study -> study.instances().orElse(0)).sum(), "findscu counted " +
			sum + " instances");
	}

	/** Of the files sent, and of what other tools decoded where the expected values have a hash. */
	private static void sameVoxels(final List<Path> sent, final Map<String, String> hashes) throws Exception {
		final Map<String, Object> expected = Json.object(RealData.expected(), "files");
		int known = 0;
		for (final Path file : sent) {
			final String hash = hashes.get(uid(file));
			require(StoredHash.of(file).equals(hash), "other voxels came back of " + file.getFileName());
			final Map<String, Object> values = Json.object(expected, RealData.folder().relativize(file).toString());
			if (values == null || !Boolean.TRUE.equals(values.get("exact")) || values.get("sha256_stored") == null) continue;
			require(values.get("sha256_stored").equals(hash), "other tools decode other voxels of " + file.getFileName());
			known++;
		}
		System.out.println("hashes equal " + sent.size() + ", of these with other tools' " + known);
	}

	private static String uid(final Path file) throws Exception {
		return DicomReaders.chosen().read(DicomSource.of(file)).dataSet().requireString(Tag.SOPInstanceUID);
	}

	private static void require(final boolean condition, final String what) {
		if (!condition) throw new AssertionError(what);
	}
}
