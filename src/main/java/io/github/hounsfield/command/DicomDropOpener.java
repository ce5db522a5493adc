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
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.DicomReaders;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens a folder of DICOM files, or a DICOMDIR, that is dropped on Fiji or opened through SciJava's IOService. A folder
 * in whose first files there is no DICOM is left to others.
 */
@Plugin(type = IOPlugin.class)
public class DicomDropOpener extends AbstractIOPlugin<ImagePlus> {

	/** Files of a folder that are looked at before it is left to others. */
	static final int FILES_LOOKED_AT = 24;

	/** Levels of folders in which they are looked for. */
	private static final int LEVELS = 4;

	@Parameter(required = false)
	private CommandService commands;

	@Override
	public Class<ImagePlus> getDataType() {
		return ImagePlus.class;
	}

	@Override
	public boolean supportsOpen(final Location source) {
		if (!(source instanceof FileLocation location)) return false;
		final File file = location.getFile();
		if (file.isDirectory()) return holdsDicom(file.toPath());
		return file.isFile() && file.getName().equalsIgnoreCase("DICOMDIR") && isDicom(file.toPath());
	}

	/** @return the opened image, not shown */
	@Override
	public ImagePlus open(final Location source) throws IOException {
		final File file = ((FileLocation) source).getFile();
		try {
			final Future<CommandModule> opening = commands.run(OpenDicomSeries.class, false, "path", file);
			if (EventQueue.isDispatchThread()) goOnWithEventsUntil(opening);
			final CommandModule module = opening.get();
			if (module.isCanceled()) throw new IOException(module.getCancelReason());
			return (ImagePlus) module.getOutput("image");
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(file + ": interrupted", e);
		}
		catch (final ExecutionException e) {
			throw new IOException(file + ": " + e.getCause(), e);
		}
	}

	/**
	 * A drop comes in the event thread, and may ask which series to open: waiting there without going on with events would
	 * leave ImageJ frozen until the pixels are read, and for ever where it asks.
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
		try (Stream<Path> files = Files.find(folder, LEVELS, (path, attributes) -> attributes.isRegularFile()))
		{
			return files.limit(FILES_LOOKED_AT).anyMatch(DicomDropOpener::isDicom);
		}
		catch (final IOException | UncheckedIOException e) {
			return false;
		}
	}

	private static boolean isDicom(final Path file) {
		try {
			return !DicomReaders.chosen().read(DicomSource.of(file)).dataSet().elements().isEmpty();
		}
		catch (final IOException e) {
			return false;
		}
	}
}
