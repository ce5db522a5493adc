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
import io.github.hounsfield.archive.web.WebArchive;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@link ArchiveWindowTest} does in its private network: an Orthanc with two studies, and ImageJ with a window.
 */
public final class ArchiveWindowSession {

	private ArchiveWindowSession() {}

	/** @param arguments a folder of its own, a folder for screenshots */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		final List<Path> files = new ArrayList<>(new CtSeriesWriter(48, 4, 8, 20, 5, 9).write(folder.resolve("a")));
		files.addAll(new CtSeriesWriter(32, 2, 12, 25, 5, 11).write(folder.resolve("b")));
		try (DicomServer server = OrthancServer.start(folder.resolve("server"))) {
			new WebArchive(ArchiveEntry.of(ArchiveAddress.parse(OrthancServer.webAddress())), Optional.of(Login.basic(
				OrthancServer.USER, OrthancServer.PASSWORD))).send(files, ArchiveMonitor.NONE);
			try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectories(folder.resolve("imagej"))).jvmFlags(
				"-Duser.home=" + folder, "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))))
			{
				System.out.println(imagej.runInWindow(ArchiveWindowScripts.class, OrthancServer.webAddress(), OrthancServer.USER,
					OrthancServer.PASSWORD, arguments[1]));
			}
			System.out.println(Files.readString(folder.resolve(".hounsfield/archives.properties")));
		}
	}
}
