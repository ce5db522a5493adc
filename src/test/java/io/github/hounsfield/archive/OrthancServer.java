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

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Orthanc with its DICOMweb plugin, empty, stopped by its process id. To be started within
 * {@link PrivateNetwork}, since Orthanc binds all interfaces.
 */
public final class OrthancServer implements AutoCloseable {

	public static final String PROGRAM = "/usr/sbin/Orthanc";
	public static final int HTTP_PORT = 18042;
	public static final int DICOM_PORT = 14242;
	public static final String AE_TITLE = "ORTHANC";
	public static final String USER = "tester";
	public static final String PASSWORD = "quite-secret-7391";
	/** The entry of this side for C-MOVE. */
	public static final String MOVE_AE_TITLE = "MOVESCU";
	public static final int MOVE_PORT = 14004;

	private static final String PLUGINS = "/usr/share/orthanc/plugins/";

	private final Process process;

	/** @param folder of its own */
	public OrthancServer(final Path folder) throws IOException, InterruptedException {
		this(folder, "");
	}

	/** @param more further members of the configuration, each with a comma before it */
	public OrthancServer(final Path folder, final String more) throws IOException, InterruptedException {
		final Path storage = Files.createDirectories(folder.resolve("storage"));
		final Path configuration = folder.resolve("orthanc.json");
		Files.writeString(configuration, """
			{"Name":"test","StorageDirectory":"%1$s","IndexDirectory":"%1$s",
			"Plugins":["%2$slibOrthancDicomWeb.so","%2$slibOrthancGdcm.so"],
			"HttpPort":%3$d,"RemoteAccessAllowed":false,"AuthenticationEnabled":true,"RegisteredUsers":{"%4$s":"%5$s"},
			"DicomAet":"%6$s","DicomPort":%7$d,"DicomCheckCalledAet":false,"DicomAlwaysAllowStore":true,
			"DicomAlwaysAllowFind":true,"DicomAlwaysAllowGet":true,"DicomModalities":{"mv":["%8$s","127.0.0.1",%9$d]},
			"DicomWeb":{"Enable":true,"Root":"/dicom-web/"}%10$s}
			""".formatted(storage, PLUGINS, HTTP_PORT, USER, PASSWORD, AE_TITLE, DICOM_PORT, MOVE_AE_TITLE, MOVE_PORT, more));
		process = new ProcessBuilder(PROGRAM, configuration.toString()).redirectErrorStream(true).redirectOutput(folder
			.resolve("orthanc.log").toFile()).start();
		for (int i = 0; i < 300; i++) {
			if (answers(HTTP_PORT) && answers(DICOM_PORT)) return;
			if (!process.isAlive()) break;
			Thread.sleep(100);
		}
		close();
		throw new IOException("Orthanc did not start:\n" + Files.readString(folder.resolve("orthanc.log")));
	}

	/** The address of DICOMweb. */
	public static String webAddress() {
		return "http://127.0.0.1:" + HTTP_PORT + "/dicom-web";
	}

	/** The address of DIMSE. */
	public static String dicomAddress() {
		return "dicom://" + AE_TITLE + "@127.0.0.1:" + DICOM_PORT;
	}

	public static boolean answers(final int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
			return true;
		}
		catch (final IOException e) {
			return false;
		}
	}

	@Override
	public void close() throws InterruptedException {
		process.destroy();
		if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
	}
}
