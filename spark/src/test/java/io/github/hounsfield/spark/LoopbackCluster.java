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
package io.github.hounsfield.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Spark's own standalone master and workers, each a JVM of its own on loopback. Ends what it started, by process. */
final class LoopbackCluster implements AutoCloseable {

	private static final int START_SECONDS = 60;

	private final Path folder;
	private final SparkHome home;
	private final int port;
	private final List<Process> processes = new ArrayList<>();
	private int started;

	/**
	 * @param folder for logs and for the workers' own files
	 * @param home of the master's and the workers' Spark
	 */
	LoopbackCluster(final Path folder, final SparkHome home) throws Exception {
		this.folder = Files.createDirectories(folder);
		this.home = home;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		daemon(List.of(), "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", Integer.toString(port),
			"--webui-port", "0");
		for (int i = 0; !isListening(); i++) {
			if (i > 10 * START_SECONDS) throw new IOException("the master does not listen after " + START_SECONDS + " s");
			Thread.sleep(100);
		}
	}

	private boolean isListening() {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			return socket.isConnected();
		}
		catch (final IOException e) {
			return false;
		}
	}

	String url() {
		return "spark://127.0.0.1:" + port;
	}

	/**
	 * A worker of one core.
	 *
	 * @param wrapper command that starts the command behind it, such as taskset; empty for none
	 */
	Process worker(final String... wrapper) throws IOException {
		return daemon(List.of(wrapper), "org.apache.spark.deploy.worker.Worker", "-c", "1", "-m", "1g", "-h", "127.0.0.1",
			"--webui-port", "0", "-d", folder.resolve("work-" + started).toString(), url());
	}

	/** The program with this cluster as its master; its output goes to a file of the folder. */
	Process driver(final String... arguments) throws IOException {
		return driver(List.of(), arguments);
	}

	/** @param options of Java */
	Process driver(final List<String> options, final String... arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of("-Xmx1g", "-Dspark.master=" + url(),
			"-Dspark.driver.host=127.0.0.1", "-Dspark.driver.bindAddress=127.0.0.1", "-Dspark.executor.memory=640m",
			"-Dspark.executor.extraClassPath=" + folders()));
		command.addAll(options);
		command.addAll(Arrays.asList(System.getProperty("hounsfield.opens").split("\\s+")));
		command.add(Studies.class.getName());
		command.addAll(Arrays.asList(arguments));
		return java(List.of(), command, false);
	}

	private static String folders() {
		return String.join(File.pathSeparator, Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> Files.isDirectory(Path.of(entry))).toList());
	}

	private Process daemon(final List<String> wrapper, final String... command) throws IOException {
		final List<String> all = new ArrayList<>(List.of("-Xmx256m", "-Dspark.master.rest.enabled=false"));
		all.addAll(Arrays.asList(System.getProperty("hounsfield.opens").split("\\s+")));
		all.addAll(Arrays.asList(command));
		return java(wrapper, all, true);
	}

	private Process java(final List<String> wrapper, final List<String> arguments, final boolean daemon)
		throws IOException
	{
		final List<String> command = new ArrayList<>(wrapper);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true"));
		command.addAll(arguments);
		final ProcessBuilder builder = home.process(command);
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		// executors' files: a worker that is killed leaves them where it had them
		if (daemon) builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
		return start(builder);
	}

	/** Starts a process whose output goes to a file of the folder, and that ends with the cluster. */
	Process start(final ProcessBuilder builder) throws IOException {
		final Process process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log-" + started++ + ".txt")
			.toFile()).start();
		processes.add(process);
		return process;
	}

	/** As if its machine went down: with the executors that it started, and without a word. */
	static void kill(final Process worker) throws InterruptedException {
		final List<ProcessHandle> executors = worker.descendants().toList();
		worker.destroyForcibly();
		executors.forEach(ProcessHandle::destroyForcibly);
		worker.waitFor();
	}

	/** What master, workers, executors and drivers have said. */
	List<Path> logs() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().matches(
				"log-.*|stdout|stderr")).sorted().toList();
		}
	}

	/** The logs' text, for a message. */
	String said() {
		try {
			final StringBuilder all = new StringBuilder();
			for (final Path log : logs())
				all.append(log.getFileName()).append('\n').append(Files.readString(log, StandardCharsets.ISO_8859_1));
			return all.toString();
		}
		catch (final IOException e) {
			return e.toString();
		}
	}

	@Override
	public void close() throws IOException {
		for (int i = processes.size() - 1; i >= 0; i--)
			try {
				kill(processes.get(i));
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		home.unlink();
	}
}
