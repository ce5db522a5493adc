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
package io.github.hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.FileLocation;
import org.scijava.plugin.PluginService;

/** What SciJava does with a folder that is dropped on Fiji. */
class DicomDropOpenerTest {

	private static Context context;

	@BeforeAll
	static void startSciJava() {
		context = new Context();
	}

	@AfterAll
	static void stopSciJava() {
		context.dispose();
	}

	@Test
	void opensAFolderOfSlices(@TempDir final Path folder) throws IOException {
		Files.writeString(folder.resolve("0 notes.txt"), "not DICOM");
		new CtSeriesWriter(32, 3, 10, 5, 0, 1).write(folder.resolve("study"));
		final Object opened = context.service(IOService.class).open(new FileLocation(folder.toFile()));
		final ImagePlus image = assertInstanceOf(ImagePlus.class, opened);
		assertEquals(3, image.getStackSize());
		assertEquals(10, image.getCalibration().pixelWidth);
	}

	/** Without that, an action that asks in the event thread would wait for ever. */
	@Test
	void goesOnWithEventsWhereItIsCalledInTheEventThread(@TempDir final Path folder) throws Exception {
		new CtSeriesWriter(32, 3, 10, 5, 0, 1).write(folder);
		final AtomicBoolean event = new AtomicBoolean();
		final boolean[] during = new boolean[1];
		final Object[] opened = new Object[1];
		final FutureTask<Void> drop = new FutureTask<>(() -> {
			EventQueue.invokeLater(() -> event.set(true));
			opened[0] = context.service(IOService.class).open(new FileLocation(folder.toFile()));
			during[0] = event.get();
			return null;
		});
		EventQueue.invokeLater(drop);
		drop.get(60, TimeUnit.SECONDS);
		assertTrue(during[0], "an event waited until the series was open");
		assertEquals(3, assertInstanceOf(ImagePlus.class, opened[0]).getStackSize());
	}

	/**
	 * As imagej-legacy asks when something is dropped on the main window: eager plugins alone, by path; the answer null
	 * means that ImageJ goes on to import an image sequence. It shows no ImagePlus.
	 */
	private static Object dropOnImageJ(final Path path) throws IOException {
		final PluginService plugins = context.service(PluginService.class);
		final IOPlugin<?> eager = context.service(IOService.class).getPlugins().stream().filter(info -> info.is("eager")).map(
			info -> (IOPlugin<?>) plugins.createInstance(info)).filter(io -> io.supportsOpen(path.toString())).findFirst()
			.orElse(null);
		return eager == null ? null : eager.open(path.toString());
	}

	@Test
	void opensWhatIsDroppedOnImageJ(@TempDir final Path folder) throws IOException {
		final Path study = folder.resolve("study");
		final List<Path> files = new CtSeriesWriter(32, 3, 10, 5, 0, 1).write(study);
		final Path zip = folder.resolve("study.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (final Path file : files) {
				out.putNextEntry(new ZipEntry(file.getFileName().toString()));
				Files.copy(file, out);
			}
		}
		for (final Path dropped : List.of(study, zip)) {
			final ImagePlus image = assertInstanceOf(ImagePlus.class, dropOnImageJ(dropped));
			assertEquals(3, image.getStackSize());
			assertSame(image, WindowManager.getCurrentImage(), "it is not shown");
			WindowManager.setTempCurrentImage(null);
		}
	}

	/** Null would bring up ImageJ's image sequence, an exception Fiji's Console too. */
	@Test
	void aDropThatIsRefusedOrCanceledEndsThere(@TempDir final Path folder) throws IOException {
		final List<Path> files = new CtSeriesWriter(32, 1, 10, 5, 0, 1).write(folder);
		final byte[] whole = Files.readAllBytes(files.get(0));
		Files.write(files.get(0), Arrays.copyOf(whole, whole.length - 9));
		assertEquals(true, dropOnImageJ(folder));
	}

	@Test
	void leavesWhatIsNoDicomToImageJ(@TempDir final Path folder) throws IOException {
		for (int i = 0; i < 2 * DicomDropOpener.ENTRIES_LOOKED_AT; i++)
			Files.createDirectory(folder.resolve("folder " + i));
		assertNull(dropOnImageJ(folder));
		final Path zip = folder.resolve("texts.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			out.putNextEntry(new ZipEntry("a.txt"));
			out.write("no DICOM".getBytes(StandardCharsets.US_ASCII));
		}
		assertNull(dropOnImageJ(zip));
		assertNull(dropOnImageJ(Files.writeString(folder.resolve("broken.zip"), "no zip")));
		assertNull(dropOnImageJ(Files.writeString(folder.resolve("DICOMDIR"), "no DICOM")));
	}

	@Test
	void leavesAFolderWithoutDicomToOthers(@TempDir final Path folder) throws IOException {
		Files.writeString(folder.resolve("notes.txt"), "not DICOM");
		assertNull(context.service(IOService.class).getOpener(new FileLocation(folder.toFile())));
	}
}
