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
package io.github.hounsfield;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real ImageJ 1.54p in a JVM of its own, with an ImageJ folder whose {@code plugins} hold {@code Hounsfield_.jar} (of
 * the classes under test) and the libraries it needs, as a user's installation does. Macros run headless (patched by
 * ij1-patcher, as Fiji patches ImageJ), without a window ({@code -batch}), or with ImageJ's window on a display of its
 * own made by Xvfb. Where the Maven profile fiji gives {@link ImageJ2}, macros run in it, headless and with its window.
 *
 * <pre>{@code
 * try (ImageJProcess imagej = ImageJProcess.underTest(tempDir)) {
 * 	ImageJProcess.Result result = imagej.runHeadless("run('Convert to HU'); print(getTitle());", "");
 * 	assertTrue(result.out().contains("..."), result::toString);
 * }
 * }</pre>
 */
public final class ImageJProcess implements AutoCloseable {

	/** What a run left: its outputs and its exit code, which is -1 when it had to be killed after the timeout. */
	public record Result(int exitCode, String out, String err) {

		@Override
		public String toString() {
			return "exit code " + exitCode + "\n--- out ---\n" + out + "\n--- err ---\n" + err;
		}
	}

	/** What a test does in the JVM of an ImageJ with a window; see {@link ImageJWindow} for helpers. */
	public interface Script {

		/** Runs outside the event thread; what it prints is in the result, and its end ends ImageJ. */
		void run(String[] args) throws Exception;
	}

	private static final String[] LIBRARIES = { "org.scijava.Context", "org.scijava.parsington.Tokens",
		"net.imglib2.RandomAccessibleInterval", "com.google.gson.Gson" };
	/** What the reader of the Maven profile dcm4che needs besides. */
	private static final String[] READER_LIBRARIES = { "org.dcm4che3.data.Tag", "org.slf4j.Logger" };
	private static final String READER = "hounsfield.reader";
	/** As {@code ij.plugin.Macro_Runner} reads them. */
	private static final Charset MACROS = StandardCharsets.ISO_8859_1;
	private static final String[] PATCHER = { "net.imagej.patcher.LegacyEnvironment", "javassist.ClassPool" };
	private static final String PATCHABLE = "--add-opens=java.base/java.lang=ALL-UNNAMED";
	private static final String IMAGEJ = "ij.IJ";
	private static final String UNDER_TEST = "io.github.hounsfield.legacy.CommandBridge";

	private final Path folder;
	private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
	private final List<String> jvmFlags = new ArrayList<>();
	private long timeoutSeconds = 300;
	private VirtualDisplay virtualDisplay;

	private ImageJProcess(final Path folder) throws IOException {
		this.folder = folder;
		Files.createDirectories(plugins());
		Files.createDirectories(folder.resolve("macros"));
		ClassFiles.jar(folder.resolve("runner.jar"), ClassFiles.of(ImageJProcess.class, ImageJWindow.class,
			Waits.class, HeadlessImageJ.class, ImageJState.class, ImageJ2.class));
	}

	/**
	 * Makes an ImageJ folder with the classes under test.
	 *
	 * @param folder an empty directory that outlives the runs
	 */
	public static ImageJProcess underTest(final Path folder) throws IOException {
		final ImageJProcess imagej = new ImageJProcess(folder);
		final Map<String, byte[]> underTest = ClassFiles.tree(ClassFiles.locationOf(UNDER_TEST));
		if (ImageJ2.isHost()) underTest.computeIfPresent("plugins.config", (name, bytes) -> ofFiji(bytes));
		ClassFiles.jar(imagej.plugins().resolve("Hounsfield_.jar"), underTest);
		if (!ImageJ2.isHost()) imagej.addLibraries(LIBRARIES);
		if (isAnotherReader()) imagej.addLibraries(READER_LIBRARIES);
		return imagej;
	}

