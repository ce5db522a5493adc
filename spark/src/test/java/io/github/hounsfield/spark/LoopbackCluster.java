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
	private final Path home;
	private final int port;
	private final List<Process> processes = new ArrayList<>();
	private int started;

	/** @param folder for logs and for the workers' own files */
	LoopbackCluster(final Path folder) throws Exception {
		this.folder = Files.createDirectories(folder);
		home = home(folder.resolve("home"));
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		start("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", Integer.toString(port),
			"--webui-port", "0");
		for (int i = 0; !isListening(); i++) {
			if (i > 10 * START_SECONDS) throw new IOException("the master does not listen after " + START_SECONDS + " s");
			Thread.sleep(100);
		}
	}

	/** A folder as a Spark distribution has it: workers make the command of an executor from its jars. */
	private static Path home(final Path home) throws IOException {
		final Path jars = Files.createDirectories(home.resolve("jars"));
		Files.writeString(home.resolve("RELEASE"), "");
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			final Path jar = Path.of(entry);
			if (Files.isRegularFile(jar)) Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
		}
		return home;
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

	/** A worker of one core. */
	Process worker() throws IOException {
		return start("org.apache.spark.deploy.worker.Worker", "-c", "1", "-m", "1g", "-h", "127.0.0.1", "--webui-port", "0",
			"-d", folder.resolve("work-" + started).toString(), url());
	}

	/** The program with this cluster as its master; its output goes to a file of the folder. */
	Process driver(final String... arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of("-Xmx1g", "-Dspark.master=" + url(),
			"-Dspark.driver.host=127.0.0.1", "-Dspark.driver.bindAddress=127.0.0.1", "-Dspark.executor.memory=640m",
			"-Dspark.executor.extraClassPath=" + folders()));
		command.addAll(Arrays.asList(System.getProperty("hounsfield.opens").split("\\s+")));
		command.add(Studies.class.getName());
		command.addAll(Arrays.asList(arguments));
		return java(command);
	}

	private static String folders() {
		return String.join(File.pathSeparator, Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> Files.isDirectory(Path.of(entry))).toList());
	}

	private Process start(final String... command) throws IOException {
		final List<String> all = new ArrayList<>(List.of("-Xmx256m", "-Dspark.master.rest.enabled=false"));
		all.addAll(Arrays.asList(System.getProperty("hounsfield.opens").split("\\s+")));
		all.addAll(Arrays.asList(command));
		return java(all);
	}

	private Process java(final List<String> arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(),
			"-Djava.awt.headless=true"));
		command.addAll(arguments);
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(
			"log-" + started++ + ".txt").toFile());
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		builder.environment().put("SPARK_HOME", home.toString());
		builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
		builder.environment().put("SPARK_SCALA_VERSION", "2.13");
		final Process process = builder.start();
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
				"log-.*|stdout|stderr")).toList();
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
		try (Stream<Path> links = Files.list(home.resolve("jars"))) {
			for (final Path link : links.toList())
				Files.delete(link);
		}
	}
}
