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

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import ij.process.LUT;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.Frame;
import java.awt.Window;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** All that a command leaves in an ImageJ with a window, as lines that can be compared. */
public final class ImageJState {

	private ImageJState() {}

	/**
	 * One line for each image, slice, table, entry of the ROI Manager, line of the log, and file.
	 *
	 * @param files a folder that commands write to
	 */
	public static List<String> lines(final Path files) throws IOException {
		final List<String> lines = new ArrayList<>();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList())
			addImage(lines, WindowManager.getImage(id));
		for (final Frame frame : WindowManager.getNonImageWindows())
			if (frame instanceof TextWindow table && !"Log".equals(table.getTitle())) addTable(lines, table);
		if (RoiManager.getInstance() != null) for (final Roi roi : RoiManager.getInstance().getRoisAsArray())
			lines.add("manager " + text(roi));
		// notes: the name of a reader that is not the suite's own, at any moment; what a person reads in a window instead
		if (IJ.getLog() != null) IJ.getLog().lines().filter(line -> !line.startsWith("[INFO] DICOM reader: ") && !line
			.startsWith("[INFO] De-identify DICOM: ")).forEach(line -> lines.add("log " + line));
		for (final Path file : all(files))
			lines.add("file " + file.getFileName() + " " + hash(Files.readAllBytes(file)));
		return lines;
	}

	private static void addImage(final List<String> lines, final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		final boolean active = image == WindowManager.getCurrentImage();
		lines.add("image " + image.getTitle() + (active ? " (active)" : "") + " " + Arrays.toString(image
			.getDimensions()) + " " + image.getBitDepth() + " bits, slice " + image.getCurrentSlice() + ", shown " + image
				.getDisplayRangeMin() + " to " + image.getDisplayRangeMax() + (image.getStack().isVirtual() ? ", virtual" : "") +
			(image.getWindow() == null ? "" : ", in a " + image.getWindow().getClass().getSimpleName()));
		lines.add("calibration " + Arrays.asList(calibration.pixelWidth, calibration.pixelHeight, calibration.pixelDepth,
			calibration.xOrigin, calibration.yOrigin, calibration.zOrigin, calibration.frameInterval, calibration.getXUnit(),
			calibration.getYUnit(), calibration.getZUnit(), calibration.getValueUnit(), calibration.getFunction(), Arrays
				.toString(calibration.getCoefficients())));
		for (final LUT lut : image.getLuts()) lines.add("lut " + hash(lut.getBytes()));
		final String[] properties = image.getPropertiesAsArray();
		for (int i = 0; properties != null && i < properties.length; i += 2)
			lines.add("property " + properties[i] + " = " + properties[i + 1]);
		lines.add("info " + (image.getInfoProperty() == null ? "" : image.getInfoProperty()));
		if (image.getRoi() != null) lines.add("selection " + text(image.getRoi()));
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay()) lines.add("overlay " + text(roi));
		final ImageStack stack = image.getStack();
		for (int slice = 1; slice <= stack.size(); slice++) lines.add("slice " + slice + " " + String.valueOf(stack
			.getSliceLabel(slice)) + " " + hash(bytes(stack.getPixels(slice))));
	}

	private static void addTable(final List<String> lines, final TextWindow table) {
		final TextPanel panel = table.getTextPanel();
		lines.add("table " + table.getTitle() + ": " + panel.getColumnHeadings());
		for (int line = 0; line < panel.getLineCount(); line++) lines.add("row " + panel.getLine(line));
	}

	private static String text(final Roi roi) {
		return roi.getTypeAsString() + " " + roi.getName() + " " + roi.getFloatBounds() + " on " + roi.getPosition() + ", " +
			roi.getStrokeColor() + " " + roi.getStrokeWidth() + ", " + roi.getProperties();
	}

	/** The values of a primitive array, each told from every other. */
	private static byte[] bytes(final Object pixels) {
		final StringBuilder values = new StringBuilder();
		for (int at = 0; at < Array.getLength(pixels); at++) values.append(Array.get(pixels, at)).append(' ');
		return values.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static String hash(final byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static List<Path> all(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** Closes images, tables and the log, empties the ROI Manager, and removes the files. */
	public static void reset(final Path files) throws IOException {
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			WindowManager.getImage(id).changes = false;
			WindowManager.getImage(id).close();
		}
		ResultsTable.getResultsTable().reset();
		for (final Window window : Window.getWindows())
			if (window.isShowing() && window instanceof TextWindow table) table.close(false);
		if (RoiManager.getInstance() != null) RoiManager.getInstance().reset();
		for (final Path file : all(files)) Files.delete(file);
	}
}
