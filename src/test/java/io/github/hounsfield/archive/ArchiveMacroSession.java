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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** What {@link ArchiveMacroTest} does in its private network: macros in a real ImageJ, against a real Orthanc. */
public final class ArchiveMacroSession {

	private static final CtSeriesWriter CHEST = new CtSeriesWriter(48, 4, 8, 20, 5, 9);
	private static final CtSeriesWriter OTHER = new CtSeriesWriter(32, 2, 12, 25, 5, 11);

	private final Path folder;
	private final ImageJProcess imagej;

	private ArchiveMacroSession(final Path folder) throws Exception {
		this.folder = folder;
		this.imagej = ImageJProcess.underTest(Files.createDirectories(folder.resolve("imagej"))).jvmFlags("-Duser.home=" +
			folder, "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
	}

	/** @param arguments a folder of its own */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		final Path login = PrivateNetwork.loginFile(folder);
		CHEST.write(folder.resolve("sent/a"));
		OTHER.write(folder.resolve("sent/b"));
		Files.createDirectories(folder.resolve(".hounsfield"));
		new NamedArchives(folder.resolve(".hounsfield/archives.properties")).save(List.of(ArchiveEntry.of(ArchiveAddress
			.parse(OrthancServer.webAddress())).withName("our archive").withLoginFile(login)));
		final ArchiveMacroSession session = new ArchiveMacroSession(folder);
		try (DicomServer server = OrthancServer.start(folder.resolve("server"))) {
			session.run("web", OrthancServer.webAddress());
			session.run("dimse", OrthancServer.dicomAddress());
			session.run("name", "our archive");
			session.refuses();
		}
		finally {
			session.imagej.close();
		}
	}

	private void run(final String name, final String archive) throws Exception {
		final Path out = Files.createDirectories(folder.resolve("out-" + name));
		final ImageJProcess.Result result = imagej.runHeadless("""
			run("Send to DICOM Archive", "archive=[$A] path=[$F/sent]");
			run("List DICOM Archive", "archive=[$A] name=* modality=CT limit=0 save=[$O/studies.csv]");
			lines = split(File.openAsString("$O/studies.csv"), "\\n");
			study = "";
			for (i = 1; i < lines.length; i++)
				if (indexOf(lines[i], ",4,") > 0) study = substring(lines[i], lastIndexOf(lines[i], ",") + 1);
			run("List DICOM Archive", "archive=[$A] study=" + study + " save=[$O/series.csv]");
			run("List DICOM Archive", "archive=[$A] limit=1 anonymize=true save=[$O/anonymized.csv]");
			run("Open from DICOM Archive", "archive=[$A] study=" + study + " series=largest");
			print("OPENED " + getTitle() + " " + getWidth() + "x" + getHeight() + "x" + nSlices);
			run("Convert to HU", "output=[32-bit float]");
			setSlice(2);
			print("HU " + getPixel(24, 24));
			run("Retrieve from DICOM Archive", "archive=[$A] study=" + study + " folder=[$O/files]");
			run("Open DICOM Series", "path=[$O/files] series=largest");
			print("AGAIN " + getTitle() + " " + getWidth() + "x" + getHeight() + "x" + nSlices);
			""".replace("$A", archive).replace("$F", folder.toString()).replace("$O", out.toString()), "");
		System.out.println(name + ":\n" + result.out() + result.err());
		require(result.out().contains("OPENED") && result.out().contains("48x48x4") && result.out().contains("AGAIN"), result
			.toString());
		final String anonymized = Files.readString(out.resolve("anonymized.csv"));
		require(anonymized.lines().count() == 2 && !anonymized.contains("1.2.826"), anonymized);
		System.out.println(Files.readString(out.resolve("series.csv")).replaceAll("1\\.2\\.[0-9.]+", "UID"));
		require(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("files"))).equals("rwx------"),
			"the folder is open to others");
		try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
			require(left.noneMatch(path -> path.getFileName().toString().startsWith("hounsfield-archive-")),
				"a temporary folder was left");
		}
	}

	private void refuses() throws Exception {
		final ImageJProcess.Result unasked =
			imagej.runHeadless("run('List DICOM Archive', 'archive=[our archive] name=*'); " +
			"print('WENT ON');", "");
		require(!unasked.out().contains("WENT ON") && unasked.toString().contains("no criterion"), unasked.toString());
		final ImageJProcess.Result unknown = imagej.runHeadless(
			"run('Open from DICOM Archive', 'archive=[our archive] study=1.2.3'); print('WENT ON');", "");
		require(!unknown.out().contains("WENT ON") && unknown.toString().contains("no series of this study"), unknown
			.toString());
		System.out.println(unasked.out() + unasked.err() + unknown.out() + unknown.err());
	}

	private static void require(final boolean condition, final String what) {
		if (!condition) throw new AssertionError(what);
	}
}
