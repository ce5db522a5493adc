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

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.host.ByPerson;
import io.github.hounsfield.host.Outputs;
import io.github.hounsfield.host.RecentPaths;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.scijava.Priority;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens a folder of DICOM files, a DICOMDIR, or a zip of DICOM files that is opened through SciJava's IOService. If the
 * first files hold no DICOM, it leaves the folder to others, after a look at few files.
 */
@Plugin(type = IOPlugin.class)
public class DicomDropOpener extends AbstractIOPlugin<Object> {

	/** Files of a folder or zip that are looked at before it is left to others. */
	static final int FILES_LOOKED_AT = 24;

	/** So many files and folders together are looked through. */
	static final int ENTRIES_LOOKED_AT = 400;

	/** Levels of folders in which they are looked for. */
	private static final int LEVELS = 4;

	/** Position of the DICOM prefix in a file (PS3.10 section 7.1). */
	private static final int PREAMBLE = 128;

	/**
	 * The same for drops on Fiji's main window, and for its menu, which is ImageJ's own. imagej-legacy asks eager openers
	 * before ImageJ imports an image sequence. It shows no ImagePlus, so this opener does. It takes null for "not
	 * opened", so a canceled or refused opening returns something else. SciJava's IOService asks it last.
	 */
	@Plugin(type = IOPlugin.class, priority = Priority.EXTREMELY_LOW, attrs = @Attr(name = "eager"))
	public static class OfImageJ extends DicomDropOpener {

		/** @return the opened image, shown; true if there is none and the reason was said */
		@Override
		public Object open(final Location source) throws IOException {
			final CommandModule module = run(source);
			if (module.isCanceled() || !(module.getOutput("image") instanceof ImagePlus image)) return Boolean.TRUE;
			if (WindowManager.getImage(image.getID()) != image) new Outputs(getContext()).show(image);
			return image;
		}
	}

	@Parameter(required = false)
	private CommandService commands;

	@Override
	public Class<Object> getDataType() {
		return Object.class;
	}

	@Override
	public boolean supportsOpen(final Location source) {
		if (!(source instanceof FileLocation location)) return false;
		final File file = location.getFile();
		final String name = file.getName().toLowerCase(Locale.ROOT);
		if (file.isDirectory()) return holdsDicom(file.toPath());
		if (!file.isFile()) return false;
		return name.equals("dicomdir") && isDicom(file.toPath()) || name.endsWith(".zip") && zipHoldsDicom(file);
	}

	/** An image is opened, never saved. */
	@Override
	public boolean supportsSave(final Object data, final Location destination) {
		return false;
	}

	/** @return the opened image, not shown; null where a person canceled */
	@Override
	public Object open(final Location source) throws IOException {
		final CommandModule module = run(source);
		if (!module.isCanceled()) return module.getOutput("image");
		final String reason = module.getCancelReason();
		if (reason == null || reason.isEmpty()) return null;
		throw new IOException(reason);
	}

	/** Runs the action that opens series. The action itself says why it refuses. */
	final CommandModule run(final Location source) throws IOException {
		final File file = ((FileLocation) source).getFile();
		RecentPaths.add(file);
		ByPerson.begin();
		try {
			final Future<CommandModule> opening = commands.run(OpenDicomSeries.class, false, "path", file);
			if (EventQueue.isDispatchThread()) goOnWithEventsUntil(opening);
			return opening.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(file + ": interrupted", e);
		}
		catch (final ExecutionException e) {
			throw new IOException(file + ": " + e.getCause(), e);
		}
		finally {
			ByPerson.end();
		}
	}

	/**
	 * Waits in the event thread and goes on with events. A drop comes there, and may ask which series to open. Without
	 * events ImageJ would freeze until the pixels are read, and for ever if it asks.
	 */
	private static void goOnWithEventsUntil(final Future<?> done) {
		final SecondaryLoop events = Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
		final Thread waiting = new Thread(() -> {
			try {
				done.get();
			}
			catch (final InterruptedException | ExecutionException | CancellationException e) {
				// said by the get that follows
			}
			finally {
				EventQueue.invokeLater(events::exit);
			}
		}, "DICOM drop");
		waiting.setDaemon(true);
		waiting.start();
		events.enter();
	}

	private static boolean holdsDicom(final Path folder) {
		try (Stream<Path> entries = Files.walk(folder, LEVELS)) {
			return entries.limit(ENTRIES_LOOKED_AT).filter(Files::isRegularFile).limit(FILES_LOOKED_AT).anyMatch(
				DicomDropOpener::isDicom);
		}
		catch (final IOException | UncheckedIOException e) {
			return false;
		}
	}

	private static boolean zipHoldsDicom(final File file) {
		try (ZipFile zip = new ZipFile(file)) {
			for (final ZipEntry entry : Collections.list(zip.entries()).stream().filter(one -> !one.isDirectory()).limit(
				FILES_LOOKED_AT).toList())
				try (InputStream in = zip.getInputStream(entry)) {
					final byte[] start = in.readNBytes(PREAMBLE + 4);
					if (new String(start, StandardCharsets.US_ASCII).endsWith("DICM") && start.length == PREAMBLE + 4) return true;
				}
			return false;
		}
		catch (final IOException | IllegalArgumentException e) {
			return false;
		}
	}

	private static boolean isDicom(final Path file) {
		try {
			return !DicomReaders.chosen().read(DicomSource.of(file)).dataSet().elements().isEmpty();
		}
		catch (final IOException | UncheckedIOException e) {
			return false;
		}
	}
}
