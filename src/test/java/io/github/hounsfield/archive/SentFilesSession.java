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
package io.github.hounsfield.archive;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@link SentFilesTest} does in its private network: macros in a real ImageJ, some killed, and a real Orthanc. */
public final class SentFilesSession {

	private static final int SLICES = 30;

	/** Moments at which sending is killed, each way. */
	private static final int KILLS = Integer.getInteger("hounsfield.kills", 1);

	/** Of the prefix of PS3.10 section 7.1, and of its first element, whose value tells the length of the group. */
	private static final int PREFIX = 132;
	private static final int GROUP_LENGTH = 12;

	private final Path folder;
	private final Path sent;
	private final ImageJProcess imagej;

	private SentFilesSession(final Path folder) throws IOException {
		this.folder = folder;
		this.sent = folder.resolve("sent");
		this.imagej = ImageJProcess.underTest(Files.createDirectories(folder.resolve("imagej")));
	}

	/** @param arguments a folder of its own */
	public static void main(final String[] arguments) throws Exception {
		final SentFilesSession session = new SentFilesSession(Path.of(arguments[0]));
		session.make();
		try (DicomServer server = OrthancServer.start(session.folder.resolve("server"))) {
			for (final String archive : List.of(OrthancServer.webAddress(), OrthancServer.dicomAddress())) {
				session.sendKilled(archive);
				session.retrieve(archive);
				session.refusesWhatIsNotFinished(archive);
			}
		}
		finally {
			session.imagej.close();
		}
		System.out.println("all sessions ran");
	}

	/** A saved series of HU, a saved mask, and de-identified copies. */
	private void make() throws Exception {
		final Path source = folder.resolve("source");
		new CtSeriesWriter(128, SLICES, 2.5, 4, 5, 9).write(source);
		Files.createDirectories(sent);
		macro("run('Open DICOM Series', 'path=[" + source + "]'); run('Convert to HU', 'output=[16-bit signed]'); " +
			"run('Save as DICOM', 'path=[" + sent + "/saved]'); setThreshold(-100, 3000); setOption('BlackBackground', true); " +
			"run('Convert to Mask', 'method=Default background=Dark black'); run('Save as DICOM', 'path=[" + sent +
			"/mask]'); run('De-identify DICOM', 'path=[" + source + "] folder=[" + sent + "/copies] key=[" + folder.resolve(
				"my.key") + "]');");
		require(dataSets(sent).size() == 2 * SLICES + 1, "made " + dataSets(sent).size());
	}

	private void sendKilled(final String archive) throws Exception {
		final Set<ByteBuffer> expected = dataSets(sent);
		final String line = "run('Send to DICOM Archive', 'archive=[" + archive + "] path=[" + sent + "]');";
		int within = 0;
		for (int moment = 0; moment < KILLS; moment++) {
			empty();
			final Process process = new ProcessBuilder(imagej.headless(line, "")).redirectOutput(Redirect.DISCARD)
				.redirectError(Redirect.DISCARD).start();
			while (process.isAlive() && instances().size() <= moment * expected.size() / KILLS)
				Thread.sleep(5);
			process.destroyForcibly().waitFor();
			Thread.sleep(300);
			final Set<ByteBuffer> there = inArchive();
			require(expected.containsAll(there), "the archive has what was not sent");
			if (!there.isEmpty() && there.size() < expected.size()) within++;
		}
		System.out.println(archive + ": killed within " + within + " of " + KILLS + " runs");
		macro(line);
		require(inArchive().equals(expected), "sent again, but " + inArchive().size() + " of " + expected.size());
	}