	/** The list of actions as the zip for Fiji has it: without those that Fiji finds by their annotations. */
	private static byte[] ofFiji(final byte[] pluginsConfig) {
		return new String(pluginsConfig, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("#")).map(
			line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
	}

	/** Whether the tests are to run on another reader than the suite's own; every ImageJ is told so too. */
	public static boolean isAnotherReader() {
		return !List.of("", "part10").contains(System.getProperty(READER, ""));
	}

	/** Copies the jars of classes to where plugins find them. */
	private void addLibraries(final String... classNames) throws IOException {
		final Path libraries = Files.createDirectories(plugins().resolve("jars"));
		for (final String name : classNames) {
			final Path jar = ClassFiles.locationOf(name);
			Files.copy(jar, libraries.resolve(jar.getFileName()));
		}
	}

	/**
	 * Uses a folder whose {@code plugins} hold all that is needed, as one unpacks a release.
	 *
	 * @param folder an ImageJ folder, without ImageJ's own jar
	 */
	public static ImageJProcess installed(final Path folder) throws IOException {
		return new ImageJProcess(folder);
	}

	/** Where ImageJ looks for plugins. */
	public Path plugins() {
		return folder.resolve("plugins");
	}

	/** Adds flags of the JVM, such as {@code -Xmx512m}. */
	public ImageJProcess jvmFlags(final String... flags) {
		jvmFlags.addAll(List.of(flags));
		return this;
	}

	/** How long a run may take before it is killed; 300 s if not set. */
	public ImageJProcess timeoutSeconds(final long seconds) {
		timeoutSeconds = seconds;
		return this;
	}

	/**
	 * Adds a plugin jar with further commands.
	 *
	 * @param jarName its name, with an underscore
	 * @param pluginsConfig its plugins.config
	 * @param classes its classes; nested ones come with them
	 */
	public ImageJProcess addPlugin(final String jarName, final String pluginsConfig, final Class<?>... classes)
		throws IOException
	{
		final Map<String, byte[]> entries = ClassFiles.of(classes);
		entries.put("plugins.config", pluginsConfig.getBytes(StandardCharsets.UTF_8));
		ClassFiles.jar(plugins().resolve(jarName), entries);
		return this;
	}

	/** Runs a macro headless, in ImageJ as ij1-patcher patches it for Fiji. */
	public Result runHeadless(final String macro, final String argument) throws IOException, InterruptedException {
		if (ImageJ2.isHost()) return launchImageJ2(true, "-macro", write(macro), argument);
		return run(headless(macro, argument), null);
	}

	/** What {@link #runHeadless} starts in plain ImageJ, for who kills it. */
	public List<String> headless(final String macro, final String argument) throws IOException {
		final List<String> command = jvm("-Djava.awt.headless=true", PATCHABLE, "-Dplugins.dir=" + folder);
		command.addAll(List.of("-cp", classPath(PATCHER), HeadlessImageJ.class.getName(), write(macro), argument));
		return command;
	}

	/** Starts ImageJ2 with arguments as {@code fiji} takes them, and ends it. What its log says is left out. */
	public Result launchImageJ2(final boolean headless, final String... arguments) throws IOException,
		InterruptedException
	{
		final List<String> command = jvm("-Djava.awt.headless=" + headless, PATCHABLE, "-Dplugins.dir=" + folder);
		command.addAll(List.of("-cp", imageJ2ClassPath(), ImageJ2.class.getName()));
		command.addAll(List.of(arguments));
		final Result result = run(command, headless ? null : display());
		return new Result(result.exitCode(), ImageJ2.withoutLog(result.out()), result.err());
	}

	/** Fiji's class path: libraries and plugins. */
	private String imageJ2ClassPath() throws IOException {
		try (Stream<Path> files = Files.walk(plugins())) {
			return folder.resolve("runner.jar") + File.pathSeparator + ImageJ2.classPath() + files.filter(file -> file.toString()
				.endsWith(".jar")).map(file -> File.pathSeparator + file).collect(Collectors.joining());
		}
	}

	/**
	 * Runs a macro with {@code ImageJ -batch}, which has a display and no window, and exits with the macro. ImageJ2 has no
	 * such option: where it is the host, skips the calling test.
	 */
	public Result runBatch(final String macro, final String argument) throws IOException, InterruptedException {
		Assumptions.assumeFalse(ImageJ2.isHost(), "-batch is plain ImageJ's, not ImageJ2's");
		final List<String> command = jvm();
		command.addAll(List.of("-cp", classPath(), "ij.ImageJ", "-ijpath", folder.toString(), "-batch", write(macro),
			argument));
		return run(command, display());
	}

	/** Runs a macro in ImageJ with its window, and ends ImageJ after it. */
	public Result runInWindow(final String macro, final String argument) throws IOException, InterruptedException {
		return runInWindow(ImageJWindow.RunMacro.class, write(macro), argument);
	}

	/** Runs a test's own class in ImageJ with its window, and ends ImageJ after it. */
	public Result runInWindow(final Class<? extends Script> script, final String... args) throws IOException,
		InterruptedException
	{
		final Path scriptJar = Files.createTempFile(folder, "script", ".jar");
		ClassFiles.jar(scriptJar, ClassFiles.of(script));
		final List<String> command = jvm(PATCHABLE, "-Dplugins.dir=" + folder);
		if (ImageJ2.isHost()) command.addAll(List.of("-cp", imageJ2ClassPath() + File.pathSeparator + scriptJar, ImageJ2.class
			.getName()));
		else command.addAll(List.of("-cp", classPath() + File.pathSeparator + scriptJar, ImageJWindow.class.getName(), folder
			.toString()));
		command.add(script.getName());
		command.addAll(List.of(args));
		return run(command, display());
	}

	/** Whether this machine can make a display for a window. */
	public static boolean canShowWindows() {
		return VirtualDisplay.isInstalled();
	}

	@Override
	public void close() {
		if (virtualDisplay != null) virtualDisplay.close();
	}

	private String display() throws IOException {
		if (virtualDisplay == null) virtualDisplay = new VirtualDisplay();
		return virtualDisplay.name();
	}

	private List<String> jvm(final String... flags) {
		final List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1g", "-Duser.home=" + folder));
		command.addAll(List.of(flags));
		if (isAnotherReader()) command.add("-D" + READER + "=" + System.getProperty(READER));
		command.addAll(jvmFlags);
		return command;
	}

	private String classPath(final String... classNames) {
		final List<String> elements = new ArrayList<>(List.of(folder.resolve("runner.jar").toString(), ClassFiles.locationOf(
			IMAGEJ).toString()));
		for (final String name : classNames) elements.add(ClassFiles.locationOf(name).toString());
		return String.join(File.pathSeparator, elements);
	}

	private String write(final String macro) throws IOException {
		final Path file = Files.createTempFile(folder, "macro", ".ijm");
		Files.writeString(file, macro, MACROS);
		return file.toString();
	}

	private Result run(final List<String> command, final String display) throws IOException, InterruptedException {
		final Result result = once(command, display);
		return ImageJ2.isHost() && ImageJ2.hasNotStarted(result.err()) ? once(command, display) : result;
	}

	private Result once(final List<String> command, final String display) throws IOException, InterruptedException {
		final Path out = Files.createTempFile(folder, "out", ".txt");
		final Path err = Files.createTempFile(folder, "err", ".txt");
		final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
			.redirectError(err.toFile());
		if (display == null) builder.environment().remove("DISPLAY");
		else builder.environment().put("DISPLAY", display);
		final Process process = builder.start();
		process.getOutputStream().close();
		final boolean ended = process.waitFor(timeoutSeconds, TimeUnit.SECONDS);
		if (!ended) Waits.kill(process);
		return new Result(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
	}
}
