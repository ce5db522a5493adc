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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real server of DICOM on loopback while a test runs, within {@link PrivateNetwork}. Closing it ends its process, by
 * its own ID.
 */
public final class DicomServer implements AutoCloseable {

	private static final int START_SECONDS = 120;

	private final Process process;
	private final Path log;

	private DicomServer(final Process process, final Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * @param folder for its log
	 * @param port waited for
	 */
	public static DicomServer start(final Path folder, final int port, final List<String> command) throws IOException {
		return start(folder, List.of(port), command);
	}

	/**
	 * @param folder for its log
	 * @param ports waited for
	 */
	static DicomServer start(final Path folder, final List<Integer> ports, final List<String> command)
		throws IOException
	{
		final Path log = Files.createTempFile(folder, "server", ".log");
		final Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
			.redirectOutput(log.toFile()).start();
		final DicomServer server = new DicomServer(process, log);
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
		while (!ports.stream().allMatch(DicomServer::answers)) {
			if (!process.isAlive() || System.nanoTime() > end) {
				server.close();
				throw new IOException(command.get(0) + " did not start:\n" + server.log());
			}
			sleep();
		}
		return server;
	}

	/** DCMTK's archive; it sends to HOUNSFIELD at a port of this machine, and to MOVESCU at the next one. */
	public static DicomServer dcmqrscp(final Path folder, final int port, final int moverPort,
		final String... options) throws IOException
	{
		final Path store = Files.createDirectories(folder.resolve("dcmqrscp"));
		final Path config = folder.resolve("dcmqrscp.cfg");
		Files.writeString(config, String.join("\n", "NetworkTCPPort = " + port, "MaxPDUSize = 131072",
			"MaxAssociations = 16", "HostTable BEGIN", "mover = (HOUNSFIELD, localhost, " + moverPort + ")",
			"scu = (MOVESCU, localhost, " + (moverPort + 1) + ")", "HostTable END",
			"VendorTable BEGIN", "VendorTable END", "AETable BEGIN", "DCMTK " + store + " RW (2000, 2048mb) ANY",
			"AETable END", ""));
		final List<String> command = new ArrayList<>(List.of("dcmqrscp", "-c", config.toString()));
		command.addAll(List.of(options));
		return start(folder, port, command);
	}

	/** Whether something listens on a port of this machine. */
	public static boolean answers(final int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
			return true;
		}
		catch (final IOException e) {
			return false;
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(50);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** What it printed. */
	public String log() throws IOException {
		return new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
	}

	/** Runs a tool to its end; its output, standard error included. */
	public static String tool(final Path folder, final String... command) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile())
			.redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": exit code " + process.exitValue() +
			"\n" + output);
		return output;
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
		}
		catch (final InterruptedException e) {
			process.destroyForcibly();
		}
	}
}
