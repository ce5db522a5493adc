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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.stream.JsonReader;
import ij.IJ;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.imglib2.RandomAccessibleInterval;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.parsington.Tokens;

/** The two zips that {@code mvn package} makes, unpacked as a user does and run in JVMs of their own. */
class InstalledZipsIT {

	private static final Path TARGET = Path.of(System.getProperty("hounsfield.target", "target"));
	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(48, 4, 8, 20, 5, 9);

	/** What Fiji brings along. */
	private static final List<Class<?>> OF_FIJI = List.of(Context.class, Tokens.class, RandomAccessibleInterval.class,
		JsonReader.class);

	private static final List<String> LABELS = List.of("Apply Lung Window", "Blur Detected Faces", "Convert to HU",
		"DICOM Archives", "DICOM Tag Table", "De-identify DICOM", "Detect Faces (Haar)", "Export Volume",
		"HU Histogram", "Import RTSTRUCT", "List DICOM Archive", "List DICOM Series", "Lung Mask",
		"Measure Lung Density", "Normalize HU", "Open DICOM Series", "Open Sample", "Open from DICOM Archive",
		"Resample Volume", "Retrieve from DICOM Archive", "Save as DICOM", "Send to DICOM Archive");

	private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)");

	/** Prints the labels of the bridged commands; ImageJ renames one that is there twice after its jar. */
	private static final String MENU = """
		List.setCommands;
		commands = split(List.getList, "\\n");
		for (i = 0; i < commands.length; i++)
			if (indexOf(commands[i], "CommandBridge") > 0)
				print("LABEL " + substring(commands[i], 0, indexOf(commands[i], "=")));
		""";

	@TempDir
	private static Path folder;

	@BeforeAll
	static void writeSeries() throws IOException {
		PHANTOM.write(folder.resolve("ct"));
	}

	@Test
	void imageJZipRunsHeadless() throws Exception {
		final Path installation = unpack("Hounsfield-imagej.zip");
		try (ImageJProcess imagej = ImageJProcess.installed(installation)) {
			requireVoxel(imagej.runHeadless(macro(), ""));
		}
	}

	@Test
	void imageJZipRunsInTheWindow() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: no window to run macros in");
		final Path installation = unpack("Hounsfield-imagej.zip");
		try (ImageJProcess imagej = ImageJProcess.installed(installation)) {
			final ImageJProcess.Result result = imagej.runInWindow(macro() + MENU, "");
			requireVoxel(result);
			requireMenu(result);
		}
	}

	@Test
	void imageJZipHoldsAllAndNoClassTwice() throws Exception {
		final Path installation = unpack("Hounsfield-imagej.zip");
		requireTexts(installation.resolve("plugins/Hounsfield"));
		requireMacros(installation, "macros/Hounsfield");
		requireEachClassOnce(jars(installation), location(IJ.class));
	}

	/** SciJava finds the actions as Fiji does; see {@link HostCommands} for what is checked of each. */
	@Test
	void fijiZipRunsInSciJavaWithWhatFijiHas() throws Exception {
		final List<String> classPath = new ArrayList<>(List.of(location(HostCommands.class).toString(), location(IJ.class)
			.toString()));
		jars(fiji().resolve("plugins")).forEach(jar -> classPath.add(jar.toString()));
		final Path out = folder.resolve("actions.txt");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx1g", "-Djava.awt.headless=true", "-cp", String.join(File.pathSeparator, classPath), HostCommands.class
				.getName()).redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertTrue(process.waitFor(300, TimeUnit.SECONDS), () -> "still running");
		final String said = Files.readString(out);
		assertEquals(0, process.exitValue(), said);
		assertTrue(said.contains(" actions, 0 failures"), said);
	}

	/** Of what stands there Fiji would say at every start that it overrides it, and put it above the actions. */
	@Test
	void fijisJarListsNothing() throws Exception {
		final List<String> lines = Files.readAllLines(Path.of("plugins.config"));
		assertEquals(lines, pluginsConfig(unpack("Hounsfield-imagej.zip").resolve("plugins/Hounsfield/Hounsfield_.jar")));
		final List<String> ofFiji = pluginsConfig(unpack("Hounsfield-fiji.zip").resolve("plugins/Hounsfield_.jar"));
		assertEquals(lines.stream().filter(line -> line.startsWith("#")).toList(), ofFiji);
	}

	private static List<String> pluginsConfig(final Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile()); InputStream in = file.getInputStream(file.getEntry(
			"plugins.config")))
		{
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

	@Test
	void fijiZipHoldsThePluginAloneAndNoClassTwice() throws Exception {
		final Path installation = unpack("Hounsfield-fiji.zip");
		requireTexts(installation.resolve("licenses/Hounsfield"));
		requireMacros(installation, "scripts/Hounsfield");
		final List<String> jars = jars(installation).stream().map(jar -> installation.relativize(jar).toString().replace('\\',
			'/').replaceFirst("-[0-9.]+\\.jar$", ".jar")).toList();
		assertEquals(ImageJProcess.isAnotherReader() ? List.of("jars/dcm4che-core.jar", "plugins/Hounsfield_.jar") : List.of(
			"plugins/Hounsfield_.jar"), jars);
		requireEachClassOnce(jars(fiji().resolve("plugins")), location(IJ.class));
	}

	/** The zip over what Fiji has. */
	private static Path fiji() throws Exception {
		final Path installation = unpack("Hounsfield-fiji.zip");
		final Path libraries = Files.createDirectories(installation.resolve("plugins/jars"));
		final List<Path> jars = new ArrayList<>();
		for (final Class<?> one : OF_FIJI)
			jars.add(location(one));
		if (ImageJProcess.isAnotherReader()) {
			jars.add(location(Class.forName("org.slf4j.Logger")));
			jars.addAll(jars(installation.resolve("jars")));
		}
		for (final Path jar : jars)
			Files.copy(jar, libraries.resolve(jar.getFileName()));
		return installation;
	}

	private static Path unpack(final String name) throws IOException {
		final Path zip = TARGET.resolve(name);
		assertTrue(Files.isRegularFile(zip), zip + " is made by mvn package");
		final Path installation = Files.createTempDirectory(folder, "installation");
		try (InputStream file = Files.newInputStream(zip); ZipInputStream in = new ZipInputStream(file)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				final Path path = installation.resolve(entry.getName()).normalize();
				assertTrue(path.startsWith(installation), entry.getName());
				if (entry.isDirectory()) Files.createDirectories(path);
				else {
					Files.createDirectories(path.getParent());
					assertFalse(Files.exists(path), () -> path + " is twice in " + name);
					Files.copy(in, path);
				}
			}
		}
		return installation;
	}

	/** Prints HU of the middle, where there is no padding, in each slice. */
	private static String macro() {
		return """
			run("Open DICOM Series", "path=%s");
			run("Convert to HU", "output=[32-bit float]");
			for (i = 1; i <= nSlices; i++) { setSlice(i); print("HU " + getValue(24, 20)); }
			""".formatted(folder.resolve("ct"));
	}

	private static void requireVoxel(final ImageJProcess.Result result) {
		final List<String> due = new ArrayList<>();
		for (int slice = 0; slice < PHANTOM.slices(); slice++)
			due.add("HU " + (PHANTOM.storedValues(slice)[20 * PHANTOM.size() + 24] + CtSeriesWriter.INTERCEPT));
		assertEquals(0, result.exitCode(), result::toString);
		assertEquals(due, result.out().lines().filter(line -> line.startsWith("HU ")).toList(), result::toString);
		assertEquals(ImageJProcess.isAnotherReader(), result.toString().contains("DICOM reader: dcm4che"), result::toString);
	}

	private static void requireMenu(final ImageJProcess.Result result) {
		assertEquals(LABELS, result.out().lines().filter(line -> line.startsWith("LABEL ")).map(line -> line.substring(6))
			.sorted().toList(), result::toString);
	}

	private static void requireTexts(final Path texts) throws IOException {
		for (final String name : List.of("LICENSE", "NOTICE.md", "README.md"))
			assertEquals(Files.readString(Path.of(name)), Files.readString(texts.resolve(name)), name);
		for (final String name : List.of("NOTICE.md", "README.md"))
			for (final String target : links(Files.readString(texts.resolve(name))))
				assertTrue(Files.isRegularFile(texts.resolve(target)), name + " has a link to " + target);
		assertTrue(links(Files.readString(texts.resolve("README.md"))).size() > 3, "the README has pictures");
	}

	/** What a text in Markdown links to, but for addresses on the web and places in the text itself. */
	private static List<String> links(final String markdown) {
		return LINK.matcher(markdown).results().map(link -> link.group(1)).filter(target -> !target.matches(
			"[a-z]+:.*|#.*")).map(target -> target.replaceFirst("#.*", "")).toList();
	}

	/** @param scripts folder of what is no ImageJ macro; Fiji's updater takes no Groovy below macros */
	private static void requireMacros(final Path installation, final String scripts) throws IOException {
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			for (final Path macro : macros.toList())
				assertEquals(Files.readString(macro), Files.readString(installation.resolve(macro.toString().endsWith(".ijm")
					? "macros/Hounsfield" : scripts).resolve(macro.getFileName())), macro::toString);
		}
	}

	private static List<Path> jars(final Path installation) throws IOException {
		try (Stream<Path> files = Files.walk(installation)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
	}

	private static void requireEachClassOnce(final List<Path> jars, final Path imageJ) throws IOException {
		final Map<String, List<Path>> found = new TreeMap<>();
		for (final Path jar : Stream.concat(jars.stream(), Stream.of(imageJ)).toList())
			try (JarFile file = new JarFile(jar.toFile())) {
				file.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class") && !name.endsWith(
					"module-info.class")).forEach(name -> found.computeIfAbsent(name, key -> new ArrayList<>()).add(jar));
			}
		assertTrue(found.containsKey("io/github/hounsfield/legacy/CommandBridge.class"), jars::toString);
		assertTrue(found.containsKey("org/scijava/Context.class"), jars::toString);
		assertEquals(Map.of(), found.entrySet().stream().filter(one -> one.getValue().size() > 1).collect(Collectors.toMap(
			Map.Entry::getKey, Map.Entry::getValue)));
	}

	private static Path location(final Class<?> type) throws Exception {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
	}
}
