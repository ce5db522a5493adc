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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Debian's Orthanc, empty, with its DICOMweb plugin or without. To be started within {@link PrivateNetwork}, since
 * Orthanc binds all interfaces.
 */
public final class OrthancServer {

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

	private OrthancServer() {}

	/**
	 * With DICOMweb and DIMSE.
	 *
	 * @param folder of its own
	 */
	public static DicomServer start(final Path folder) throws IOException {
		return start(folder, "");
	}

	/** @param more further members of the configuration, each with a comma before it */
	public static DicomServer start(final Path folder, final String more) throws IOException {
		return start(folder, List.of(HTTP_PORT, DICOM_PORT), """
			"Plugins":["%1$slibOrthancDicomWeb.so","%1$slibOrthancGdcm.so"],
			"HttpPort":%2$d,"RemoteAccessAllowed":false,"AuthenticationEnabled":true,"RegisteredUsers":{"%3$s":"%4$s"},
			"DicomPort":%5$d,"DicomCheckCalledAet":false,"DicomModalities":{"mv":["%6$s","127.0.0.1",%7$d]},
			"DicomWeb":{"Enable":true,"Root":"/dicom-web/"}%8$s""".formatted(PLUGINS, HTTP_PORT, USER, PASSWORD, DICOM_PORT,
			MOVE_AE_TITLE, MOVE_PORT, more));
	}

	/**
	 * With DIMSE alone.
	 *
	 * @param folder where it keeps its files
	 * @param more further members of the configuration, each with a comma before it
	 */
	public static DicomServer dimse(final Path folder, final int port, final int moverPort, final String more)
		throws IOException
	{
		return start(folder, List.of(port), """
			"HttpServerEnabled":false,"DicomPort":%d,"DicomCheckCalledAet":true,"DicomAlwaysAllowMove":true,
			"StorageCompression":false,"DicomModalities":{"hounsfield":["HOUNSFIELD","127.0.0.1",%d]}%s""".formatted(port,
			moverPort, more));
	}

	private static DicomServer start(final Path folder, final List<Integer> ports, final String members)
		throws IOException
	{
		final Path storage = Files.createDirectories(folder.resolve("orthanc"));
		final Path configuration = folder.resolve("orthanc.json");
		Files.writeString(configuration, """
			{"Name":"test","StorageDirectory":"%1$s","IndexDirectory":"%1$s","DicomAet":"%2$s",
			"DicomAlwaysAllowStore":true,"DicomAlwaysAllowFind":true,"DicomAlwaysAllowGet":true,
			%3$s}
			""".formatted(storage, AE_TITLE, members));
		return DicomServer.start(folder, ports, List.of(PROGRAM, configuration.toString()));
	}

	/** The address of DICOMweb. */
	public static String webAddress() {
		return "http://127.0.0.1:" + HTTP_PORT + "/dicom-web";
	}

	/** The address of DIMSE. */
	public static String dicomAddress() {
		return "dicom://" + AE_TITLE + "@127.0.0.1:" + DICOM_PORT;
	}
}