	/** All series by the other macro; Orthanc makes File Meta Information of its own, so data sets are compared. */
	private void retrieve(final String archive) throws Exception {
		final Path table = folder.resolve("studies.csv");
		final Path back = folder.resolve("back-" + archive.charAt(0));
		macro("run('List DICOM Archive', 'archive=[" + archive + "] name=* limit=0 overwrite=true save=[" + table + "]');");
		final Matcher uids = Pattern.compile("(?m),([0-9.]{10,})$").matcher(Files.readString(table).replace("\r", ""));
		final StringBuilder lines = new StringBuilder();
		int studies = 0;
		while (uids.find())
			lines.append("run('Retrieve from DICOM Archive', 'archive=[" + archive + "] study=" + uids.group(1) + " folder=[" +
				back + "/" + studies++ + "]');");
		macro(lines.toString());
		require(studies == 2 && dataSets(back).equals(dataSets(sent)), studies + " studies came back otherwise");
	}

	/** What a killed run of Save as DICOM or De-identify DICOM leaves is not sent, and nothing else either. */
	private void refusesWhatIsNotFinished(final String archive) throws Exception {
		empty();
		final Path rest = Files.createDirectories(folder.resolve("rest-" + archive.charAt(0)));
		Files.copy(sent.resolve("saved/IM-00001.dcm"), rest.resolve("IM-1.dcm"));
		final byte[] cut = Arrays.copyOf(Files.readAllBytes(sent.resolve("saved/IM-00002.dcm")), 20_000);
		Files.write(rest.resolve("IM-2.dcm.part"), cut);
		final String line = "run('Send to DICOM Archive', 'archive=[" + archive + "] path=[" + rest + "]'); print('DONE');";
		final String named = imagej.runHeadless(line, "").toString();
		require(!named.contains("DONE") && named.contains("IM-2.dcm.part: is not finished") && instances().isEmpty(), named);
		Files.move(rest.resolve("IM-2.dcm.part"), rest.resolve("IM-2.dcm"));
		final String short2 = imagej.runHeadless(line, "").toString();
		require(!short2.contains("DONE") && short2.contains("it ends before its Pixel Data do"), short2);
		require(instances().size() <= 1, "a cut file was taken");
	}

	private void macro(final String macro) throws Exception {
		final ImageJProcess.Result result = imagej.runHeadless(macro + " print('DONE');", "");
		require(result.out().contains("DONE"), result.toString());
	}

	private byte[] rest(final String method, final String path) throws Exception {
		final String login = Base64.getEncoder().encodeToString((OrthancServer.USER + ":" + OrthancServer.PASSWORD).getBytes(
			StandardCharsets.US_ASCII));
		final HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + OrthancServer.HTTP_PORT + path))
			.header("Authorization", "Basic " + login).method(method, HttpRequest.BodyPublishers.noBody()).build();
		// Orthanc closes connections that were not used for a while, so each request has one of its own
		final HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
		require(answer.statusCode() == 200, path + ": " + answer.statusCode());
		return answer.body();
	}

	private List<String> list(final String path) throws Exception {
		final String text = new String(rest("GET", path), StandardCharsets.UTF_8);
		return Pattern.compile("\"([0-9a-f-]+)\"").matcher(text).results().map(match -> match.group(1)).toList();
	}

	private List<String> instances() throws Exception {
		return list("/instances");
	}

	private void empty() throws Exception {
		for (final String patient : list("/patients"))
			rest("DELETE", "/patients/" + patient);
	}

	private Set<ByteBuffer> inArchive() throws Exception {
		final Set<ByteBuffer> all = new HashSet<>();
		for (final String instance : instances())
			all.add(dataSet(rest("GET", "/instances/" + instance + "/file")));
		return all;
	}

	private static Set<ByteBuffer> dataSets(final Path top) throws IOException {
		final Set<ByteBuffer> all = new HashSet<>();
		try (Stream<Path> files = Files.walk(top)) {
			for (final Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".dcm"))::iterator)
				all.add(dataSet(Files.readAllBytes(file)));
		}
		return all;
	}

	/** The bytes behind the File Meta Information. */
	private static ByteBuffer dataSet(final byte[] file) {
		final int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(PREFIX + 8);
		return ByteBuffer.wrap(Arrays.copyOfRange(file, PREFIX + GROUP_LENGTH + length, file.length));
	}

	private static void require(final boolean condition, final String what) {
		if (!condition) throw new AssertionError(what);
	}
}
